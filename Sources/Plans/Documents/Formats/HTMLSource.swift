/// Prepares the bytes of a page for the parser: leaves out comments, declarations, scripts and styles, and refuses a
/// tag with more attributes than any page has, because the parser's time grows with their square.
enum HTMLSource {
  private static let mostAttributes = 500

  static func prepared(_ text: String) throws -> [UInt8] {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        // The parser reads C strings.
        if bytes[index] != 0 { result.append(bytes[index]) }
        index += 1
        continue
      }
      if let end = endOfUnseen(bytes, index) {
        index = end
        continue
      }
      let end = try endOfTag(bytes, index)
      result += bytes[index..<end]
      index = end
    }
    return result
  }

  /// The index behind the comment, script or style that begins at `start`, or the end of the page if it never ends; nil
  /// if none begins.
  private static func endOfUnseen(_ bytes: [UInt8], _ start: Int) -> Int? {
    if bytes[start...].starts(with: Array("<!--".utf8)) {
      return end(of: "-->", bytes, start + 4)
    }
    // Document types, processing instructions and what Word writes for its own conditions.
    if start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") {
      return end(of: ">", bytes, start + 2)
    }
    for name in ["script", "style", "template", "noscript"] where begins(name, bytes, start + 1) {
      let after = start + 1 + name.utf8.count
      guard
        after >= bytes.count || bytes[after] <= 0x20 || bytes[after] == UInt8(ascii: ">")
          || bytes[after] == UInt8(ascii: "/")
      else { continue }
      return end(of: "</\(name)", bytes, start)
    }
    return nil
  }

  private static func begins(_ name: String, _ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start
    for byte in name.utf8 {
      guard index < bytes.count,
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index])
          ? bytes[index] | 0x20 == byte : bytes[index] == byte
      else { return false }
      index += 1
    }
    return true
  }

  private static func end(of mark: String, _ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    guard let first = mark.utf8.first else { return index }
    while index < bytes.count {
      if bytes[index] == first, begins(mark, bytes, index) {
        // The rest of an end tag.
        if first == UInt8(ascii: "<") {
          return (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
        }
        return index + mark.utf8.count
      }
      index += 1
    }
    return bytes.count
  }

  /// The index behind the `>` of the tag at `start`, or behind the `<` if no tag begins.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) throws -> Int {
    var index = start + 1
    guard index < bytes.count, bytes[index] | 0x20 >= UInt8(ascii: "a"), bytes[index] | 0x20 <= UInt8(ascii: "z") else {
      return index
    }
    var attributes = 0
    var quote: UInt8?
    var afterBlank = false
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else {
        if byte > 0x20, afterBlank { attributes += 1 }
        afterBlank = byte <= 0x20 || byte == UInt8(ascii: "/")
      }
      guard attributes <= mostAttributes else {
        throw DocumentFileFailure.tooMany(
          vi: "\(mostAttributes) thuộc tính trong một thẻ HTML", en: "\(mostAttributes) attributes in an HTML tag")
      }
    }
    return index
  }
}
