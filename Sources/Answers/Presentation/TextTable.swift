/// Rows of cells laid out in aligned columns that fit a terminal; long cells wrap.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    package enum Alignment: Sendable { case left, right }

    package var title: String
    package var alignment: Alignment
    /// Whether the column gives up width, down to `minimum`, if the table is too wide.
    package var isFlexible: Bool
    package var minimum: Int
    /// The most columns that it takes if the table has a width to fit in; nil sets no limit.
    package var maximum: Int?
    /// How many lines a cell may have; further ones are cut off with `…`. Nil sets no limit.
    package var maximumLines: Int?
    /// Behind these signs its cells may be broken too; between them never, if the table has that width. Empty breaks at
    /// blanks alone, and words that are too long anywhere.
    package var joints: String

    package init(
      _ title: String, alignment: Alignment = .left, isFlexible: Bool = false, minimum: Int = 8, maximum: Int? = nil,
      maximumLines: Int? = nil, joints: String = ""
    ) {
      self.title = title
      self.alignment = alignment
      self.isFlexible = isFlexible
      self.minimum = minimum
      self.maximum = maximum
      self.maximumLines = maximumLines
      self.joints = joints
    }
  }

  package var columns: [Column]
  package var rows: [[String]] = []
  /// The number of spaces before every line.
  package var indentation: Int

  package init(_ columns: [Column], indentation: Int = 0) {
    self.columns = columns
    self.indentation = indentation
  }

  /// The widths of the columns, so that the table is not wider than `width`; if that is nil, as wide as the cells.
  package func widths(in width: Int?) -> [Int] {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    guard let width else { return widths }
    let minimums = columns.indices.map { max(columns[$0].minimum, widestPiece($0)) }
    for index in columns.indices {
      widths[index] = min(widths[index], max(columns[index].maximum ?? .max, minimums[index]))
    }
    var excess = indentation + widths.reduce(0, +) + 2 * max(0, columns.count - 1) - width
    while excess > 0 {
      // The widest flexible column gives first, so that short ones stay whole.
      let candidates = columns.indices.filter { columns[$0].isFlexible && widths[$0] > minimums[$0] }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      let next = candidates.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let give = max(1, min(excess, widths[widest] - max(next, minimums[widest])))
      widths[widest] -= give
      excess -= give
    }
    return widths
  }

  /// The columns that the longest piece of a cell takes that must not be broken.
  private func widestPiece(_ column: Int) -> Int {
    let joints = columns[column].joints
    guard !joints.isEmpty else { return 0 }
    return rows.lazy.filter { column < $0.count }.flatMap { TextWrapping.pieces(of: $0[column], joints: joints) }
      .map { DisplayWidth.of($0.text) }.max() ?? 0
  }

  /// The rows as lines; with `header`, those of the columns' titles come first.
  /// - Parameter style: colours a piece of a cell, by the row (-1 for the titles) and the column.
  package func lines(
    widths: [Int], header: Bool = true, style: (_ row: Int, _ column: Int, _ text: String) -> String = { $2 }
  ) -> [String] {
    let titles = header ? lines(of: columns.map(\.title), widths: widths) { style(-1, $0, $1) } : []
    return titles + rowLines(widths: widths, style: style).flatMap(\.self)
  }

  /// The lines of each row.
  func rowLines(widths: [Int], style: (_ row: Int, _ column: Int, _ text: String) -> String) -> [[String]] {
    rows.enumerated().map { index, row in lines(of: row, widths: widths) { style(index, $0, $1) } }
  }

  private func lines(of row: [String], widths: [Int], style: (Int, String) -> String) -> [String] {
    let cells = row.prefix(columns.count).enumerated().map { cell($1, columns[$0], width: widths[$0]) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = String(repeating: " ", count: indentation)
      var pending = ""
      for (column, cell) in cells.enumerated() {
        let piece = line < cell.count ? cell[line] : ""
        let gap = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(piece)))
        let isLeft = columns[column].alignment == .left
        let before = pending + (isLeft ? "" : gap)
        pending = isLeft ? gap + "  " : "  "
        guard !piece.isEmpty else {
          pending = before + pending
          continue
        }
        text += before + style(column, piece)
      }
      return text
    }
  }

  private func cell(_ text: String, _ column: Column, width: Int) -> [String] {
    let lines = TextWrapping.lines(of: text, columns: width, joints: column.joints)
    guard let most = column.maximumLines, lines.count > most, most > 0 else { return lines }
    return lines.prefix(most - 1) + [DisplayWidth.prefix(of: lines[most - 1], columns: width - 1) + "…"]
  }
}
