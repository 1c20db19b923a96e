import Documents
import RuleSyntax

/// A table of tasks: its columns by role, and the rows below its headings.
struct TaskTable {
  var roles: [ColumnRole]
  var rows: [Table.Row]
  /// The headings as printed, to be known again at a page break.
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
        self.roles = roles
        self.headings = headings
        rows = Array(table.rows[(first + count)...])
        return
      }
    }
    return nil
  }

  init(roles: [ColumnRole], headings: [String], rows: [Table.Row]) {
    self.roles = roles
    self.headings = headings
    self.rows = rows
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
    let mine = headings.map(\.folded)
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
    block.dropFirst().allSatisfy { row in
      guard let first = row.cells.first, row.cells.contains(where: { !$0.text.isBlank }) else { return false }
      if row.isHeading { return true }
      let isMerged = row.cells.contains { $0.cover == .above }
      let isOpen = first.text.isBlank && row.cells.allSatisfy { $0.text.count <= 60 }
      let named = row.cells.filter { !$0.text.isBlank }.allSatisfy { ColumnRole.isKnown($0.text) }
      return first.text.isBlank && named && (isMerged || isOpen)
    }
  }

  /// The headings of each column, from above downwards.
  private static func headings(_ block: ArraySlice<Table.Row>) -> [String] {
    guard let first = block.first else { return [] }
    return first.cells.indices.map { column in
      var parts: [String] = []
      for row in block where row.cells.indices.contains(column) {
        var text = row.cells[column].text
        // What lies under a cell that reaches over several columns is told by the lower row, else by that cell.
        if text.isBlank, row.cells[column].cover == .left {
          text = row.cells[..<column].last { !$0.text.isBlank }?.text ?? ""
        }
        if !text.isBlank { parts.append(text.onOneLine) }
      }
      return parts.count > 1 && ColumnRole.isKnown(parts[parts.count - 1])
        ? parts[parts.count - 1] : parts.joined(separator: " ")
    }
  }
}

extension ColumnRole {
  /// Whether the heading tells a role by itself.
  static func isKnown(_ heading: String) -> Bool {
    if case .extra = role(of: heading) { return false }
    return true
  }
}
