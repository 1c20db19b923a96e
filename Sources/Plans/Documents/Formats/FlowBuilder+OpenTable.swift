extension FlowBuilder {
  struct OpenRow {
    var isHeading: Bool
    var startsPage: Bool
    var place: SourcePlace?
    var hasText = false
    var cell: OpenCell?
  }

  struct OpenCell {
    var columns: Int
    var rows: Int
    var continuesAbove: Bool
    var parts: [Part] = []
  }

  /// A table whose end was not read yet.
  struct OpenTable {
    var row: OpenRow?
    private var grid: TableGrid
    /// The parts of cells that hold tables; what becomes of them is decided when the table ends.
    private var nested: [(row: Int, column: Int, parts: [Part])] = []
    /// Parts that stand outside cells, such as captions.
    private var besides: [Part] = []

    init(limits: DocumentLimits) { grid = TableGrid(limits: limits) }

    mutating func append(_ part: Part) {
      if row?.cell != nil { row?.cell?.parts.append(part) } else { besides.append(part) }
    }

    mutating func endCell() throws {
      guard let cell = row?.cell else { return }
      row?.cell = nil
      let holdsTable = cell.parts.contains { if case .table = $0 { true } else { false } }
      let column = try grid.add(
        holdsTable ? "" : OpenTable.text(of: cell.parts), columns: cell.columns, rows: cell.rows,
        continuesAbove: cell.continuesAbove)
      if holdsTable, !cell.continuesAbove { nested.append((grid.rowCount, column, cell.parts)) }
    }

    mutating func endRow(tally: inout DocumentTally) throws {
      try endCell()
      guard let row else { return }
      self.row = nil
      try grid.endRow(
        at: row.place ?? .tableRow(table: 0, row: grid.rowCount + 1), isHeading: row.isHeading,
        startsPage: row.startsPage, tally: &tally)
    }

    /// The table as one part, or the parts of its cells if it only lays out a page.
    consuming func parts(tally: inout DocumentTally) throws -> [Part] {
      guard !nested.isEmpty else { return try besides + [.table(grid.finish(tally: &tally))] }
      let ownColumns = grid.columnCount
      let ownCells = ownColumns * grid.rowCount
      let isLayout = nested.contains { cell in
        cell.parts.contains { part in
          guard case .table(let table) = part else { return false }
          return table.rows.count >= 2 && table.columnCount > ownColumns
            && table.rows.count * table.columnCount > ownCells
        }
      }
      if isLayout { return try besides + dissolved(tally: &tally) }
      for cell in nested { grid.setText(OpenTable.text(of: cell.parts), row: cell.row, column: cell.column) }
      return try besides + [.table(grid.finish(tally: &tally))]
    }

    private consuming func dissolved(tally: inout DocumentTally) throws -> [Part] {
      var result: [Part] = []
      var rest = nested[...]
      for (row, cells) in try grid.finish(tally: &tally).rows.enumerated() {
        for (column, cell) in cells.cells.enumerated() where cell.cover == .none {
          if let first = rest.first, first.row == row, first.column == column {
            result += first.parts
            rest = rest.dropFirst()
          } else if !cell.text.isEmpty {
            result.append(.paragraph(cell.text, nil))
          }
        }
      }
      return result
    }

    private static func text(of parts: [Part]) -> String {
      if parts.count == 1, case .paragraph(let text, _) = parts[0] { return text }
      var lines: [String] = []
      for part in parts {
        switch part {
        case .paragraph(let text, _): lines.append(text)
        case .table(let table):
          for row in table.rows {
            let cells = row.cells.lazy.filter { !$0.text.isEmpty }.map { TextCleaning.line($0.text) }
            if !cells.isEmpty { lines.append(cells.joined(separator: " ")) }
          }
        }
      }
      return lines.joined(separator: "\n")
    }
  }
}
