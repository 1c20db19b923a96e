package import CivilCalendar
package import Diagnostics

extension MonthGrid {
  /// A year or one of its months with what is due, for the command `calendar`.
  /// - Parameters:
  ///   - month: the month; nil for the whole year.
  ///   - due: the ids of what is due on each day.
  ///   - origin: where rules and facts come from, which is said before the legend; nil says nothing.
  package func text(
    _ title: String, year: Int, month: Int?, due: [CivilDate: [String]], origin: Bilingual?, width: Int
  ) -> String {
    var text = "\(title)\n"
    if let warning = provisionalWarning(for: year) { text += style(.warning, warning) + "\n" }
    text += "\n"
    for number in month.map({ [$0] }) ?? Array(1...12) {
      text += self.text(month: number, of: year) ?? ""
      for (day, ids) in due.sorted(by: { $0.key < $1.key }) where day.month == number && day.year == year {
        let lines = TextWrapping.lines(
          of: TerminalEscaper.escape(ids.joined(separator: ", ")), columns: max(20, width - 24))
        text += "  " + language.choose(vi: "hạn \(dates.day(day)): ", en: "due \(dates.day(day)): ")
        text += lines.joined(separator: "\n      ") + "\n"
      }
      text += "\n"
    }
    if let origin { text += style(.faint, TerminalEscaper.escape(origin.text(in: language))) + "\n" }
    return text + legend + "\n"
  }
}
