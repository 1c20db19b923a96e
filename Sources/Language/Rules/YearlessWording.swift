import Deadlines

/// Finds wordings that take the plan's year where the plan has several (decision: plan-span).
enum YearlessWording {
  static func lacksYear(_ deadline: Deadline) -> Bool {
    deadline.items.contains { item in
      let clauses = item.clauses
      return lacksYear(item.form) || clauses.expected?.takesPlanYear ?? false || clauses.from?.takesPlanYear ?? false
        || clauses.until?.takesPlanYear ?? false || clauses.backstop?.takesPlanYear ?? false
    }
  }

  private static func lacksYear(_ form: DeadlineForm) -> Bool {
    switch form {
    case .at(let places): return places.contains(where: \.takesPlanYear)
    case .times(_, _, let window): return window?.takesPlanYear ?? false
    case .standing(let window): return window?.takesPlanYear ?? false
    case .counted(let counted):
      if case .date(let day) = counted.anchor { return day.takesPlanYear }
      return false
    case .extreme(_, let forms): return forms.contains(where: lacksYear)
    case .each, .eachCase, .timetable, .unclear, .yearsOnward: return false
    }
  }
}

extension WindowExpression {
  /// No year is said: it is the plan's.
  var takesPlanYear: Bool { periods.contains { $0.root == .planYear } }
}

extension DateExpression {
  fileprivate var takesPlanYear: Bool { periods.contains { $0.root == .planYear } }
}

extension Place {
  fileprivate var takesPlanYear: Bool {
    if opens?.takesPlanYear ?? false { return true }
    return switch moment {
    case .day(let day): day.takesPlanYear
    case .window(let window): window.takesPlanYear
    }
  }
}
