package import CivilCalendar
package import Deadlines

/// Plain days as facts, statements and calendars write them: day first in both languages, or ISO 8601.
package enum DayText {
  /// The whole of `text` as a day.
  package static func date(_ text: String) -> DateExpression? {
    let line = WordLine(text)
    guard let day = day(line, 0), day.end == line.count else { return nil }
    return day.value
  }

  /// The whole of `text` as a civil day with its year; nil too for a day that does not exist.
  package static func civilDate(_ text: String) -> CivilDate? { date(text).flatMap(CivilDate.init) }

  /// The words of the first day in `text` that has a year and is not in the calendar (`30/02/2024`); nil: there is none.
  package static func missingDay(in text: String) -> String? {
    let line = WordLine(text)
    for index in 0..<line.count {
      if let (value, end) = day(line, index), value.civil?.year != nil, CivilDate(value) == nil {
        return line.text(index, end)
      }
    }
    return nil
  }

  /// A day that begins at word `index`, and the index after it. A day need not exist in its year.
  static func day(_ line: WordLine, _ index: Int) -> (value: DateExpression, end: Int)? {
    var start = line.match(index, ["đến hết ngày", "hết ngày", "vào ngày", "ngày"]) ?? index
    var isLunar = false
    if line.key(start) == "lunar" {
      isLunar = true
      start += 1
    }
    guard let (parts, after) = numeric(line, start) ?? worded(line, start) else { return nil }
    var end = after
    if let lunar = line.match(end, ["âm lịch", "al"]) {
      isLunar = true
      end = lunar
    }
    guard (1...12).contains(parts.month), (1...31).contains(parts.day) else { return nil }
    if isLunar {
      let year = parts.year.map { PeriodExpression.year(.year, $0) } ?? .planYear
      return (.lunar(LunarDay(month: parts.month, day: parts.day), of: year), end)
    }
    return (.civil(year: parts.year, month: parts.month, day: parts.day), end)
  }

  private typealias Parts = (year: Int?, month: Int, day: Int)

  /// `9/5/2024`, `09/5`, `9-5-2024`, `2024-05-09`; `09/5 năm 2024`.
  private static func numeric(_ line: WordLine, _ index: Int) -> (Parts, Int)? {
    let word = line.key(index)
    let separator: Character = word.contains("/") ? "/" : word.contains("-") ? "-" : "."
    let pieces = word.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { WordLine.number($0) }
    guard numbers.count == pieces.count, pieces.count == 2 || pieces.count == 3 else { return nil }
    if pieces.count == 3 {
      if pieces[0].utf8.count == 4, separator == "-" { return ((numbers[0], numbers[1], numbers[2]), index + 1) }
      guard pieces[2].utf8.count == 4, pieces[0].utf8.count <= 2, pieces[1].utf8.count <= 2 else { return nil }
      return ((numbers[2], numbers[1], numbers[0]), index + 1)
    }
    guard separator == "/", pieces[0].utf8.count <= 2, pieces[1].utf8.count <= 2 else { return nil }
    if line.key(index + 1) == "năm", let year = line.number(index + 2, in: 1...9999) {
      return ((year, numbers[1], numbers[0]), index + 3)
    }
    return ((nil, numbers[1], numbers[0]), index + 1)
  }

  /// `9 tháng 5 năm 2024`, `9 May 2024`, `May 9, 2024`.
  private static func worded(_ line: WordLine, _ index: Int) -> (Parts, Int)? {
    if let day = line.number(index, in: 1...31) {
      if line.key(index + 1) == "tháng", let month = line.number(index + 2, in: 1...12) {
        if line.key(index + 3) == "năm", let year = line.number(index + 4, in: 1...9999) {
          return ((year, month, day), index + 5)
        }
        return ((nil, month, day), index + 3)
      }
      guard let month = month(line.key(index + 1)) else { return nil }
      if let year = line.number(index + 2, in: 1000...9999) { return ((year, month, day), index + 3) }
      return ((nil, month, day), index + 2)
    }
    guard let month = month(line.key(index)), let day = line.number(index + 1, in: 1...31) else { return nil }
    let year = line.key(index + 2) == "," ? index + 3 : index + 2
    if let value = line.number(year, in: 1000...9999) { return ((value, month, day), year + 1) }
    return ((nil, month, day), index + 2)
  }

  /// An English month's number.
  static func month(_ word: String) -> Int? {
    months.firstIndex {
      $0 == word || (word.utf8.count == 3 && $0.hasPrefix(word)) || (word == "sept" && $0 == "september")
    }
    .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}

extension CivilDate {
  /// Nil without a year, for a lunar or any other expression, and for a day that does not exist.
  package init?(_ expression: DateExpression) {
    guard let civil = expression.civil, let year = civil.year else { return nil }
    self.init(year: year, month: civil.month, day: civil.day)
  }
}
