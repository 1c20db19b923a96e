import Documents
import RuleSyntax

/// A table of tasks: its columns by role, and the rows below its headings.
struct TaskTable {
  var roles: [ColumnRole]
  var rows: [Table.Row]
  /// The headings as printed, lower ones behind a line feed, to be known again at a page break.
  var headings: [String]

  /// The table behind its heading rows; nil if it has none of a table of tasks.
  init?(_ table: Table) {
    // A title and a letterhead may stand above the headings, and these may take three rows.
    for first in table.rows.indices.prefix(12) {
      for count in [2, 3, 1] where first + count <= table.rows.count {
        let block = table.rows[first..<(first + count)]
        let headings = Self.headings(block)
        guard block.first.map({ Self.isHeading($0) }) == true, let roles = ColumnRole.roles(of: headings) else {
          continue
        }
        if count > 1, !Self.reachesDown(block) { continue }
        let rows = Array(table.rows[(first + count)...])
        let sound = DeadlineColumns.withoutFalseMarks(roles, headings: headings, rows: rows)
        guard ColumnRole.isTable(sound) else { continue }
        (self.roles, self.headings, self.rows) = (sound, headings, rows)
        return
      }
    }
    return nil
  }

  /// A table without headings that has the columns of this one goes on with it.
  func continues(_ table: Table) -> Bool {
    guard table.columnCount == roles.count, let first = table.rows.first else { return false }
    guard let number = roles.firstIndex(of: .number) else { return true }
    let text = first.cells[number].text.trimmed
    return text.isEmpty || RowNumber(text) != nil
  }

  /// The heading rows come again at the top of a page.
  func isHeading(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { $0.text.onOneLine.folded }
    let mine = headings.map(\.onOneLine.folded)
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard filled.count >= 2, texts.count == mine.count else { return false }
    return filled.allSatisfy { mine[$0].contains(texts[$0]) }
  }

  /// Headings are short, and several.
  private static func isHeading(_ row: Table.Row) -> Bool {
    let filled = row.cells.filter { !$0.text.isBlank }
    return filled.count >= 2 && filled.allSatisfy { $0.text.count <= 120 }
  }

  /// Rows below the first belong to the headings if merged cells say so, or if they fill what the first leaves open and
  /// hold no number of a row.
  private static func reachesDown(_ block: ArraySlice<Table.Row>) -> Bool {
    guard let top = block.first else { return false }
    return block.dropFirst().allSatisfy { row in
      guard let first = row.cells.first, row.cells.contains(where: { !$0.text.isBlank }) else { return false }
      if row.isHeading { return true }
      let filled = row.cells.indices.filter { !row.cells[$0].text.isBlank }
      guard first.text.isBlank, filled.allSatisfy({ row.cells[$0].text.count <= 60 }) else { return false }
      if first.cover == .above { return true }
      // Below a heading with room to its right, and with others beside it.
      return filled.allSatisfy { column in
        ColumnRole.isKnown(row.cells[column].text) || isOpen(top, column) || isOpen(top, column + 1)
      } && filled.count >= 2 && !filled.allSatisfy { isOpen(top, $0) == false && isOpen(top, $0 + 1) == false }
    }
  }

  private static func isOpen(_ row: Table.Row, _ column: Int) -> Bool {
    row.cells.indices.contains(column) && row.cells[column].text.isBlank
  }

  /// The headings of each column, from above downwards.
  private static func headings(_ block: ArraySlice<Table.Row>) -> [String] {
    guard let first = block.first else { return [] }
    return first.cells.indices.map { column in
      var parts: [String] = []
      for row in block where row.cells.indices.contains(column) {
        var text = row.cells[column].text
        // What lies under a cell that reaches over several columns is told by the lower row, and by that cell.
        let isBelow =
          row.place == first.place
          && block.dropFirst().contains { !($0.cells.dropFirst(column).first?.text.isBlank ?? true) }
        if text.isBlank, row.cells[column].cover == .left || isBelow {
          text = row.cells[..<column].last { !$0.text.isBlank }?.text ?? ""
        }
        if !text.isBlank { parts.append(text.onOneLine) }
      }
      return parts.joined(separator: "\n")
    }
  }
}
