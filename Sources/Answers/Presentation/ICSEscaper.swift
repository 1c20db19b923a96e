/// Escapes text for iCalendar files (RFC 5545).
package enum ICSEscaper {
  /// A value of type TEXT (3.3.11).
  package static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case "\n": result += "\\n"
      default:
        if TerminalEscaper.isUnsafe(scalar) {
          result += TerminalEscaper.escape(String(scalar)).replacing("\\", with: "\\\\")
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }

  /// A parameter's value in quotation marks (3.2), with RFC 6868's codes for characters that may not stand there.
  package static func parameter(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars where !TerminalEscaper.isUnsafe(scalar) {
      switch scalar {
      case "^": result += "^^"
      case "\"": result += "^'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A content line (3.1). It is folded so that no line has more than 75 octets, and never inside a character; only a
  /// character that is longer by itself is cut, between code points.
  package static func line(_ text: String) -> String {
    var result = ""
    var octets = 0
    func append(_ piece: String) {
      if octets + piece.utf8.count > 75 {
        result += "\r\n "
        octets = 1
      }
      result += piece
      octets += piece.utf8.count
    }
    for character in text {
      if character.utf8.count < 75 {
        append(String(character))
      } else {
        for scalar in character.unicodeScalars { append(String(scalar)) }
      }
    }
    return result + "\r\n"
  }
}
