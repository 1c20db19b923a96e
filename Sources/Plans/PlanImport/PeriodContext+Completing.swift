import CivilCalendar
import Deadlines

/// How a period completes what a row of it says: *Ngày 12*, *25*, *Tuần 2*, *Thứ Sáu*, *Cả tháng*, nothing.
extension PeriodContext {
  /// What a row of this period says when: its own words, completed where they need it.
  ///
  /// - Parameter year: the year of the plan, for weekdays; nil if it has several.
  func completed(_ text: String, in year: Int? = nil) -> String {
    let own = text.onOneLine
    guard own.contains(where: { $0.isLetter || $0.isNumber }) else { return own.isEmpty ? wording : own }
    if isDay { return onDay(own) }
    let folded = own.folded.bare
    if Self.wholes.contains(folded) { return whole(folded) ?? own }
    if let days = withWeekdays(own, in: year) { return days }
    guard Self.isPart(own) else { return own }
    return candidates(own, in: year).first(where: Self.isReadable) ?? own
  }

  /// Whether the text means days only together with a period named elsewhere, though by itself it reads as a rhythm or
  /// not at all: *Trong tuần*, *Thứ Sáu*, *Tuần cuối tháng*.
  static func dependsOnPeriod(_ text: String) -> Bool {
    let folded = text.onOneLine.folded.bare
    if wholes.contains(folded) || ["cuối tuần", "đầu tuần", "giữa tuần"].contains(folded) { return true }
    if folded.hasWord(["hằng", "hàng", "mỗi"]) { return false }
    return isPart(text) || isWeekdays(folded.split(separator: " ").map(String.init))
  }

