import Documents
import TestSupport
import Testing

@Suite("Word files are read as they show")
struct WordFileTests {
  private typealias S = Samples

  @Test("A plan with automatic numbers, merged cells, a page's end and changes")
  func plan() throws {
    let document = try DocumentFileReader().read(try Samples.bytes("ke-hoach.docx"), name: "ke-hoach.docx")
    #expect(
      Samples.lines(document) == [
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Kế hoạch cải cách hành chính năm 2024 (sửa đổi)", "I. Mục tiêu",
        "I.1. Mục tiêu chung", "I.2. Mục tiêu cụ thể", "II. Nhiệm vụ",
        "H|STT|Nhiệm vụ|Sản phẩm|Thời gian|Đơn vị thực hiện|", "|I. CẢI CÁCH THỂ CHẾ|<|<|<|<|",
        "|1|Rà soát văn bản|Báo cáo|Tháng 02/2024|- Văn phòng chủ trì/- Các phòng phối hợp|",
        "|2|Kiểm tra văn bản/Đợt 1 tháng 4/Đợt 2 tháng 6|^|Quý II/2024|Thanh tra Sở|",
        "P|3|Theo dõi thi hành pháp luật|Báo cáo|Trước ngày 15/11/2024|Văn phòng|",
        "Nơi nhận:", "- Như trên;", "- Lưu: VT.",
      ])
    #expect(document.marks == ["MẬT"])
    #expect(Samples.places(document)[6] == .tableRow(table: 1, row: 1))
    #expect(Samples.places(document)[11] == .paragraph(7))
  }

  @Test(
    "Inside paragraphs",
    arguments: [
      ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>", ["a b-c"]),
      ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", ["a", "b"]),
      ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del>", ["a"]),
      ("<w:ins><w:r><w:t>a</w:t></w:r></w:ins>", ["a"]),
      ("<w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:t>2</w:t></w:r></w:fldSimple>", ["a2"]),
      ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
      ("<w:sdt><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", ["a"]),
      (
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>a</w:t></w:r>",
        ["a"]
      ),
      (
        "<w:r><mc:AlternateContent><mc:Choice><w:t>a</w:t></mc:Choice><mc:Fallback><w:t>b</w:t></mc:Fallback>"
          + "</mc:AlternateContent></w:r>", ["a"]
      ),
    ])
  func inline(_ runs: String, _ expected: [String]) throws {
    #expect(try S.read(S.word("<w:p>\(runs)</w:p>"), "a.docx") == expected)
  }

  @Test("Text boxes are marks, not text")
  func textBox() throws {
    let box = "<w:r><w:pict><w:txbxContent>\(S.paragraph("TỐI MẬT"))</w:txbxContent></w:pict><w:t>a</w:t></w:r>"
    let document = try DocumentFileReader().read(S.word("<w:p>\(box)</w:p>"), name: "a.docx")
    #expect(S.lines(document) == ["a"])
    #expect(document.marks == ["TỐI MẬT"])
  }

  @Test("Merged cells, gaps before and after rows, deleted rows")
  func grid() throws {
    let rows = [
      "<w:tr>\(S.cell("a", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>"))\(S.cell("b"))</w:tr>",
      "<w:tr>\(S.cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"))\(S.cell("c"))</w:tr>",
      "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>\(S.cell("d"))</w:tr>",
      "<w:tr><w:trPr><w:del/></w:trPr>\(S.cell("xóa"))</w:tr>",
      "<w:tr>\(S.cell("e", "<w:hMerge w:val=\"restart\"/>"))\(S.cell("", "<w:hMerge/>"))\(S.cell("f"))</w:tr>",
    ]
    #expect(
      try S.read(S.word("<w:tbl>\(rows.joined())</w:tbl>"), "a.docx") == [
        "|a|<|b|", "|^|<|c|", "||d||", "|e|<|f|",
      ])
  }

  @Test("A table that only lays the page out is dissolved, a small one inside a cell is text")
  func nested() throws {
    func table(_ rows: [[String]]) -> String {
      "<w:tbl>" + rows.map { "<w:tr>" + $0.map { "<w:tc>\($0)</w:tc>" }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }
    let p = S.paragraph
    let tasks = table([[p("STT"), p("Việc"), p("Hạn")], [p("1"), p("x"), p("y")]])
    #expect(
      try S.read(S.word(table([[p("đầu") + tasks + p("cuối")]])), "a.docx") == [
        "đầu", "|STT|Việc|Hạn|", "|1|x|y|", "cuối",
      ])
    let small = table([[p("a"), p("b")], [p("c"), p("d")]])
    #expect(
      try S.read(S.word(table([[p("1"), p("x") + small, p("y")]])), "a.docx") == ["|1|x/a b/c d|y|"])
  }

  @Test("Pages begin at rows only where no text of the row stands before the break")
  func pages() throws {
    let rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    func row(_ first: String, _ second: String) -> String {
      "<w:tr><w:tc><w:p>\(first)<w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p>\(second)<w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>"
    }
    let table = "<w:tbl>\(row("", ""))\(row(rendered, ""))\(row("", rendered))\(row("", ""))</w:tbl>"
    #expect(try S.read(S.word(table), "a.docx") == ["|a|b|", "P|a|b|", "|a|b|", "|a|b|"])
    let next = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:tbl>\(row("", ""))</w:tbl>"
    #expect(try S.read(S.word(next), "a.docx") == ["P|a|b|"])
  }

  @Test("A document embedded for Word to convert is refused, not left out")
  func embedded() {
    #expect(S.failure(S.word(S.paragraph("a") + "<w:altChunk/>"), "a.docx") == .format)
  }

  @Test("Strict files and parts in UTF-16 are read alike")
  func strict() throws {
    let xml =
      "<d:document xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body><d:p><d:r><d:t>Quý</d:t>"
      + "</d:r></d:p></d:body></d:document>"
    #expect(try S.read(StoredZip.packed([("word/document.xml", Array(xml.utf8))]), "a.docx") == ["Quý"])
    let wide = [0xFF, 0xFE] + Samples.utf16(xml)
    #expect(try S.read(StoredZip.packed([("word/document.xml", wide)]), "a.docx") == ["Quý"])
  }
}

