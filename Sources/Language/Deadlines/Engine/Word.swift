/// A word of a phrase or a pattern, in lower case. It is compared byte by byte, which is far faster than by Unicode
/// equivalence; all text of the engine is NFC.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String
  /// Its first sixteen bytes, which are the whole of all but the longest words.
  private let head: SIMD2<UInt64>

  init(_ text: String) {
    self.text = text
    var text = text
    var head = SIMD2<UInt64>.zero
    text.withUTF8 { bytes in
      withUnsafeMutableBytes(of: &head) { $0.copyBytes(from: bytes.prefix(16)) }
    }
    self.head = head
  }

  /// - Parameter text: a word as written.
  init(folding text: String) {
    self.init(text.folded)
  }

  init(_ text: Substring) { self.init(String(text)) }

  init(stringLiteral text: String) { self.init(text) }

  private var isLong: Bool { head.y.littleEndian >> 56 != 0 }

  static func == (a: Word, b: Word) -> Bool {
    a.head == b.head && (!a.isLong || a.text.utf8.elementsEqual(b.text.utf8))
  }

  private var mixed: UInt64 { (head.x ^ head.y &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93 }

  /// One of 64 bits, for sets of words that may hold too much.
  var bit: UInt64 { 1 << (mixed >> 58) }

  func hash(into hasher: inout Hasher) { hasher.combine(mixed) }

  /// The hasher of the standard library takes longer than all the rest of looking up a word in a table.
  func _rawHashValue(seed: Int) -> Int { Int(truncatingIfNeeded: mixed ^ mixed >> 32) }
}

extension String {
  /// In lower case. ASCII and the letters that Vietnamese has beside it are changed byte by byte, for Unicode's tables are
  /// slow.
  var folded: String {
    var text = self
    let folded: String? = text.withUTF8 { bytes in
      var changed: [UInt8] = []
      var index = 0
      while index < bytes.count {
        let length = bytes[index] < 0x80 ? 1 : bytes[index] < 0xE0 ? 2 : 3
        let last = index + length - 1
        guard last < bytes.count, let small = String.small(bytes[index...last]) else { return nil }
        if small != bytes[last] {
          if changed.isEmpty { changed = Array(bytes) }
          changed[last] = small
        }
        index += length
      }
      return changed.isEmpty ? self : String(decoding: changed, as: UTF8.self)
    }
    return folded ?? lowercased()
  }

  /// The last byte of the small letter; nil of letters that are not known here.
  private static func small(_ letter: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    let last = letter[letter.endIndex - 1]
    switch (letter[letter.startIndex], last) {
    case (0x41...0x5A, _), (0xC3, 0x80...0x96), (0xC3, 0x98...0x9E): return last + 0x20
    case (..<0x80, _), (0xC3, _): return last
    // Ă, Đ, Ĩ; Ũ; Ơ, Ư; of Ạ to Ỹ the small letters have the odd numbers.
    case (0xC4, 0x82), (0xC4, 0x90), (0xC4, 0xA8), (0xC5, 0xA8), (0xC6, 0xA0), (0xC6, 0xAF): return last + 1
    case (0xC4, 0x83), (0xC4, 0x91), (0xC4, 0xA9), (0xC5, 0xA9), (0xC6, 0xA1), (0xC6, 0xB0): return last
    case (0xE1, _):
      let middle = letter[letter.startIndex + 1]
      return middle == 0xBB || middle == 0xBA && last >= 0xA0 ? last | 1 : nil
    default: return nil
    }
  }

  /// Whether it begins with these bytes, which is far faster asked than by Unicode equivalence.
  func begins(with head: String) -> Bool { utf8.starts(with: head.utf8) }

  /// Likewise, anywhere.
  func holds(_ part: String) -> Bool {
    var (all, part) = (self, part)
    return all.withUTF8 { all in
      part.withUTF8 { part in
        (0...max(0, all.count - part.count)).contains { start in all[start...].starts(with: part) }
      }
    }
  }
}
