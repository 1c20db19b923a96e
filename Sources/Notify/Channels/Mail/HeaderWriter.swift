import Addresses

/// Writes the headers of a mail: in ASCII, folded after at most 76 characters, without anything that could begin
/// another header.
struct HeaderWriter {
  private(set) var bytes: [UInt8] = []
  private static let width = 76

  /// Writes a value that is known to be plain, and short or already folded.
  mutating func plain(_ name: StaticString, _ value: String) { line("\(name): \(value)") }

  /// Writes one long word without blanks on a line of its own.
  mutating func word(_ name: StaticString, _ value: String) throws(EnvelopeFailure) {
    guard value.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw .harmfulCharacter(header: "\(name)")
    }
    line("\(name):\r\n \(value)")
  }

  /// Writes free text (RFC 5322 "unstructured"): plain ASCII as it is, other text in encoded words (RFC 2047).
  mutating func text(_ name: StaticString, _ value: String) throws(EnvelopeFailure) {
    try refuseHarmful(in: value, of: name)
    let start = "\(name): "
    if Self.isPlain(value), let folded = Self.fold(value, after: start.utf8.count) {
      line(start + folded)
    } else {
      line(
        start
          + EncodedWord.words(value, after: start.utf8.count, width: Self.width).joined(
            separator: "\r\n "))
    }
  }

  /// Writes names and addresses, each on a line of its own.
  mutating func mailboxes(_ name: StaticString, _ boxes: [Mailbox]) throws(EnvelopeFailure) {
    var value = "\(name):"
    var column = value.utf8.count
    for (index, box) in boxes.enumerated() {
      let comma = index + 1 < boxes.count ? "," : ""
      if index > 0 {
        value += "\r\n"
        column = 0
      }
      let address = "<\(box.address)>\(comma)"
      guard let shown = box.name, shown.utf8.contains(where: { $0 != 0x20 }) else {
        value += " \(box.address)\(comma)"
        continue
      }
      try refuseHarmful(in: shown, of: name)
      let phrase = Self.phrase(shown, after: column + 1)
      let last = phrase.last?.utf8.count ?? 0
      let used = (phrase.count == 1 ? column : 0) + 1 + last + 1 + address.utf8.count
      value +=
        " " + phrase.joined(separator: "\r\n ") + (used > Self.width ? "\r\n " : " ") + address
    }
    line(value)
  }

  /// The pieces of a display name, each for a line of its own.
  private static func phrase(_ name: String, after column: Int) -> [String] {
    guard isPlain(name), column + name.utf8.count + 4 <= width else {
      return EncodedWord.words(name, after: column, width: width)
    }
    if name.utf8.allSatisfy({ MailAddress.isAtomText($0) || $0 == 0x20 }) { return [name] }
    var quoted = "\""
    for character in name.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return [quoted + "\""]
  }

  /// Whether the value is printable ASCII that no reader takes for an encoded word, and whose blanks survive folding.
  private static func isPlain(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }), bytes.first != 0x20, bytes.last != 0x20
    else {
      return false
    }
    return !zip(bytes, bytes.dropFirst()).contains { pair in
      pair == (0x20, 0x20) || pair == (UInt8(ascii: "="), UInt8(ascii: "?"))
    }
  }

  /// The value with line breaks before blanks; nil if a word is too long for a line.
  private static func fold(_ value: String, after start: Int) -> String? {
    var folded = ""
    var column = start
    for (index, word) in value.split(separator: " ").enumerated() {
      guard word.utf8.count + 1 <= width, index > 0 || start + word.utf8.count <= width else {
        return nil
      }
      if index > 0 {
        let fits = column + 1 + word.utf8.count <= width
        folded += fits ? " " : "\r\n "
        column = fits ? column + 1 : 1
      }
      folded += word
      column += word.utf8.count
    }
    return folded
  }

  private func refuseHarmful(in value: String, of name: StaticString) throws(EnvelopeFailure) {
    if value.unicodeScalars.contains(where: PlainWords.isHarmful) {
      throw .harmfulCharacter(header: "\(name)")
    }
  }

  private mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [0x0D, 0x0A]
  }
}
