import CivilCalendar
import Deadlines

extension RhythmPeriod {
  /// A year of some kind, or several: a day of the year is taken even if it lies outside.
  var holdsYears: Bool { unit.isYear }
}

extension Place {
  /// Some part of it is told from the year without saying which.
  var namesYear: Bool { periods.contains { $0.root == .planYear } }

  /// No part of it says a year.
  var isYearless: Bool { periods.allSatisfy { $0.root == .planYear } }

  /// A weekday of the rhythm's own week: weeks that only touch the plan's span count too.
  var namesWeekday: Bool {
    if case .day(.ordinal(.weekday, _, of: .period(let week))) = moment { week.unit == .week } else { false }
  }

  /// The periods of a window, in whose place two windows have the same key.
  var periodsOfWindow: [PeriodExpression]? { if case .window(let window) = moment { window.periods } else { nil } }

  private var periods: [PeriodExpression] {
    let own =
      switch moment {
      case .day(let day): day.periods
      case .window(let window): window.periods
      }
    return own + (opens?.periods ?? [])
  }

  /// How many days outside its period it may lie, generously.
  var reach: Int {
    let shift = if case .day(let day) = moment { day.reach } else { 0 }
    return shift + periods.reduce(0) { max($0, $1.reach) }
  }
}

extension PeriodExpression {
  fileprivate var reach: Int {
    switch self {
    case .own(let unit), .each(let unit): unit?.isYear == true ? 800 : 31
    case .year: 0
    case .child(_, _, let of): of.reach
    case .neighbour(let unit, let n, let of): of.reach + (abs(n) + 1) * (unit.months.map { $0 * 31 } ?? 366)
    }
  }

  /// The same period of the year itself.
  var withoutNeighbours: PeriodExpression {
    switch self {
    case .own, .each, .year: self
    case .child(let unit, let n, let of): .child(unit, n, of: of.withoutNeighbours)
    case .neighbour(let unit, let n, let of):
      unit.isYear ? of.withoutNeighbours : .neighbour(unit, n, of: of.withoutNeighbours)
    }
  }
}

extension DateExpression {
  fileprivate var reach: Int {
    switch self {
    case .day, .lunar, .ordinal, .first, .last, .middle: 0
    case .shifted(let durations, _, let day): durations.reduce(day.reach) { $0 + $1.longest }
    case .next(_, let n, let day): 7 * (abs(n) + 1) + day.reach
    case .agreed(_, let day): day.reach
    }
  }
}

extension CalendarDuration {
  /// No such period is longer, in days.
  var longest: Int {
    let count = min(self.count, 4_000_000)
    return switch unit {
    case .minute: count / 1440 + 1
    case .hour: count / 24 + 1
    case .workingHour: count * 7 + 62
    case .day, .clearDay: count + 1
    case .workingDay: count * 7 + 62
    case .week: count * 7
    case .month: count * 31
    case .year: count * 366
    }
  }
}
