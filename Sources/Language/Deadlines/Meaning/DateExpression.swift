package import CivilCalendar

/// A day as the words name it.
package indirect enum DateExpression: Hashable, Sendable {
  /// The n-th day of a period, as days of a month are named: where a recurring month lacks it, its last. Negative: from
  /// the end. Never 0.
  case day(Int, of: PeriodExpression)
  /// Vietnamese lunar month and day of the lunar year that has the period's number; Tết Nguyên đán is 1/1.
  case lunar(LunarDay, of: PeriodExpression)
  /// The n-th weekday or working day of a window; negative: from its end. Never 0.
  case ordinal(DayKind, Int, of: WindowExpression)
  /// The first day of a window.
  case first(of: WindowExpression)
  /// The last day of a window.
  case last(of: WindowExpression)
  /// Civil Code 2015, art. 146: the 15th of a month, 30 June of a year.
  case middle(of: PeriodExpression)
  /// So long after a day, or before it.
  case shifted([CalendarDuration], backwards: Bool, from: DateExpression)
  /// The n-th such weekday after a day, the day itself not counted; negative: before it. Never 0.
  case next(Weekday, Int, from: DateExpression)
  /// A day told beside its weekday, on which it must fall.
  case agreed(Weekday, DateExpression)

  /// A day of the calendar; nil year: the plan's.
  package static func civil(year: Int?, month: Int, day: Int) -> DateExpression {
    .day(day, of: .child(.month, month, of: year.map { .year(.year, $0) } ?? .planYear))
  }

  /// Year (nil: the plan's), month and day, if it is a day of the calendar.
  package var civil: (year: Int?, month: Int, day: Int)? {
    guard case .day(let day, .child(.month, let month, let root)) = self, day > 0, month > 0 else { return nil }
    switch root {
    case .planYear: return (nil, month, day)
    case .year(.year, let year): return (year, month, day)
    default: return nil
    }
  }

  /// The periods that it is told from.
  package var periods: [PeriodExpression] {
    switch self {
    case .day(_, let period), .lunar(_, let period), .middle(let period): [period]
    case .ordinal(_, _, let window), .first(let window), .last(let window): window.periods
    case .shifted(_, _, let day), .next(_, _, let day), .agreed(_, let day): day.periods
    }
  }

  /// Whether a day of a year that the words name falls on a weekday; nil of others.
  func isOn(_ weekday: Weekday) -> Bool? {
    guard let civil, let year = civil.year else { return nil }
    return CivilDate(year: year, month: civil.month, day: civil.day)?.weekday == weekday
  }

  /// The same with every period changed.
  package func mapped(_ change: (PeriodExpression) -> PeriodExpression) -> DateExpression {
    switch self {
    case .day(let n, let period): .day(n, of: change(period))
    case .lunar(let day, let period): .lunar(day, of: change(period))
    case .middle(let period): .middle(of: change(period))
    case .ordinal(let kind, let n, let window): .ordinal(kind, n, of: window.mapped(change))
    case .first(let window): .first(of: window.mapped(change))
    case .last(let window): .last(of: window.mapped(change))
    case .shifted(let durations, let backwards, let day):
      .shifted(durations, backwards: backwards, from: day.mapped(change))
    case .next(let weekday, let n, let day): .next(weekday, n, from: day.mapped(change))
    case .agreed(let weekday, let day):
      day.mapped(change).isOn(weekday) == true ? day.mapped(change) : .agreed(weekday, day.mapped(change))
    }
  }
}

/// A day of a lunar year.
package struct LunarDay: Hashable, Sendable {
  /// 1...12
  package var month: Int
  /// 1...30, or -1 for the month's last day.
  package var day: Int
  /// Of the leap month that follows the month of that number.
  package var isLeap: Bool

  package init(month: Int, day: Int, isLeap: Bool = false) {
    self.month = month
    self.day = day
    self.isLeap = isLeap
  }
}

/// Which days are counted.
package enum DayKind: Hashable, Sendable {
  case weekday(Weekday)
  case workingDay
}
