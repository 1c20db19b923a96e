/// A word of a phrase or a pattern, in lower case. It is compared byte by byte, which is far faster than by Unicode
/// equivalence; all text of the engine is NFC.
struct Word: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String
  /// Its first sixteen bytes, which are the whole of all but the longest words.
  private let head: SIMD2<UInt64>

  init(_ text: String) {
    self.text = text
    var head = SIMD2<UInt64>.zero
    var index = 0
    for byte in text.utf8 {
      guard index < 16 else { break }
      head[index >> 3] |= UInt64(byte) << UInt64((index & 7) << 3)
      index += 1
    }
    self.head = head
  }

  /// - Parameter text: a word as written.
  init(folding text: String) {
    self.init(text.utf8.withContiguousStorageIfAvailable(Word.isLowerCase) == true ? text : text.lowercased())
  }

  init(_ text: Substring) { self.init(String(text)) }

  init(stringLiteral text: String) { self.init(text) }

  private var isLong: Bool { head.y >> 56 != 0 }

  static func == (a: Word, b: Word) -> Bool {
    a.head == b.head && (!a.isLong || a.text.utf8.elementsEqual(b.text.utf8))
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(head.x &+ head.y &* 0x9E37_79B9_7F4A_7C15)
  }

  /// True where every letter is surely a small one: ASCII, and the letters that Vietnamese has beside them. Words are
  /// mostly so, and lower-casing by Unicode's tables is slow.
  private static func isLowerCase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      guard index + length <= bytes.count else { return false }
      let last = bytes[index + length - 1]
      let isSmall =
        switch byte {
        case 0x30...0x39, 0x61...0x7A: true
        case 0xC3: last >= 0xA0
        // ă, đ, ĩ; ũ; ơ, ư; of ạ to ỹ the small letters have the odd numbers.
        case 0xC4: last == 0x83 || last == 0x91 || last == 0xA9
        case 0xC5: last == 0xA9
        case 0xC6: last == 0xA1 || last == 0xB0
        case 0xE1: (bytes[index + 1] == 0xBA || bytes[index + 1] == 0xBB) && last % 2 == 1
        default: false
        }
      guard isSmall else { return false }
      index += length
    }
    return true
  }
}
