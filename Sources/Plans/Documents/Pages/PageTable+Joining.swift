extension PageTable {
  /// How far apart the columns of two pages may stand if no lines are drawn.
  private static let looseness = 18.0

  /// Whether `next`, at the top of the next page, can be the rest of this table.
  func continues(_ next: PageTable) -> Bool {
    guard isDrawn == next.isDrawn, let left = columns.first, let right = columns.last,
      let otherLeft = next.columns.first,
      let otherRight = next.columns.last
    else { return false }
    guard isDrawn else {
      return columns.count == next.columns.count
        && zip(columns, next.columns).dropFirst().dropLast().allSatisfy { abs($0 - $1) < Self.looseness }
    }
    return abs(left - otherLeft) <= PageGrid.slack && abs(right - otherRight) <= PageGrid.slack
  }

  /// Adds the rest of the table. `next` goes on where a page ended: its headings are those of this table again, and its
  /// first row may be the rest of the last one.
  mutating func append(_ next: PageTable) {
    var next = next
    if isDrawn { align(with: &next) }
    let first = firstFree
    next.dropHeadings(of: self)
    guard var row = next.rows.first, let above = rows.last else { return }
    var names: [Int: Int] = [:]
    let isRest = isRest(row, of: above, next)
    for (column, cell) in row.enumerated() where names[cell] == nil {
      // A cell that reaches down over several rows can go on beside rows that are new.
      let goesOn =
        isRest
        || row[..<column].allSatisfy { names[$0].map { $0 < first } ?? false }
          && goesOnAlone(cell, in: column, below: above[column], next)
      guard goesOn else {
        names[cell] = cell + first
        continue
      }
      names[cell] = above[column]
      for line in next.cells[cell]?.lines ?? [] { cells[above[column]]?.text.add(line, overPage: true) }
    }
    firstFree += next.firstFree
    next.wrap()
    for (cell, content) in next.cells where names[cell].map({ $0 >= first }) ?? true { cells[cell + first] = content }
    for index in next.rows.indices.dropFirst(isRest ? 1 : 0) {
      row = next.rows[index]
      rows.append(row.map { names[$0] ?? $0 + first })
      places.append(next.places[index])
    }
  }

  /// Gives both tables the columns of either.
  private mutating func align(with next: inout PageTable) {
    var edges: [Double] = []
    for edge in (columns + next.columns).sorted() where edges.last.map({ edge - $0 > PageGrid.slack }) ?? true {
      edges.append(edge)
    }
    spread(over: edges)
    next.spread(over: edges)
  }

  private mutating func spread(over edges: [Double]) {
    guard edges.count > columns.count else { return }
    let sources = zip(edges, edges.dropFirst()).map { edge, next in
      (columns.firstIndex { $0 > (edge + next) / 2 } ?? columns.count - 1) - 1
    }
    rows = rows.map { row in sources.map { row[max(0, min($0, row.count - 1))] } }
    columns = edges
  }

  /// Takes the rows away that repeat the first ones of `first`.
  private mutating func dropHeadings(of first: PageTable) {
    var whole = self
    whole.wrap()
    let count = zip(rows, first.rows).prefix(4).prefix { row, heading in
      let texts = row.map { whole.cells[$0]?.text.oneLine ?? "" }
      return texts.contains { !$0.isEmpty } && texts == heading.map { first.cells[$0]?.text.oneLine ?? "" }
    }.count
    rows.removeFirst(count)
    places.removeFirst(count)
  }

  /// Whether the first row of the next page is the rest of the last one of this.
  private func isRest(_ row: [Int], of above: [Int], _ next: PageTable) -> Bool {
    var evidence = 0
    var filled = 0
    var count = 0
    for (column, cell) in row.enumerated() where column == 0 || row[column - 1] != cell {
      count += 1
      guard let line = next.cells[cell]?.lines.first else { continue }
      if column == 0 { return false }
      filled += 1
      guard let text = cells[above[column]]?.text, let last = text.last else { continue }
      if line.startsInside {
        evidence += 3
      } else if line.startsBullet {
        continue
      } else if last.hasRoom(for: line, in: text.width) {
        evidence -= 2
      } else if !line.startsItem {
        evidence += 1
      }
    }
    // Of a row that a page cuts, few cells have a rest; of a row of its own, most are filled, and never one alone.
    if filled * 3 > count * 2 { evidence -= 2 }
    if filled == 1 { evidence += 2 }
    return evidence > 0 || evidence == 0 && filled * 2 < count
  }

  /// Whether the text of the cell goes on, whatever the rest of its row does.
  private func goesOnAlone(_ cell: Int, in column: Int, below above: Int, _ next: PageTable) -> Bool {
    guard let line = next.cells[cell]?.lines.first else { return true }
    guard column > 0, let text = cells[above]?.text, let last = text.last else { return false }
    return line.startsInside
      || !last.hasRoom(for: line, in: text.width) && !last.endsClause && !line.startsItem
  }
}

extension PageLine {
  /// Whether the line begins inside a sentence.
  fileprivate var startsInside: Bool {
    guard let first = words.first?.text.first else { return false }
    return first.isLowercase && !startsItem || [",", ")", ";", "."].contains(first)
  }
}
