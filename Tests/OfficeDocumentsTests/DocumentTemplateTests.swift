import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

@testable import OfficeDocuments

@Suite("Word templates")
struct DocumentTemplateTests {
  private static let values = TemplateValues(
    texts: [
      (Bilingual(vi: "cơ quan", en: "office"), "Sở <A> & {{tổng}}\u{7}"), (Bilingual(vi: "tổng", en: "total"), "12"),
      (Bilingual(vi: "trống", en: "blank"), ""),
    ],
    lists: [
      .init(
        Bilingual(vi: "dòng", en: "row"), fields: [Bilingual(vi: "tên", en: "name"), Bilingual(vi: "số", en: "count")],
        items: [["Văn phòng", "1"], ["Phòng\nhai", "2"]]),
      .init(Bilingual(vi: "việc quá hạn", en: "overdue duty"), fields: [Bilingual(vi: "tên", en: "name")], items: []),
    ])

  private static func runs(_ texts: String...) -> String {
    "<w:p>" + texts.map { "<w:r><w:rPr><w:b/></w:rPr><w:t>\($0)</w:t></w:r><w:proofErr w:type=\"spellEnd\"/>" }.joined()
      + "</w:p>"
  }

  private static func row(_ cells: String...) -> String {
    "<w:tr>" + cells.map { "<w:tc>\(runs($0))</w:tc>" }.joined() + "</w:tr>"
  }

  private static func file(_ body: String) throws -> [UInt8] {
    let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    return try ZipWriter.packed([
      ("word/document.xml", Array("<w:document \(space)><w:body>\(body)</w:body></w:document>".utf8)),
      ("word/header1.xml", Array("<w:hdr \(space)>\(runs("{{office}}"))</w:hdr>".utf8)),
      (
        "word/_rels/document.xml.rels",
        Array(
          (#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" "#
            + #"Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>"#
            + "</Relationships>").utf8)
      ),
      ("word/media/a.png", [0, 1, 2]),
    ])
  }

