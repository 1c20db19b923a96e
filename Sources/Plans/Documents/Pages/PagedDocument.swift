/// Makes a document of pages: puts lines together to paragraphs, and cells to tables that go on over the ends of pages.
package struct PagedDocument {
  private var tally: DocumentTally
  private var blocks: [SourceDocument.Block] = []
  /// The table that the next page may continue.
  private var open: PageTable?
  /// The paragraph that the next line may continue, and where it begins.
  private var paragraph: (text: WrappedText, place: SourcePlace)?

  /// The widths of words that were recognised in a picture are less certain.
  private static let certainty = 0.92

  private init(limits: DocumentLimits) { tally = DocumentTally(limits) }

  /// Whether words of the page stand beside one another as in a table, so that its lines are needed.
  package static func mayHaveTable(_ page: SourcePage) -> Bool {
    PageLine.lines(page.upright.words).contains { $0.pieces.count > 1 }
  }

  package static func read(
    _ pages: [SourcePage], name: String, limits: DocumentLimits = .standard
  ) throws(DocumentExcess) -> SourceDocument {
    let heads = RunningHeads(pages.map(\.upright))
    var document = PagedDocument(limits: limits)
    for page in heads.pages { try document.add(page) }
    try document.endTable()
    document.endParagraph()
    return SourceDocument(name: name, blocks: document.blocks, marks: heads.marks)
  }

  private enum Part {
    case line(PageLine)
    case table(PageTable)

    var top: Double {
      switch self {
      case .line(let line): line.box.top
      case .table(let table): table.box.top
      }
    }
  }

  private mutating func add(_ page: SourcePage) throws(DocumentExcess) {
    let lines = PageLine.lines(page.words)
    func place(_ top: Double) -> SourcePlace {
      let line = 1 + lines.prefix { $0.box.middle.y < top }.count
      return page.isRecognised ? .recognised(page: page.number, line: line) : .page(page.number, line: line)
    }
    var isFirst = true
    let width =
      (page.isRecognised ? Self.certainty : 1)
      * ((lines.map(\.box.right).max() ?? 0) - (lines.map(\.box.left).min() ?? 0))
    for part in try parts(page, place) {
      switch part {
      case .table(let table):
        endParagraph()
        if isFirst, let last = open, last.continues(table) { open?.append(table) } else { try begin(table) }
      case .line(let line):
        try endTable()
        add(line, isFirst: isFirst, width: width, at: place(line.box.top))
      }
      isFirst = false
    }
  }

  private mutating func parts(
    _ page: SourcePage, _ place: (Double) -> SourcePlace
  ) throws(DocumentExcess) -> [Part] {
    var rest = page.words
    var parts: [Part] = []
    for grid in PageGrid.grids(page.rules) {
      let (columns, rows) = (grid.columns, grid.rows)
      func isInside(_ word: PageWord) -> Bool {
        let (x, y) = word.box.middle
        // Where a page ends, words may reach over the end of the lines.
        return x > columns[0] && x < columns[columns.count - 1] && y > rows[0]
          && word.box.top + 0.3 * word.box.height < rows[rows.count - 1]
      }
      let words = rest.filter(isInside)
      guard !words.isEmpty else { continue }
      try tally.add(cells: (columns.count - 1) * (rows.count - 1))
      rest.removeAll(where: isInside)
      parts.append(
        .table(PageTable(grid, words: words, certainty: page.isRecognised ? Self.certainty : 1, place: place)))
    }
    let lines = PageLine.lines(rest)
    var isInTable = Array(repeating: false, count: lines.count)
    for (run, table) in ColumnTable(lines).tables(place: place) {
      try tally.add(cells: table.rows.count * (table.columns.count - 1))
      for index in run { isInTable[index] = true }
      parts.append(.table(table))
    }
    for (line, isInTable) in zip(lines, isInTable) where !isInTable { parts += line.pieces.map(Part.line) }
    return parts.sorted { $0.top < $1.top }
  }

  // MARK: Tables

  private mutating func begin(_ table: PageTable) throws(DocumentExcess) {
    try endTable()
    var table = table
    table.wrap()
    open = table
  }

  private mutating func endTable() throws(DocumentExcess) {
    guard let table = open else { return }
    open = nil
    blocks.append(.table(try table.table(tally: &tally)))
  }

  // MARK: Paragraphs

  private mutating func add(_ line: PageLine, isFirst: Bool, width: Double, at place: SourcePlace) {
    if var open = paragraph {
      if !open.text.add(line, overPage: isFirst) {
        paragraph = open
        return
      }
      endParagraph()
    }
    var text = WrappedText(width: width)
    text.add(line)
    paragraph = (text, place)
  }

  private mutating func endParagraph() {
    guard let (text, place) = paragraph else { return }
    paragraph = nil
    blocks.append(.paragraph(Paragraph(text.text, at: place)))
  }
}