  /// Whether the words name weekdays, and nothing else but hours and parts of days: *Chiều thứ Ba*, *Từ thứ 2 đến thứ 4*.
  private static func isWeekdays(_ folded: [String]) -> Bool {
    var rest = folded.map(withoutMarks)[...]
    var count = 0
    while let word = rest.first {
      if let weekday = WeekdayName.leading(rest) {
        count += 1
        rest = rest.dropFirst(weekday.count)
      } else if leaders.contains(word) || CellContent.isHour(word) || word.isEmpty || word == "-" || word == "–" {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return count > 0
  }

  /// The period for a row that says nothing itself.
  private var wording: String {
    if !days.isEmpty { return days }
    guard let week, let outer else { return words }
    return "tuần \(week) \(outer.lowered)"
  }

  // MARK: A day

  /// *8h00* on the day, *sáng* of the day.
  private func onDay(_ own: String) -> String {
    let isHour = CellContent.isHour(own)
    guard isHour || Self.partsOfDays.contains(own.folded.bare) else { return own }
    let full = "\(own) ngày \(days)"
    return Self.isReadable(full) ? full : own
  }

  private static let partsOfDays: Set<String> = [
    "sáng", "chiều", "tối", "buổi sáng", "buổi chiều", "buổi tối", "cả ngày",
  ]

  // MARK: The whole period

  private static let wholes: Set<String> = [
    "trong tuần", "cả tuần", "trong tháng", "cả tháng", "trong quý", "cả quý", "suốt tuần", "suốt tháng",
    "trong cả tháng", "trong cả tuần", "các ngày trong tuần", "các ngày trong tháng",
  ]

  private func whole(_ folded: String) -> String? {
    if folded.hasSuffix("tuần") { return week == nil ? nil : wording }
    guard let outer else { return nil }
    let unit: MarkedPeriod.Unit = folded.hasSuffix("tháng") ? .month : .quarter
    return outer.unit == unit ? outer.lowered : nil
  }

  // MARK: Weekdays

  /// The text with a day of the calendar in the place of each weekday; nil if there is none, or if the days of the week are
  /// not printed.
  private func withWeekdays(_ own: String, in year: Int?) -> String? {
    guard let span = span(in: year), span.count <= 10 else { return nil }
    let words = own.split(separator: " ").map(String.init)
    let folded = words.map { $0.folded }
    guard Self.weekdays(in: folded) > 0, !folded.contains(where: { $0.contains("/") }),
      !own.folded.hasWord(["hằng", "hàng", "mỗi"])
    else { return nil }
    var result: [String] = []
    var index = 0
    while index < words.count {
      guard let (weekday, count) = WeekdayName.leading(folded[index...].map(Self.withoutMarks)[...]) else {
        result.append(words[index])
        index += 1
        continue
      }
      let found = (0..<span.count).map { span.first.adding(days: $0) }.filter { $0.weekday == weekday }
      guard found.count == 1, let day = found.first else { return nil }
      let end = words[index + count - 1]
      result.append("\(day.day)/\(day.month)/\(day.year)" + (end.last.map { ",;".contains($0) } == true ? "," : ""))
      index += count
    }
    let text = result.joined(separator: " ")
    return Self.isReadable(text) ? text : nil
  }

  private static func withoutMarks(_ word: String) -> String { word.filter { !"(),.;:".contains($0) } }

  private static func weekdays(in folded: [String]) -> Int {
    let words = folded.map(withoutMarks)
    return words.indices.count { WeekdayName.leading(words[$0...]) != nil }
  }

  // MARK: Parts

  /// The ways to complete a part of the period, the most usual first.
  private func candidates(_ own: String, in year: Int?) -> [String] {
    guard let outer = outer ?? month(in: year) else { return [] }
    let day = "/\(outer.number)" + (outer.year.map { "/\($0)" } ?? "")
    let period = outer.lowered
    let folded = own.folded
    var texts: [String] = []
    if outer.unit == .month, folded.last?.isNumber == true, Self.week(folded) == nil {
      let isNamed = folded.hasWord(["ngày", "từ"])
      let named = isNamed ? own : "ngày \(own)"
      let isList = folded.contains(",") || folded.hasWord(["và"])
      texts += isList ? ["\(named) \(period)", named + day] : [named + day, "\(named) \(period)"]
      if !isNamed { texts += [own + day, "\(own) \(period)"] }
    }
    if let number = Self.week(folded) { texts.append("tuần \(number) \(period)") }
    let unit = outer.unit == .month ? "tháng" : "quý"
    var words = own.split(separator: " ").map(String.init)
    while let last = words.last?.folded, last == unit || last == "của" { words.removeLast() }
    texts.append((words + [period]).joined(separator: " "))
    return texts
  }

  /// The month in which all printed days of a week lie.
  private func month(in year: Int?) -> MarkedPeriod? {
    guard let span = span(in: year), span.first.month == span.last.month else { return nil }
    return MarkedPeriod("tháng \(span.first.month)/\(span.first.year)")
  }

  /// Whether the text is a day or a stretch of days, and nothing that comes again.
  private static func isReadable(_ text: String) -> Bool {
    let readings = DeadlineReader().read(text).freeText
    return readings.count == 1
      && readings[0].items.allSatisfy { item in
        switch item.form {
        case .at, .extreme: true
        default: false
        }
      }
  }

  /// Whether the text says a part of a period that must be named elsewhere: *Ngày 12*, *25*, *15-20*, *Tuần 2*, *Cuối
  /// tháng*, *Từ 01 đến 08*.
  static func isPart(_ text: String) -> Bool {
    let folded = text.onOneLine.folded.replacing("–", with: "-")
    let words = folded.split { " ,&".contains($0) }.map { $0.trimmingDashes }.filter { !$0.isEmpty }
    guard !words.isEmpty, words.count <= 10, !folded.contains("/") else { return false }
    // *Tháng 5* and *Quý II* name a period themselves.
    for (word, next) in zip(words, words.dropFirst()) where ["tháng", "quý", "năm"].contains(word) {
      if next.first?.isNumber == true || roman[next] != nil { return false }
    }
    var hasPart = false
    for (index, word) in words.enumerated() {
      if isDays(word) || index > 0 && words[index - 1] == "tuần" && roman[word] != nil {
        hasPart = true
      } else if ["đầu", "giữa", "cuối", "nửa"].contains(word) {
        hasPart = true
      } else if !leaders.contains(word), !CellContent.isHour(word) {
        return false
      }
    }
    let isPeriod = words.contains { ["đầu", "giữa", "cuối", "nửa", "tuần"].contains($0) }
    // *Tuần 40* is one of the year, and *Chiều* no part of a month.
    if let number = words.firstIndex(of: "tuần").flatMap({ $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }),
      number > 5
    {
      return false
    }
    return hasPart && (isPeriod || words.last.map(isDays) == true) && !["đầu", "giữa", "cuối"].contains(folded)
  }

  /// *12*, *06-08*
  private static func isDays(_ word: String) -> Bool {
    let numbers = word.split(separator: "-", omittingEmptySubsequences: false)
    return (1...2).contains(numbers.count)
      && numbers.allSatisfy { $0.allSatisfy(\.isASCIIDigit) && Int($0).map { (1...31).contains($0) } == true }
  }

  private static func week(_ folded: String) -> Int? {
    let parts = folded.split(separator: " ")
    guard parts.count == 2, parts[0] == "tuần" else { return nil }
    return Int(parts[1]).flatMap { (1...5).contains($0) ? $0 : nil } ?? roman[String(parts[1])]
  }

  private static let leaders: Set<String> = [
    "ngày", "trước", "chậm", "nhất", "muộn", "vào", "sáng", "chiều", "tối", "từ", "đến", "hết", "các", "sau", "trong",
    "tuần", "thứ", "hai", "ba", "tư", "tiên", "cùng", "tháng", "quý", "của", "và",
  ]
}

extension Substring {
  /// The word without dashes around it.
  fileprivate var trimmingDashes: String {
    var text = self
    while text.first == "-" { text = text.dropFirst() }
    while text.last == "-" { text = text.dropLast() }
    return String(text)
  }
}
