/// The part of a page that the events of an HTML parser have built so far.
final class HTMLPage {
  /// The attributes that are read.
  static let attributes: Set<String> = [
    "colspan", "rowspan", "style", "hidden", "start", "type", "value", "data-sourcepos",
  ]

  private let limits: DocumentLimits
  private var flow: FlowBuilder
  private(set) var failure: (any Error)?
  /// Stops the parser that reports the events.
  var stop: () -> Void = {}

  private var open: [Element] = []
  private var elements = 0
  /// The number of open elements whose text is not shown.
  private var hidden = 0
  /// The text since the end of the last paragraph, in UTF-8.
  private var text: [UInt8] = []
  /// The number of open `pre` elements, whose line ends are kept.
  private var preformatted = 0
  /// The mark of the list item that begins, which stands before its text.
  private var itemMark = ""

  private struct Element {
    var name: String
    var isHidden: Bool
    var list: ListCount?
    /// For a row, the number of its cells that are not headings.
    var plainCells = 0
    var headingCells = 0
    var hasBody = false
  }

  private struct ListCount {
    var format: NumberText?
    var next = 1
  }

  init(limits: DocumentLimits) {
    self.limits = limits
    flow = FlowBuilder(limits: limits)
  }

  /// Runs `event` unless one failed before; the first failure stops the parser.
  func report(_ event: (HTMLPage) throws -> Void) {
    guard failure == nil else { return }
    do {
      try event(self)
    } catch {
      failure = error
      stop()
    }
  }

  func finish(name: String) throws -> SourceDocument {
    try endParagraph()
    return try flow.finish(name: name)
  }

  func add(_ characters: UnsafeBufferPointer<UInt8>) {
    guard hidden == 0 else { return }
    if preformatted > 0 {
      text += characters
    } else {
      // A line end in the file is a blank on the page.
      text += characters.lazy.map { (0x09...0x0D).contains($0) ? 0x20 : $0 }
    }
  }

  func start(_ name: String, _ attributes: [String: String]) throws {
    elements += 1
    guard elements <= limits.elements else {
      throw DocumentFileFailure.tooMany(vi: "\(limits.elements) phần tử HTML", en: "\(limits.elements) HTML elements")
    }
    guard open.count < limits.depth else {
      throw DocumentFileFailure.tooMany(vi: "\(limits.depth) tầng HTML", en: "\(limits.depth) levels of HTML")
    }
    let style = attributes["style"]?.prefix(2000).lowercased().filter { $0 != " " } ?? ""
    var element = Element(name: name, isHidden: HTMLPage.isHidden(name, attributes, style))
    if element.isHidden { hidden += 1 }
    if hidden == 0 {
      if HTMLPage.blocks.contains(name) { try endParagraph() }
      if let line = attributes["data-sourcepos"].flatMap({ Int($0.prefix { $0 != ":" }) }) { flow.place = .line(line) }
      if !style.isEmpty, style.contains("page-break-before:always") || style.contains("break-before:page") {
        flow.pageBreak()
      }
      try begin(&element, attributes, style)
    }
    open.append(element)
  }

  private func begin(_ element: inout Element, _ attributes: [String: String], _ style: String) throws {
    switch element.name {
    case "br": text.append(0x0A)
    case "pre": preformatted += 1
    case "ul":
      element.list =
        style.contains("list-style-type:none") ? ListCount(format: NumberText.none) : ListCount(format: .bullet)
    case "ol":
      element.list = ListCount(
        format: NumberText(html: attributes["type"]), next: attributes["start"].flatMap { Int($0.prefix(6)) } ?? 1)
    case "li": itemMark = nextItemMark(attributes)
    case "table": try flow.beginTable()
    case "tr": try flow.beginRow(isHeading: open.last?.name == "thead")
    case "td", "th":
      countCell(isHeading: element.name == "th")
      try flow.beginCell(columns: span(attributes["colspan"]), rows: span(attributes["rowspan"]))
    default: return
    }
  }

  func end(_ name: String) throws {
    // Elements that the parser mended may end in another order than they began.
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    while open.count > index {
      guard let element = open.popLast() else { return }
      if element.isHidden { hidden -= 1 } else if hidden == 0 { try finish(element) }
    }
  }

  private func finish(_ element: Element) throws {
    if HTMLPage.blocks.contains(element.name), element.name != "br" { try endParagraph() }
    switch element.name {
    case "pre": preformatted -= 1
    case "td", "th": try flow.endCell()
    case "tr":
      // The row has nothing but heading cells, at the top of a table without `thead`.
      if element.headingCells > 1, element.plainCells == 0, let table = open.lastIndex(where: { $0.name == "table" }),
        !open[table].hasBody
      {
        flow.markHeading()
      } else if let table = open.lastIndex(where: { $0.name == "table" }) {
        open[table].hasBody = true
      }
      try flow.endRow()
    case "table": try flow.endTable()
    default: return
    }
  }

  private func countCell(isHeading: Bool) {
    guard let row = open.lastIndex(where: { $0.name == "tr" || $0.name == "table" }), open[row].name == "tr" else {
      return
    }
    if isHeading { open[row].headingCells += 1 } else { open[row].plainCells += 1 }
  }

  private func span(_ value: String?) -> Int {
    guard let value else { return 1 }
    let digits = value.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
    // Longer numbers are too large for any table; the grid cuts them to its size.
    return digits.count > 6 ? limits.rows : max(1, Int(digits) ?? 1)
  }

  private func nextItemMark(_ attributes: [String: String]) -> String {
    guard let list = open.lastIndex(where: { $0.list != nil }), let format = open[list].list?.format else { return "" }
    if let value = attributes["value"].flatMap({ Int($0.prefix(6)) }) { open[list].list?.next = value }
    let number = open[list].list?.next ?? 1
    open[list].list?.next = number + 1
    switch format {
    case .bullet: return "- "
    case .none: return ""
    default: return format.text(number) + ". "
    }
  }

  private func endParagraph() throws {
    guard !text.isEmpty else { return }
    let paragraph = TextCleaning.lines(String(decoding: text, as: UTF8.self))
    text.removeAll(keepingCapacity: text.count < 1 << 16)
    guard !paragraph.isEmpty else { return }
    let hasOwnMark = paragraph.unicodeScalars.first.map { "-+•*–".unicodeScalars.contains($0) } ?? false
    try flow.paragraph(itemMark.isEmpty || (itemMark == "- " && hasOwnMark) ? paragraph : itemMark + paragraph)
    itemMark = ""
  }

  private static func isHidden(_ name: String, _ attributes: [String: String], _ style: String) -> Bool {
    unseen.contains(name) || attributes["hidden"] != nil
      || (!style.isEmpty && (style.contains("display:none") || style.contains("mso-hide:all")))
  }

  private static let unseen: Set<String> = [
    "script", "style", "template", "noscript", "title", "iframe", "object", "select", "textarea", "button", "svg",
    "audio", "video", "canvas", "noframes", "datalist",
  ]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}
