/// The period that a heading or a column says for the rows beside or below it (*Tháng 7/2027*, *Tuần 4*, *01/2027*), and
/// how it completes what a row says (*Ngày 12*, *25*, *Tuần 2*, nothing).
struct PeriodContext: Equatable {
  /// A month, a quarter or a year; nil where only a week is named.
  private(set) var outer: MarkedPeriod?
  /// The number of the week.
  private(set) var week: Int?
  /// Days in brackets behind the name: *Tuần 27 (05/7 - 11/7)*.
  private var days = ""
  /// As printed, for the report and for rows that say nothing.
  private(set) var words: String

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

  /// The month that a title names (*Kế hoạch trọng tâm tháng 7/2027*); nil if it names none, or several.
  init?(titled text: String) {
    let words = text.folded.split { !$0.isLetter && !$0.isNumber && $0 != "/" }.map(String.init)
    var found: Set<MarkedPeriod> = []
    for index in words.indices where words[index] == "tháng" && index + 1 < words.count {
      let year = index + 3 < words.count && words[index + 2] == "năm" ? " năm " + words[index + 3] : ""
      if let period = MarkedPeriod("tháng " + words[index + 1] + year) { found.insert(period) }
    }
    guard found.count == 1, let month = found.first else { return nil }
    (outer, self.words) = (month, month.text)
  }

  private static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5]

  /// *01/2027*, *7-2027*
  private static func monthAndYear(_ text: String) -> MarkedPeriod? {
    let numbers = text.split(omittingEmptySubsequences: false) { "/-".contains($0) }
    guard numbers.count == 2, numbers[1].count == 4, numbers.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else {
      return nil
    }
    return MarkedPeriod("tháng \(numbers[0])/\(numbers[1])")
  }

  /// The period of a heading below another: a week lies in the month above.
  func under(_ above: PeriodContext?) -> PeriodContext {
    guard outer == nil, let outer = above?.outer else { return self }
    var inner = self
    inner.outer = outer
    return inner
  }

  // MARK: Completing

  /// What a row of this period says when: its own words, completed where they need it.
  func completed(_ text: String) -> String {
    let own = text.onOneLine
    guard own.contains(where: { $0.isLetter || $0.isNumber }) else { return own.isEmpty ? wording : own }
    guard let tail = dayTail, Self.isPart(own) else { return own }
    let folded = own.folded
    if let number = Self.week(folded) { return "tuần \(number) \(tail.period)" }
    if ["đầu tháng", "giữa tháng", "cuối tháng"].contains(folded), outer?.unit == .month {
      return "\(folded.split(separator: " ")[0]) \(tail.period)"
    }
    guard outer?.unit == .month, let days = Self.days(folded) else { return own }
    let named = folded.hasWord(["ngày"]) ? own : "ngày \(own)"
    return days.isList ? "\(named) \(tail.period)" : named + tail.day
  }

  /// The period for a row that says nothing itself.
  private var wording: String {
    if !days.isEmpty { return days }
    guard let week else { return words }
    guard let outer else { return words }
    return "tuần \(week) \(outer.text.lowercased())"
  }

  private var dayTail: (day: String, period: String)? {
    guard let outer else { return nil }
    return ("/\(outer.number)" + (outer.year.map { "/\($0)" } ?? ""), outer.text.lowercased())
  }

  /// Whether the text says a part of a period that must be named elsewhere: *Ngày 12*, *25*, *15-20*, *Tuần 2*.
  static func isPart(_ text: String) -> Bool {
    let folded = text.onOneLine.folded
    return ["đầu tháng", "giữa tháng", "cuối tháng"].contains(folded) || week(folded) != nil || days(folded) != nil
  }

  private static func week(_ folded: String) -> Int? {
    let parts = folded.split(separator: " ")
    guard parts.count == 2, parts[0] == "tuần" else { return nil }
    return Int(parts[1]).flatMap { (1...5).contains($0) ? $0 : nil } ?? roman[String(parts[1])]
  }

  /// Days without a month at the end of the text, behind words such as *ngày*, *trước ngày* and *8h00 ngày*.
  private static func days(_ folded: String) -> (isList: Bool, numbers: [Int])? {
    let words = folded.split(separator: " ").map(String.init)
    guard words.count <= 8, words.last?.last?.isNumber == true else { return nil }
    let head = words.lastIndex(of: "ngày").map { $0 + 1 } ?? 0
    guard head > 0 || words[0].first?.isNumber == true,
      words[..<head].allSatisfy({ leaders.contains($0) || CellContent.isHour($0) })
    else { return nil }
    let tail = words[head...].joined(separator: " ").replacing(" và ", with: ",").replacing("–", with: "-")
    guard tail.allSatisfy({ $0.isASCIIDigit || ",- ".contains($0) }) else { return nil }
    let numbers = tail.split { !$0.isASCIIDigit }.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count <= 6, numbers.allSatisfy({ (1...31).contains($0) }) else { return nil }
    return (tail.contains(","), numbers)
  }

  private static let leaders: Set<String> = [
    "ngày", "trước", "chậm", "nhất", "muộn", "vào", "sáng", "chiều", "tối", "từ", "đến", "hết", "các", "sau",
  ]
}
