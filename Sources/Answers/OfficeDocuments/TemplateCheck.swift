import Diagnostics

/// Finds what is wrong in a template, so that a mistake is told and no document made that has braces in it.
struct TemplateCheck {
  private let values: TemplateValues
  /// The text of each paragraph so far.
  private var lines: [[UInt8]] = []
  private var problems: [Problem] = []

  private struct Problem {
    var code: Code
    var words: Bilingual
    var line: Int
    var place: Range<Int>
  }

  /// Stable, and the same as those of templates of letters; documented in docs/configuration.md.
  private enum Code: String {
    case syntax = "template-syntax"
    case unknownName = "template-unknown-name"
  }

  init(_ values: TemplateValues) { self.values = values }

  /// Those anywhere in an element, in order.
  static func paragraphs(in node: XMLNode) -> [WordParagraph] {
    node.xmlChildren.filter(\.isElement).flatMap { child -> [WordParagraph] in
      guard child.wordName == "p" else { return paragraphs(in: child) }
      let paragraph = WordParagraph(child)
      return [paragraph] + paragraph.inner.flatMap(paragraphs)
    }
  }

  /// Checks what is in an element.
  mutating func check(_ node: XMLNode) { check(node, row: nil) }

  /// - Parameter row: the list for which the row around is repeated, once it is known.
  private mutating func check(_ node: XMLNode, row: Row?) {
    var open: (name: FoldedName, placeholder: Placeholder, line: Int)?
    for child in node.xmlChildren where child.isElement {
      if child.wordName == "tr" {
        check(child, row: Row())
        continue
      }
      guard child.wordName == "p" else {
        check(child, row: row)
        continue
      }
      let paragraph = WordParagraph(child)
      let line = lines.count
      lines.append(paragraph.text)
      let (placeholders, unclosed) = Placeholder.all(in: paragraph.text)
      if let unclosed {
        report(
          .syntax, line, unclosed..<paragraph.text.count, vi: "“{{” này không có “}}” trong cùng đoạn văn",
          en: "nothing in the paragraph closes this “{{” by “}}”")
      }
      for placeholder in placeholders {
        if placeholder.isMark {
          checkMark(placeholder, paragraph.text, line, &open)
        } else {
          check(placeholder, line, row)
        }
      }
      for box in paragraph.inner { check(box, row: row) }
    }
    if let open {
      report(
        .syntax, open.line, open.placeholder.place,
        vi: "“{{\(open.placeholder.words)}}” không có “{{/…}}” cùng tên phía sau, trong cùng phần văn bản hoặc cùng ô",
        en: "no “{{/…}}” of the same name follows “{{\(open.placeholder.words)}}” in the same text or cell")
    }
  }

  /// What is known of the row around.
  private final class Row { var list: FoldedName? }

  private mutating func checkMark(
    _ mark: Placeholder, _ text: [UInt8], _ line: Int,
    _ open: inout (name: FoldedName, placeholder: Placeholder, line: Int)?
  ) {
    let rest = Array(text[..<mark.place.lowerBound] + text[mark.place.upperBound...])
    if rest.contains(where: { $0 > 0x20 }) {
      report(
        .syntax, line, mark.place, vi: "“{{\(mark.words)}}” phải đứng một mình trong đoạn văn của nó",
        en: "“{{\(mark.words)}}” must stand alone in its paragraph")
    }
    switch mark.meaning {
    case .opening(let name, _):
      if values.isThere(name) == nil { reportUnknown(mark, line) }
      if let outer = open {
        report(
          .syntax, line, mark.place,
          vi: "“{{\(outer.placeholder.words)}}” phía trên chưa đóng; phần này không lồng nhau",
          en: "“{{\(outer.placeholder.words)}}” above is not closed; these do not stand in one another")
      }
      open = (name, mark, line)
    case .closing(let name):
      if open?.name != name {
        report(
          .syntax, line, mark.place, vi: "“{{\(mark.words)}}” không đóng phần nào đang mở",
          en: "“{{\(mark.words)}}” closes nothing that is open")
      }
      open = nil
    case .text, .field: break
    }
  }

  private mutating func check(_ placeholder: Placeholder, _ line: Int, _ row: Row?) {
    switch placeholder.meaning {
    case .text(let name):
      if values.texts[name] == nil { reportUnknown(placeholder, line) }
    case .field(let list, let field):
      guard let found = values.lists[list], found.fields[field] != nil else { return reportUnknown(placeholder, line) }
      guard let row else {
        return report(
          .syntax, line, placeholder.place, vi: "“{{\(placeholder.words)}}” chỉ có nghĩa trong một hàng của bảng",
          en: "“{{\(placeholder.words)}}” has a meaning in a row of a table only")
      }
      if let other = row.list.flatMap({ values.lists[$0] }), other.list.name != found.list.name {
        report(
          .syntax, line, placeholder.place, vi: "hàng này đã theo danh sách “\(other.list.name.vi)”",
          en: "this row is repeated for the list “\(other.list.name.en)” already")
      }
      row.list = list
    case .opening, .closing: break
    }
  }

  // MARK: Reports

  private mutating func report(_ code: Code, _ line: Int, _ place: Range<Int>, vi: String, en: String) {
    problems.append(Problem(code: code, words: Bilingual(vi: vi, en: en), line: line, place: place))
  }

  private mutating func reportUnknown(_ placeholder: Placeholder, _ line: Int) {
    let near = values.nearest(to: placeholder.words).joined(separator: "; ")
    report(
      .unknownName, line, placeholder.place,
      vi: "không có tên “\(placeholder.words)”" + (near.isEmpty ? "" : "; gần nhất: \(near)"),
      en: "there is no name “\(placeholder.words)”" + (near.isEmpty ? "" : "; nearest: \(near)"))
  }

  /// - Parameter name: of the file.
  func diagnostics(of name: String) -> [Diagnostic] {
    // A line of the source is a paragraph, whose own line ends would move the others.
    let texts = lines.map { $0.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 } }
    let source = SourceText(name: name, bytes: Array(texts.joined(separator: [UInt8(ascii: "\n")])))
    var starts: [Int] = []
    var start = 0
    for text in texts {
      starts.append(start)
      start += text.count + 1
    }
    return problems.map { problem in
      let base = starts[problem.line]
      return Diagnostic(
        .error, problem.code.rawValue, vi: problem.words.vi, en: problem.words.en,
        at: Span(source, base + problem.place.lowerBound, base + problem.place.upperBound))
    }
  }
}
