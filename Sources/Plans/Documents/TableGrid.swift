/// A table whose rows are being read. It arranges cells that reach over several columns and rows in a grid.
package struct TableGrid {
  private let limits: DocumentLimits
  private var rows: [Table.Row] = []
  private var open: [Table.Cell] = []
  /// For each column, how many rows a cell above still reaches down, and what it shows there.
  private var reach: [(rows: Int, cover: Table.Cell.Cover)] = []
  /// Columns up to the last one in which a cell begins.
  private var width = 0
  private var countedCells = 0

  package init(limits: DocumentLimits) { self.limits = limits }

  package var rowCount: Int { rows.count }
  package var columnCount: Int { width }

  /// Puts a cell at the next free place of the open row, and returns its column. A cell that reaches beyond the limit
  /// of columns is cut off there, but one with text that begins there is an error.
  @discardableResult
  package mutating func add(
    _ text: String, columns: Int = 1, rows rowsDown: Int = 1, continuesAbove: Bool = false
  ) throws(DocumentExcess) -> Int {
    fillCovered(upTo: limits.columns)
    let column = open.count
    guard column < limits.columns else {
      if text.isEmpty { return column }
      throw .columns(limits.columns)
    }
    let end = column + min(max(columns, 1), limits.columns - column)
    let isCovered = continuesAbove && !rows.isEmpty && column < (rows.last?.cells.count ?? 0)
    open.append(isCovered ? Table.Cell("", cover: .above) : Table.Cell(text))
    while open.count < end { open.append(Table.Cell("", cover: .left)) }
    width = max(width, column + 1)
    setReach(column..<end, rows: rowsDown)
    return column
  }

  /// Replaces the text of a cell of a row that has ended.
  package mutating func setText(_ text: String, row: Int, column: Int) {
    guard rows.indices.contains(row), rows[row].cells.indices.contains(column) else { return }
    rows[row].cells[column].text = text
  }

  private mutating func setReach(_ columns: Range<Int>, rows rowsDown: Int) {
    guard rowsDown > 1 || columns.lowerBound < reach.count else { return }
    while reach.count < columns.upperBound { reach.append((0, .none)) }
    for column in columns {
      reach[column] = (max(rowsDown, 1) - 1, column == columns.lowerBound ? .above : .left)
    }
  }

  private mutating func fillCovered(upTo end: Int) {
    while open.count < min(end, reach.count), reach[open.count].rows > 0 {
      reach[open.count].rows -= 1
      open.append(Table.Cell("", cover: reach[open.count].cover))
    }
  }

  /// Ends the open row.
  package mutating func endRow(
    at place: SourcePlace, isHeading: Bool = false, startsPage: Bool = false, tally: inout DocumentTally
  ) throws(DocumentExcess) {
    // Cells above may still reach down behind the last cell of this row.
    while open.count < reach.count, reach[open.count...].contains(where: { $0.rows > 0 }) {
      fillCovered(upTo: limits.columns)
      if open.count < reach.count, reach[open.count...].contains(where: { $0.rows > 0 }) { open.append(Table.Cell("")) }
    }
    try tally.addRow()
    try tally.add(cells: open.count)
    countedCells += open.count
    rows.append(Table.Row(open, at: place, isHeading: isHeading, startsPage: startsPage))
    open.removeAll(keepingCapacity: true)
  }

  /// The table, its rows padded to the same length. Columns at the right in which no cell begins are left out.
  package consuming func finish(tally: inout DocumentTally) throws(DocumentExcess) -> Table {
    try tally.add(cells: max(0, rows.count * width - countedCells))
    for index in rows.indices {
      let count = rows[index].cells.count
      if count > width { rows[index].cells.removeLast(count - width) }
      while rows[index].cells.count < width { rows[index].cells.append(Table.Cell("")) }
    }
    return Table(rows: rows)
  }
}
