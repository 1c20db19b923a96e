/// Collects paragraphs, tables and tables inside tables as a reader meets them, and numbers them at the end.
///
/// A table that only lays out a page is dissolved into the blocks of its cells: one that holds a table with more
/// columns and more cells than itself. Any other table inside a cell becomes lines of the cell's text, one for each
/// row.
struct FlowBuilder {
  enum Part {
    case paragraph(String, SourcePlace?)
    case table(Table)
  }

  private var tally: DocumentTally
  private var parts: [Part] = []
  private var tables: [OpenTable] = []
  /// Whether a page ended, and no text came since.
  private var pageEnded = false
  /// The place of what comes next, if the reader knows it, as the line of a text file.
  var place: SourcePlace?

  init(limits: DocumentLimits) { tally = DocumentTally(limits) }

  var isInCell: Bool { tables.last?.row?.cell != nil }

  /// Adds a paragraph, whose text has been cleaned and may have several lines.
  mutating func paragraph(_ text: String) throws {
    guard !text.isEmpty else { return }
    try tally.add(text)
    for index in tables.indices { tables[index].row?.hasText = true }
    if tables.isEmpty {
      pageEnded = false
      parts.append(.paragraph(text, place))
    } else {
      tables[tables.count - 1].append(.paragraph(text, place))
    }
  }

  mutating func pageBreak() {
    var isInRow = false
    for index in tables.indices where tables[index].row != nil {
      isInRow = true
      if tables[index].row?.hasText == false { tables[index].row?.startsPage = true }
    }
    if !isInRow { pageEnded = true }
  }

  mutating func beginTable() throws {
    guard tables.count < tally.limits.nestedTables else {
      throw DocumentExcess.nestedTables(tally.limits.nestedTables)
    }
    tables.append(OpenTable(limits: tally.limits))
  }

  mutating func beginRow(isHeading: Bool) throws {
    guard !tables.isEmpty else { return }
    try endRow()
    tables[tables.count - 1].row = OpenRow(isHeading: isHeading, startsPage: pageEnded, place: place)
    pageEnded = false
  }

  /// Marks the open row as one of headings.
  mutating func markHeading() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].row?.isHeading = true
  }

  mutating func beginCell(columns: Int = 1, rows: Int = 1, continuesAbove: Bool = false) throws {
    guard !tables.isEmpty else { return }
    if tables.last?.row == nil { try beginRow(isHeading: false) }
    try endCell()
    tables[tables.count - 1].row?.cell = OpenCell(columns: columns, rows: rows, continuesAbove: continuesAbove)
  }

  /// Makes the open cell one column wider.
  mutating func widenCell() throws {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].row?.cell?.columns += 1
  }

  /// Drops the open row.
  mutating func dropRow() {
    guard !tables.isEmpty else { return }
    tables[tables.count - 1].row = nil
  }

  mutating func endCell() throws {
    guard !tables.isEmpty else { return }
    try tables[tables.count - 1].endCell()
  }

  mutating func endRow() throws {
    guard !tables.isEmpty else { return }
    try tables[tables.count - 1].endRow(tally: &tally)
  }

  mutating func endTable() throws {
    guard !tables.isEmpty else { return }
    try endRow()
    guard let table = tables.popLast() else { return }
    for part in try table.parts(tally: &tally) {
      if tables.isEmpty { parts.append(part) } else { tables[tables.count - 1].append(part) }
    }
  }

  /// The whole document, after all open tables were ended.
  mutating func finish(name: String, marks: [String] = []) throws -> SourceDocument {
    while !tables.isEmpty { try endTable() }
    var blocks: [SourceDocument.Block] = []
    var paragraphs = 0
    var tableCount = 0
    for part in parts {
      switch part {
      case .paragraph(let text, let place):
        paragraphs += 1
        for line in text.split(separator: "\n") {
          blocks.append(.paragraph(Paragraph(String(line), at: place ?? .paragraph(paragraphs))))
        }
      case .table(var table):
        guard table.columnCount > 0 else { continue }
        tableCount += 1
        for index in table.rows.indices {
          if case .tableRow(_, let row) = table.rows[index].place {
            table.rows[index].place = .tableRow(table: tableCount, row: row)
          }
        }
        blocks.append(.table(table))
      }
    }
    return SourceDocument(name: name, blocks: blocks, marks: marks)
  }
}
