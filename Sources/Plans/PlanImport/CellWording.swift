/// How cells shorten what the language writes out: *T5-T8*, *Chờ ý kiến Cục trưởng*, *Trước Ngày Quốc khánh 02/9*,
/// *20/5/27*. Each is written out in one way, which the report shows.
enum CellWording {
  /// The words written out; nil if there is nothing to write out, or no single way.
  static func writtenOut(_ words: String, years: ClosedRange<Int>) -> String? {
    let text = words.onOneLine.bare
    guard !text.isEmpty, text.count <= 120 else { return nil }
    for write in [nightly, namedLunarDay, months, shortYear, namedDay, countedAfter, awaited, session, joinedPeriods] {
      if let out = write(text, years), out != text { return out }
    }
    return nil
  }

  /// Whether the words name a festival that is none of those which the language has, though one of them begins so: *Tết
  /// Trung thu* is not *Tết*.
  static func namesOtherFestival(_ words: String) -> Bool {
    words.folded.hasWord(["tết trung thu", "tết dương lịch", "tết đoan ngọ", "tết thiếu nhi", "tết độc lập", "tết tây"])
  }

  private typealias Way = @Sendable (String, ClosedRange<Int>) -> String?

  /// *Hằng đêm*
  private static let nightly: Way = { text, _ in
    ["hằng đêm", "hàng đêm", "mỗi đêm", "hằng tối", "hàng tối"].contains(text.folded) ? "hằng ngày" : nil
  }

  /// *Tết Trung thu* is the 15th of the 8th month of the lunar year.
  private static let namedLunarDay: Way = { text, _ in
    for (name, day) in [("tết trung thu", "15/8"), ("tết đoan ngọ", "5/5")] {
      guard let range = text.range(ofFolded: name) else { continue }
      let head = text[..<range.lowerBound].trimmed.bare
      let leads = head.folded.split(separator: " ").map(String.init)
      guard text[range.upperBound...].bare.isEmpty, leads.allSatisfy({ leaders.contains($0) }) else { return nil }
      return (head.folded.hasPrefix("trước") ? "trước ngày " : "ngày ") + "\(day) âm lịch"
    }
    return nil
  }

  /// *T5-T8* names months, because there is no eighth weekday.
  private static let months: Way = { text, _ in
    var numbers: [Int] = []
    var isCertain = false
    let words = text.replacing("-", with: " - ").replacing("–", with: " - ").split(separator: " ").map(String.init)
    let written = words.map { word -> String in
      guard let first = word.first, "Tt".contains(first) else { return word }
      let digits = word.dropFirst().prefix { $0.isASCIIDigit }
      let tail = word.dropFirst(1 + digits.count)
      guard let number = Int(digits), (1...12).contains(number), tail.allSatisfy({ "/,.".contains($0) || $0.isNumber })
      else { return word }
      numbers.append(number)
      isCertain = isCertain || number == 1 || number > 7 || tail.contains("/")
      return "tháng \(digits)\(tail)"
    }
    return numbers.isEmpty || !isCertain ? nil : written.joined(separator: " ")
  }

