import Hashing

extension MailMessage {
  /// A mail as this program writes it, with other words in its text and its HTML. Everything else stays byte for byte, and where
  /// no words change all of it does.
  package static func changing(_ mail: [UInt8], _ change: (String) -> String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = mail[...]
    while let head = rest.firstPartHead {
      result += rest[..<head.range.lowerBound]
      let content = rest[head.range.upperBound...]
      // In no encoding can a line begin like this.
      let end = content.firstRange(of: "\r\n--=_".utf8)?.lowerBound ?? content.endIndex
      let encoded = Array(content[..<end])
      if let words = MailBody.decoded(encoded, isQuoted: head.isQuoted), case let changed = change(words),
        changed != words
      {
        MailBody.writeText(changed, type: head.type, to: &result)
      } else {
        result += rest[head.range] + encoded
      }
      rest = rest[end...]
    }
    return result + rest
  }
}

extension ArraySlice<UInt8> {
  /// The fields of the first part of words, as `MailBody` writes them. Words that look like these are encoded otherwise.
  fileprivate var firstPartHead: (range: Range<Int>, type: String, isQuoted: Bool)? {
    var found: [(range: Range<Int>, type: String, isQuoted: Bool)] = []
    for type in [MailBody.plain, MailBody.html] {
      for isQuoted in [false, true] {
        let head = MailBody.head(type: type, isQuoted: isQuoted)
        if let range = firstRange(of: head.utf8) { found.append((range, type, isQuoted)) }
      }
    }
    return found.min { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension MailBody {
  /// The text that `writeText` wrote, with the line ends of this program; nil if it is none.
  static func decoded(_ encoded: [UInt8], isQuoted: Bool) -> String? {
    let bytes =
      isQuoted
      ? BodyEncoding.fromQuotedPrintable(encoded) : Base64.decode(encoded.filter { $0 != 0x0D && $0 != 0x0A })
    return bytes.flatMap { String(validating: $0.filter { $0 != 0x0D }, as: UTF8.self) }
  }
}

extension BodyEncoding {
  /// Reads what `quotedPrintable` writes; nil if an escape is not whole.
  static func fromQuotedPrintable(_ encoded: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = encoded[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "=") else {
        result.append(byte)
        continue
      }
      guard rest.count >= 2 else { return nil }
      let code = rest.prefix(2)
      rest = rest.dropFirst(2)
      if code.elementsEqual([0x0D, 0x0A]) { continue }
      guard let value = UInt8(String(decoding: code, as: UTF8.self), radix: 16) else { return nil }
      result.append(value)
    }
    return result
  }
}
