import Documents
import RuleSyntax

/// A table of tasks: its columns by role, and the rows below its headings.
struct TaskTable {
  var roles: [ColumnRole]
  var rows: [Table.Row]
  /// The headings as printed, lower ones behind a line feed, by which repeated ones are recognised.
  var headings: [String]
  /// The columns whose cells told their role, because their headings did not, or told another.
  var judged: Set<Int>
  /// Whether no heading said that this is a table of tasks.
  var isGuessed: Bool
  /// The texts of the rows above the headings.
  var above: [String]

  /// Nil if neither the headings nor the cells are those of a table of tasks.
  init?(_ table: Table) {
    for isGuessed in [false, true] {
      // A title and a letterhead may stand above the headings, and these may take three rows.
      for first in table.rows.indices.prefix(12) {
        for count in [2, 3, 1] where first + count <= table.rows.count {
          let block = table.rows[first..<(first + count)]
          let headings = Self.headings(block)
          let rows = Array(table.rows[(first + count)...])
          guard let head = block.first, Self.isHeading(head), count == 1 || Self.reachesDown(block) else { continue }
          if isGuessed {
            guard Self.mayBeHeading(head, headings), rows.count > 1 else { continue }
          } else {
            guard ColumnRole.roles(of: headings) != nil else { continue }
          }
          let choice = ColumnChoice(headings, rows: rows)
          guard choice.isTable, !isGuessed || choice.roles.contains(where: \.tellsWhen) else { continue }
          let roles = DeadlineColumns.withoutFalseMarks(choice.roles, headings: headings, rows: rows)
          guard ColumnRole.isTable(roles) else { continue }
          (self.roles, self.headings, self.rows) = (roles, headings, rows)
          (judged, self.isGuessed) = (choice.judged, isGuessed)
          above = table.rows[..<first].flatMap { $0.cells.map(\.text.onOneLine).filter { !$0.isEmpty } }
          return
        }
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

  /// Whether a row can be one of headings, which are short, and several, and say neither a number of a row nor a day.
  private static func isHeading(_ row: Table.Row) -> Bool {
    let filled = row.cells.filter { !$0.text.isBlank }
    guard filled.count >= 2, filled.allSatisfy({ $0.text.count <= 200 }) else { return false }
    if row.isHeading { return true }
    if let first = filled.first, let number = RowNumber(first.text), number.kind == .arabic { return false }
    return filled.allSatisfy { cell in
      !cell.text.contains(where: \.isNumber) || MarkedPeriod(cell.text) != nil || CellContent(cell.text) != .date
    }
  }

  /// Whether a row can be one of headings that nobody has used before: several short texts in words, one of which names
  /// what headings name.
  private static func mayBeHeading(_ row: Table.Row, _ headings: [String]) -> Bool {
    let filled = row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }
    guard filled.count >= 3, Set(filled).count == filled.count,
      filled.allSatisfy({ $0.count <= 60 && $0.contains(where: \.isLetter) && !PersonName.isTitled($0) })
    else { return false }
    return headings.contains { heading in
      !heading.isEmpty && ColumnRole.isKnown(heading)
        || ColumnRole.name(heading).hasWord(ColumnRole.dueHints + ColumnRole.leadHints + ColumnRole.supportHints)
    }
  }

  /// Whether the rows below the first belong to the headings: merged cells show it, or they fill what the first leaves
  /// open and have no number of a row.
  private static func reachesDown(_ block: ArraySlice<Table.Row>) -> Bool {
    guard let top = block.first else { return false }
    return block.dropFirst().allSatisfy { row in
      guard let first = row.cells.first, row.cells.contains(where: { !$0.text.isBlank }) else { return false }
      if row.isHeading { return true }
      let filled = row.cells.indices.filter { !row.cells[$0].text.isBlank }
      guard first.text.isBlank, filled.allSatisfy({ row.cells[$0].text.count <= 60 && !saysMore(row.cells[$0].text) })
      else { return false }
      if first.cover == .above { return true }
      // The cells stand below a heading with room to its right, and there are several.
      return filled.allSatisfy { column in
        ColumnRole.isKnown(row.cells[column].text) || isOpen(top, column) || isOpen(top, column + 1)
      } && filled.count >= 2 && !filled.allSatisfy { isOpen(top, $0) == false && isOpen(top, $0 + 1) == false }
    }
  }

  /// Whether a text is a day, an hour, how far the work is or a person, which no heading is.
  private static func saysMore(_ text: String) -> Bool {
    switch CellContent(text) {
    case .date, .hour: MarkedPeriod(text) == nil
    case .status: !text.contains(where: \.isLetter)
    default: PersonName.isTitled(text)
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