  /// *20/5/27* in a plan of 2027.
  private static let shortYear: Way = { text, years in
    var isChanged = false
    let words = text.split(separator: " ").map { word -> String in
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ (1...2).contains($0.count) && Int($0) != nil }),
        let year = years.first(where: { $0 % 100 == Int(parts[2]) }), parts[2].count == 2
      else { return String(word) }
      isChanged = true
      return "\(parts[0])/\(parts[1])/\(year)"
    }
    return isChanged ? words.joined(separator: " ") : nil
  }

  /// *Trước Ngày Quốc khánh 02/9*, *chào mừng ngày Quốc tế Phụ nữ (8/3)*: the day is printed behind its name.
  private static let namedDay: Way = { text, _ in
    let words = text.split(separator: " ").map(String.init)
    let folded = words.map { $0.folded.filter { !"(),.".contains($0) } }
    guard let last = folded.last, DaySpan.isDay(last),
      let start = folded.firstIndex(where: { ["ngày", "lễ", "dịp", "kỷ", "chào", "nhân", "mừng"].contains($0) }),
      folded[..<start].allSatisfy({ leaders.contains($0) }), words[start...].count > 2
    else { return nil }
    let name = words[start..<(words.count - 1)]
    guard
      name.contains(where: { $0.first?.isUppercase == true && !["Ngày", "Lễ", "Dịp", "Kỷ"].contains($0) })
        || folded[start] != "ngày", !name.contains(where: { $0.contains(where: \.isNumber) }),
      !name.joined(separator: " ").folded.hasWord(["tháng", "quý", "tuần", "hằng", "hàng", "đến", "từ"])
    else { return nil }
    return (words[..<start] + ["ngày", last]).joined(separator: " ")
  }

  /// *Sau kỳ họp HĐND 15 ngày*
  private static let countedAfter: Way = { text, _ in
    var words = text.split(separator: " ").map(String.init)
    guard let first = words.first?.folded, first == "sau" || first == "trước", words.count > 4 else { return nil }
    let isWorking = words.suffix(2).joined(separator: " ").folded == "làm việc"
    if isWorking { words.removeLast(2) }
    guard let unit = words.last?.folded, ["ngày", "tuần", "tháng"].contains(unit),
      let number = Int(words[words.count - 2])
    else { return nil }
    let event = words.dropFirst().dropLast(2).joined(separator: " ")
    guard !event.contains(where: \.isNumber) else { return nil }
    return "\(number) \(unit)\(isWorking ? " làm việc" : "") \(first) \(event)"
  }

  /// *Chờ ý kiến Cục trưởng*
  private static let awaited: Way = { text, _ in
    guard let verb = ["chờ đợi ", "đang chờ ", "chờ ", "đợi "].first(where: { text.folded.hasPrefix($0) }) else {
      return nil
    }
    let rest = String(text.dropFirst(verb.count))
    let folded = rest.folded
    if ["có ", "được "].contains(where: { folded.hasPrefix($0) }) { return "sau khi \(rest)" }
    if ["duyệt", "phê duyệt", "thẩm định", "xem xét"].contains(where: { folded == $0 || folded.hasPrefix($0 + " ") }) {
      return "sau khi được \(rest)"
    }
    let papers = [
      "ý kiến", "hướng dẫn", "kết quả", "văn bản", "chủ trương", "quyết định", "kế hoạch", "công văn", "chỉ đạo",
      "thông báo", "kinh phí", "vốn", "chỉ tiêu", "dự toán", "lịch", "biên chế", "nghị quyết", "hồ sơ", "kết luận",
    ]
    return papers.contains { folded == $0 || folded.hasPrefix($0 + " ") } ? "sau khi có \(rest)" : nil
  }

  /// *Kỳ họp giữa năm của HĐND tỉnh*
  private static let session: Way = { text, _ in
    text.folded.hasPrefix("kỳ họp ") && !text.contains(where: \.isNumber)
      ? "tại " + text.prefix(1).lowercased() + text.dropFirst() : nil
  }

  /// *Tuần 3/tháng 5*, *Tuần 3 - tháng 5*, *15/3 → 20/3*, *25&26/3*
  private static let joinedPeriods: Way = { text, _ in
    if text.folded.hasPrefix("tuần "), let range = text.range(ofFolded: "tháng") {
      let head = text[..<range.lowerBound].bare
      return head.folded.split(separator: " ").count == 2 ? "\(head) \(text[range.lowerBound...])" : nil
    }
    if text.contains("→") { return text.replacing("→", with: " - ").onOneLine }
    return text.contains("&") ? text.replacing("&", with: " và ").onOneLine : nil
  }

  private static let leaders: Set<String> = [
    "trước", "sau", "chậm", "nhất", "muộn", "đến", "hết", "vào", "trong", "xong", "hoàn", "thành", "dịp", "nhân",
  ]
}

extension String {
  /// Where folded words stand in the text.
  fileprivate func range(ofFolded words: String) -> Range<Index>? {
    let lower = lowercased()
    guard lower.count == count, let range = lower.firstRange(of: words) else { return nil }
    let start = index(startIndex, offsetBy: lower.distance(from: lower.startIndex, to: range.lowerBound))
    return start..<index(start, offsetBy: words.count)
  }
}
