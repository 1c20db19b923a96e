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
  /// The rows above the headings.
  var rowsAbove: [Table.Row]

  /// The texts of the rows above the headings.
  var above: [String] { rowsAbove.flatMap { $0.cells.map(\.text.onOneLine).filter { !$0.isEmpty } } }

  /// Whether it has no headings at all.
  var isHeadless = false

  var tellsWhen: Bool { roles.contains(where: \.tellsWhen) }

  /// The titles above the headings, each alone in its row.
  var titles: [String] {
    rowsAbove.compactMap { row in
      let texts = row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }
      return texts.count == 1 ? texts[0] : nil
    }.suffix(4)
  }

  /// Nil if neither the headings nor the cells are those of a table of tasks.
  init?(_ table: Table) {
    guard
      let found = Self.headed(table, isGuessed: false) ?? Self.headed(table, isGuessed: true) ?? Self.headless(table)
    else { return nil }
    self = found
  }

  private init(_ choice: ColumnChoice, roles: [ColumnRole], headings: [String], rows: [Table.Row], above: [Table.Row]) {
    (self.roles, self.headings, self.rows, rowsAbove) = (roles, headings, rows, above)
    (judged, isGuessed) = (choice.judged, false)
  }

  private static func headed(_ table: Table, isGuessed: Bool) -> TaskTable? {
    // A title and a letterhead may stand above the headings, and these may take three rows.
    for first in table.rows.indices.prefix(12) {
      for count in [3, 2, 1] where first + count <= table.rows.count {
        let block = table.rows[first..<(first + count)]
        let headings = headings(block)
        let rows = Array(table.rows[(first + count)...])
        guard let head = block.first, isHeading(head), count == 1 || reachesDown(block),
          count < 3 || isNamed(block.last)
        else { continue }
        if isGuessed {
          guard mayBeHeading(head), rows.count > 1 else { continue }
        } else {
          guard ColumnRole.roles(of: headings) != nil else { continue }
        }
        let choice = ColumnChoice(headings, rows: rows)
        guard choice.isTable, !isGuessed || isHead(head, of: choice.roles) else { continue }
        let roles = DeadlineColumns.withoutFalseMarks(choice.roles, headings: headings, rows: rows)
        guard ColumnRole.isTable(roles) else { continue }
        var found = TaskTable(
          choice, roles: roles, headings: headings, rows: rows, above: Array(table.rows[..<first]))
        found.isGuessed = isGuessed
        return found
      }
    }
    return nil
  }

  /// A table without headings, of which the cells show what they are: several days in one column, words in another, and
  /// numbers or names in a third.
  private static func headless(_ table: Table) -> TaskTable? {
    let first = table.rows.firstIndex { row in row.cells.count { !$0.text.isBlank } > 2 } ?? 0
    let rows = Array(table.rows[first...])
    guard rows.count > 1, (3...12).contains(table.columnCount), let top = rows.first else { return nil }
    let names = (1...table.columnCount).map { "Cột \($0)" }
    let choice = ColumnChoice(names, rows: rows, isHeadless: true)
    guard choice.isTable, choice.roles.contains(.lead) || choice.roles.contains(.number),
      zip(top.cells, choice.roles).contains(where: { $1.tellsWhen && CellContent($0.text) == .date })
    else { return nil }
    var found = TaskTable(
      choice, roles: choice.roles, headings: names, rows: rows, above: Array(table.rows[..<first]))
    (found.isGuessed, found.isHeadless) = (true, true)
    return found
  }

  /// Whether the cells of the row are headings of columns with these roles, and no first row of them.
  private static func isHead(_ row: Table.Row, of roles: [ColumnRole]) -> Bool {
    guard roles.contains(where: \.tellsWhen) else { return false }
    return zip(row.cells, roles).allSatisfy { cell, role in
      if case .mark = role { return true }
      return !role.tellsWhen || CellContent(cell.text) != .date
    }
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
  static func isHeading(_ row: Table.Row) -> Bool {
    let filled = row.cells.filter { !$0.text.isBlank }
    guard filled.count >= 2, filled.allSatisfy({ $0.text.count <= 200 }) else { return false }
    if row.isHeading { return true }
    if let first = filled.first, let number = RowNumber(first.text), number.kind == .arabic { return false }
    return filled.allSatisfy { cell in
      !cell.text.contains(where: \.isNumber) || MarkedPeriod(cell.text) != nil || CellContent(cell.text) != .date
    }
  }

  /// Whether a row can be one of headings that nobody has used before: several short texts in words.
  private static func mayBeHeading(_ row: Table.Row) -> Bool {
    let filled = row.cells.map(\.text.onOneLine).filter { !$0.isEmpty }
    guard filled.count >= 3, Set(filled).count == filled.count,
      filled.allSatisfy({ text in
        text.count <= 60 && !PersonName.isTitled(text)
          && (text.contains(where: \.isLetter) || ColumnRole.role(of: text) == .number)
      })
    else { return false }
    // The name of an office is no heading, unless it is the word for all of them.
    return !filled.contains { text in
      CellContent(text) == .name && UnitNames.begins(text) && text.contains(" ") && !ColumnRole.isKnown(text)
        && !ColumnRole.isOfAll(text.folded) && !text.folded.hasWord(ColumnRole.leadHints)
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

  /// Whether all texts of a third row are headings that are known.
  private static func isNamed(_ row: Table.Row?) -> Bool {
    guard let row else { return false }
    return row.cells.allSatisfy { $0.text.isBlank || $0.text.count <= 40 && ColumnRole.isKnown($0.text) }
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
    let headings = first.cells.indices.map { column in
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
    return MarkedPeriod.named(headings)
  }
}
