/// A table of a page, or of several: which cell stands where, and what is written in it.
struct PageTable {
  struct Cell {
    var text: WrappedText
    /// The lines that were not put together yet.
    var lines: [PageLine]
  }

  /// Where the columns begin and end.
  var columns: [Double]
  /// The cell at each place, row by row.
  var rows: [[Int]]
  var cells: [Int: Cell]
  /// A number above those of all cells.
  var firstFree = 0
  /// Where each row begins.
  var places: [SourcePlace]
  var box: PageBox
  /// Whether lines are drawn around its cells.
  let isDrawn: Bool

  /// The words inside the lines of `grid`.
  /// - Parameter certainty: how wide, as a part of their width, cells are for certain.
  init(_ grid: PageGrid, words: [PageWord], certainty: Double, place: (Double) -> SourcePlace) {
    columns = grid.columns
    rows = grid.cells
    box = grid.box
    isDrawn = true
    places = grid.rows.dropLast().map(place)
    var found: [Int: [PageWord]] = [:]
    for word in words {
      guard let row = Self.index(of: min(word.box.middle.y, grid.box.bottom - 0.1), in: grid.rows),
        let column = Self.index(of: word.box.middle.x, in: grid.columns)
      else { continue }
      found[grid.cells[row][column], default: []].append(word)
    }
    cells = [:]
    fill(found.mapValues(PageLine.lines), certainty)
  }

  /// A table without lines around its cells, whose rows are known.
  init(columns: [Double], rows found: [[[PageLine]]], box: PageBox, places: [SourcePlace]) {
    self.columns = columns
    self.box = box
    self.places = places
    isDrawn = false
    let width = columns.count - 1
    rows = found.indices.map { row in (0..<width).map { row * width + $0 } }
    cells = [:]
    var lines: [Int: [PageLine]] = [:]
    for (row, cells) in found.enumerated() {
      for (column, cell) in cells.enumerated() where !cell.isEmpty { lines[row * width + column] = cell }
    }
    fill(lines, 1)
  }

  private static func index(of place: Double, in edges: [Double]) -> Int? {
    guard let next = edges.firstIndex(where: { $0 > place }), next > 0 else { return nil }
    return next - 1
  }

  /// Makes the cells, each as wide as its columns without the margins at its edges.
  private mutating func fill(_ lines: [Int: [PageLine]], _ certainty: Double) {
    var spans: [Int: (first: Int, last: Int)] = [:]
    for row in rows {
      for (column, cell) in row.enumerated() {
        let span = spans[cell] ?? (column, column)
        spans[cell] = (min(span.first, column), max(span.last, column))
      }
    }
    firstFree = (spans.keys.max() ?? 0) + 1
    guard isDrawn else {
      // The widest line of a column tells how wide its lines may be.
      var widths = Array(repeating: 0.0, count: columns.count)
      for (cell, lines) in lines {
        for line in lines { widths[spans[cell]?.first ?? 0] = max(widths[spans[cell]?.first ?? 0], line.box.width) }
      }
      for (cell, span) in spans {
        cells[cell] = Cell(text: WrappedText(width: widths[span.first] + 2), lines: lines[cell] ?? [])
      }
      return
    }
    let margins = lines.compactMap { cell, lines in
      spans[cell].flatMap { span in lines.map { $0.box.left - columns[span.first] }.min() }
    }
    let margin = min(8, max(0, margins.min() ?? 0))
    for (cell, span) in spans {
      let width = certainty * (columns[span.last + 1] - columns[span.first] - 2 * margin)
      cells[cell] = Cell(text: WrappedText(width: width), lines: lines[cell] ?? [])
    }
  }

  /// Puts the lines of each cell together.
  mutating func wrap() {
    for cell in cells.keys {
      for line in cells[cell]?.lines ?? [] { cells[cell]?.text.add(line) }
      cells[cell]?.lines = []
    }
  }

  /// The rows as the parts of a document have them.
  func table(tally: inout DocumentTally) throws(DocumentExcess) -> Table {
    var result: [Table.Row] = []
    // A cell without its lines may have any form; its text stands once.
    var shown: Set<Int> = []
    for (index, row) in rows.enumerated() {
      try tally.addRow()
      var made: [Table.Cell] = []
      for (column, cell) in row.enumerated() {
        if column > 0, row[column - 1] == cell {
          made.append(Table.Cell("", cover: .left))
        } else if index > 0, rows[index - 1][column] == cell {
          made.append(Table.Cell("", cover: .above))
        } else {
          made.append(Table.Cell(shown.insert(cell).inserted ? cells[cell]?.text.text ?? "" : ""))
        }
      }
      result.append(Table.Row(made, at: places[index]))
    }
    return Table(rows: result)
  }
}
