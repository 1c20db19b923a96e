import Diagnostics

/// `keyword id: title`, cut apart.
struct HeaderLine {
  var keyword: BlockKeyword?
  /// The keyword; if it is not known, everything before the colon.
  var keywordRange: Range<Int>
  var id: Range<Int>?
  var colon: Int?
  var title: Range<Int>

  init(_ line: Range<Int>, in source: SourceText) {
    let bytes = source.bytes
    colon = line.first { bytes[$0] == UInt8(ascii: ":") }
    let head = source.trimmed(line.lowerBound..<(colon ?? line.upperBound))
    title = source.trimmed((colon.map { $0 + 1 } ?? line.upperBound)..<line.upperBound)
    let words = HeaderLine.words(head, source)
    for count in stride(from: min(words.count, Keywords.mostBlockWords), to: 0, by: -1) {
      let range = head.lowerBound..<words[count - 1].upperBound
      guard let candidate = Keywords.blocks[source.foldedName(range)] else { continue }
      keyword = candidate
      keywordRange = range
      guard words.count > count else { return }
      id = words[count].lowerBound..<head.upperBound
      // Without the colon the first word is the id if it can be one, and all else the title.
      if colon == nil {
        let isID = HeaderLine.isID(bytes[words[count]])
        id = isID ? words[count] : nil
        title = source.trimmed((isID ? words[count].upperBound : words[count].lowerBound)..<head.upperBound)
      }
      return
    }
    keywordRange = head
  }

  /// The first four words, which are enough for any keyword and the beginning of the id.
  private static func words(_ range: Range<Int>, _ source: SourceText) -> [Range<Int>] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var words: [Range<Int>] = []
      words.reserveCapacity(4)
      var rest = LineScanner.trimmed(bytes, range)
      while !rest.isEmpty, words.count < 4 {
        var end = rest.lowerBound
        while end < rest.upperBound, !isBlank(bytes, end) { end += 1 }
        words.append(rest.lowerBound..<end)
        rest = LineScanner.trimmed(bytes, end..<rest.upperBound)
      }
      return words
    }
  }

  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0x20 || bytes[index] == 0x09
      || (bytes[index] == 0xC2 && index + 1 < bytes.count && bytes[index + 1] == 0xA0)
  }

  /// `[A-Za-z0-9][A-Za-z0-9.-]*` (decision: ids-not-positions).
  static func isID(_ bytes: some Collection<UInt8>) -> Bool {
    guard let first = bytes.first, isAlphanumeric(first) else { return false }
    return bytes.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// An id made of a name: Vietnamese letters without their marks, everything else a hyphen.
  static func suggestedID(_ name: String) -> String { ASCIIName.id(from: name) }
}
