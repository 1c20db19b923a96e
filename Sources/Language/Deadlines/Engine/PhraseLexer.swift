/// A word, a number or a punctuation mark of a phrase.
struct Token: Sendable {
  /// What stands in the phrase.
  enum Kind: Sendable { case word, number, mark }

  let kind: Kind
  /// As written.
  let text: String
  /// Lower case, for comparison with keywords.
  let key: Word
  /// Of a number; -1 for others, and for numbers of more than nine digits.
  let value: Int
  /// How many digits a number has.
  let digits: Int
  /// Of a mark in ASCII; U+0000 for others.
  let mark: Unicode.Scalar
  /// A word that begins with a capital letter.
  let isCapitalized: Bool
  /// White space stands before it.
  let spaceBefore: Bool
  /// UTF-8 offsets in the phrase.
  let range: Range<Int>
}

/// Cuts a phrase into words (runs of letters), numbers (runs of digits) and marks (anything else, one by one).
enum PhraseLexer {
  /// In the order of the phrase; blanks are passed over.
  static func tokens(_ text: String) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      tokens.reserveCapacity(bytes.count / 4 + 4)
      var position = 0
      var spaceBefore = false
      while position < bytes.count {
        let skipped = spaceLength(bytes, position)
        if skipped > 0 {
          position += skipped
          spaceBefore = true
          continue
        }
        let start = position
        let kind = kindOfRun(bytes, &position)
        let run = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<position]), as: UTF8.self)
        let key = kind == .mark ? Word(canonicalMark(run)) : Word(folding: run)
        tokens.append(
          Token(
            kind: kind, text: run, key: key,
            value: kind == .number && run.utf8.count <= 9 ? Int(run) ?? -1 : -1,
            digits: kind == .number ? run.utf8.count : 0,
            mark: kind == .mark && key.text.utf8.count == 1 ? key.text.unicodeScalars.first ?? "\0" : "\0",
            isCapitalized: kind == .word && isCapitalized(run),
            spaceBefore: spaceBefore,
            range: start..<position))
        spaceBefore = false
      }
      return tokens
    }
  }

  private static func isCapitalized(_ word: String) -> Bool {
    guard let first = word.utf8.first, first < 0x80 else { return word.first?.isUppercase == true }
    return first < 0x61
  }

  /// Length of the white space at `position`: ASCII blanks and NBSP.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    switch bytes[position] {
    case 0x20, 0x09, 0x0A, 0x0D: 1
    case 0xC2 where position + 1 < bytes.count && bytes[position + 1] == 0xA0: 2
    default: 0
    }
  }

  private static func kindOfRun(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Token.Kind {
    let byte = bytes[position]
    if isDigit(byte) {
      while position < bytes.count, isDigit(bytes[position]) { position += 1 }
      return .number
    }
    if isLetter(bytes, position) {
      while position < bytes.count, isLetter(bytes, position) { position += length(byte: bytes[position]) }
      position = min(position, bytes.count)
      return .word
    }
    position = min(position + length(byte: byte), bytes.count)
    return .mark
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// ASCII letters, and everything beyond ASCII but the punctuation that plans use (general punctuation U+2000–206F,
  /// Latin-1 signs U+0080–00BF).
  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 { return (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    if byte == 0xC2 { return false }
    if byte == 0xE2, position + 1 < bytes.count { return bytes[position + 1] != 0x80 && bytes[position + 1] != 0x81 }
    return true
  }

  private static func length(byte: UInt8) -> Int {
    byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }

  /// One kind of dash and of apostrophe.
  private static func canonicalMark(_ mark: String) -> String {
    switch mark {
    case "–", "—", "‐", "‑", "−": "-"
    case "’", "‘": "'"
    default: mark
    }
  }
}
