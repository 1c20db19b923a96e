import Documents
import TestSupport

/// Documents that tests make, and what was read of them as lines that a person writes by hand.
enum Samples {
  static func bytes(_ name: String) throws -> [UInt8] { try TestSupport.bytes(of: "Tests/Data/documents/\(name)") }

  /// `text` in UTF-16, low byte first.
  static func utf16(_ text: String) -> [UInt8] {
    text.utf16.reduce(into: []) { $0 += [UInt8($1 & 0xFF), UInt8($1 >> 8)] }
  }

  /// A .docx file whose body is `body`.
  static func word(_ body: String, parts: [String: String] = [:], prolog: String = "") -> [UInt8] {
    var entries = parts.map { ($0.key, Array($0.value.utf8)) }
    let document = prolog + "<w:document \(namespaces)><w:body>\(body)</w:body></w:document>"
    entries.insert(("word/document.xml", Array(document.utf8)), at: 0)
    return StoredZip.packed(entries)
  }

  static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#

  static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
  }

  /// An .xlsx file of one sheet.
  static func workbook(_ rows: String, after: String = "") -> [UInt8] {
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return StoredZip.packed([
      (
        "xl/workbook.xml",
        Array(
          #"<workbook xmlns="\#(main)" xmlns:r="\#(office)"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>"#
            .utf8)
      ),
      (
        "xl/_rels/workbook.xml.rels",
        Array(
          #"<Relationships xmlns="\#(relations)"><Relationship Id="r1" Type="\#(office)/worksheet" Target="s.xml"/></Relationships>"#
            .utf8)
      ),
      ("xl/s.xml", Array(#"<worksheet xmlns="\#(main)"><sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#.utf8)),
    ])
  }

  static func read(_ bytes: [UInt8], _ name: String, _ limits: DocumentLimits = .standard) throws -> [String] {
    lines(try DocumentFileReader(limits: limits).read(bytes, name: name))
  }

  static func read(_ text: String, _ name: String, _ limits: DocumentLimits = .standard) throws -> [String] {
    try read(Array(text.utf8), name, limits)
  }

  /// A line a paragraph, and a row: its cells between bars, with `<` and `^` for what others cover, `/` for line ends,
  /// `H` before heading rows and `P` before the first of a page.
  static func lines(_ document: SourceDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table):
        table.rows.map { row in
          (row.isHeading ? "H" : "") + (row.startsPage ? "P" : "") + "|"
            + row.cells.map { cell in
              switch cell.cover {
              case .none: cell.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/")
              case .left: "<"
              case .above: "^"
              }
            }.joined(separator: "|") + "|"
        }
      }
    }
  }

  static func places(_ document: SourceDocument) -> [SourcePlace] {
    document.blocks.flatMap { block -> [SourcePlace] in
      switch block {
      case .paragraph(let paragraph): [paragraph.place]
      case .table(let table): table.rows.map(\.place)
      }
    }
  }

  /// The code of the failure to read `bytes`; nil if they are read.
  static func failure(
    _ bytes: [UInt8], _ name: String, _ limits: DocumentLimits = .standard
  ) -> DocumentFileFailure.Code? {
    do throws(DocumentFileFailure) {
      _ = try DocumentFileReader(limits: limits).read(bytes, name: name)
      return nil
    } catch {
      return error.code
    }
  }
}
