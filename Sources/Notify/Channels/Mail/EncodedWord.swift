/// Encoded words (RFC 2047): UTF-8 in base64, at most 75 characters each, never split inside a character.
enum EncodedWord {
  private static let frame = "=?UTF-8?B??=".utf8.count

  /// Encodes `text` in words for one line each; the first begins at column `start`, the others at column 1.
  static func words(_ text: String, after start: Int, width: Int) -> [String] {
    var words: [String] = []
    var piece: [UInt8] = []
    // However far to the right it begins, the first word gets room for one character.
    var room = capacity(max(width - start, frame + 8))
    func close() {
      let end = breakingPlace(in: piece)
      words.append("=?UTF-8?B?\(Base64.text(piece[..<end]))?=")
      piece.removeFirst(end)
      room = capacity(width - 1)
    }
    for character in text {
      // A letter with more marks than a line holds is split between code points, which a reader joins again.
      let parts =
        character.utf8.count <= capacity(width - 1)
        ? [Array(character.utf8)] : character.unicodeScalars.map { Array(String($0).utf8) }
      for part in parts {
        while piece.count + part.count > room, !piece.isEmpty { close() }
        piece += part
      }
    }
    if !piece.isEmpty { words.append("=?UTF-8?B?\(Base64.text(piece))?=") }
    return words
  }

  /// The place behind the last blank if that is not too far back, because some readers show a blank between two encoded
  /// words; else the end.
  private static func breakingPlace(in piece: [UInt8]) -> Int {
    guard let blank = piece.lastIndex(of: 0x20), blank >= piece.count / 3 else {
      return piece.count
    }
    return blank + 1
  }

  /// Bytes of text that a word of at most `columns` characters holds.
  private static func capacity(_ columns: Int) -> Int { (min(columns, 75) - frame) / 4 * 3 }
}

/// Base64 (RFC 4648, 4).
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: encode(bytes), as: UTF8.self)
  }

  static func encode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var group: UInt32 = 0
    var held = 0
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      held += 1
      if held == 3 {
        for shift: UInt32 in [18, 12, 6, 0] { result.append(digits[Int(group >> shift & 63)]) }
        (group, held) = (0, 0)
      }
    }
    guard held > 0 else { return result }
    group <<= held == 1 ? 16 : 8
    result.append(digits[Int(group >> 18 & 63)])
    result.append(digits[Int(group >> 12 & 63)])
    result.append(held == 2 ? digits[Int(group >> 6 & 63)] : UInt8(ascii: "="))
    result.append(UInt8(ascii: "="))
    return result
  }

  /// Nil unless it is whole base64 with its padding.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count % 4 == 0 else { return nil }
    let padding = bytes.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var result: [UInt8] = []
    var group: UInt32 = 0
    for (index, byte) in bytes.dropLast(padding).enumerated() {
      guard let value = digits.firstIndex(of: byte) else { return nil }
      group = group << 6 | UInt32(value)
      if index % 4 > 0 {
        let shift = UInt32(6 - 2 * (index % 4))
        result.append(UInt8(truncatingIfNeeded: group >> shift))
      }
    }
    return result
  }
}
