/// Reads one sheet of a workbook as a table.
struct SheetReader {
  let name: String
  let cells: SheetCells
  let limits: DocumentLimits
  /// Headers and footers of the printed page.
  private(set) var marks: [String] = []
  private var rows: [SheetRow] = []
  private var merges: [SheetArea] = []
  private var pageBreaks: Set<Int> = []

  struct SheetRow {
    /// From 1.
    var number: Int
    /// Columns from 0 with their texts, none of them empty, in order.
    var cells: [(column: Int, text: String, isDay: Bool)]
  }

  init(name: String, cells: SheetCells, limits: DocumentLimits) {
    self.name = name
    self.cells = cells
    self.limits = limits
  }

  /// Nil if the sheet has no text.
  mutating func read(_ xml: XMLPullReader, tally: inout DocumentTally) throws -> Table? {
    guard case .start = try xml.next() else { throw XMLPullReader.broken }
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "sheetData": try readRows(xml, tally: &tally)
      case "mergeCells": try readMerges(xml)
      case "headerFooter": try readMarks(xml)
      case "rowBreaks": try readBreaks(xml)
      default: continue
      }
    }
    return try SheetTable(rows: rows, merges: merges, pageBreaks: pageBreaks, limits: limits)
      .table(sheet: name, tally: &tally)
  }

  private mutating func readRows(_ xml: XMLPullReader, tally: inout DocumentTally) throws {
    let level = xml.level
    var number = 0
    while let child = try xml.nextChild(of: level) {
      guard child == "row" else { continue }
      number = max(number + 1, min(xml.number("r") ?? 0, 1_048_576))
      let cells = try readCells(xml, tally: &tally)
      guard !cells.isEmpty else { continue }
      try tally.addRow()
      rows.append(SheetRow(number: number, cells: cells))
    }
  }

  private mutating func readCells(
    _ xml: XMLPullReader, tally: inout DocumentTally
  ) throws -> [(column: Int, text: String, isDay: Bool)] {
    let level = xml.level
    var result: [(column: Int, text: String, isDay: Bool)] = []
    var column = -1
    while let child = try xml.nextChild(of: level) {
      guard child == "c" else { continue }
      column += 1
      if let reference = xml.attribute("r").flatMap({ SheetArea.cell($0) }) { column = max(column, reference.column) }
      let isDay = cells.isDay(type: xml.attribute("t"), style: xml.number("s") ?? 0)
      let text = try readCell(xml)
      guard !text.isEmpty else { continue }
      try tally.add(text)
      result.append((column, text, isDay))
    }
    return result
  }

  private func readCell(_ xml: XMLPullReader) throws -> String {
    let type = xml.attribute("t")
    let style = xml.number("s") ?? 0
    let level = xml.level
    var text = ""
    var formula = ""
    while let child = try xml.nextChild(of: level) {
      switch child {
      case "v": text = cells.text(of: try xml.text(), type: type, style: style)
      case "is": text = try SheetCells.richText(xml)
      case "f": formula = try xml.text()
      default: continue
      }
    }
    // A program that computes nothing leaves the formula without its result: the cell is not empty.
    return text.isEmpty && !formula.isEmpty && type == nil ? TextCleaning.lines("=" + formula) : text
  }

  private mutating func readMerges(_ xml: XMLPullReader) throws {
    let level = xml.level
    while try xml.nextChild(of: level) != nil {
      guard let area = xml.attribute("ref").flatMap({ SheetArea($0) }) else { continue }
      guard merges.count < limits.rows else {
        throw DocumentFileFailure.tooMany(vi: "\(limits.rows) ô gộp", en: "\(limits.rows) merged cells")
      }
      merges.append(area)
    }
  }

  private mutating func readBreaks(_ xml: XMLPullReader) throws {
    let level = xml.level
    while try xml.nextChild(of: level) != nil {
      if let row = xml.number("id"), pageBreaks.count < limits.rows { pageBreaks.insert(row) }
    }
  }

  private mutating func readMarks(_ xml: XMLPullReader) throws {
    let level = xml.level
    while try xml.nextChild(of: level) != nil {
      addMark(SheetReader.withoutCodes(String(try xml.text().prefix(2000))))
    }
  }

  /// The words of text boxes on the sheet, from the part that draws them, a paragraph each.
  mutating func readDrawing(_ xml: XMLPullReader) throws {
    var text = ""
    while true {
      switch try xml.next() {
      case .start:
        if xml.name == "a:t" { text += try xml.text() }
        if xml.name == "a:p" { text = "" }
      case .end where xml.name == "a:p": addMark(text)
      case .finish: return
      default: continue
      }
    }
  }

  private mutating func addMark(_ text: String) {
    let mark = TextCleaning.line(text)
    if !mark.isEmpty, marks.count < 1000, !marks.contains(mark) { marks.append(mark) }
  }

  /// Headers hold codes of places, fonts, sizes and fields: `&C`, `&"Arial,Bold"`, `&14`, `&P` (ECMA-376, part 1,
  /// 18.3.1.39).
  private static func withoutCodes(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "&", let code = rest.popFirst() else {
        result.append(character)
        continue
      }
      if code == "&" { result.append("&") } else { result.append(" ") }
      if code == "\"" { rest = rest.drop { $0 != "\"" }.dropFirst() }
      if code.isNumber { rest = rest.drop { $0.isNumber } }
    }
    return result
  }
}
