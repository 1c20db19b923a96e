import Documents

/// What the cells of a column hold, counted over the rows of a table.
struct ColumnContents {
  private(set) var counts: [CellContent: Int] = [:]
  private(set) var filled = 0
  private(set) var rows = 0
  private var texts: Set<String> = []
  private var letters = 0
  /// Cells that are numbers of rows or codes: *2.1*, *CDS-101*.
  private var codes = 0

  /// Rows beyond these are like them.
  private static let most = 200

  /// The contents of each column. Rows with a single text are headings or notes and do not count.
  static func columns(of rows: [Table.Row], count: Int) -> [ColumnContents] {
    var columns = [ColumnContents](repeating: ColumnContents(), count: count)
    for row in rows.lazy.filter({ row in row.cells.count { !$0.text.isBlank } > 1 }).prefix(most) {
      for (index, cell) in row.cells.prefix(count).enumerated() { columns[index].add(cell) }
    }
    return columns
  }

  private mutating func add(_ cell: Table.Cell) {
    rows += 1
    let text = cell.text.onOneLine
    let content = CellContent(text)
    guard content != .blank, !FootRows.isSignature(cell.text) else { return }
    filled += 1
    counts[content, default: 0] += 1
    texts.insert(text)
    letters += text.count
    if RowNumber(text) != nil || Self.isCode(text) { codes += 1 }
  }

  private static func isCode(_ text: String) -> Bool {
    text.count <= 14 && text.contains(where: \.isNumber) && !text.contains(" ") && !text.contains("/")
      && text.contains { $0.isLetter } && text.allSatisfy { $0.isUppercase || $0.isNumber || "-._".contains($0) }
  }

  /// The share of the filled cells with this content.
  func share(_ content: CellContent) -> Double { filled == 0 ? 0 : Double(counts[content] ?? 0) / Double(filled) }

  /// The share of the rows in which a text stands.
  var fullness: Double { rows == 0 ? 0 : Double(filled) / Double(rows) }

  var meanLength: Double { filled == 0 ? 0 : Double(letters) / Double(filled) }

  var isNumbering: Bool { fullness >= 0.6 && Double(codes) >= 0.7 * Double(filled) && texts.count * 5 >= filled * 4 }

  /// Whether the cells hold words that can be titles of tasks, and mostly different ones.
  var holdsTitles: Bool { filled > 0 && share(.words) >= 0.5 }

  /// Whether its cells are surely something else than titles.
  var holdsNoTitles: Bool {
    filled > 0 && (share(.words) < 0.5 || isNumbering)
      && (share(.name) >= 0.6 || share(.date) >= 0.6 || share(.status) + share(.figure) + share(.hour) >= 0.5
        || share(.words) == 0 || isNumbering)
  }

  /// Whether the texts stand for several rows each, as those of merged cells do.
  func isCoarser(than other: ColumnContents) -> Bool {
    filled * 4 <= other.filled * 3 || texts.count * 4 <= other.texts.count * 3
  }
}
