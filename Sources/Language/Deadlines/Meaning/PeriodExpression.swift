/// The kinds of period that wordings name.
package enum PeriodUnit: Hashable, Sendable, CaseIterable {
  case day, workingDay, week, month, quarter, half, year, schoolYear, term, fiscalYear

  /// Years of some kind: each has a literal (*năm 2024*, *năm học 2023-2024*).
  package var isYear: Bool {
    switch self {
    case .year, .schoolYear, .fiscalYear: true
    case .day, .workingDay, .week, .month, .quarter, .half, .term: false
    }
  }

  /// How many months; nil for units that are not made of months.
  package var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year, .schoolYear, .fiscalYear: 12
    case .day, .workingDay, .week, .term: nil
    }
  }

  /// Order by length.
  package var size: Int {
    switch self {
    case .day, .workingDay: 0
    case .week: 1
    case .month: 2
    case .quarter: 3
    case .term: 4
    case .half: 5
    case .schoolYear, .fiscalYear: 6
    case .year: 7
    }
  }
}

/// A period as the words name it: a year, or a period told from another, down to one that the words leave open.
package indirect enum PeriodExpression: Hashable, Sendable {
  /// The period that the deadline stands in: of its rhythm, else of the plan (*năm*, *tháng*). Nil: whatever the rhythm's
  /// period is (*kỳ báo cáo*).
  case own(PeriodUnit?)
  /// While reading only: each period of a rhythm that the words name here (*hằng tháng*); nil: *kỳ báo cáo*.
  case each(PeriodUnit?)
  /// A year of that kind, called by the calendar year in which it begins.
  case year(PeriodUnit, Int)
  /// The n-th of that unit in a longer period; negative: from its end. Never 0.
  case child(PeriodUnit, Int, of: PeriodExpression)
  /// The n-th of that unit after a period; negative: before it. Never 0.
  case neighbour(PeriodUnit, Int, of: PeriodExpression)

  /// The plan's year.
  package static let planYear = PeriodExpression.own(.year)

  /// The year that the words name; nil where it is the plan's or the rhythm's.
  package var year: Int? { if case .year(_, let year) = root { year } else { nil } }

  /// What unit it is one of; nil for the period of any rhythm.
  package var unit: PeriodUnit? {
    switch self {
    case .own(let unit), .each(let unit): unit
    case .year(let unit, _), .child(let unit, _, _), .neighbour(let unit, _, _): unit
    }
  }

  /// The year or open period that it is told from in the end.
  package var root: PeriodExpression {
    switch self {
    case .own, .each, .year: self
    case .child(_, _, let of), .neighbour(_, _, let of): of.root
    }
  }

  /// The year of some kind that the deadline stands in.
  var isOwnYear: Bool { if case .own(let unit?) = self { unit.isYear } else { false } }

  /// It is the other, or told from it.
  func holds(_ other: PeriodExpression) -> Bool {
    if self == other { return true }
    return switch self {
    case .own, .each, .year: false
    case .child(_, _, let of), .neighbour(_, _, let of): of.holds(other)
    }
  }

  func replacing(_ other: PeriodExpression, by new: PeriodExpression) -> PeriodExpression {
    if self == other { return new }
    return switch self {
    case .own, .each, .year: self
    case .child(let unit, let n, let of): .child(unit, n, of: of.replacing(other, by: new))
    case .neighbour(let unit, let n, let of): .neighbour(unit, n, of: of.replacing(other, by: new))
    }
  }

  /// The same, told from another root.
  package func rooted(in root: PeriodExpression) -> PeriodExpression {
    switch self {
    case .own, .each, .year: root
    case .child(let unit, let n, let of): .child(unit, n, of: of.rooted(in: root))
    case .neighbour(let unit, let n, let of): .neighbour(unit, n, of: of.rooted(in: root))
    }
  }
}

/// A part of a period. Of a month days 1–10, 11–20, from the 21st; of a quarter its months; of a half or year likewise thirds
/// of its months. Weeks of a month are days 1–7, 8–14, …; -1 is its last seven days (decision: parts-of-periods).
package enum PeriodPart: Hashable, Sendable {
  case early, middle, late, firstHalf, secondHalf
  case week(Int)
}
