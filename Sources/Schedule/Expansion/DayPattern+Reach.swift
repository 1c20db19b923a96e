import CivilCalendar
import Deadlines

extension RhythmPeriod {
  /// A year of some kind, or several: a day of the year is taken even if it lies outside.
  var holdsYears: Bool {
    switch unit {
    case .year, .schoolYear, .fiscalYear: true
    case .week, .month, .quarter, .half, .term: false
    }
  }
}

extension MonthOfPeriod {
  func month(of days: DayRange) -> DayRange? {
    let base =
      switch self {
      case .fromStart(let offset): days.first.startOfMonth.adding(months: offset)
      case .fromEnd(let offset): days.last.startOfMonth.adding(months: offset)
      }
    return base.map { DayRange(first: $0, last: $0.endOfMonth) }
  }
}

extension DayPattern {
  var namesWeekdays: Bool { if case .weekdays = self { true } else { false } }

  /// How many days outside its period a due day may lie, generously.
  var slack: Int {
    switch self {
    case .whole, .part, .weekdays: 7
    case .monthDays(_, let month), .ordinal(_, let month):
      switch month {
      case .fromStart(let offset), .fromEnd(let offset): (abs(offset) + 1) * 31
      }
    case .yearDays(let days): 800 + 366 * (days.map { abs($0.yearsLater) }.max() ?? 0)
    case .windows: 800
    case .afterEnd(let durations): durations.reduce(0) { $0 + $1.longest }
    }
  }
}

extension CalendarDuration {
  /// No such period is longer, in days.
  var longest: Int {
    let count = min(self.count, 4_000_000)
    return switch unit {
    case .hour: count / 24 + 1
    case .day, .clearDay: count + 1
    case .workingDay: count * 7 + 62
    case .week: count * 7
    case .month: count * 31
    case .year: count * 366
    }
  }
}
