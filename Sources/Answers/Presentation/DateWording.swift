package import CivilCalendar

/// Dates, times and distances as an office writes them.
///
/// Vietnamese dates of documents, letters and commands follow Decree 30/2020/NĐ-CP, annex I: days below 10 and the months 1 and 2
/// take a leading zero. On pages, where sentences stand beside tables, they are written as the tables have them.
package struct DateWording: Sendable {
  package enum Style: Sendable { case document, page }

  package let language: Language
  private let style: Style

  package init(_ language: Language, _ style: Style = .document) { (self.language, self.style) = (language, style) }

  /// `08/6/2024`, on pages `08/06/2024` · `8 June 2024`
  package func day(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    return language.choose(
      vi: style == .page
        ? inTable(date) : "\(twoDigits(day))/\(month < 3 ? twoDigits(month) : String(month))/\(year)",
      en: "\(day) \(Self.englishMonths[month - 1]) \(year)")
  }

  /// `08/06/2024`, for columns of tables, where days stand below one another.
  package func inTable(_ date: CivilDate) -> String {
    let (year, month, number) = date.components
    return "\(twoDigits(number))/\(twoDigits(month))/\(year)"
  }

  /// `08/06/2024` · `8 June 2024`, for columns of tables that have room for names of months; on pages as other columns.
  package func inColumn(_ date: CivilDate) -> String {
    style == .page ? inTable(date) : language.choose(vi: inTable(date), en: day(date))
  }

  /// `08/6/2024` · `8 June 2024`, for tables between sentences: a document writes its days one way; on pages as other columns.
  package func inCell(_ date: CivilDate) -> String { style == .page ? inTable(date) : day(date) }

  /// `thứ Bảy 08/6/2024`, on pages `thứ Bảy, 08/06/2024` · `Saturday 8 June 2024`
  package func weekdayAndDay(_ date: CivilDate) -> String {
    "\(name(of: date.weekday))\(style == .page && language == .vi ? "," : "") \(day(date))"
  }

  /// `ngày 08/6/2024` · `8 June 2024`, for the middle of a sentence.
  package func dayInSentence(_ date: CivilDate) -> String {
    language.choose(vi: "ngày \(day(date))", en: day(date))
  }

  /// `từ ngày 01/4/2024 đến hết ngày 30/6/2024` · `from 1 April 2024 to 30 June 2024`
  package func range(_ range: DayRange) -> String {
    guard range.first != range.last else { return dayInSentence(range.first) }
    return language.choose(
      vi: "từ ngày \(day(range.first)) đến hết ngày \(day(range.last))",
      en: "from \(day(range.first)) to \(day(range.last))")
  }

  /// `16h00` · `16:00`
  package func time(_ time: ClockTime) -> String {
    let hour = twoDigits(time.minutes / 60)
    let minute = twoDigits(time.minutes % 60)
    return language.choose(vi: "\(hour)h\(minute)", en: "\(hour):\(minute)")
  }

  /// `ngày 23/9/2024` · `23 September 2024`, or with the time of that day: `08h06 ngày 23/9/2024` · `08:06 on 23 September 2024`.
  package func moment(_ day: CivilDate, _ time: ClockTime?) -> String {
    let day = language.choose(vi: dayInSentence(day), en: self.day(day))
    guard let time = time.map({ self.time($0) }) else { return day }
    return language.choose(vi: "\(time) \(day)", en: "\(time) on \(day)")
  }

  /// `thứ Bảy`, `Chủ nhật` · `Saturday`
  package func name(of weekday: Weekday) -> String {
    language.choose(
      vi: Self.vietnameseWeekdays[weekday.rawValue - 1], en: Self.englishWeekdays[weekday.rawValue - 1])
  }

  /// The name in two columns: `T2` … `CN` · `Mo` … `Su`
  package func shortName(of weekday: Weekday) -> String {
    language.choose(
      vi: weekday == .sunday ? "CN" : "T\(weekday.rawValue + 1)",
      en: String(Self.englishWeekdays[weekday.rawValue - 1].prefix(2)))
  }

  /// `tháng 5/2024` · `May 2024`
  package func month(_ month: Int, of year: Int) -> String {
    language.choose(
      vi: "tháng \(month < 3 ? twoDigits(month) : String(month))/\(year)",
      en: "\(Self.englishMonths[month - 1]) \(year)")
  }

  /// How far a due day is from today: `quá hạn 3 ngày`, `hôm nay`, `ngày mai`, `còn 5 ngày`.
  package func distance(to due: CivilDate, from today: CivilDate) -> String {
    let days = due.days(since: today)
    switch days {
    case ..<0:
      return language.choose(vi: "quá hạn \(language.number(-days)) ngày", en: "\(englishDays(-days)) overdue")
    case 0: return language.choose(vi: "hôm nay", en: "today")
    case 1: return language.choose(vi: "ngày mai", en: "tomorrow")
    default: return language.choose(vi: "còn \(language.number(days)) ngày", en: "in \(englishDays(days))")
    }
  }

  private func englishDays(_ count: Int) -> String { count == 1 ? "1 day" : "\(language.number(count)) days" }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static let vietnameseWeekdays = [
    "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật",
  ]
  private static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  /// `September`, of months 1 to 12.
  package static func monthName(_ month: Int) -> String { englishMonths[month - 1] }

  static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
