import Documents
import Testing

@Suite("Records, pages and Markdown are tables and paragraphs")
struct TextFileTests {
  @Test(
    "The delimiter is found, quoted fields hold it and line ends",
    arguments: [
      ("STT,Hạn\n1,\"a, b\"\n", ["|STT|Hạn|", "|1|a, b|"]),
      ("STT;Hạn\n1;\"a\nb\"\n2;1,5\n", ["|STT|Hạn|", "|1|a/b|", "|2|1,5|"]),
      ("STT\tHạn\r\n\r\n1\t\"nói \"\"vậy\"\"\"\r\n", ["|STT|Hạn|", "|1|nói \"vậy\"|"]),
      ("a,b,c\n1\n,,\n", ["|a|b|c|", "|1|||", "||||"]),
      ("chỉ một cột\nhai\n", ["chỉ một cột", "hai"]),
    ])
  func delimited(_ text: String, _ expected: [String]) throws {
    #expect(try Samples.read(text, "a.csv") == expected)
  }

  @Test("Records are placed at the lines in which they begin")
  func delimitedPlaces() throws {
    let document = try DocumentFileReader().read(Array("a,b\n\"x\ny\",c\n\nd,e\n".utf8), name: "a.csv")
    #expect(Samples.places(document) == [.line(1), .line(2), .line(5)])
  }

  @Test("A page's text in order; scripts, styles and what is hidden left out")
  func page() throws {
    let html = """
      <!DOCTYPE html><html><head><title>t</title><style>p{}</style></head><body>
      <script>if (a<b) document.write("<table>")</script><!-- <p>x -->
      <h1>Kế hoạch</h1><p>Đoạn
        một<br>hai<p style="display: none">ẩn</p><ul><li>- Văn phòng<li>Phòng</ul><ol type="a" start="2"><li>x</ol>
      Cu&#7889;i &agrave;&nbsp;KH&CN; 1 < 2
      """
    #expect(
      try Samples.read(html, "a.txt") == [
        "Kế hoạch", "Đoạn một", "hai", "- Văn phòng", "- Phòng", "b. x", "Cuối à KH&CN; 1 < 2",
      ])
  }

  @Test("Spans, heading rows and ends of tags that are missing")
  func pageTable() throws {
    let html = """
      <table><thead><tr><th rowspan=2>STT<th colspan=2>Nội dung<th rowspan="2">Hạn</tr><tr><th>Việc<th>Sản phẩm</thead>
      <tr><td>1<td rowspan=2>Rà soát<td>Báo cáo<td>Quý I<tr><td>2<td colspan=1000>Kế hoạch<tr><td colspan=4>II
      <tr><td>3<td>a<table><tr><td>b<td>c</table>d<td>e<td>f</table>
      """
    #expect(
      try Samples.read(html, "a.html") == [
        "H|STT|Nội dung|<|Hạn|", "H|^|Việc|Sản phẩm|^|", "|1|Rà soát|Báo cáo|Quý I|", "|2|^|Kế hoạch|<|",
        "|II|<|<|<|", "|3|a/b c/d|e|f|",
      ])
  }

  @Test("Tables that lay a page out are dissolved")
  func layout() throws {
    let html = """
      <table><tr><td>Trang chủ<td><table><tr><td><h1>Kế hoạch</h1>
      <table><tr><th>STT<th>Việc<th>Hạn<tr><td>1<td>a<td>b</table><p>Hết</table></table>
      """
    #expect(
      try Samples.read(html, "a.html") == ["Trang chủ", "Kế hoạch", "H|STT|Việc|Hạn|", "|1|a|b|", "Hết"])
  }

  @Test("Markdown tables, with the lines of the file")
  func markdown() throws {
    let text =
      "# Kế hoạch\n\n- **Văn phòng** chủ trì\n\n|STT|Việc|Hạn|\n|---|:-:|---|\n|1|a <br> b|*Quý I*|\n|2|x \\| y|\n"
    let document = try DocumentFileReader().read(Array(text.utf8), name: "a.txt")
    #expect(
      Samples.lines(document) == [
        "Kế hoạch", "- Văn phòng chủ trì", "H|STT|Việc|Hạn|", "|1|a/b|Quý I|", "|2|x | y||",
      ])
    #expect(Samples.places(document) == [1, 3, 5, 7, 8].map { .line($0) })
  }

  @Test("A Markdown file with tabbed tables is read as plain text")
  func tabbedMarkdown() throws {
    #expect(try Samples.read("**Kế hoạch**\n\na\tb\tc\n1\t2\t3\n", "a.md") == ["Kế hoạch", "|a|b|c|", "|1|2|3|"])
  }

  @Test("The bytes decide, not the name")
  func contentFirst() throws {
    #expect(try Samples.read(Samples.word(Samples.paragraph("a")), "a.txt") == ["a"])
    #expect(try Samples.read(Samples.word(Samples.paragraph("a")), "a.xlsx") == ["a"])
    #expect(try Samples.read("<table><tr><td>a<td>b</table>", "a.xls") == ["|a|b|"])
    #expect(try Samples.read("a\tb\tc\n", "a.docx") == ["|a|b|c|"])
  }
}

