/// A number in a text that is a year, and what it is the year of.
struct YearToken: Equatable {
  enum Role: Equatable {
    /// *năm 2024*, *Quý II/2024*, *tháng 6/2024*, *năm học 2023-2024*
    case plain
    /// *15/3/2024*, *ngày 15 tháng 3 năm 2024*, *15 March 2024*
    case day
    /// *39/2023/QĐ-UBND*, *số 12/2024*, *số 1117/QĐ-UBND ngày 19/5/2023*
    case document
  }

  var year: Int
  /// The other year of *2023-2024*.
  var partner: Int?
  var role: Role
  /// Offsets in the text's UTF-8.
  var range: Range<Int>

  /// Years from 1900 to 2199, in their order.
  static func all(in text: String) -> [YearToken] {
    let bytes = Array(text.utf8)
    let numbers = numbers(in: bytes)
    return numbers.indices.compactMap { place in
      let range = numbers[place]
      guard let year = year(bytes, range) else { return nil }
      let before = place > 0 ? numbers[place - 1] : nil
      let next = place + 1 < numbers.count ? numbers[place + 1] : nil
      let role =
        isOfDocument(bytes, range, before) ? Role.document : isOfDay(bytes, numbers[...place], next) ? .day : .plain
      return YearToken(year: year, partner: partner(bytes, range, before, next), role: role, range: range)
    }
  }

  /// Runs of digits that no letter touches, and that end no id (*par-2023*).
  private static func numbers(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for place in 0...bytes.count {
      let isDigit = place < bytes.count && (0x30...0x39).contains(bytes[place])
      if isDigit, start == nil { start = place }
      guard !isDigit, let first = start else { continue }
      start = nil
      let isTouched = first > 0 && isLetter(bytes[first - 1]) || place < bytes.count && isLetter(bytes[place])
      if !isTouched, !endsID(bytes[..<first]) { found.append(first..<place) }
    }
    return found
  }

  /// Whether a text ends in letters and a hyphen; *quý II-* does not.
  private static func endsID(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.last == UInt8(ascii: "-") else { return false }
    let word = bytes.dropLast().reversed().prefix(while: isLetter)
    return !word.isEmpty && !word.allSatisfy { "IVX".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte > 0x7F || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private static func year(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard range.count == 4, let year = Int(String(decoding: bytes[range], as: UTF8.self)) else { return nil }
    return (1900...2199).contains(year) ? year : nil
  }

  private static func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).lowercased()
  }

  private static func isOfDocument(_ bytes: [UInt8], _ range: Range<Int>, _ before: Range<Int>?) -> Bool {
    if range.upperBound + 1 < bytes.count, bytes[range.upperBound] == UInt8(ascii: "/"),
      isLetter(bytes[range.upperBound + 1])
    {
      return true
    }
    guard let before, text(bytes, before.upperBound..<range.lowerBound) == "/" else { return false }
    let words = words(bytes[..<before.lowerBound])
    return words.last == "số" || isOfDocument(dayBehind: words)
  }

  /// Whether words end in the number of a document, *ngày* and the day of a month: *số 1117/QĐ-UBND ngày 19/*.
  private static func isOfDocument(dayBehind words: [String]) -> Bool {
    guard words.count > 2, words.last?.last == "/", words[words.count - 2] == "ngày" else { return false }
    let number = words[words.count - 3].utf8
    return number.contains(UInt8(ascii: "/")) && number.contains(where: isLetter)
  }

  /// Whether the year ends a day, or begins one as computers write it.
  private static func isOfDay(_ bytes: [UInt8], _ numbers: ArraySlice<Range<Int>>, _ next: Range<Int>?) -> Bool {
    guard let range = numbers.last else { return false }
    if let next, text(bytes, range.upperBound..<next.lowerBound) == "-", next.count == 2,
      bytes.indices.contains(next.upperBound), bytes[next.upperBound] == UInt8(ascii: "-")
    {
      return true
    }
    guard numbers.count > 1 else { return false }
    let last = numbers[numbers.endIndex - 2]
    let gap = words(bytes[last.upperBound..<range.lowerBound])
    // 15 March 2024; March 15, 2024
    if gap.count == 1, isMonth(gap[0]) { return last.count <= 2 }
    if gap == [","], let word = words(bytes[..<last.lowerBound]).last, isMonth(word) { return true }
    guard numbers.count > 2 else { return false }
    let first = numbers[numbers.endIndex - 3]
    let between = words(bytes[first.upperBound..<last.lowerBound])
    guard first.count <= 2, last.count <= 2 else { return false }
    let marks = ["/", "-", "."]
    if let mark = gap.first, gap.count == 1, between == gap, marks.contains(mark) { return true }
    return between == ["tháng"] && (gap == ["năm"] || gap == ["/"])
  }

  private static func isMonth(_ word: String) -> Bool {
    word.count >= 3
      && [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
      ].contains { $0.hasPrefix(word) }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func partner(
    _ bytes: [UInt8], _ range: Range<Int>, _ before: Range<Int>?, _ next: Range<Int>?
  ) -> Int? {
    func isHyphen(_ gap: Range<Int>) -> Bool { ["-", "–", "—"].contains(words(bytes[gap]).joined()) }
    if let before, isHyphen(before.upperBound..<range.lowerBound), let year = year(bytes, before) { return year }
    if let next, isHyphen(range.upperBound..<next.lowerBound), let year = year(bytes, next) { return year }
    return nil
  }
}
