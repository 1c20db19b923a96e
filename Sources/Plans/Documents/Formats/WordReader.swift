/// Reads a Word document (WordprocessingML; ECMA-376, part 1, 17): its body in order, as it shows with all tracked
/// changes accepted.
struct WordReader {
  let package: OfficePackage
  let main: String
  var flow: FlowBuilder
  var numbering = WordNumbering()
  var styles = WordStyles()
  /// The texts of headers, footers and text boxes.
  var marks: [String] = []
  var markSize = 0

  init(_ package: OfficePackage, main: String) {
    self.package = package
    self.main = main
    flow = FlowBuilder(limits: package.limits)
  }

  consuming func read(name: String) throws -> SourceDocument {
    let related = try package.relationships(of: main)
    if let part = related.first(where: { $0.type == "styles" })?.part, let xml = try package.reader(part) {
      styles = try WordStyles(xml)
    }
    if let part = related.first(where: { $0.type == "numbering" })?.part, let xml = try package.reader(part) {
      numbering = try WordNumbering(xml)
    }
    guard let xml = try package.reader(main) else {
      throw DocumentFileFailure.damaged(vi: "thiếu phần \(main)", en: "the part \(main) is missing")
    }
    guard case .start = try xml.next(), xml.name == "w:document" else { throw XMLPullReader.broken }
    let level = xml.level
    while let child = try xml.nextChild(of: level) {
      if child == "w:body" { try readBlocks(xml) }
    }
    for relationship in related where relationship.type == "header" || relationship.type == "footer" {
      if let xml = try package.reader(relationship.part) { try readMark(xml) }
    }
    return try flow.finish(name: name, marks: marks)
  }

  /// Reads the blocks inside the element that just began.
  mutating func readBlocks(_ xml: XMLPullReader) throws {
    let level = xml.level
    while let child = try xml.nextChild(of: level) { try readBlock(xml, child) }
  }

  mutating func readBlock(_ xml: XMLPullReader, _ name: String) throws {
    switch name {
    case "w:p": try readParagraph(xml)
    case "w:tbl": try readTable(xml)
    case "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag", "mc:Choice": try readBlocks(xml)
    case "mc:AlternateContent": try readAlternative(xml) { reader, xml in try reader.readBlocks(xml) }
    case "w:altChunk": throw WordReader.foreignPart
    default: return
    }
  }

  /// Programs that turn web pages into Word files may store the whole text in this way, which Word converts when it
  /// saves.
  private static let foreignPart = DocumentFileFailure(
    .format,
    vi:
      "tệp chứa một văn bản khác nhúng bên trong (altChunk) mà chỉ Word mở được; hãy mở bằng Word rồi lưu lại thành .docx",
    en: "the file holds another document inside (altChunk), which only Word opens; open it in Word and save it as .docx"
  )

  /// Reads the first choice of several that say the same, or the fallback where there is none.
  mutating func readAlternative(
    _ xml: XMLPullReader, _ read: (inout WordReader, XMLPullReader) throws -> Void
  ) throws {
    let level = xml.level
    var isRead = false
    while let child = try xml.nextChild(of: level) {
      guard !isRead, child == "mc:Choice" || child == "mc:Fallback" else { continue }
      try read(&self, xml)
      isRead = true
    }
  }

  /// Reads all text of a header or footer.
  private mutating func readMark(_ xml: XMLPullReader) throws {
    guard case .start = try xml.next() else { return }
    try readMarks(xml)
  }

  /// Reads the paragraphs inside the element that just began as marks.
  mutating func readMarks(_ xml: XMLPullReader) throws {
    let level = xml.level
    var text = ""
    while true {
      switch try xml.next() {
      case .start:
        switch xml.name {
        case "w:t": text += try xml.text()
        case "w:p", "w:br", "w:cr": addMark(&text)
        case "w:tab": text += " "
        case "w:del", "w:moveFrom", "mc:Fallback": try xml.skip()
        default: continue
        }
      case .end where xml.level < level:
        addMark(&text)
        return
      case .finish:
        addMark(&text)
        return
      default: continue
      }
    }
  }

  mutating func addMark(_ text: String) {
    var text = text
    addMark(&text)
  }

  /// Headers of many sections have the same text: each text is kept once, and no more than 1 MB of them.
  private mutating func addMark(_ text: inout String) {
    let mark = TextCleaning.line(text)
    text = ""
    guard !mark.isEmpty, markSize < 1 << 20, marks.count < 1000, !marks.contains(mark) else { return }
    markSize += mark.utf8.count
    marks.append(mark)
  }
}
