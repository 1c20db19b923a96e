import Deadlines

/// Finds wordings that take the plan's year where the plan has several (decision: plan-span).
enum YearlessWording {
  static func lacksYear(_ deadline: Deadline) -> Bool { deadline.items.contains { lacksYear($0) } }

  private static func lacksYear(_ item: DeadlineItem) -> Bool {
    let clauses = item.clauses
    if clauses.expected.map(lacksYear) ?? false { return true }
    if clauses.from.map(lacksYear) ?? false { return true }
    if clauses.until.map(lacksYear) ?? false { return true }
    switch clauses.backstop {
    case .day(let day): if day.days.contains(where: lacksYear) { return true }
    case .within(let span): if lacksYear(span) { return true }
    case nil: break
    }
    switch item.form {
    case .day(let day): return day.days.contains(where: lacksYear)
    case .window(let spans): return spans.contains(where: lacksYear)
    case .range(let from, let to): return lacksYear(from) || lacksYear(to)
    case .times(_, _, let within): return within.map(lacksYear) ?? false
    case .standing(let span): return span.map(lacksYear) ?? false
    case .counted(let counted):
      if case .date(let day) = counted.anchor { return lacksYear(day) }
      return false
    case .recurring, .eachCase, .timetable, .unclear, .yearsOnward: return false
    }
  }

  private static func lacksYear(_ span: PeriodSpan) -> Bool { span.last.year == nil && span.first.year == nil }

  private static func lacksYear(_ day: DateExpression) -> Bool {
    switch day {
    case .civil(let year, _, _), .lunar(let year, _, _): year == nil
    case .start(let span), .end(let span), .ordinal(_, let span): lacksYear(span)
    case .middle(let period): period.year == nil
    }
  }
}
