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
  case once, span, day, week, month, quarter, half, year, schoolYear, term, fiscalYear

  init(_ unit: PeriodUnit) {
    self =
      switch unit {
      case .day, .workingDay: .day
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
    case .at(let places):
      if places.count == 1 { return [.once] }
      return places.reduce(into: []) { $0.formUnion($1.window.map(\.keyKinds) ?? [.span, .year]) }
    case .timetable, .standing, .unclear: return [.once]
    case .yearsOnward: return [.year]
    case .each(let rhythm, let places):
      guard places.count > 1 else { return rhythm.keyKinds }
      return places.reduce(into: rhythm.keyKinds) { $0.formUnion($1.window.map(\.keyKinds) ?? []) }
    case .times(_, let rhythm, let within): return within.map { $0.keyKinds.union([.once]) } ?? rhythm.keyKinds
    case .counted(let counted):
      if case .date = counted.anchor { return [.once] }
      return Set(KeyKind.allCases)
    case .extreme, .eachCase: return Set(KeyKind.allCases)
    }
  }
}

extension WindowExpression {
  fileprivate var keyKinds: Set<KeyKind> { Set(periods.compactMap { $0.unit.map(KeyKind.init) }) }
}

extension Rhythm {
  fileprivate var keyKinds: Set<KeyKind> {
    switch cycle {
    case .every(let unit, _): [KeyKind(unit)]
    case .reporting(let list): Set(list.map { KeyKind($0.unit) })
    }
  }
}
