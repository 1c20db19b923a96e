/// Decodes the bytes of a file as Unicode: UTF-8 with or without a byte order mark, or UTF-16 with one.
enum TextDecoding {
  enum Result {
    case text(String)
    /// The bytes are not Unicode, and may be of an older encoding.
    case otherEncoding
    /// The bytes are no text.
    case binary
  }

  static func decode(_ bytes: [UInt8]) -> Result {
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, high: 1) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, high: 0) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if body.contains(0) { return .binary }
    guard let text = String(validating: body, as: UTF8.self) else { return .otherEncoding }
    return .text(text)
  }

  /// Text with lone surrogates counts as binary.
  private static func utf16(_ bytes: [UInt8], high: Int) -> Result {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self),
      !text.unicodeScalars.contains("\0")
    else { return .binary }
    return .text(text)
  }

  /// Each byte as a letter of windows-1252, in place of which old Vietnamese fonts draw their own letters.
  static func westernText(_ bytes: some Sequence<UInt8>) -> String {
    var result = String.UnicodeScalarView()
    for byte in bytes {
      let index = Int(byte) - 0x80
      result.append((0..<32).contains(index) ? windows1252[index] : Unicode.Scalar(byte))
    }
    return String(result)
  }

  /// 0x80–0x9F; the five that are not assigned stand for themselves.
  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
