/// A day of the Vietnamese lunisolar calendar (UTC+7), lunar years 1976 to 2199.
package struct LunarDate: Hashable, Sendable, CustomStringConvertible {
  /// The lunar year, called by the civil year in which it begins.
  package let year: Int
  /// 1...12
  package let month: Int
  /// 1...30
  package let day: Int
  /// Whether `month` is the repeated one (*tháng nhuận*).
  package let isLeap: Bool

  /// The lunar years known: from 31 January 1976 to the day before the new year of 2200.
  package static let years = 1976...2199

  /// The civil day.
  package let civil: CivilDate

  /// Nil outside the years, or if that year has no such day.
  package init?(year: Int, month: Int, day: Int, isLeap: Bool = false) {
    guard let civil = LunarYear(year)?.date(month: month, day: day, isLeap: isLeap) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.isLeap = isLeap
    self.civil = civil
  }

  /// Nil outside the years. For many days of one year, ask one `LunarYear`.
  package init?(_ date: CivilDate) {
    let year = date.year
    // The new year lies between 20 January and 21 February.
    let first = date.month > 2 ? year : year - 1
    for candidate in [first, year] {
      if let found = LunarYear(candidate)?.date(of: date) {
        self = found
        return
      }
    }
    return nil
  }

  fileprivate init(year: Int, month: LunarYear.Month, civil: CivilDate) {
    self.year = year
    self.month = month.number
    day = civil.days(since: month.days.first) + 1
    isLeap = month.isLeap
    self.civil = civil
  }

  /// `10/3`, or `10/3N` in a leap month (*nhuận*).
  package var description: String { "\(day)/\(month)\(isLeap ? "N" : "")" }
}

extension LunarYear {
  /// The lunar date of a civil day; nil if it does not lie in this year.
  package func date(of civil: CivilDate) -> LunarDate? {
    months.first { $0.days.contains(civil) }.map { LunarDate(year: year, month: $0, civil: civil) }
  }
}
