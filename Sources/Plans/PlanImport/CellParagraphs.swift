import Deadlines
import Documents

/// Restores tables that a converter wrote with each cell as a paragraph: first the headings, then the rows.
enum CellParagraphs {
  /// The document in which such tables are tables again.
  static func rebuilt(_ document: SourceDocument) -> SourceDocument {
    var result = SourceDocument(name: document.name, blocks: [])
    result.marks = document.marks
    var run: [Paragraph] = []
    for block in document.blocks + [.table(Table(rows: []))] {
      if case .paragraph(let paragraph) = block {
        run.append(paragraph)
        continue
      }
      result.blocks += blocks(run)
      run = []
      if case .table(let table) = block, !table.rows.isEmpty { result.blocks.append(block) }
    }
    return result
  }

  private static func blocks(_ run: [Paragraph]) -> [SourceDocument.Block] {
    for start in run.indices where ColumnRole.role(of: run[start].text) == .number {
      let headings = self.headings(run[start...])
      guard headings.count >= 3, let roles = ColumnRole.roles(of: headings), roles.contains(.deadline) else { continue }
      let first = start + headings.count
      let (rows, end) = rows(run, from: first, roles: roles)
      guard rows.count >= 2 else { continue }
      let heading = Table.Row(headings.map { Table.Cell($0) }, at: run[start].place, isHeading: true)
      return run[..<start].map { .paragraph($0) } + [.table(Table(rows: [heading] + rows))] + blocks(Array(run[end...]))
    }
    return run.map { .paragraph($0) }
  }

  /// The short paragraphs before the first number of a row.
  private static func headings(_ run: ArraySlice<Paragraph>) -> [String] {
    var headings: [String] = []
    for paragraph in run.prefix(13) {
      if !headings.isEmpty, RowNumber(paragraph.text) != nil { return headings }
      guard paragraph.text.count <= 80 else { return [] }
      headings.append(paragraph.text)
    }
    return []
  }

  /// The rows, each of which begins with a paragraph that is the next number, and the index behind them.
  private static func rows(
    _ run: [Paragraph], from first: Int, roles: [ColumnRole]
  ) -> (rows: [Table.Row], end: Int) {
    var starts: [Int] = []
    var last = 0
    for index in first..<run.count {
      guard let number = RowNumber(run[index].text) else { continue }
      switch number.kind {
      case .arabic:
        guard let value = Int(number.text),
          value == last + 1 || value == 1 && last > 0 && isSection(run, before: index, starts)
        else { continue }
        last = value
        starts.append(index)
      case .roman, .upper:
        starts.append(index)
        last = 0
      case .dotted, .lower: continue
      }
    }
    guard starts.first == first else { return ([], first) }
    var rows: [Table.Row] = []
    var end = first
    for (index, start) in starts.enumerated() {
      let isLast = index + 1 == starts.count
      let stop = isLast ? run.count : starts[index + 1]
      let units = units(run[(start + 1)..<stop])
      let taken = isLast ? Array(units.prefix(roles.count - 1)) : units
      end = start + 1 + taken.reduce(0) { $0 + $1.count }
      rows.append(row(run[start], taken, roles))
    }
    return (rows, end)
  }

  /// Whether the row before has a title alone, so that it is a section.
  private static func isSection(_ run: [Paragraph], before index: Int, _ starts: [Int]) -> Bool {
    guard let start = starts.last else { return false }
    return index - start == 2
  }

  /// The paragraphs of each cell; a list item belongs to the cell of the item before.
  private static func units(_ paragraphs: ArraySlice<Paragraph>) -> [[Paragraph]] {
    var units: [[Paragraph]] = []
    for paragraph in paragraphs {
      if isItem(paragraph.text), let last = units.last?.last, isItem(last.text), !last.text.hasSuffix(".") {
        units[units.count - 1].append(paragraph)
      } else {
        units.append([paragraph])
      }
    }
    return units
  }

  private static func isItem(_ text: String) -> Bool { text.hasPrefix("-") || text.hasPrefix("+") }

  private static func row(_ number: Paragraph, _ units: [[Paragraph]], _ roles: [ColumnRole]) -> Table.Row {
    var texts = units.map { $0.map(\.text).joined(separator: "\n") }
    let columns = roles.count - 1
    let deadline = roles.firstIndex(of: .deadline).map { $0 - 1 } ?? columns - 1
    if texts.count == columns - 1, columns > 2, deadline == columns - 1,
      DeadlineRepair(planYear: 2000).read((texts.last ?? "").onOneLine).reading.readings.isEmpty
    {
      // An empty cell leaves no paragraph: the deadline is missing.
      texts.append("")
    }
    while texts.count > columns, columns > 1 {
      // One paragraph too many belongs to the product, or else to the task.
      let product = roles.firstIndex(of: .product).map { $0 - 1 } ?? 0
      let index = min(product, texts.count - 2)
      texts[index] += "\n" + texts.remove(at: index + 1)
    }
    while texts.count < columns { texts.append("") }
    return Table.Row([Table.Cell(number.text)] + texts.map { Table.Cell($0) }, at: number.place)
  }
}
