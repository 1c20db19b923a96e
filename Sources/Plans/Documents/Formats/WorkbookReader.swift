/// Reads an Excel workbook (SpreadsheetML; ECMA-376, part 1, 18). Each sheet that is not hidden is a table, with its
/// hidden rows and columns, because a filter hides work that is still owed.
///
/// Empty rows at the start and the end of a sheet are left out, and of several successive ones one stays. Columns begin
/// at the first that has text.
struct WorkbookReader {
  let package: OfficePackage
  let main: String

  init(_ package: OfficePackage, main: String) {
    self.package = package
    self.main = main
  }

  struct Sheet {
    var name: String
    var part: String
  }

  func read(name: String) throws -> SourceDocument {
    let related = try package.relationships(of: main)
    var cells = SheetCells()
    if let part = related.first(where: { $0.type == "sharedStrings" })?.part, let xml = try package.reader(part) {
      cells.strings = try sharedStrings(xml)
    }
    if let part = related.first(where: { $0.type == "styles" })?.part, let xml = try package.reader(part) {
      cells.formats = try CellFormats(xml)
    }
    let sheets = try sheets(related, &cells)
    var tally = DocumentTally(package.limits)
    var blocks: [SourceDocument.Block] = []
    var marks: [String] = []
    for sheet in sheets {
      guard let xml = try package.reader(sheet.part) else {
        throw DocumentFileFailure.damaged(vi: "thiếu trang tính", en: "a sheet is missing")
      }
      var reader = SheetReader(name: sheet.name, cells: cells, limits: package.limits)
      if let table = try reader.read(xml, tally: &tally) { blocks.append(.table(table)) }
      for drawing in try package.relationships(of: sheet.part) where drawing.type == "drawing" {
        if let xml = try package.reader(drawing.part) { try reader.readDrawing(xml) }
      }
      marks += reader.marks.filter { !marks.contains($0) }
    }
    return SourceDocument(name: name, blocks: blocks, marks: marks)
  }

  /// Those that are not hidden, in their order.
  func sheets(_ related: [OfficePackage.Relationship], _ cells: inout SheetCells) throws -> [Sheet] {
    guard let xml = try package.reader(main), case .start = try xml.next() else { throw XMLPullReader.broken }
    let parts = Dictionary(related.map { ($0.id, $0.part) }, uniquingKeysWith: { first, _ in first })
    var result: [Sheet] = []
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      if child == "workbookPr" { cells.countsFrom1904 = ["1", "true"].contains(xml.attribute("date1904") ?? "") }
      guard child == "sheets" else { continue }
      let list = xml.level
      while try xml.nextChild(of: list) != nil {
        let isHidden = ["hidden", "veryHidden"].contains(xml.attribute("state") ?? "")
        guard !isHidden, let id = xml.attribute("id"), let part = parts[id] else { continue }
        // A sheet that is a chart has no cells.
        guard related.contains(where: { $0.id == id && $0.type == "worksheet" }) else { continue }
        guard result.count < 1000 else { throw DocumentFileFailure.tooMany(vi: "1000 trang tính", en: "1000 sheets") }
        result.append(Sheet(name: TextCleaning.line(xml.attribute("name") ?? ""), part: part))
      }
    }
    return result
  }

  private func sharedStrings(_ xml: XMLPullReader) throws -> [String] {
    guard case .start = try xml.next() else { return [] }
    var tally = DocumentTally(package.limits)
    var result: [String] = []
    let level = xml.level
    while try xml.nextChild(of: level) != nil {
      let text = try SheetCells.richText(xml)
      try tally.add(text)
      result.append(text)
    }
    return result
  }
}
