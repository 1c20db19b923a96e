/// Makes text literal in HTML, between tags and in quoted attributes. It escapes the five special characters and
/// whatever no reader can see.
package enum HTMLEscaper {
  /// Line ends and tabs stay what they are, so that what was typed into a field comes back as it was.
  package static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x09, 0x0A, 0x0D].contains($0) }) else { return escapeLine(text) }
    return text.replacing("\r\n", with: "\n").split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
      .map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map { escapeLine(String($0)) }.joined(
          separator: "&#9;")
      }
      .joined(separator: "&#10;")
  }

  private static func escapeLine(_ text: String) -> String {
    let text = TerminalEscaper.escape(text)
    guard text.utf8.contains(where: { code(of: $0) != nil }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if let code = code(of: byte) { result += code.utf8 } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func code(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