  /// Paragraphs, and cells joined by bars, of a template that is filled; headers behind them.
  private static func filled(_ body: String) throws -> [String] {
    let template = try DocumentTemplate(file(body), name: "a.docx")
    #expect(try template.diagnostics(values).map { $0.words.en } == [])
    let bytes = try template.filled(values)
    #expect(try ZipArchive(bytes, limits: .standard).part("word/media/a.png") == [0, 1, 2])
    let document = try DocumentFileReader().read(bytes, name: "a.docx")
    return document.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
      }
    } + document.marks
  }

  @Test("A placeholder is found in whatever pieces Word keeps it, in both languages") func pieces() throws {
    let mark = "Sở <A> & {{tổng}}"
    #expect(
      try Self.filled(
        Self.runs("Có {", "{ Tổ", "ng }", "} việc, {{total}} của {{Cơ  quan}}.") + Self.runs("{không}", " }}"))
        == ["Có 12 việc, 12 của \(mark).", "{không} }}", mark])
  }

  @Test("A row is repeated for each item, and a table without rows is left out") func lists() throws {
    let table = "<w:tbl>" + Self.row("Tên", "Số") + Self.row("{{dòng.tên}} ({{tổng}})", "{{row.count}}") + "</w:tbl>"
    #expect(
      try Self.filled(table + "<w:tbl>\(Self.row("{{overdue duty.name}}"))</w:tbl>").dropLast()
        == ["Tên|Số", "Văn phòng (12)|1", "Phòng hai (12)|2"])
  }

  @Test("Sections are shown where there is something, or nothing") func sections() throws {
    let body =
      Self.runs("{{#việc quá hạn}}") + Self.runs("quá hạn") + "<w:tbl>\(Self.row("x"))</w:tbl>"
      + Self.runs("{{/việc quá hạn}}") + Self.runs("{{^overdue ", "duty}}") + Self.runs("không quá hạn")
      + Self.runs(" {{/overdue duty}} ") + Self.runs("{{#row}}") + Self.runs("có dòng") + Self.runs("{{/row}}")
      + Self.runs("{{#blank}}") + Self.runs("chữ") + Self.runs("{{/blank}}")
    #expect(try Self.filled(body).dropLast() == ["không quá hạn", "có dòng"])
  }

  @Test("A cell of which a section takes everything keeps a paragraph, as Word needs") func emptyCell() throws {
    let cell = Self.runs("{{#blank}}") + Self.runs("chữ") + Self.runs("{{/blank}}")
    let template = try DocumentTemplate(Self.file("<w:tbl><w:tr><w:tc>\(cell)</w:tc></w:tr></w:tbl>"), name: "a.docx")
    let part = try ZipArchive(template.filled(Self.values), limits: .standard).part("word/document.xml")
    #expect(String(decoding: part ?? [], as: UTF8.self).contains("<w:tc><w:p/></w:tc>"))
  }

  @Test(
    "What is wrong is told with its paragraph",
    arguments: [
      (Self.runs("a") + Self.runs("Có {{ tổn }}"), "template-unknown-name", "{{ tổn }}", "nearest: tổng"),
      (Self.runs("{{dòng.tên}}"), "template-syntax", "{{dòng.tên}}", "in a row of a table only"),
      ("<w:tbl>\(Self.row("{{dòng.tênn}}"))</w:tbl>", "template-unknown-name", "{{dòng.tênn}}", "nearest: dòng.tên"),
      (
        "<w:tbl>\(Self.row("{{dòng.tên}} {{việc quá hạn.tên}}"))</w:tbl>", "template-syntax", "{{việc quá hạn.tên}}",
        "repeated for the list “row” already"
      ),
      (Self.runs("Có {{tổng"), "template-syntax", "{{tổng", "nothing in the paragraph closes"),
      (Self.runs("Có {{ {{tổng}}"), "template-syntax", "{{ {{tổng}}", "nothing in the paragraph closes"),
      (Self.runs("{{#dòng}}"), "template-syntax", "{{#dòng}}", "follows"),
      (Self.runs("{{/dòng}}"), "template-syntax", "{{/dòng}}", "closes nothing"),
      (Self.runs("a {{#dòng}}") + Self.runs("{{/dòng}}"), "template-syntax", "{{#dòng}}", "stand alone"),
      (Self.runs("{{#dong}}") + Self.runs("{{/dong}}"), "template-unknown-name", "{{#dong}}", "there is no name"),
      (
        Self.runs("{{#dòng}}") + "<w:tbl>\(Self.row("{{/dòng}}"))</w:tbl>" + Self.runs("{{/dòng}}"), "template-syntax",
        "{{/dòng}}", "closes nothing"
      ),
    ])
  func mistakes(body: String, code: String, place: String, words: String) throws {
    let found = try DocumentTemplate(Self.file(body), name: "mau.docx").diagnostics(Self.values)
    #expect(found.count == 1, "\(found)")
    #expect(found.first?.code == code && found.first?.span.text == place && found.first?.span.source.name == "mau.docx")
    #expect(found.first?.words.en.contains(words) ?? false, "\(found)")
  }

  @Test("What is no Word file is refused")
  func foreign() throws {
    let plain = try ZipWriter.packed([("a.txt", [65])])
    let broken = try ZipWriter.packed([("word/document.xml", Array("<w:document>".utf8))])
    let evil = try ZipWriter.packed([("word/document.xml", Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8))])
    for bytes in [[], Array("PK".utf8), plain] {
      #expect(throws: OfficeDocumentFailure.self) { try DocumentTemplate(bytes, name: "a.docx") }
    }
    for bytes in [broken, evil] {
      let template = try DocumentTemplate(bytes, name: "a.docx")
      #expect(throws: OfficeDocumentFailure.self) { try template.diagnostics(Self.values) }
    }
  }

  @Test("The same values make the same bytes") func sameBytes() throws {
    let template = try DocumentTemplate(Self.file(Self.runs("{{total}}")), name: "a.docx")
    #expect(try template.filled(Self.values) == template.filled(Self.values))
  }

  @Test("The shipped templates are what their script writes") func shipped() throws {
    let folder = try ScratchFolder()
    _ = try PythonOracle.run("tools/report-templates", [folder.path], isOwn: false)
    for name in ["vi/report", "vi/meeting", "en/report", "en/meeting"] {
      let shipped = try bytes(of: "templates/\(name).docx")
      #expect(try Array(Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name).docx"))) == shipped)
    }
  }
}
