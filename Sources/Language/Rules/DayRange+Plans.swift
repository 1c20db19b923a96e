package import CivilCalendar

extension DayRange {
  /// The range of all due days of plans: up to the end of the second year after their last year or this year, whichever
  /// is later, because rows can be due after their plan and recurring ones may have no end.
  package static func all(of plans: [Plan], today: CivilDate) -> DayRange {
    let last = plans.map(\.years.upperBound).max() ?? today.year
    let year = min(9999, max(last, today.year) + 2)
    return DayRange(first: .first, last: CivilDate(year: year, month: 12, day: 31) ?? .last)
  }
}
