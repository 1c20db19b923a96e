import Diagnostics
import Documents
import RuleSyntax

/// A sheet of a register that somebody edited. Columns are found by their heads, in whatever order they stand.
struct RegisterSheet {
  /// A row that says something.
  struct Line {
    /// As spreadsheet programs number it.
    let row: Int
    /// The lines of the cells, cleaned; of a cell that another one covers nothing is known.
    let cells: [RegisterColumn: [String]]

    func lines(_ column: RegisterColumn) -> [String]? { cells[column] }
    func text(_ column: RegisterColumn) -> String { (cells[column] ?? []).joined(separator: "\n") }
    var identity: String { text(.identity) }
    var check: RegisterCheck? { RegisterCheck(text(.check)) }
  }

  let name: String
  /// The row of the heads.
  let head: Int
  /// The revision that it was exported from.
  let revision: Int
  /// The id of its plan.
  let plan: String
  /// Where the columns stand, from 0.
  let columns: [RegisterColumn: Int]
  /// The columns that a register has not: their letters, and their heads, or none. What stands in them is not read.
  let others: [(letters: String, head: String)]
  /// Where the program writes what it did not understand.
  let answers: Int
  let lines: [Line]

  /// Nil if the table is no exported register.
  init?(_ table: Table) {
    for (place, row) in table.rows.enumerated() {
      guard case .sheetRow(let sheet, let number) = row.place else { return nil }
      var columns: [RegisterColumn: Int] = [:]
      var answers: Int?
      for (index, cell) in row.cells.enumerated() {
        guard let text = PlainWords.cleaned(cell.text) else { continue }
        if let column = RegisterColumn(head: text), columns[column] == nil { columns[column] = index }
        if [Self.answer.vi, Self.answer.en].contains(where: { FoldedName($0) == FoldedName(text) }) { answers = index }
      }
      func bracketed(_ column: RegisterColumn) -> String? {
        columns[column].flatMap { RegisterColumn.bracketed(row.cells[$0].text) }
      }
      guard let plan = bracketed(.check), let words = bracketed(.identity),
        let revision = Int(words.filter { $0.isASCII && $0.isNumber })
      else { continue }
      (name, head, self.revision, self.plan) = (sheet, number, revision, plan)
      let strange = row.cells.indices.filter { index in
        index != answers && !columns.values.contains(index)
          && table.rows[place...].contains { PlainWords.cleaned($0.cells[index].text) != nil }
      }
      others = strange.map { index in
        (SheetArea.letters(index + table.firstColumn), PlainWords.cleaned(row.cells[index].text) ?? "")
      }
      self.columns = columns.mapValues { $0 + table.firstColumn }
      self.answers = table.firstColumn + (answers ?? table.columnCount)
      lines = table.rows[(place + 1)...].compactMap { Self.line($0, columns) }
      return
    }
    return nil
  }

  private static let answer = RegisterColumn.answer

  private static func line(_ row: Table.Row, _ columns: [RegisterColumn: Int]) -> Line? {
    guard case .sheetRow(_, let number) = row.place else { return nil }
    var cells: [RegisterColumn: [String]] = [:]
    for (column, index) in columns where row.cells.indices.contains(index) && row.cells[index].cover == .none {
      cells[column] = RegisterWording.cleaned(row.cells[index].text.split(separator: "\n").map(String.init))
    }
    return cells.values.contains { !$0.isEmpty } ? Line(row: number, cells: cells) : nil
  }

  /// `H` of a column; nil if the sheet has none such.
  func letters(_ column: RegisterColumn) -> String? { columns[column].map(SheetArea.letters) }
}
