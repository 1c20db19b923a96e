import Diagnostics

/// Reads a template. It collects mistakes and reads on after each.
struct TemplateParser {
  private let source: SourceText
  private let bytes: [UInt8]
  private var position = 0
  private(set) var diagnostics: [Diagnostic] = []
  /// The open sections, the innermost last, each with the nodes before it.
  private var open: [(name: Template.Name, isInverted: Bool, nodes: [Template.Node])] = []
  private var nodes: [Template.Node] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  static func parse(_ source: SourceText) -> (nodes: [Template.Node], diagnostics: [Diagnostic]) {
    var parser = TemplateParser(source)
    parser.run()
    return (parser.nodes, parser.diagnostics)
  }

  private mutating func run() {
    while let start = find("{{", from: position) {
      guard let end = find("}}", from: start + 2) else {
        report(vi: "thẻ này không có “}}”", en: "this tag has no “}}”", start, start + 2)
        return finish(at: start)
      }
      tag(start, end)
    }
    finish(at: bytes.count)
  }

  private mutating func finish(at end: Int) {
    addText(position, end)
    position = bytes.count
    while let section = open.popLast() {
      let span = section.name.span
      diagnostics.append(
        TemplateCode.syntax.diagnostic(
          vi: "phần “\(section.name.text)” mở ở đây không được đóng bằng {{/\(section.name.text)}}",
          en: "the section “\(section.name.text)” that opens here is not closed by {{/\(section.name.text)}}", at: span)
      )
      nodes = section.nodes + [.section(section.name, isInverted: section.isInverted, nodes)]
    }
  }

  private mutating func tag(_ start: Int, _ end: Int) {
    let kind = start + 2 < end ? bytes[start + 2] : 0
    let after = end + 2
    let name: Template.Name
    switch kind {
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "!"):
      // A tag that writes nothing and stands alone on its line leaves no empty line.
      let line = standaloneLine(start, after)
      addText(position, line?.lowerBound ?? start)
      position = line?.upperBound ?? after
      if kind == UInt8(ascii: "!") { return }
      guard let found = self.name(start + 3, end) else { return }
      name = found
    case UInt8(ascii: "{"), UInt8(ascii: "&"), UInt8(ascii: "="):
      addText(position, start)
      position = after
      if kind == UInt8(ascii: "{"), position < bytes.count, bytes[position] == UInt8(ascii: "}") { position += 1 }
      return report(
        vi: "không dùng được thẻ này: mọi giá trị đều được thoát ký tự và dấu ngoặc không đổi được",
        en: "this tag is not allowed: every value is escaped, and brackets cannot be changed", start, after)
    default:
      addText(position, start)
      position = after
      guard let found = self.name(start + 2, end) else { return }
      return nodes.append(.variable(found))
    }
    switch kind {
    case UInt8(ascii: ">"): nodes.append(.partial(name))
    case UInt8(ascii: "/"): close(name)
    default:
      open.append((name, kind == UInt8(ascii: "^"), nodes))
      nodes = []
    }
  }

  private mutating func close(_ name: Template.Name) {
    guard let section = open.last, section.name.text == name.text else {
      let wanted = open.last.map { "{{/\($0.name.text)}}" }
      diagnostics.append(
        TemplateCode.syntax.diagnostic(
          vi: wanted.map { "ở đây cần \($0)" } ?? "không có phần “\(name.text)” nào đang mở",
          en: wanted.map { "\($0) is expected here" } ?? "no section “\(name.text)” is open", at: name.span))
      return
    }
    open.removeLast()
    nodes = section.nodes + [.section(section.name, isInverted: section.isInverted, nodes)]
  }

  /// Reads a name of ASCII letters, digits, `.`, `-` and `_`, which may have blanks around it.
  private mutating func name(_ start: Int, _ end: Int) -> Template.Name? {
    var (first, last) = (start, end)
    while first < last, isBlank(bytes[first]) { first += 1 }
    while last > first, isBlank(bytes[last - 1]) { last -= 1 }
    let span = Span(source, first, last)
    let isName = bytes[first..<last].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard first < last, isName else {
      report(vi: "ở đây cần một tên", en: "a name is expected here", start - 2, end + 2)
      return nil
    }
    return Template.Name(text: span.text, span: span)
  }

  /// The range of the line, with its end, of a tag that stands alone on it; nil if it does not.
  private func standaloneLine(_ start: Int, _ end: Int) -> Range<Int>? {
    var (first, last) = (start, end)
    while first > position, isBlank(bytes[first - 1]) { first -= 1 }
    guard first == 0 || bytes[first - 1] == 0x0A else { return nil }
    while last < bytes.count, isBlank(bytes[last]) { last += 1 }
    if last < bytes.count, bytes[last] == 0x0D { last += 1 }
    guard last == bytes.count || bytes[last] == 0x0A else { return nil }
    return first..<min(last + 1, bytes.count)
  }

  private mutating func addText(_ start: Int, _ end: Int) {
    guard start < end else { return }
    nodes.append(.text(String(decoding: bytes[start..<end], as: UTF8.self)))
  }

  private mutating func report(vi: String, en: String, _ start: Int, _ end: Int) {
    diagnostics.append(
      TemplateCode.syntax.diagnostic(vi: vi, en: en, at: Span(source, start, min(end, bytes.count))))
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private func find(_ pair: StaticString, from start: Int) -> Int? {
    let byte = pair.utf8Start.pointee
    var index = start
    while index + 1 < bytes.count {
      if bytes[index] == byte, bytes[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }
}
