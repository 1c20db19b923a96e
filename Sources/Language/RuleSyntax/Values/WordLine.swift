import CivilCalendar
import Diagnostics

/// A value cut into words, for the small fixed forms (dates, facts, statements, reminders, calendar lines).
///
/// Words are runs without blanks; `,` `;` `(` `)` `[` `]` `…`, and `:` before a blank, stand alone.
package struct WordLine: Sendable {
  /// A word, or a mark that stands alone.
  package struct Word: Sendable {
    /// Folded, for comparison with keywords.
    package let key: String
    /// UTF-8 offsets in the text.
    package let range: Range<Int>
  }

  package let text: String
  package let words: [Word]
  private let bytes: [UInt8]

  package init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    words = bytes.withUnsafeBufferPointer { WordLine.cut($0) }
  }

  package var count: Int { words.count }

  /// The folded word at `index`; empty beyond the ends.
  package func key(_ index: Int) -> String { words.indices.contains(index) ? words[index].key : "" }

  /// The text from word `start` up to word `end`, without blanks at its ends.
  package func text(_ start: Int, _ end: Int) -> String {
    guard start < end, start >= 0, end <= count else { return "" }
    return String(decoding: bytes[words[start].range.lowerBound..<words[end - 1].range.upperBound], as: UTF8.self)
  }

  /// The bytes of words `start` up to `end` in the text.
  package func range(_ start: Int, _ end: Int) -> Range<Int> {
    guard start < end, start >= 0, end <= count else {
      let place = words.indices.contains(start) ? words[start].range.lowerBound : bytes.count
      return place..<place
    }
    return words[start].range.lowerBound..<words[end - 1].range.upperBound
  }

  /// The index after the longest of `phrases` (words joined by one space, folded) at `index`; nil if none stands there.
  func match(_ index: Int, _ phrases: [String]) -> Int? {
    var best: Int?
    for phrase in phrases {
      if let end = match(index, phrase: phrase), end > best ?? index { best = end }
    }
    return best
  }

  private func match(_ index: Int, phrase: String) -> Int? {
    var next = index
    for word in phrase.split(separator: " ") {
      guard next < count, words[next].key == word else { return nil }
      next += 1
    }
    return next
  }

  /// Where each occurrence of one of `phrases` begins and ends, at or after `start`.
  func occurrences(of phrases: [String], from start: Int = 0, to end: Int? = nil) -> [(start: Int, end: Int)] {
    var found: [(start: Int, end: Int)] = []
    for index in max(start, 0)..<max(min(end ?? count, count), start, 0) {
      if let after = match(index, phrases), after <= end ?? count { found.append((index, after)) }
    }
    return found
  }

  // MARK: Cutting

  private static func cut(_ bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    var index = 0
    func add(_ range: Range<Int>) {
      let name = FoldedName(composed: UnsafeBufferPointer(rebasing: bytes[range]))
      let isMark = name.isEmpty
      let key = isMark ? String(decoding: bytes[range], as: UTF8.self) : name.text
      words.append(Word(key: key, range: range))
    }
    while index < bytes.count {
      let blank = blankLength(bytes, index)
      if blank > 0 {
        index += blank
        continue
      }
      let mark = markLength(bytes, index)
      if mark > 0 {
        add(index..<(index + mark))
        index += mark
        continue
      }
      let start = index
      while index < bytes.count, blankLength(bytes, index) == 0, markLength(bytes, index) == 0 { index += 1 }
      add(start..<index)
    }
    return words
  }

  private static func blankLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    default: 0
    }
  }

  private static func markLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      return 1
    case UInt8(ascii: ":"):
      return index + 1 == bytes.count || blankLength(bytes, index + 1) > 0 ? 1 : 0
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6:
      return 3
    case UInt8(ascii: "."):
      let isEllipsis =
        index + 3 <= bytes.count && bytes[index + 1] == UInt8(ascii: ".")
        && bytes[index + 2] == UInt8(ascii: ".") && (index + 3 == bytes.count || blankLength(bytes, index + 3) > 0)
      return isEllipsis ? 3 : 0
    default:
      return 0
    }
  }
}

extension WordLine {
  func isEllipsis(_ index: Int) -> Bool { key(index) == "…" || key(index) == "..." }

  /// The number at `index`, of at most nine digits; nil if there is none within the range.
  func number(_ index: Int, in range: ClosedRange<Int>) -> Int? {
    WordLine.number(key(index)).flatMap { range.contains($0) ? $0 : nil }
  }

  static func number(_ text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// `8:00`, `08h00`, `8h`, `14 giờ 30` as one word or several; the index after it.
  func time(_ index: Int) -> (value: ClockTime, end: Int)? {
    let word = key(index)
    let parts = word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "h" || $0 == "g" }
    if parts.count == 2, let hour = WordLine.number(parts[0]), parts[0].utf8.count <= 2 {
      if parts[1].isEmpty, !word.hasSuffix(":") { return ClockTime(hour: hour).map { ($0, index + 1) } }
      guard parts[1].utf8.count == 2, let minute = WordLine.number(parts[1]) else { return nil }
      return ClockTime(hour: hour, minute: minute).map { ($0, index + 1) }
    }
    guard let hour = number(index, in: 0...24), key(index + 1) == "giờ" else { return nil }
    if let minute = number(index + 2, in: 0...59) {
      let end = key(index + 3) == "phút" ? index + 4 : index + 3
      return ClockTime(hour: hour, minute: minute).map { ($0, end) }
    }
    return ClockTime(hour: hour).map { ($0, index + 2) }
  }
}
