import Documents
import TestSupport
import Testing

@Suite("Hostile and broken documents get a message, in little time")
struct HostileDocumentTests {
  private typealias S = Samples

  @Test(
    "Formats that are not read",
    arguments: [
      (Array("%PDF-1.7".utf8), DocumentFileFailure.Code.program), (Array("{\\rtf1 x}".utf8), .program),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], .format), ([], .empty), (Array(" \n ".utf8), .empty),
      ([0xD0, 0xCF, 0x11, 0xE0] + Samples.utf16("WordDocument"), .program),
      ([0xD0, 0xCF, 0x11, 0xE0] + Samples.utf16("EncryptedPackage"), .encrypted),
      (StoredZip.packed([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))]), .program),
      (StoredZip.packed([("mimetype", Array("application/vnd.oasis.opendocument.graphics".utf8))]), .format),
      (StoredZip.packed([("a.txt", [0x61])]), .format), (StoredZip.packed([]), .format),
      (StoredZip.packed([("word/document.xml", [0x61])], encrypted: true), .encrypted),
    ])
  func refused(_ bytes: [UInt8], _ code: DocumentFileFailure.Code) {
    #expect(Samples.failure(bytes, "a.docx") == code)
  }

  @Test("Every cut of a packed file is damaged")
  func truncated() throws {
    let bytes = try S.bytes("ke-hoach.docx")
    for count in stride(from: 30, to: bytes.count, by: 2999) {
      #expect(S.failure(Array(bytes.prefix(count)), "a.docx") == .damaged)
    }
  }

  @Test("What is inflated is counted, not what the directory says")
  func bomb() throws {
    var limits = DocumentLimits.standard
    limits.partSize = 1 << 20
    #expect(S.failure(try S.bytes("bomb.docx"), "a.docx", limits) != nil)
    limits.partSize = 64 << 20
    limits.unpackedSize = 1 << 20
    #expect(S.failure(try S.bytes("bomb.docx"), "a.docx", limits) != nil)
    limits = .standard
    limits.entries = 2
    #expect(S.failure(S.word("", parts: ["a": "", "b": ""]), "a.docx", limits) == .tooLarge)
    limits.fileSize = 10
    #expect(S.failure(S.word(""), "a.docx", limits) == .tooLarge)
  }

  @Test(
    "Document types and entities",
    arguments: [
      "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE x [<!ENTITY a \"bbbbbbbbbb\"><!ENTITY c \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;\">]>",
    ])
  func entities(_ prolog: String) {
    #expect(S.failure(S.word(S.paragraph("&a;"), prolog: prolog), "a.docx") == .unsafe)
    // Behind so much that the first look does not reach it.
    let late = "<!--" + String(repeating: "x", count: 5000) + "-->" + prolog
    #expect(S.failure(S.word(S.paragraph("a"), prolog: late), "a.docx") == .unsafe)
  }

  @Test(
    "Broken XML", arguments: ["<w:p>", "</w:p>", "&zzz;", "<w:p a=1/>", "\u{1}", "<x:p/>".replacing("x:", with: "")])
  func broken(_ body: String) {
    let isFine = body == "<p/>"
    #expect(S.failure(S.word(body), "a.docx") == (isFine ? nil : .damaged))
  }

  @Test("Depth, width and numbers beyond all measure")
  func measures() {
    let many = 10_000
    #expect(S.failure(S.word(String(repeating: "<w:sdt>", count: many)), "a.docx") != nil)
    #expect(
      S.failure(
        S.word(
          String(repeating: "<w:tbl><w:tr><w:tc>", count: 40) + String(repeating: "</w:tc></w:tr></w:tbl>", count: 40)),
        "a.docx")
        == .tooLarge)
    let attributes = (0..<2000).map { "a\($0)=\"\"" }.joined(separator: " ")
    #expect(S.failure(S.word("<w:p \(attributes)/>"), "a.docx") == .tooLarge)
    #expect(S.failure(S.word((0..<9000).map { "<a\($0)/>" }.joined()), "a.docx") == .tooLarge)
    #expect(S.failure(Array("<html>\(String(repeating: "<b>", count: many))".utf8), "a.html") == .tooLarge)
    #expect(
      S.failure(Array("<html><a \((0..<2000).map { "x\($0)" }.joined(separator: " "))>".utf8), "a.html") == .tooLarge)
    #expect(S.failure(Array("<html>\(String(repeating: "<table>", count: 100))".utf8), "a.html") == .tooLarge)
    let pipes = String(repeating: "a|", count: 2000)
    #expect(S.failure(Array("\(pipes)\n\(String(repeating: "-|", count: 2000))\n".utf8), "a.md") == .tooLarge)
  }

  @Test("Spans of a billion are cut to the table")
  func spans() throws {
    let huge = "999999999999"
    #expect(
      try S.read("<table><tr><td colspan=\(huge)>a<tr><td>b</table>", "a.html").first == "|a|")
    #expect(try S.read("<table><tr><td rowspan=\(huge)>a<td>b<tr><td>c</table>", "a.html") == ["|a|b|", "|^|c|"])
    let cell = S.cell("a", "<w:gridSpan w:val=\"1000000000\"/>")
    #expect(try S.read(S.word("<w:tbl><w:tr>\(cell)</w:tr></w:tbl>"), "a.docx") == ["|a|"])
    let merges = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 1000)
    #expect(
      try S.read(
        S.workbook("<row><c><v>1</v></c><c><v>2</v></c></row>", after: "<mergeCells>\(merges)</mergeCells>"), "a.xlsx")
        == ["|1|<|"])
  }

  @Test("Many rows are read whole or refused")
  func manyRows() throws {
    let row = "<tr><td>1<td>Rà soát<td>Quý I"
    #expect(try S.read("<table>" + String(repeating: row, count: 3000), "a.html").count == 3000)
    #expect(try S.read(String(repeating: "1\tRà soát\tQuý I\n", count: 10_000), "a.txt").count == 10_000)
    var limits = DocumentLimits.standard
    limits.rows = 1000
    #expect(S.failure(Array(String(repeating: "1,2\n", count: 1001).utf8), "a.csv", limits) == .tooLarge)
    #expect(
      S.failure(S.workbook(String(repeating: "<row><c><v>1</v></c></row>", count: 1001)), "a.xlsx", limits) == .tooLarge
    )
    #expect(
      S.failure(S.word("<w:tbl>\(String(repeating: "<w:tr/>", count: 1001))</w:tbl>"), "a.docx", limits) == .tooLarge)
  }

  @Test(
    "Repetition that makes a parser slow",
    arguments: [
      ("a.html", "<html>", "<![if"), ("a.html", "<html>", "&amp"), ("a.html", "<html>", "</"),
      ("a.html", "<html>", "<a href=\""),
      ("a.html", "<html>", "<!--"), ("a.md", "|a|\n|-|\n\n", "["), ("a.md", "|a|\n|-|\n\n", "![[]()"),
      ("a.md", "|a|\n|-|\n\n", "*a_ "),
      ("a.md", "|a|\n|-|\n\n", "<"), ("a.md", "|a|\n|-|\n\n", "|x|\n|-|-|\n"), ("a.md", "|a|\n|-|\n\n", "> "),
      ("a.txt", "", "<p "),
      ("a.txt", "", "&#"), ("a.txt", "e", "\u{301}\u{323}"), ("a.csv", "a,\"b\n", "x\"y,\n"),
    ])
  func repetition(_ name: String, _ start: String, _ piece: String) {
    let text = start + String(repeating: piece, count: 40_000 / piece.utf8.count)
    let elapsed = processorSeconds { _ = S.failure(Array(text.utf8), name) }
    // Work that grows with the square takes longer than this by far.
    #expect(elapsed < 20)
  }

  @Test("Changed bytes never do more than fail", arguments: ["ke-hoach.docx", "ke-hoach.xlsx"])
  func changedBytes(_ name: String) throws {
    let sample = try S.bytes(name)
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = S.failure(bytes, name)
    }
  }

  @Test("Changed XML and pages never do more than fail")
  func changedText() {
    let word =
      "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(S.cell("a", "<w:gridSpan w:val=\"2\"/><w:vMerge/>"))</w:tr></w:tbl>"
    let page = Array("<table><thead><tr><th rowspan=2>a<th>b</thead><tr><td colspan=3>x<ul><li>y</ul></table><p>z".utf8)
    let markdown = Array("# a\n\n|a|b|\n|---|---|\n|1|**x**|\n\n- b\n1. c\n".utf8)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      _ = S.failure(
        StoredZip.packed([
          ("word/document.xml", changed(Array("<w:document \(S.namespaces)>\(word)</w:document>".utf8), &random))
        ]), "a.docx")
      _ = S.failure(changed(page, &random), "a.html")
      _ = S.failure(changed(markdown, &random), "a.md")
      _ = S.failure(changed(Array("a,\"b\"\n1;2\t3\n".utf8), &random), "a.csv")
    }
  }

  private func changed(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let signs = Array("<>/\"'=&; |-\n\tw:0".utf8)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = signs.randomElement(using: &random) ?? 0
    }
    return bytes
  }
}
