import Documents

/// The tables that stand below each other in one grid, as on a sheet: each begins with a row of headings of its own.
enum StackedTables {
  /// The grid cut above each further row of headings, with the titles above it.
  static func split(_ table: Table) -> [Table] {
    var starts: [Int] = []
    var last: [String]?
    for (index, row) in table.rows.enumerated() where beginsTable(row, at: index, in: table) {
      let texts = row.cells.map(\.text.onOneLine.folded)
      if let last, isSame(texts, last) { continue }
      if last != nil || table.rows[..<index].contains(where: isOfWork) {
        starts.append(titles(above: index, in: table))
      }
      last = texts
    }
    guard !starts.isEmpty else { return [table] }
    var parts: [Table] = []
    for (first, end) in zip([0] + starts, starts + [table.rows.count]) where first < end {
      var part = table
      part.rows = Array(table.rows[first..<end])
      parts.append(part)
    }
    return parts
  }

  /// Whether the row is one of headings: it names the column of numbers, or the columns of tasks, in short words.
  private static func beginsTable(_ row: Table.Row, at index: Int, in table: Table) -> Bool {
    let texts = row.cells.map(\.text.onOneLine)
    let filled = texts.filter { !$0.isEmpty }
    guard filled.count >= 3, filled.allSatisfy({ $0.count <= 80 }), TaskTable.isHeading(row), let first = filled.first
    else { return false }
    let isNumbered = ["stt", "tt", "số tt", "số thứ tự"].contains(first.folded.filter { $0 != "." })
    guard isNumbered || ColumnRole.roles(of: texts) != nil && isApart(index, in: table) else { return false }
    return Set(filled).count == filled.count || row.cells.contains { $0.cover != .none }
  }

  /// Whether a row above the first headings belongs to a table without any.
  private static func isOfWork(_ row: Table.Row) -> Bool {
    row.cells.count { !$0.text.isBlank } > 2 && TaskTables.saysWhen(row)
  }

  /// Whether nothing, or a title alone, stands above the row.
  private static func isApart(_ index: Int, in table: Table) -> Bool {
    guard index > 0 else { return true }
    return table.rows[index - 1].cells.count { !$0.text.isBlank } <= 1
  }

  /// Whether the headings are those before, repeated.
  private static func isSame(_ texts: [String], _ last: [String]) -> Bool {
    let filled = zip(texts, last).filter { !$0.0.isEmpty }
    return filled.allSatisfy { $0 == $1 }
  }

  /// The first of the titles that stand right above a row of headings.
  private static func titles(above index: Int, in table: Table) -> Int {
    var first = index
    while first > 0, index - first < 3 {
      let texts = table.rows[first - 1].cells.map(\.text.onOneLine).filter { !$0.isEmpty }
      guard texts.count == 1, !FootRows.isSignature(texts[0]), !PersonName.isSigned(texts[0]), texts[0].count > 3 else {
        break
      }
      first -= 1
    }
    return first
  }
}
