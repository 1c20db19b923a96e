import Hashing

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
