import Documents
import RuleSyntax

/// A table of tasks: its columns by role, and the rows below its headings.
struct TaskTable {
  var roles: [ColumnRole]
  var rows: [Table.Row]
  /// The headings as printed, lower ones behind a line feed, by which repeated ones are recognised.
  var headings: [String]

  /// Nil if the table does not have the headings of a table of tasks.
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

  /// Whether `table`, which has no headings, continues this one, because it has the same columns.
  func continues(_ table: Table) -> Bool {
    guard table.columnCount == roles.count, let first = table.rows.first else { return false }
    guard let number = roles.firstIndex(of: .number) else { return true }
    let text = first.cells[number].text.trimmed
    return text.isEmpty || RowNumber(text) != nil
  }

  /// Whether a row repeats the headings, as at the top of a page.
  func isHeading(_ row: Table.Row) -> Bool {
    let texts = row.cells.map { $0.text.onOneLine.folded }
    let mine = headings.map(\.onOneLine.folded)
    let filled = texts.indices.filter { !texts[$0].isEmpty }
    guard filled.count >= 2, texts.count == mine.count else { return false }
    return filled.allSatisfy { mine[$0].contains(texts[$0]) }
  }

  /// Whether a row can be one of headings, which are short, and several.
  private static func isHeading(_ row: Table.Row) -> Bool {
    let filled = row.cells.filter { !$0.text.isBlank }
    return filled.count >= 2 && filled.allSatisfy { $0.text.count <= 120 }
  }

  /// Whether the rows below the first belong to the headings: merged cells show it, or they fill what the first leaves
  /// open and have no number of a row.
  private static func reachesDown(_ block: ArraySlice<Table.Row>) -> Bool {
    guard let top = block.first else { return false }
    return block.dropFirst().allSatisfy { row in
      guard let first = row.cells.first, row.cells.contains(where: { !$0.text.isBlank }) else { return false }
      if row.isHeading { return true }
      let filled = row.cells.indices.filter { !row.cells[$0].text.isBlank }
      guard first.text.isBlank, filled.allSatisfy({ row.cells[$0].text.count <= 60 }) else { return false }
      if first.cover == .above { return true }
      // The cells stand below a heading with room to its right, and there are several.
      return filled.allSatisfy { column in
        ColumnRole.isKnown(row.cells[column].text) || isOpen(top, column) || isOpen(top, column + 1)
      } && filled.count >= 2 && !filled.allSatisfy { isOpen(top, $0) == false && isOpen(top, $0 + 1) == false }
    }
  }

  private static func isOpen(_ row: Table.Row, _ column: Int) -> Bool {
    row.cells.indices.contains(column) && row.cells[column].text.isBlank
  }

  /// The headings of each column, from the upper to the lower ones.
  private static func headings(_ block: ArraySlice<Table.Row>) -> [String] {
    guard let first = block.first else { return [] }
    return first.cells.indices.map { column in
      var parts: [String] = []
      for row in block where row.cells.indices.contains(column) {
        var text = row.cells[column].text
        // A column under a cell that reaches over several has that cell's heading as well as its own.
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