@Suite("Automatic numbers are those that Word shows")
struct WordNumberingTests {
  private static func paragraph(_ list: Int, _ level: Int = 0, _ text: String = "x") -> String {
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr></w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func numbers(_ levels: String, _ paragraphs: [String], nums: String) throws -> [String] {
    let relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
      + "Id=\"r\" Type=\"http://x/numbering\" Target=\"numbering.xml\"/></Relationships>"
    let numbering =
      "<w:numbering \(Samples.namespaces)><w:abstractNum w:abstractNumId=\"0\">\(levels)</w:abstractNum>\(nums)</w:numbering>"
    return try Samples.read(
      Samples.word(
        paragraphs.joined(),
        parts: ["word/_rels/document.xml.rels": relations, "word/numbering.xml": numbering]), "a.docx")
  }

  private static func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String {
    "<w:lvl w:ilvl=\"\(number)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>\(more)<w:lvlText w:val=\"\(text)\"/></w:lvl>"
  }

  private static let plain = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"

  @Test(
    "Formats",
    arguments: [
      ("decimal", "%1.", ["1. x", "2. x"]), ("lowerLetter", "%1)", ["a) x", "b) x"]),
      ("upperLetter", "%1", ["A x", "B x"]),
      ("lowerRoman", "(%1)", ["(i) x", "(ii) x"]), ("upperRoman", "%1.", ["I. x", "II. x"]),
      ("bullet", "o", ["- x", "- x"]),
      ("none", "", ["x", "x"]), ("decimalZero", "%1", ["01 x", "02 x"]),
      ("decimal", "Điều %1.", ["Điều 1. x", "Điều 2. x"]),
    ])
  func formats(_ format: String, _ text: String, _ expected: [String]) throws {
    let paragraphs = [Self.paragraph(1), Self.paragraph(1)]
    #expect(try numbers(Self.level(0, format, text), paragraphs, nums: Self.plain) == expected)
  }

  @Test("Deeper levels start anew, legal ones show decimals, other lists of the same kind go on or start again")
  func levels() throws {
    let levels =
      Self.level(0, "upperRoman", "%1.") + Self.level(1, "decimal", "%1.%2")
      + Self.level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")
    let nums =
      Self.plain + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
    let places = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (3, 0), (0, 0), (9, 0)]
    #expect(
      try numbers(levels, places.map { Self.paragraph($0.0, $0.1) }, nums: nums) == [
        "I. x", "I.1 x", "I.2 x", "1.2.1 x", "II. x", "II.1 x", "III. x", "I. x", "II. x", "x", "x",
      ])
  }
}
