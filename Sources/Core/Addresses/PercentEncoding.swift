/// Text as a part of a web address (RFC 3986, 2.1).
package enum PercentEncoding {
  /// All but letters, digits, `-._~` (2.3) and `kept` as `%XX`.
  package static func encode(_ text: String, keeping kept: String = "") -> String {
    var result = ""
    for byte in text.utf8 {
      let character = Character(Unicode.Scalar(byte))
      if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) || kept.contains(character)
      {
        result.append(character)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }
}
