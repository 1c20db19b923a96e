extension CivilDate {
  /// The corresponding day so many months later (earlier when negative), or the last day of a month that has no such
  /// day.
  ///
  /// Always computed from this day, never from an earlier sum: 31 January plus two months is 31 March. Nil outside
  /// the years 1 to 9999.
  package func adding(months: Int) -> CivilDate? {
    let (year, month, day) = components
    guard (-120_000...120_000).contains(months) else { return nil }
    let index = year * 12 + (month - 1) + months
    guard index >= 12 else { return nil }
    let targetYear = index / 12
    let targetMonth = index % 12 + 1
    guard targetYear <= 9999 else { return nil }
    let length = CivilDate.daysInMonth(year: targetYear, month: targetMonth)
    return CivilDate(year: targetYear, month: targetMonth, day: min(day, length))
  }

  /// The same day and month so many years later (earlier when negative); 28 February for the 29th where there is none.
  package func adding(years: Int) -> CivilDate? {
    guard (-9999...9999).contains(years) else { return nil }
    return adding(months: years * 12)
  }

  /// The first day of this day's month.
  package var startOfMonth: CivilDate { adding(days: 1 - day) }

  /// The last day of this day's month.
  package var endOfMonth: CivilDate {
    let (year, month, day) = components
    return adding(days: CivilDate.daysInMonth(year: year, month: month) - day)
  }
}

extension CivilDate {
  /// The n-th `weekday` of a month: `position` 1 is the first, -1 the last. Nil if the month has not so many.
  package init?(_ weekday: Weekday, position: Int, ofMonth month: Int, year: Int) {
    guard let first = CivilDate(year: year, month: month, day: 1), (-5...5).contains(position), position != 0 else {
      return nil
    }
    let last = first.endOfMonth
    let found =
      if position > 0 {
        first.adding(days: (weekday.rawValue - first.weekday.rawValue + 7) % 7 + 7 * (position - 1))
      } else {
        last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7) + 7 * (position + 1))
      }
    guard (first...last).contains(found) else { return nil }
    self = found
  }
}
