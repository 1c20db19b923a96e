/// The months of one year of the Vietnamese lunisolar calendar.
///
/// The rules are those that Hồ Ngọc Đức published for Việt Nam (*Thuật toán tính âm lịch*, 2004), after Aslaksen, *The
/// Mathematics of the Chinese Calendar*: days are those of UTC+7; a month begins on the day of the new moon; month 11
/// holds the winter solstice; where thirteen months lie from one month 11 to the next, the first of them without a
/// principal term is the leap month.
///
/// A new moon within a minute or so of midnight cannot be foreseen to the day, because the earth's rotation cannot: in
/// May 2054, November 2077, October 2085, May 2150 and January 2175 the published tables differ by a day.
package struct LunarYear: Sendable {
  package struct Month: Hashable, Sendable {
    /// 1...12
    package let number: Int
    /// Whether it repeats the month before it (*tháng nhuận*).
    package let isLeap: Bool
    package let days: DayRange

    /// 29 or 30.
    package var length: Int { days.count }
  }

  /// Called by the civil year in which it begins.
  package let year: Int
  /// 12 or 13, in order.
  package let months: [Month]

  /// Nil outside the lunar years 1976 to 2199: before, civil use differed in the two parts of the country.
  package init?(_ year: Int) {
    guard LunarDate.years.contains(year) else { return nil }
    let start = Lunation.eleventhMonth(of: year - 1)
    let end = Lunation.eleventhMonth(of: year)
    let following = Lunation.eleventhMonth(of: year + 1)
    // After month 11 come at most a leap month, month 12, its leap month, and the new year.
    let labels =
      LunarYear.labels(from: start, to: end) + LunarYear.labels(from: end, to: following, limit: 4)
    guard let first = labels.firstIndex(where: { $0.number == 1 }),
      let next = labels[(first + 2)...].firstIndex(where: { $0.number == 1 && !$0.isLeap })
    else { return nil }
    self.year = year
    months = (first..<next).map { index in
      let last = labels[index + 1].start.adding(days: -1)
      return Month(
        number: labels[index].number, isLeap: labels[index].isLeap,
        days: DayRange(first: labels[index].start, last: last))
    }
  }

  /// Nil if the year has no such day.
  package func date(month: Int, day: Int, isLeap: Bool = false) -> CivilDate? {
    guard let found = months.first(where: { $0.number == month && $0.isLeap == isLeap }),
      (1...found.length).contains(day)
    else { return nil }
    return found.days.first.adding(days: day - 1)
  }

  private struct Label {
    let number: Int
    let isLeap: Bool
    let start: CivilDate
  }

  /// The months from one month 11 up to the next, or the first `limit` of them: their numbers and first days.
  private static func labels(from first: Int, to next: Int, limit: Int = 13) -> [Label] {
    let leap = next - first == 13 ? ((first + 1)..<next).first { !Lunation.hasPrincipalTerm($0) } : nil
    var number = 10
    return (first..<min(next, first + limit)).map { lunation -> Label in
      if lunation != leap { number = number % 12 + 1 }
      return Label(number: number, isLeap: lunation == leap, start: Lunation.firstDay(lunation))
    }
  }
}
