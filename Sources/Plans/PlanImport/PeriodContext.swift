import CivilCalendar

/// The period that a heading or a column says for the rows beside or below it (*Tháng 7/2027*, *Tuần 4*, *01/2027*, *Thứ
/// Hai, ngày 22/3*). How it completes what a row says stands in an extension.
struct PeriodContext: Equatable {
  /// A month, a quarter or a year; nil where only a week or a day is named.
  private(set) var outer: MarkedPeriod?
  /// The number of the week.
  private(set) var week: Int?
  /// The days of the week as printed (*05/7 - 11/7*), or the day; empty if none is printed.
  private(set) var days = ""
  /// As printed, for the report and for rows that say nothing.
  private(set) var words: String
  /// Whether it is a single day.
  private(set) var isDay = false

  /// Nil unless the text names a period and nothing else.
  init?(_ heading: String) {
    words = heading.onOneLine.trimmed
    guard (2...60).contains(words.count) else { return nil }
    var name = words
    if let open = words.firstIndex(of: "("), words.hasSuffix(")") {
      days = String(words[words.index(after: open)...].dropLast()).trimmed
      guard days.contains(where: \.isNumber) else { return nil }
      name = words[..<open].trimmed
    }
    name = name.bare
    if let period = MarkedPeriod(name) ?? Self.monthAndYear(name) {
      outer = period
      return
    }
    let parts = name.folded.split(separator: " ").map(String.init)
    guard parts.count >= 2, parts[0] == "tuần" || parts[0] == "tuần:",
      let number = Int(parts[1].bare) ?? Self.roman[parts[1].bare], (1...53).contains(number)
    else { return nil }
    week = number
    let rest = parts.dropFirst(2).filter { $0 != "của" }.joined(separator: " ")
    if rest.isEmpty { return }
    guard let period = MarkedPeriod(rest) ?? Self.monthAndYear(rest) else { return nil }
    outer = period
  }

  /// The period of a heading that may say more: *Tuần 2: từ 08/3 đến 14/3*, *THÁNG 9/2027 - Truyền thống nhà trường*,
  /// *Thứ Hai, ngày 22/3*. Nil for other headings.
  init?(heading text: String) {
    if let plain = PeriodContext(text) {
      self = plain
      return
    }
    let line = text.onOneLine.bare
    guard line.count <= 120 else { return nil }
    if let day = Self.singleDay(line) {
      (days, words, isDay) = (day, line, true)
      return
    }
    var heads = [":", " - ", " – ", "("].compactMap { mark in
      line.firstRange(of: mark).map { (line[..<$0.lowerBound].trimmed, line[$0.upperBound...].trimmed) }
    }
    if let from = line.folded.firstRange(of: " từ ") {
      let offset = line.folded.distance(from: line.folded.startIndex, to: from.lowerBound)
      heads.append((line.prefix(offset).trimmed, line.dropFirst(offset).trimmed))
    }
    for (name, rest) in heads.sorted(by: { $0.0.count < $1.0.count }) {
      guard let named = PeriodContext(name) else { continue }
      self = named
      words = line
      if DaySpan(rest, year: nil) != nil { days = rest.filter { !"()".contains($0) } }
      return
    }
    return nil
  }

  /// The month that a title names (*Kế hoạch trọng tâm tháng 7/2027*); nil if it names none, or several.
  init?(titled text: String) {
    let words = text.folded.split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(String.init)
    var found: Set<MarkedPeriod> = []
    for index in words.indices where words[index] == "tháng" && index + 1 < words.count {
      // *Hà Nội, ngày 11 tháng 01 năm 2027* dates the document.
      if index > 0, words[index - 1].first?.isNumber == true { continue }
      let year = index + 3 < words.count && words[index + 2] == "năm" ? " năm " + words[index + 3] : ""
      if let period = MarkedPeriod("tháng " + words[index + 1] + year) { found.insert(period) }
    }
    guard found.count == 1, let month = found.first else { return nil }
    (outer, self.words) = (month, month.text)
  }

  static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5]

  /// *01/2027*, *7-2027*
  private static func monthAndYear(_ text: String) -> MarkedPeriod? {
    let numbers = text.split(omittingEmptySubsequences: false) { "/-".contains($0) }
    guard numbers.count == 2, numbers[1].count == 4, numbers.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    return MarkedPeriod("tháng \(numbers[0])/\(numbers[1])")
  }

  /// The day that the text names, with its weekday or without: *Thứ Hai, ngày 22/3*, *Ngày 22/3/2027*, *Thứ 3 (23/3)*. Nil
  /// if it names none or says more.
  private static func singleDay(_ text: String) -> String? {
    let words = text.folded.split { " ,()-–:".contains($0) }.map(String.init)
    guard (1...4).contains(words.count), let day = words.first(where: DaySpan.isDay) else { return nil }
    var rest = words.filter { $0 != day && $0 != "ngày" }.joined(separator: " ")
    if let weekday = WeekdayName.leading(rest.split(separator: " ").map(String.init)[...]) {
      rest = rest.split(separator: " ").dropFirst(weekday.count).joined(separator: " ")
    }
    return rest.isEmpty && words.count > 1 ? day : nil
  }

  /// The period of a heading below another: a week lies in the month above.
  func under(_ above: PeriodContext?) -> PeriodContext {
    guard outer == nil, !isDay, let outer = above?.outer else { return self }
    var inner = self
    inner.outer = outer
    return inner
  }

  /// The days of the period in `year`, where they are printed; else nil.
  func span(in year: Int?) -> DayRange? { days.isEmpty ? nil : DaySpan(days, year: year ?? outer?.year)?.days }
}
