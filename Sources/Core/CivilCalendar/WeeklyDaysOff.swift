/// The weekly days off by day number.
struct WeeklyDaysOff {
  private var byRemainder = [Bool](repeating: false, count: 7)
  /// Whether no day of the week is worked.
  let isWhole: Bool

  init(_ weekdays: Set<Weekday>) {
    isWhole = weekdays.count == 7
    // Day 1 is a Monday.
    for weekday in weekdays { byRemainder[weekday.rawValue % 7] = true }
  }

  func contains(_ day: Int) -> Bool { byRemainder[day % 7] }
}
