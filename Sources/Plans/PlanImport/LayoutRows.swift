import Documents

/// Rows that only lay a table out, and how programs write cells that stand for others.
enum LayoutRows {
  /// Whether nothing in the row is said of the plan: rulers, numbers of columns and of pages.
  static func isLayout(_ row: Table.Row) -> Bool {
    row.cells.allSatisfy(\.text.isBlank) || isRuler(row) || countsColumns(row) || countsPages(row)
  }

  private static func isRuler(_ row: Table.Row) -> Bool {
    row.cells.allSatisfy { $0.text.allSatisfy { "-–—_=.…:| ".contains($0) || $0.isWhitespace } }
  }

  /// Whether the row only numbers the columns below the headings: *(1) (2) (3)* or *1 2 3 4*.
  private static func countsColumns(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { $0.text.filter { !"() .".contains($0) } }.filter { !$0.isEmpty }
    guard texts.count >= 3, texts.count + 2 >= row.cells.count else { return false }
    let numbers = texts.compactMap { Int($0) }
    if numbers.count == texts.count { return zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 } }
    return texts.count >= 4 && Set(["A", "B"]).isSuperset(of: texts.prefix(2)) && numbers.count >= texts.count - 2
  }

  /// *Trang 2/3*, or a number alone in a cell over the whole width.
  private static func countsPages(_ row: Table.Row) -> Bool {
    let texts = row.cells.map(\.text.onOneLine.folded).filter { !$0.isEmpty }
    guard texts.count == 1 else { return false }
    let rest = ["trang ", "page "].first { texts[0].hasPrefix($0) }.map { texts[0].dropFirst($0.count) }
    let isNumber = (rest ?? texts[0][...]).allSatisfy { $0.isNumber || "/-– ".contains($0) || $0 == "." }
    return isNumber && (rest != nil || row.cells.contains { $0.cover == .left })
  }

  /// The row without the repeats that some programs write into each cell for a cell over the whole width.
  static func withoutRepeats(_ row: Table.Row) -> Table.Row {
    guard row.cells.count > 2, let first = row.cells.first?.text, first.count > 6,
      row.cells.allSatisfy({ $0.text == first })
    else { return row }
    var row = row
    for index in row.cells.indices.dropFirst() { row.cells[index] = Table.Cell("", cover: .left) }
    return row
  }

  /// The row in which *nt*, *-nt-*, *như trên* and *"* are replaced by the text of the cell above.
  static func withoutDittos(_ row: Table.Row, above: Table.Row?, roles: [ColumnRole]) -> Table.Row {
    guard let above, above.cells.count == row.cells.count else { return row }
    var row = row
    for index in row.cells.indices where roles.indices.contains(index) && roles[index] != .number {
      let text = row.cells[index].text
      guard text.utf8.count <= 24 else { continue }
      if dittos.contains(text.folded.filter { !"-–().[] ".contains($0) }) {
        row.cells[index].text = above.cells[index].text
      }
    }
    return row
  }

  private static let dittos: Set<String> = ["nt", "nhưtrên", "\"", "”", "″", "〃", "ditto", "''"]

  /// Whether the row is a total, such as *Tổng cộng*.
  static func isTotal(_ row: PlanRow) -> Bool {
    guard row.deadline.isEmpty, row.lead.isEmpty, row.assignment.isEmpty else { return false }
    let text = (row.title.isEmpty ? row.number : row.title).folded
    return ["tổng cộng", "tổng số", "tổng kinh phí", "cộng", "bằng chữ", "total", "grand total"].contains {
      text == $0 || text.hasPrefix($0 + " ") || text.hasPrefix($0 + ":")
    } && text.count <= 100 || text.hasPrefix("tổng:")
  }
}
