import Documents
import Testing

@Suite("Plain text becomes paragraphs and tables")
struct PlainTextTests {
  private func lines(_ text: String) throws -> [String] {
    Samples.lines(try PlainTextReader().read(text, name: "a.txt"))
  }

  @Test("Lines with tabs are rows, padded; blank lines between them begin pages")
  func tables() throws {
    let document = try PlainTextReader().read(
      "Kế hoạch\r\n\r\nSTT\tNhiệm vụ\tHạn\r\n1\tRà soát\r\n\r\n\t\ttiếp theo\r\nHết\r\n", name: "a.txt")
    #expect(
      Samples.lines(document) == ["Kế hoạch", "|STT|Nhiệm vụ|Hạn|", "|1|Rà soát||", "P|||tiếp theo|", "Hết"])
    #expect(Samples.places(document) == [1, 3, 4, 6, 7].map { .line($0) })
  }

  @Test(
    "A single tab in a single line, and tabs that indent, make no table",
    arguments: [
      ("Số: 12\tHà Nội, ngày 05", ["Số: 12 Hà Nội, ngày 05"]),
      ("\tCăn cứ luật;\n\tCăn cứ nghị định;", ["Căn cứ luật;", "Căn cứ nghị định;"]),
      ("\t\tĐiều 1.", ["Điều 1."]),
      ("a\tb\nc\td", ["|a|b|", "|c|d|"]),
      ("a\tb\tc", ["|a|b|c|"]),
      ("", []),
      (" \n\n", []),
    ])
  func tabs(_ text: String, _ expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test(
    "A cell of several lines is quoted",
    arguments: [
      ("1\t\"a\n(b)\"\tc\n2\td\te", ["|1|a/(b)|c|", "|2|d|e|"]),
      ("1\t\"a\n\n\"\"b\"\"\"\n2\td", ["|1|a/\"b\"|", "|2|d|"]),
      ("1\t\"a\nb\"\t\"c\nd\"\n2\te\tf", ["|1|a/b|c/d|", "|2|e|f|"]),
      // A mark of the text, which nothing closes.
      ("1\t\"a\n2\tb", ["|1|\"a|", "|2|b|"]),
      ("1\t\"a", ["1 \"a"]),
      ("1\t\"a\" b\n2\tc", ["|1|\"a\" b|", "|2|c|"]),
    ])
  func quotedCells(_ text: String, _ expected: [String]) throws {
    #expect(try lines(text) == expected)
  }

  @Test("What converters leave is taken out of cells")
  func markup() throws {
    let row = "1\t<ul style=\"list-style-type: none\">- Văn phòng; - Phòng KH&CN;\t<p>3.1. Một</p> <p>3.2. Hai</p>"
    #expect(try lines(row) == ["|1|- Văn phòng; - Phòng KH&CN;|3.1. Một/3.2. Hai|"])
  }

  @Test(
    "Markup",
    arguments: [
      ("**trước ngày 17** của tháng", "trước ngày 17 của tháng"), ("**KT. CHỦ TỊCH", "KT. CHỦ TỊCH"),
      ("a<br/>b", "a\nb"), ("a<BR>b", "a\nb"), ("x < y, m<n", "x < y, m<n"), ("5<10<15>", "5<10<15>"),
      ("KH&CN; R&amp;D &lt;b&gt;", "KH&CN; R&D <b>"), ("&#7845;&#x1EA5;&agrave;&nbsp;b", "ấấà b"),
      ("&#0;&#xFFFFFFFFFF;", "&#0;&#xFFFFFFFFFF;"),
      ("m<sup>2</sup>", "m2"), ("2 ** 3", "2 ** 3"), ("2**3", "2**3"), ("<p", "<p"), ("<pre-x>", "<pre-x>"), ("&", "&"),
    ])
  func inlineMarkup(_ text: String, _ expected: String) {
    #expect(TextCleaning.lines(InlineMarkup.plain(text)) == expected)
  }

  @Test(
    "Cleaning",
    arguments: [
      ("  a \u{A0}\u{2003} b  ", "a b"), ("a\u{AD}b\u{200B}c\u{FEFF}d\u{202E}e\u{1}", "abcde"),
      ("Ha\u{300} No\u{302}\u{323}i", "Hà Nội"), ("a \r\n \n b", "a\nb"), ("\u{F0B7} mục", "• mục"),
      ("I\u{2011}IV", "I-IV"), ("", ""), (" ", ""), ("Đã sạch “thế” – rồi…", "Đã sạch “thế” – rồi…"), ("a  b", "a b"),
    ])
  func cleaning(_ text: String, _ expected: String) {
    #expect(Array(TextCleaning.lines(text).utf8) == Array(expected.utf8))
  }

  @Test("Limits are errors")
  func limits() throws {
    var limits = DocumentLimits.standard
    limits.rows = 3
    limits.columns = 4
    limits.textSize = 20
    let reader = PlainTextReader(limits: limits)
    #expect(throws: DocumentExcess.rows(3)) { try reader.read("a\tb\na\tb\na\tb\na\tb", name: "") }
    #expect(throws: DocumentExcess.columns(4)) { try reader.read("a\t\t\t\tb", name: "") }
    #expect(throws: DocumentExcess.textSize(20)) { try reader.read(String(repeating: "x", count: 21), name: "") }
    limits = .standard
    limits.cells = 100
    #expect(throws: DocumentExcess.cells(100)) {
      try PlainTextReader(limits: limits).read("a" + String(repeating: "\tb", count: 50) + "\na\tb\na\tb", name: "")
    }
  }
}