@Suite("Unicode is read, older encodings are refused by name")
struct EncodingTests {
  private static let plan = "Quý I\t2024\t1\n"

  @Test("UTF-8 and UTF-16 with a byte order mark")
  func unicode() throws {
    let low = Samples.utf16(Self.plan)
    let swapped = low.indices.map { low[$0 ^ 1] }
    let expected = ["|Quý I|2024|1|"]
    #expect(try Samples.read([0xEF, 0xBB, 0xBF] + Array(Self.plan.utf8), "a.txt") == expected)
    #expect(
      try Samples.read([0xFF, 0xFE] + low, "a.txt") == expected)
    #expect(
      try Samples.read([0xFE, 0xFF] + swapped, "a.txt") == expected)
  }

  /// The letters that windows-1252 shows for the bytes.
  private static let tcvn3 = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh n¨m 2024 cña Së Khoa häc vµ C«ng nghÖ tØnh Kh¸nh Hßa"
  private static let vni =
    "Keá hoaïch caûi caùch haønh chính naêm 2024 cuûa Sôû Khoa hoïc vaø Coâng ngheä tænh Khaùnh Hoøa"
  private static let windows1258 = "Kêì hoaòch caÒi caìch haÌnh chiình nãm 2024 cuÒa SõÒ Khoa hoòc vaÌ Công nghêò"

  @Test("Old Vietnamese text", arguments: [("TCVN3", tcvn3), ("VNI", vni), ("windows-1258", windows1258)])
  func legacy(_ name: String, _ text: String) {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    let table = "<table><tr><td>\(text)<td>x</table>"
    for file in [bytes, Array(text.utf8), Samples.word(Samples.paragraph(text)), Array(table.utf8)] {
      do throws(DocumentFileFailure) {
        _ = try DocumentFileReader().read(file, name: "a.txt")
        Issue.record("read without a failure")
      } catch {
        #expect(error.code == .encoding)
        #expect(error.words.vi.contains(name) && error.words.en.contains(name))
      }
    }
  }

  @Test("Unicode text with the odd sign of old fonts is read")
  func signs() throws {
    let text =
      "Kế hoạch cải cách hành chính năm 2024 của Sở Khoa học và Công nghệ; Windows® 10, 20µm, hoà, quá, thuê, giò, “giữa”"
    #expect(try Samples.read(text, "a.txt") == [text])
  }

  @Test("Bytes of no known encoding")
  func unknown() {
    #expect(Samples.failure([0x43, 0x61, 0x66, 0xE9, 0x0A], "a.txt") == .encoding)
    #expect(Samples.failure([0x41, 0x00, 0x42, 0x00], "a.txt") == .format)
    #expect(Samples.failure([0xFF, 0xFE, 0x00, 0xD8], "a.txt") == .format)
  }
}
