/// An HTML character reference with its semicolon: `&#7845;`, `&#x1EA5;`, `&agrave;` (HTML 4.01, §24, in part).
struct CharacterReference {
  var scalar: Unicode.Scalar
  /// The index behind the semicolon.
  var end: Int

  /// Nil if no known reference begins at `start`, so that *KH&CN;* stays.
  init?(in bytes: [UInt8], at start: Int) {
    let limit = min(bytes.count, start + 12)
    guard let semicolon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<semicolon], as: UTF8.self)
    end = semicolon + 1
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      guard let scalar = CharacterReference.scalar(name.dropFirst(2), radix: 16) else { return nil }
      self.scalar = scalar
    } else if name.hasPrefix("#") {
      guard let scalar = CharacterReference.scalar(name.dropFirst(), radix: 10) else { return nil }
      self.scalar = scalar
    } else {
      guard let scalar = CharacterReference.named[name] else { return nil }
      self.scalar = scalar
    }
  }

  private static func scalar(_ digits: Substring, radix: Int) -> Unicode.Scalar? {
    guard let first = digits.utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "+"),
      let value = UInt32(digits, radix: radix), value != 0
    else { return nil }
    return Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}", "sect": "§",
    "deg": "°", "plusmn": "±", "middot": "·", "laquo": "«", "raquo": "»", "frac12": "½", "sup2": "²", "sup3": "³",
    "times": "×", "divide": "÷", "le": "≤", "ge": "≥", "ne": "≠", "rarr": "→", "copy": "©", "reg": "®", "trade": "™",
    "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "hellip": "…",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Atilde": "Ã", "Egrave": "È", "Eacute": "É", "Ecirc": "Ê",
    "Igrave": "Ì", "Iacute": "Í", "Ograve": "Ò", "Oacute": "Ó", "Ocirc": "Ô", "Otilde": "Õ", "Ugrave": "Ù",
    "Uacute": "Ú", "Yacute": "Ý", "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "egrave": "è",
    "eacute": "é", "ecirc": "ê", "igrave": "ì", "iacute": "í", "ograve": "ò", "oacute": "ó", "ocirc": "ô",
    "otilde": "õ", "ugrave": "ù", "uacute": "ú", "yacute": "ý", "eth": "ð", "ETH": "Ð", "Abreve": "Ă", "abreve": "ă",
    "Dstrok": "Đ", "dstrok": "đ",
  ]
}
