import Deadlines

extension Deadline {
  /// What must be added to the keys of each item so that unlabelled neighbours never share one: its position, where
  /// another unlabelled item can yield the same kind of key. Depends on the wording alone, never on the window.
  var keySuffixes: [String] {
    items.indices.map { index in
      let item = items[index]
      let own = item.keyKinds
      let collides = items.indices.contains { other in
        other != index && items[other].label == item.label && !items[other].keyKinds.isDisjoint(with: own)
      }
      return collides ? ".\(index + 1)" : ""
    }
  }
}

/// The shapes that keys may have; `any` (an event's reference) may look like all of them.
enum KeyKind: Hashable, CaseIterable {
  case once, span, week, month, quarter, half, year, schoolYear, term, fiscalYear

  init(_ unit: PeriodUnit) {
    self =
      switch unit {
      case .week: .week
      case .month: .month
      case .quarter: .quarter
      case .half: .half
      case .year: .year
      case .schoolYear: .schoolYear
      case .term: .term
      case .fiscalYear: .fiscalYear
      }
  }
}

extension DeadlineItem {
  var keyKinds: Set<KeyKind> {
    var kinds = form.keyKinds
    if let review = clauses.review { kinds.formUnion(review.keyKinds) }
    if case .standing = form, clauses.gate != nil { kinds = Set(KeyKind.allCases) }
    return kinds
  }
}

extension DeadlineForm {
  fileprivate var keyKinds: Set<KeyKind> {
    switch self {
    case .day(let deadline): return deadline.days.count == 1 ? [.once] : [.span, .year]
    case .window(let spans):
      return spans.count == 1 ? [.once] : Set(spans.flatMap { [KeyKind($0.first.unit), KeyKind($0.last.unit)] })
    case .range, .timetable, .standing, .unclear: return [.once]
    case .yearsOnward: return [.year]
    case .recurring(let recurrence):
      guard case .windows(let spans) = recurrence.pattern, spans.count > 1 else { return recurrence.rhythm.keyKinds }
      return recurrence.rhythm.keyKinds.union(spans.flatMap { [KeyKind($0.first.unit), KeyKind($0.last.unit)] })
    case .times(_, let unit, let within): return within.map { [.once, KeyKind($0.first.unit)] } ?? [KeyKind(unit)]
    case .counted(let counted):
      if case .date = counted.anchor { return [.once] }
      return Set(KeyKind.allCases)
    case .eachCase: return Set(KeyKind.allCases)
    }
  }
}

extension Rhythm {
  fileprivate var keyKinds: Set<KeyKind> {
    switch self {
    case .every(let unit, _): [KeyKind(unit)]
    case .reporting(let list): Set(list.map { KeyKind($0.unit) })
    }
  }
}
