/// Arranges the cells of a sheet that have text in a grid, with its merged cells.
struct SheetTable {
  var rows: [SheetReader.SheetRow]
  var merges: [SheetArea]
  /// Pages end below these rows.
  var pageBreaks: Set<Int>
  let limits: DocumentLimits

  /// The table; nil if there is no text.
  func table(sheet: String, tally: inout DocumentTally) throws -> Table? {
    var columns: ClosedRange<Int>?
    for row in rows {
      guard let first = row.cells.first?.column, let last = row.cells.last?.column else { continue }
      columns = min(columns?.lowerBound ?? first, first)...max(columns?.upperBound ?? last, last)
    }
    guard let columns else { return nil }
    guard columns.count <= limits.columns else { throw DocumentExcess.columns(limits.columns) }
    try tally.add(cells: columns.count * rows.count)
    var result: [Table.Row] = []
    var numbers: [Int] = []
    for row in rows { try append(row, columns, sheet, to: &result, &numbers, &tally) }
    try cover(&result, numbers, columns)
    var table = Table(rows: result)
    table.firstColumn = columns.lowerBound
    return table
  }

  private func append(
    _ row: SheetReader.SheetRow, _ columns: ClosedRange<Int>, _ sheet: String, to result: inout [Table.Row],
    _ numbers: inout [Int], _ tally: inout DocumentTally
  ) throws {
    var cells = [Table.Cell](repeating: Table.Cell(""), count: columns.count)
    if let before = numbers.last, row.number > before + 1 {
      // One empty row, the one above this row, stands for all that lie between.
      try tally.addRow()
      try tally.add(cells: columns.count)
      result.append(Table.Row(cells, at: .sheetRow(sheet: sheet, row: row.number - 1)))
      numbers.append(row.number - 1)
    }
    for cell in row.cells { cells[cell.column - columns.lowerBound] = Table.Cell(cell.text, isDay: cell.isDay) }
    result.append(
      Table.Row(
        cells, at: .sheetRow(sheet: sheet, row: row.number), startsPage: pageBreaks.contains(row.number - 1)))
    numbers.append(row.number)
  }

  /// Marks the cells that merged cells cover. The texts of these, which spreadsheets may keep, are dropped.
  private func cover(_ result: inout [Table.Row], _ numbers: [Int], _ columns: ClosedRange<Int>) throws {
    var area = 0
    for merge in merges {
      var row = SheetTable.firstIndex(in: numbers, notBelow: merge.rows.lowerBound)
      // Without its upper left corner a merged cell has no text, and what it covers must not be taken for another's.
      guard columns.contains(merge.columns.lowerBound), row < numbers.count, numbers[row] == merge.rows.lowerBound
      else { continue }
      let across = merge.columns.clamped(to: columns)
      while row < numbers.count, numbers[row] <= merge.rows.upperBound {
        area += across.count
        guard area <= limits.cells else { throw DocumentExcess.cells(limits.cells) }
        for column in across {
          let isFirstRow = numbers[row] == merge.rows.lowerBound
          if isFirstRow, column == merge.columns.lowerBound { continue }
          result[row].cells[column - columns.lowerBound] =
            Table.Cell("", cover: column == merge.columns.lowerBound ? .above : .left)
        }
        row += 1
      }
    }
  }

  private static func firstIndex(in numbers: [Int], notBelow number: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
