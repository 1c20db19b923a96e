package import CivilCalendar

/// A month as weeks from Monday to Sunday, with days off, worked days off, due days and lunar dates.
package struct MonthGrid {
  private let calendar: WorkingCalendar
  let language: Language
  let dates: DateWording
  let style: TerminalStyle
  /// How many duties are due on each day.
  private let due: [CivilDate: Int]
  private let today: CivilDate?

  /// The columns of one day, which hold its number, a mark and the lunar day.
  private static let cellWidth = 9

  package init(
    _ calendar: WorkingCalendar, _ language: Language, style: TerminalStyle = .plain, due: [CivilDate: Int] = [:],
    today: CivilDate? = nil
  ) {
    self.calendar = calendar
    self.language = language
    self.style = style
    self.due = due
    self.today = today
    dates = DateWording(language)
  }

  /// The grid of `month`, with the names of its special days below; nil if there is no such month.
  package func text(month: Int, of year: Int) -> String? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    var text = style(.heading, capitalized(dates.month(month, of: year))) + "\n"
    text += Weekday.allCases.map { pad(" \(dates.shortName(of: $0))", to: Self.cellWidth) }.joined()
      .trimmingTrailingSpaces()
    text += "\n"
    let days = (0..<CivilDate.daysInMonth(year: year, month: month)).map { first.adding(days: $0) }
    var week = String(repeating: " ", count: Self.cellWidth * (first.weekday.rawValue - 1))
    for day in days {
      week += cell(day)
      if day.weekday == .sunday || day == days.last {
        text += week.trimmingTrailingSpaces() + "\n"
        week = ""
      }
    }
    for line in days.compactMap(note) { text += line + "\n" }
    return text
  }

  /// What the marks mean.
  package var legend: String {
    language.choose(
      vi: "Dấu: * nghỉ · + làm bù · ? chưa chắc · !n có n việc đến hạn · số nhỏ sau dấu chấm: ngày âm lịch",
      en: "Marks: * off · + worked in place of another day · ? not certain · !n n duties due · after the dot: lunar day"
    )
  }

  /// A warning that the days off of `year` are not announced or not covered; nil if they are announced.
  package func provisionalWarning(for year: Int) -> String? {
    guard calendar.years.contains(year) else {
      return language.choose(
        vi: "Lịch không bao gồm năm \(year).", en: "The calendar does not cover \(year).")
    }
    guard !calendar.isAnnounced(year) else { return nil }
    return language.choose(
      vi: "Lịch nghỉ năm \(year) chưa được công bố: các ngày nghỉ dưới đây là tạm tính.",
      en: "The days off of \(year) are not announced: those below are provisional.")
  }

  private func cell(_ day: CivilDate) -> String {
    let status = calendar.status(of: day)
    var number = day.day < 10 ? " \(day.day)" : "\(day.day)"
    var role: TerminalStyle.Role?
    switch status {
    case .weeklyDayOff?, .holiday?, .substitute?: (number, role) = (number + "*", .dayOff)
    case .makeUp?: (number, role) = (number + "+", .workedDayOff)
    case .doubtful?: (number, role) = (number + "?", .soon)
    case .working?, nil: break
    }
    var rest = lunar(day)
    if let count = due[day] { rest = "!\(count > 99 ? "99" : String(count))" + rest }
    let padding = String(
      repeating: " ", count: max(0, Self.cellWidth - DisplayWidth.of(number) - DisplayWidth.of(rest) - 1))
    let shown = day == today ? style(.today, number) : role.map { style($0, number) } ?? number
    return " " + shown + rest + padding
  }

  /// The lunar day: `·15`, or with the month on its first day, `·1/2`.
  private func lunar(_ day: CivilDate) -> String {
    guard let lunar = LunarDate(day) else { return "" }
    return lunar.day == 1 ? "·1/\(lunar.month)" : "·\(lunar.day)"
  }

  /// `  30/4  Ngày Chiến thắng`, for days that differ from the weekly rhythm.
  private func note(_ day: CivilDate) -> String? {
    guard let words = calendar.status(of: day)?.words(language) else { return nil }
    return "  \(dates.weekdayAndDay(day)): \(TerminalEscaper.escape(words))"
  }

  private func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension String {
  func trimmingTrailingSpaces() -> String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
