/// A period that heads a column of marks: *Quý I*, *Q2*, *Tháng 5*, *T12*, *Năm 2027*, *2027*.
struct MarkedPeriod: Hashable, Sendable {
  enum Unit: Hashable, Sendable { case month, quarter, year }

  var unit: Unit
  var number: Int
  /// The year that is named with the period, such as *2025* in *Quý I/2025*.
  var year: Int?

  /// Nil unless the heading is such a period and nothing more.
  init?(_ heading: String) {
    var words = heading.onOneLine.folded.split { " /.:-()".contains($0) }.map(String.init)
    guard let first = words.first, words.count <= 4 else { return nil }
    if let letter = first.first, first.count > 1, "qt".contains(letter), Int(first.dropFirst()) != nil {
      words.replaceSubrange(0..<1, with: [String(letter), String(first.dropFirst())])
    }
    if words.count == 1 {
      guard let year = Self.year(words[0]), heading.onOneLine.count == 4 else { return nil }
      (unit, number) = (.year, year)
      return
    }
    switch words[0] {
    case "quý", "quí", "q": unit = .quarter
    case "tháng", "t": unit = .month
    case "năm": unit = .year
    default: return nil
    }
    guard let number = unit == .year ? Self.year(words[1]) : Int(words[1]) ?? Self.roman[words[1]] else { return nil }
    self.number = number
    switch unit {
    case .month: guard (1...12).contains(number) else { return nil }
    case .quarter: guard (1...4).contains(number) else { return nil }
    case .year: guard words.count == 2 else { return nil }
    }
    let rest = words.dropFirst(2).filter { $0 != "năm" }
    guard rest.count <= 1, rest.allSatisfy({ Self.year($0) != nil }) else { return nil }
    year = rest.first.flatMap(Self.year)
  }

  /// The headings, in which twelve bare numbers beside each other behind others, *1* to *12*, are those of the months.
  static func named(_ headings: [String]) -> [String] {
    guard let first = headings.firstIndex(where: { Int($0) == 1 }), first > 0, headings.count >= first + 12,
      (0..<12).allSatisfy({ Int(headings[first + $0]) == $0 + 1 }), Int(headings[first - 1]) == nil
    else { return headings }
    var headings = headings
    for month in 1...12 { headings[first + month - 1] = "Tháng \(month)" }
    return headings
  }

  private static let roman = ["i": 1, "ii": 2, "iii": 3, "iv": 4]

  private static func year(_ text: String) -> Int? { Int(text).flatMap { (1990...2199).contains($0) ? $0 : nil } }

  var text: String {
    let tail = year.map { "/\($0)" } ?? ""
    return switch unit {
    case .month: "Tháng \(number)\(tail)"
    case .quarter: "Quý \(["I", "II", "III", "IV"][number - 1])\(tail)"
    case .year: "Năm \(number)"
    }
  }

  /// The same as words of a sentence: *tháng 5*, *quý II*.
  var lowered: String { text.prefix(1).lowercased() + text.dropFirst() }

  func isFollowed(by next: MarkedPeriod) -> Bool { unit == next.unit && year == next.year && next.number == number + 1 }

  /// *x*, *X*, *✓*, *●*
  static func isMark(_ text: String) -> Bool {
    let bare = text.trimmed
    return ["x", "X", "v", "V", "+", "*", "1"].contains(bare)
      || bare.count == 1
        && bare.unicodeScalars.allSatisfy {
          (0x2500...0x27BF).contains($0.value) || $0 == "•" || $0 == "×" || $0 == "√"
        }
  }

  /// The marked periods as a deadline; nil if all of three or more columns are marked, which may mean each period or
  /// all the time.
  static func deadline(_ marked: [MarkedPeriod], of columns: Int) -> String? {
    guard marked.count < columns || columns < 3 else { return nil }
    var runs: [(first: MarkedPeriod, last: MarkedPeriod)] = []
    for period in marked {
      if let last = runs.last?.last, last.isFollowed(by: period) {
        runs[runs.count - 1].last = period
      } else {
        runs.append((period, period))
      }
    }
    let texts = runs.map { $0.first == $0.last ? $0.first.text : "từ \($0.first.text) đến \($0.last.text)" }
    return texts.joined(separator: " và ")
  }
}
