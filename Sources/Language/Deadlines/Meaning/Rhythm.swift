/// How often something recurs.
package struct Rhythm: Hashable, Sendable {
  /// What its periods are.
  package enum Cycle: Hashable, Sendable {
    /// Every `interval` units; interval is 1 or more.
    case every(PeriodUnit, interval: Int)
    /// Reporting periods of the year, in order (Q1, H1, Q3, year); a nil index is each of that unit.
    case reporting([ReportingPeriod])
  }

  package var cycle: Cycle
  /// What the first period is counted from; nil: the start of the plan's span.
  package var start: RhythmStart?
  /// The stretch of each year in which it runs (*hằng tháng từ tháng 3 đến tháng 6*).
  package var season: WindowExpression?

  package init(_ cycle: Cycle, start: RhythmStart? = nil, season: WindowExpression? = nil) {
    self.cycle = cycle
    self.start = start
    self.season = season
  }

  /// Every so many units, without a start.
  package static func every(_ unit: PeriodUnit, interval: Int = 1) -> Rhythm {
    Rhythm(.every(unit, interval: interval))
  }

  /// Quarter 1, half year, quarter 3 and year: *kỳ báo cáo* where nothing else is said.
  package static let fourReports = Rhythm(
    .reporting([
      ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3), ReportingPeriod(.year),
    ]))

  /// While reading only: *kỳ báo cáo* where nothing says of which rhythm.
  static let unsaid = Rhythm(.reporting([]))

  /// The unit of its periods; nil for reporting periods, which are of several.
  package var unit: PeriodUnit? { if case .every(let unit, _) = cycle { unit } else { nil } }

  /// It reports on numbered periods of one unit, which may as well be a list of windows.
  var namesPeriods: Bool {
    guard case .reporting(let periods) = cycle else { return false }
    return periods.allSatisfy { $0.index != nil && $0.unit == periods.first?.unit }
  }

  /// A start sets the phase of several units and of days; of others it only cuts off what lies before it.
  package var setsPhase: Bool { interval > 1 || unit?.size == 0 }

  /// How many units its period holds.
  package var interval: Int { if case .every(_, let interval) = cycle { interval } else { 1 } }
}

/// What the first period of a rhythm is counted from.
package enum RhythmStart: Hashable, Sendable {
  /// The first period holds that day, and what lies before the day drops.
  case day(DateExpression)
  /// That year is the first.
  case year(Int)
  /// *vào năm lẻ*, *vào năm chẵn*
  case parity(isOdd: Bool)
}

/// A period that is reported on.
package struct ReportingPeriod: Hashable, Sendable {
  package var unit: PeriodUnit
  package var index: Int?

  package init(_ unit: PeriodUnit, _ index: Int? = nil) {
    self.unit = unit
    self.index = index
  }
}
