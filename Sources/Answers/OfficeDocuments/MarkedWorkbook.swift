package import Documents

/// A workbook that somebody sent, with marks at some cells of one sheet: a colour, and words in a column behind all others. Only that
/// sheet and the styles are written anew; all other parts keep their bytes.
package struct MarkedWorkbook {
  package struct Mark: Sendable {
    /// From 1.
    package var row: Int
    /// From 0; nil: the words are about the whole row.
    package var column: Int?
    package var words: String

    package init(row: Int, column: Int?, words: String) { (self.row, self.column, self.words) = (row, column, words) }
  }

  /// Where the words go: a column from 0, and a row from 1 in which its title stands.
  package struct Notes: Sendable {
    package var column: Int
    package var head: Int
    package var title: String

    package init(column: Int, head: Int, title: String) { (self.column, self.head, self.title) = (column, head, title) }
  }

  private var parts: PackedParts
  private let sheet: String
  private let styles: String?

  /// Fails if it is no workbook, or has no sheet of that name.
  package init(
    _ bytes: [UInt8], sheet name: String, limits: DocumentLimits = .standard
  ) throws(OfficeDocumentFailure) {
    parts = try PackedParts(bytes, limits: limits)
    let found = try PackedParts.reading { try WorkbookParts(bytes) }
    guard let sheet = found.sheets[name] else {
      throw OfficeDocumentFailure(
        .init(vi: "tệp không có trang tính “\(name)”", en: "the file has no sheet “\(name)”"))
    }
    (self.sheet, styles) = (sheet, found.styles)
  }

  /// The bytes with the marks.
  package func bytes(_ marks: [Mark], _ notes: Notes) throws(OfficeDocumentFailure) -> [UInt8] {
    var parts = parts
    guard let tree = try parts.tree(sheet), let root = tree.root, let data = root.elements("sheetData").first else {
      throw OfficeDocumentFailure(.init(vi: "không đọc được trang tính", en: "the sheet cannot be read"))
    }
    var fills: CellFills?
    if let styles, let tree = try parts.tree(styles) { fills = CellFills(tree) }
    let rows = SheetRows(tree, data)
    rows.clear(notes.column, below: notes.head)
    rows.write(
      notes.title, row: notes.head, column: notes.column, style: rows.style(of: notes.head, lastBefore: notes.column))
    for mark in marks {
      guard let column = mark.column, let cell = rows.cell(mark.row, column) else { continue }
      let style = cell.attribute("s").flatMap { Int($0) } ?? 0
      if let marked = fills?.marked(style) { tree.set("s", to: "\(marked)", of: cell) }
    }
    let words = Dictionary(grouping: marks) { $0.row }
    for (row, marks) in words.sorted(by: { $0.key < $1.key }) {
      let text = marks.map(\.words).joined(separator: "\n")
      // As the other texts of the row look, and not as its head.
      let own = rows.styles(of: row).last { fills?.wraps($0) ?? false }
      rows.write(text, row: row, column: notes.column, style: fills?.marked(own ?? fills?.wrapped ?? 0))
    }
    rows.widen(root, to: notes.column)
    parts[sheet] = tree.bytes()
    if let styles, let fills, fills.isChanged { parts[styles] = fills.tree.bytes() }
    return try parts.packed()
  }
}

/// The rows of a sheet (ECMA-376, part 1, 18.3.1.73), whose cells are found and made.
private struct SheetRows {
  let tree: XMLTree
  let data: XMLNode

  init(_ tree: XMLTree, _ data: XMLNode) { (self.tree, self.data) = (tree, data) }

  private func row(_ number: Int) -> XMLNode? {
    var next: XMLNode?
    for row in data.elements("row") {
      guard let found = row.attribute("r").flatMap({ Int($0) }) else { continue }
      if found == number { return row }
      if found > number {
        next = row
        break
      }
    }
    let row = tree.add("row", to: data, before: next)
    if let row { tree.set("r", to: "\(number)", of: row) }
    return row
  }

  /// The column of a cell, from 0.
  private func column(_ cell: XMLNode) -> Int? { cell.attribute("r").flatMap { SheetArea.cell($0)?.column } }

  /// The cell of that place, which is made if there is none.
  func cell(_ number: Int, _ place: Int) -> XMLNode? {
    guard let row = row(number) else { return nil }
    var next: XMLNode?
    for cell in row.xmlChildren where cell.isElement {
      guard let found = column(cell) else {
        next = next ?? cell
        continue
      }
      if found == place { return cell }
      if found > place {
        next = cell
        break
      }
    }
    let cell = tree.add("c", to: row, before: next)
    if let cell { tree.set("r", to: "\(SheetArea.letters(place))\(number)", of: cell) }
    if let spans = row.attribute("spans"), let end = spans.split(separator: ":").last.flatMap({ Int($0) }), end <= place
    {
      tree.set("spans", to: "\(spans.prefix { $0 != ":" }):\(place + 1)", of: row)
    }
    return cell
  }

