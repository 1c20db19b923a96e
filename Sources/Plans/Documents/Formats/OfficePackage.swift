/// The parts of an Office Open XML file and their relationships (ECMA-376, part 2).
struct OfficePackage {
  let archive: ZipArchive
  let limits: DocumentLimits

  struct Relationship {
    var id: String
    /// The last word of the type: `header`, `worksheet`, `styles`.
    var type: String
    /// The part's name in the archive.
    var part: String
  }

  enum Kind {
    case word(main: String)
    case workbook(main: String)
    case foreign(ForeignFormat)
  }

  init(_ bytes: [UInt8], limits: DocumentLimits) throws {
    archive = try ZipArchive(bytes, limits: limits)
    self.limits = limits
  }

  /// The kind of document in the package. If it is none that is read, the failure says what to do.
  func kind() throws -> Kind {
    let main = try relationships(of: "").first { $0.type == "officeDocument" }?.part
    for part in [main, "word/document.xml", "xl/workbook.xml"].compactMap({ $0 }) where archive.has(part) {
      if part.hasPrefix("word/") { return .word(main: part) }
      if part.hasPrefix("xl/") {
        if part.hasSuffix(".bin") { throw OfficePackage.binaryWorkbook }
        return .workbook(main: part)
      }
      if part.hasPrefix("ppt/") { throw OfficePackage.presentation }
    }
    let type = String(decoding: try archive.part("mimetype") ?? [], as: UTF8.self)
    if type.hasPrefix(OfficePackage.openDocumentType + "text") { return .foreign(.openText) }
    if type.hasPrefix(OfficePackage.openDocumentType + "spreadsheet") { return .foreign(.openSheet) }
    if type.hasPrefix(OfficePackage.openDocumentType) { throw OfficePackage.openDocument }
    throw FileFormat.archive
  }

  private static let openDocumentType = "application/vnd.oasis.opendocument."

  private static let openDocument = FileFormat.refused(
    vi: "tệp OpenDocument không phải văn bản hay bảng tính", en: "an OpenDocument file that is neither text nor sheet",
    "LibreOffice", "Word", to: ".docx, .xlsx")

  private static let binaryWorkbook = FileFormat.refused(
    vi: "tệp Excel nhị phân (.xlsb)", en: "a binary Excel file (.xlsb)", "Excel", "LibreOffice", to: ".xlsx")

  private static let presentation = DocumentFileFailure(
    .format,
    vi: "đây là tệp trình chiếu (.pptx), chương trình không đọc loại này; hãy chép bảng sang Word và lưu thành .docx",
    en: "this is a presentation (.pptx), which is not read; copy the table into Word and save it as .docx")

  func reader(_ part: String) throws -> XMLPullReader? {
    try archive.part(part).map { try XMLPullReader($0, limits: limits) }
  }

  /// The relationships of the part `name`, in the order of their file; `""` is the package itself.
  func relationships(of name: String) throws -> [Relationship] {
    let slash = name.lastIndex(of: "/")
    let folder = slash.map { String(name[...$0]) } ?? ""
    let file = slash.map { String(name[name.index(after: $0)...]) } ?? name
    guard let xml = try reader("\(folder)_rels/\(file).rels"), case .start = try firstElement(xml) else { return [] }
    var result: [Relationship] = []
    let level = xml.level
    while try xml.nextChild(of: level) != nil {
      guard xml.attribute("TargetMode") != "External", let id = xml.attribute("Id"), let type = xml.attribute("Type"),
        let target = xml.attribute("Target")
      else { continue }
      let word = type.lastIndex(of: "/").map { String(type[type.index(after: $0)...]) } ?? type
      result.append(Relationship(id: id, type: word, part: OfficePackage.resolve(target, in: folder)))
    }
    return result
  }

  private func firstElement(_ xml: XMLPullReader) throws -> XMLPullReader.Event {
    while true {
      switch try xml.next() {
      case .text: continue
      case let event: return event
      }
    }
  }

  /// A target such as `../media/x.xml` or `/word/document.xml` as the name of an entry.
  private static func resolve(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
