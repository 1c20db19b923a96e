import Addresses
import Hashing

/// Content-Transfer-Encodings of MIME (RFC 2045, 6.7 and 6.8), with lines of at most 76 characters.
enum BodyEncoding {
  /// The text in UTF-8 with CRLF at the end of every line, also the last.
  static func withNetworkLines(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    // An array of bytes is walked several times as fast as a text.
    for byte in Array(text.utf8) {
      switch byte {
      case 0x0A: if previous != 0x0D { bytes += [0x0D, 0x0A] }
      case 0x0D: bytes += [0x0D, 0x0A]
      default: bytes.append(byte)
      }
      previous = byte
    }
    if bytes.last != 0x0A { bytes += [0x0D, 0x0A] }
    return bytes
  }

  static func base64(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(base64Count(content))
    for start in stride(from: 0, to: content.count, by: 57) {
      result += Base64.encode(content[start..<min(start + 57, content.count)])
      result += [0x0D, 0x0A]
    }
    return result
  }

  /// How many bytes `base64` makes of the content.
  static func base64Count(_ content: [UInt8]) -> Int {
    let (lines, rest) = content.count.quotientAndRemainder(dividingBy: 57)
    return lines * 78 + (rest > 0 ? (rest + 2) / 3 * 4 + 2 : 0)
  }

  /// `content` must have CRLF at the end of lines. A soft line break never stands inside an escape.
  static func quotedPrintable(_ content: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(content.count + content.count / 8)
    var column = 0
    for (index, byte) in content.enumerated() {
      let next = index + 1 < content.count ? content[index + 1] : 0
      if byte == 0x0D, next == 0x0A { continue }
      if byte == 0x0A {
        result += [0x0D, 0x0A]
        column = 0
        continue
      }
      let isLast = next == 0x0D
      let isEscaped =
        !mayStand(byte) || (byte == 0x20 || byte == 0x09) && isLast
        // Old mailboxes take "From " for a new mail, and a lone dot ends SMTP data.
        || column == 0 && (byte == UInt8(ascii: "F") || byte == UInt8(ascii: "."))
      let width = isEscaped ? 3 : 1
      if column + width > (isLast ? 76 : 75) {
        result += [UInt8(ascii: "="), 0x0D, 0x0A]
        column = 0
      }
      if isEscaped {
        result += [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        result.append(byte)
      }
      column += width
    }
    return result
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x20 || byte == 0x09
  }
}

/// The `filename` of a Content-Disposition: quoted where ASCII and short, else RFC 2231.
enum FileNameParameter {
  static func lines(_ name: String) -> [String] {
    let isPlain = name.utf8.allSatisfy {
      HostName.isAlphanumeric($0) || " ._-".utf8.contains($0)
    }
    if isPlain, name.utf8.count <= 60 { return ["filename=\"\(name)\""] }
    let digits = Array("0123456789ABCDEF")
    var pieces = [""]
    // Pieces end between code points, because some readers decode each piece by itself.
    for scalar in name.unicodeScalars {
      var escaped = ""
      for byte in String(scalar).utf8 {
        let isItself = HostName.isAlphanumeric(byte) || "._-".utf8.contains(byte)
        escaped +=
          isItself
          ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
      if pieces[pieces.count - 1].utf8.count + escaped.utf8.count > 50 { pieces.append("") }
      pieces[pieces.count - 1] += escaped
    }
    if pieces.count == 1 { return ["filename*=UTF-8''\(pieces[0])"] }
    return pieces.enumerated().map { "filename*\($0)*=\($0 == 0 ? "UTF-8''" : "")\($1)" }
  }
}