  /// The style of the last cell of a row before a column; nil if there is none.
  func style(of number: Int, lastBefore place: Int) -> Int? {
    let cells = row(number)?.elements("c") ?? []
    return cells.last { (column($0) ?? place) < place }?.attribute("s").flatMap { Int($0) }
  }

  /// The styles of the cells of a row.
  func styles(of number: Int) -> [Int] {
    (row(number)?.elements("c") ?? []).compactMap { $0.attribute("s").flatMap { Int($0) } }
  }

  /// Empties a column below a row.
  func clear(_ place: Int, below head: Int) {
    for row in data.elements("row") where row.attribute("r").flatMap({ Int($0) }) ?? 0 > head {
      for cell in row.elements("c") where column(cell) == place { tree.remove(cell) }
    }
  }

  /// Puts a text into a cell, in the place of what is there.
  func write(_ text: String, row: Int, column: Int, style: Int?) {
    guard let cell = cell(row, column) else { return }
    for child in cell.xmlChildren { tree.remove(child) }
    tree.set("t", to: "inlineStr", of: cell)
    if let style { tree.set("s", to: "\(style)", of: cell) }
    guard let inline = tree.add("is", to: cell), let run = tree.add("t", to: inline) else { return }
    tree.setText(run, Array(text.writable.utf8))
  }

  /// Gives the column of the notes a width, where the sheet says nothing of it, and takes it into the sheet's area.
  func widen(_ root: XMLNode, to place: Int) {
    if let area = root.elements("dimension").first, let reference = area.attribute("ref"),
      let last = reference.split(separator: ":").last
    {
      let digits = last.drop(while: \.isLetter)
      let start = reference.split(separator: ":").first.map(String.init) ?? "A1"
      tree.set("ref", to: "\(start):\(SheetArea.letters(place))\(digits)", of: area)
    }
    guard let list = root.elements("cols").first else { return }
    let known = list.elements("col").compactMap { $0.attribute("max").flatMap { Int($0) } }.max() ?? 0
    guard known <= place, let one = tree.add("col", to: list) else { return }
    for (name, value) in [("min", "\(place + 1)"), ("max", "\(place + 1)"), ("width", "60"), ("customWidth", "1")] {
      tree.set(name, to: value, of: one)
    }
  }
}

/// The formats of a workbook's cells (ECMA-376, part 1, 18.8.10), and those that are the same with a colour behind.
private final class CellFills {
  let tree: XMLTree
  private let formats: XMLNode
  private let fills: XMLNode
  private var fill: Int?
  private var known: [Int: Int] = [:]
  var isChanged: Bool { fill != nil }

  /// Nil if it has no formats.
  init?(_ tree: XMLTree) {
    guard let root = tree.root, let formats = root.elements("cellXfs").first, let fills = root.elements("fills").first
    else { return nil }
    (self.tree, self.formats, self.fills) = (tree, formats, fills)
  }

  /// A format that breaks its text into lines; 0 if there is none.
  var wrapped: Int {
    formats.elements("xf").indices.first(where: wraps) ?? 0
  }

  /// Whether a format breaks its text into lines.
  func wraps(_ format: Int) -> Bool {
    let all = formats.elements("xf")
    return all.indices.contains(format)
      && all[format].elements("alignment").contains { ["1", "true"].contains($0.attribute("wrapText") ?? "") }
  }

  /// The number of the format that is like another with a colour behind; nil if there is no such format.
  func marked(_ format: Int) -> Int? {
    if let known = known[format] { return known }
    let all = formats.elements("xf")
    guard all.indices.contains(format), let fill = colour(), let copy = tree.addCopy(of: all[format], to: formats)
    else {
      return nil
    }
    tree.set("fillId", to: "\(fill)", of: copy)
    tree.set("applyFill", to: "1", of: copy)
    tree.set("count", to: "\(all.count + 1)", of: formats)
    known[format] = all.count
    return all.count
  }

  /// The number of the colour, which is added once.
  private func colour() -> Int? {
    if let fill { return fill }
    let place = fills.elements("fill").count
    guard let one = tree.add("fill", to: fills), let pattern = tree.add("patternFill", to: one),
      let front = tree.add("fgColor", to: pattern), let back = tree.add("bgColor", to: pattern)
    else { return nil }
    tree.set("patternType", to: "solid", of: pattern)
    tree.set("rgb", to: "FFFFD966", of: front)
    tree.set("indexed", to: "64", of: back)
    tree.set("count", to: "\(place + 1)", of: fills)
    fill = place
    return place
  }
}
