/// Removes from a text what converters leave in it: HTML tags and character references, and Markdown's `**bold**`.
///
/// Tags that begin a block or a line become line feeds. A `<` that begins no known tag and an `&` that begins no known
/// reference stay as they are. Linear in the length of the text.
package enum InlineMarkup {
  /// `text` without such markup.
  package static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "*") })
    else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if let tag = Tag(in: bytes, at: index) {
          if tag.breaksLine { result.append(0x0A) }
          index = tag.end
          continue
        }
      case UInt8(ascii: "&"):
        if let reference = CharacterReference(in: bytes, at: index) {
          result.append(contentsOf: UTF8.encode(reference.scalar) ?? UTF8.encodedReplacementCharacter)
          index = reference.end
          continue
        }
      case UInt8(ascii: "*"):
        if let end = endOfBoldMark(in: bytes, at: index) {
          index = end
          continue
        }
      default: break
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The index behind a `**` next to a word; nil for `2 ** 3`, `2**3` or a row of stars.
  private static func endOfBoldMark(in bytes: [UInt8], at index: Int) -> Int? {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "*") else { return nil }
    if index > 0, bytes[index - 1] == UInt8(ascii: "*") { return nil }
    let before = index > 0 ? bytes[index - 1] : 0x20
    let after = index + 2 < bytes.count ? bytes[index + 2] : 0x20
    if after == UInt8(ascii: "*") { return nil }
    let atBlanks = isBlank(before) && isBlank(after) && index > 0 && index + 2 < bytes.count
    let betweenDigits = isDigit(before) && isDigit(after)
    return atBlanks || betweenDigits ? nil : index + 2
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private struct Tag {
    /// The index behind the `>`.
    var end: Int
    var breaksLine: Bool

    private static let blocks: Set<String> = [
      "address", "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4",
      "h5", "h6", "header", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ]
    private static let inline: Set<String> = [
      "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "ins", "kbd", "mark", "o:p", "q", "s", "small",
      "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]
    /// A longer tag counts as text, because no converter leaves such tags.
    private static let longest = 2000

    /// Nil unless a tag of a known name begins at `start` and ends.
    init?(in bytes: [UInt8], at start: Int) {
      var index = start + 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "/") { index += 1 }
      let nameStart = index
      while index < bytes.count, index - nameStart <= 10, Tag.isNameByte(bytes[index]) { index += 1 }
      guard index < bytes.count, index > nameStart else { return nil }
      let name = String(decoding: bytes[nameStart..<index].map { Tag.lowercased($0) }, as: UTF8.self)
      breaksLine = Tag.blocks.contains(name)
      guard breaksLine || Tag.inline.contains(name) else { return nil }
      guard InlineMarkup.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">")
      else { return nil }
      let limit = min(bytes.count, start + Tag.longest)
      while index < limit, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") { index += 1 }
      guard index < limit, bytes[index] == UInt8(ascii: ">") else { return nil }
      end = index + 1
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "1")...UInt8(ascii: "6"), UInt8(ascii: ":"):
        true
      default: false
      }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
  }
}
