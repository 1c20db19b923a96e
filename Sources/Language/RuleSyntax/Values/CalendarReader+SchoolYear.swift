package import CivilCalendar

extension CalendarReader {
  /// `từ 05/9 đến 30/5` · `from 5 September to 30 May`: a school year that may end before the next one begins. Without
  /// an end, like `yearStart`.
  package static func schoolYear(
    _ text: String
  ) -> (first: YearConventions.YearStart, last: YearConventions.YearStart?)? {
    if let start = yearStart(text) { return (start, nil) }
    let line = WordLine(text)
    for index in 1..<max(line.count, 1) {
      guard let to = line.match(index, ["đến", "đến hết", "đến ngày", "to", "until", "through"]) else { continue }
      guard let first = yearStart(line.text(0, index)), let last = yearStart(line.text(to, line.count)), first != last
      else { return nil }
      return (first, last)
    }
    return nil
  }
}
