import CivilCalendar
import Rules

extension DayRange {
  /// All that is due of plans: their rows can be due in the years after them; what has no end is looked at for two years from
  /// today.
  static func all(of plans: [Plan], today: CivilDate) -> DayRange {
    let last = plans.map(\.years.upperBound).max() ?? today.year
    let year = min(9999, max(last, today.year) + 2)
    return DayRange(first: .first, last: CivilDate(year: year, month: 12, day: 31) ?? .last)
  }
}
