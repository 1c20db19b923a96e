import CTOML
import Diagnostics

/// A value of a TOML document with its place.
struct TOMLValue {
  enum Content {
    case table([(key: String, keySpan: Span, value: TOMLValue)])
    case array([TOMLValue])
    case text(String)
    case integer(Int)
    case boolean(Bool)
    /// A fraction, a date or a time, which no key takes.
    case other
  }

  var content: Content
  var span: Span

  /// The kind of value, in words for a diagnostic.
  var kind: Bilingual {
    switch content {
    case .table: Bilingual(vi: "một bảng", en: "a table")
    case .array: Bilingual(vi: "một danh sách", en: "a list")
    case .text(let text): Bilingual(vi: "chuỗi “\(text)”", en: "the text “\(text)”")
    case .integer(let number): Bilingual(vi: "số \(number)", en: "the number \(number)")
    case .boolean(let boolean): Bilingual(vi: "\(boolean)", en: "\(boolean)")
    case .other: Bilingual(vi: "một giá trị kiểu khác", en: "a value of another kind")
    }
  }
}

/// Why a text is not TOML 1.0.
struct TOMLFailure: Error {
  /// The words of the library, in English.
  var words: String
  var span: Span
}

/// Reads TOML 1.0 by toml++.
enum TOMLDocument {
  static func read(_ source: SourceText) throws(TOMLFailure) -> TOMLValue {
    let document = source.bytes.withUnsafeBytes { bytes in
      ctoml_parse(bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    guard let document else { throw TOMLFailure(words: "out of memory", span: Span(source, 0, 0)) }
    defer { ctoml_free(document) }
    let places = TOMLPlaces(source)
    var place = ctoml_place()
    if let words = ctoml_error(document, &place) {
      let start = places.offset(place)
      throw TOMLFailure(words: String(cString: words), span: Span(source, start, places.endOfCharacter(at: start)))
    }
    let nodes = UnsafeBufferPointer(start: ctoml_nodes(document), count: ctoml_count(document))
    var children = [[Int]](repeating: [], count: nodes.count)
    for index in nodes.indices where nodes[index].parent >= 0 { children[Int(nodes[index].parent)].append(index) }
    return value(0, nodes, children, places)
  }

  private static func value(
    _ index: Int, _ nodes: UnsafeBufferPointer<ctoml_node>, _ children: [[Int]], _ places: TOMLPlaces
  ) -> TOMLValue {
    let node = nodes[index]
    let content: TOMLValue.Content =
      switch node.kind {
      case CTOML_TABLE:
        .table(
          children[index].map { child in
            let span = places.span(nodes[child].key_start, nodes[child].key_end)
            return (text(nodes[child].key, nodes[child].key_length), span, value(child, nodes, children, places))
          }.sorted { $0.1.start < $1.1.start })
      case CTOML_ARRAY: .array(children[index].map { value($0, nodes, children, places) })
      case CTOML_STRING: .text(text(node.text, node.text_length))
      case CTOML_INTEGER: .integer(Int(node.integer))
      case CTOML_BOOLEAN: .boolean(node.boolean)
      default: .other
      }
    return TOMLValue(content: content, span: places.span(node.start, node.end))
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let start else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}

/// Converts lines and columns in code points to byte offsets.
private struct TOMLPlaces {
  let source: SourceText
  /// Where each character begins, and the end.
  private var characters: [Int] = []
  /// The first character of each line.
  private var lines = [0]

  init(_ source: SourceText) {
    self.source = source
    for (index, byte) in source.bytes.enumerated() {
      if byte & 0xC0 != 0x80 { characters.append(index) }
      if byte == 0x0A { lines.append(characters.count) }
    }
    characters.append(source.bytes.count)
  }

  /// The byte offset of a place; the end of the line if the column lies behind it.
  func offset(_ place: ctoml_place) -> Int {
    guard place.line > 0, Int(place.line) <= lines.count else { return source.bytes.count }
    let last = (Int(place.line) < lines.count ? lines[Int(place.line)] : characters.count) - 1
    return characters[min(lines[Int(place.line) - 1] + max(Int(place.column), 1) - 1, last)]
  }

  func endOfCharacter(at start: Int) -> Int {
    var end = min(start + 1, source.bytes.count)
    while end < source.bytes.count, source.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  func span(_ start: ctoml_place, _ end: ctoml_place) -> Span {
    let first = offset(start)
    return Span(source, first, max(first, offset(end)))
  }
}
