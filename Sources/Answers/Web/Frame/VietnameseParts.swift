/// Marks the Vietnamese words of an English page as such, so that a screen reader reads them so. It stands behind the templates, where
/// no page can forget it; what a template says of its language itself is left alone.
struct VietnameseParts {
  private let page: [UInt8]
  private var place = 0
  private var result: [UInt8] = []
  private var isDrawing = false

  /// - Parameter page: HTML as the templates make it, with attributes in double quotes.
  static func marked(_ page: [UInt8]) -> [UInt8] {
    var parts = VietnameseParts(page)
    parts.walk()
    return parts.result
  }

  private init(_ page: [UInt8]) {
    self.page = page
    result.reserveCapacity(page.count + page.count / 8)
  }

  private mutating func walk() {
    while place < page.count {
      let start = page[place...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
      add(text: page[place..<start])
      place = start
      guard place < page.count else { return }
      let end = page[place...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
      add(tag: page[place..<end])
    }
  }

  private mutating func add(text: ArraySlice<UInt8>) {
    guard text.contains(where: VietnameseWords.isHint) else {
      result += text
      return
    }
    let words = String(decoding: text, as: UTF8.self)
    let name = isDrawing ? "tspan" : "span"
    var place = words.startIndex
    for range in VietnameseWords.ranges(in: words) {
      result += words[place..<range.lowerBound].utf8
      result += "<\(name) lang=\"vi\">\(words[range])</\(name)>".utf8
      place = range.upperBound
    }
    result += words[place...].utf8
  }

  private mutating func add(tag: ArraySlice<UInt8>) {
    let text = String(decoding: tag, as: UTF8.self)
    let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" }
    place = tag.endIndex
    switch name {
    case "svg", "/svg": isDrawing = name == "svg"
    // Titles hold no elements.
    case "title", "style": return copy(tag, through: name)
    case _ where text.contains(" lang=\"") && name != "html": return copy(tag, through: name)
    case "input" where !text.contains("type=\"hidden\""):
      return add(tag, with: Self.value(of: text) ?? "")
    case "option", "textarea":
      let end = page[place...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
      let content = String(decoding: page[place..<end], as: UTF8.self)
      let words = content.isEmpty ? Self.value(of: text) ?? "" : content
      add(tag, with: words)
      result += page[place..<end]
      place = end
      return
    default: break
    }
    result += tag
  }

  /// A tag of something that holds words alone, no part of which can be marked.
  private mutating func add(_ tag: ArraySlice<UInt8>, with words: String) {
    guard words.utf8.contains(where: VietnameseWords.isHint), let last = tag.last else {
      result += tag
      return
    }
    result += tag.dropLast()
    result += " lang=\"vi\"".utf8
    result.append(last)
  }

  /// Copies an element as it is, to its end.
  private mutating func copy(_ tag: ArraySlice<UInt8>, through name: Substring) {
    var depth = 1
    var end = tag.endIndex
    while depth > 0, let next = page[end...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = page[(next + 1)...]
      end = next + 1
      func begins(_ word: String) -> Bool {
        rest.starts(with: word.utf8) && rest.dropFirst(word.utf8.count).first.map { $0 == 0x3E || $0 == 0x20 } ?? false
      }
      if begins("/\(name)") { depth -= 1 } else if begins(String(name)) { depth += 1 }
    }
    end = page[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.count
    result += tag
    result += page[tag.endIndex..<end]
    place = end
  }

  private static func value(of tag: String) -> String? {
    tag.firstMatch(of: /\svalue="([^"]*)"/).map { String($0.output.1) }
  }
}
