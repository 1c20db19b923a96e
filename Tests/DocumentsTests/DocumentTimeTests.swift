import TestSupport
import Testing

@testable import Documents

/// A document costs time in proportion to its size, whatever is in it, or it is refused.
@Suite("Reading takes time in proportion", .serialized)
struct DocumentTimeTests {
  private static func repeated(_ piece: String, _ size: Int) -> String {
    String(repeating: piece, count: max(1, size / piece.utf8.count))
  }

  // MARK: Markdown

  /// Each makes some version of cmark-gfm slow, or looks as if it could.
  static let pieces: [String] = [
    "*a_", "*a_ ", "*a**b_c", "a*b**", "**a", "**a ", "_a ", "***a", "*_", "*a **a ", "[", "![", "![[]()", "[a",
    "[a](<b",
    "[a](b", "[x][", "[a][b]", "](", "<", "</", "<a b=\"", "<!--", "<?", "<![CDATA[", "<!A ", "` ", "&", "\\", "> ",
    "- ",
    ">> ", "* a\n", "1. a\n", "> - ", "|x|\n|-|-|\n", "|x\n|-\n", "x|y\n-|-\n\n", "[a]: /b\n", "[a]: <b\n",
    "[a]: b \"c\n",
    "a\n=\n", "\t", "\n> ", "a\n", "| a | b |\n", "# ", "```\n", "~~~ \n", "<a@", "[^a", "! [", "*a* ",
  ]

  static let families: Int = pieces.count + 7

  private static func text(_ index: Int, _ size: Int) -> String {
    if index < pieces.count { return repeated(pieces[index], size) }
    switch index - pieces.count {
    // Backticks of growing length.
    case 0: return (1...1700).map { "e" + String(repeating: "`", count: $0) }.joined()
    case 1: return (0..<size / 14).map { "[a\($0)]: /b\n" }.joined() + "\n" + repeated("[a1] ", size / 10)
    case 2: return repeated("[", size / 2) + "a" + repeated("]", size / 2)
    case 3: return repeated("*a **a ", size / 2) + repeated("b** b*", size / 2)
    case 4: return repeated(">", 240) + "a\n" + repeated("a\n", size)
    case 5:
      return repeated("a|", 400) + "\n" + repeated("-|", 400) + "\n" + repeated(repeated("*a_|", 800) + "\n", size)
    default: return (0..<1200).map { String(repeating: " ", count: $0) + "* a\n" }.joined()
    }
  }

  @Test("1.5 MB of Markdown are parsed in two seconds or refused", arguments: 0..<families)
  func markdown(index: Int) {
    let text = Self.text(index, 1_500_000)
    var failure: (any Error)?
    let time = processorSeconds {
      do { _ = try MarkdownReader(limits: .standard).html(text) } catch { failure = error }
    }
    #expect(time < 2, "\(text.prefix(20))")
    #expect(failure == nil || (failure as? DocumentFileFailure)?.code == .tooLarge, "\(text.prefix(20))")
  }

  @Test("What would take for ever is refused with the message of a limit", arguments: ["![[]()", "|x|\n|-|-|\n"])
  func refused(piece: String) {
    #expect(Samples.failure(Array(Self.repeated(piece, 1_500_000).utf8), "a.md") == .tooLarge)
  }

  @Test("A large ordinary plan is read") func ordinary() throws {
    let row = "| 1 | Rà soát, hoàn thiện quy định | **Quý I** năm 2024 | [Phòng Kế hoạch](x) | *Văn phòng* |\n"
    let table = "| TT | Nhiệm vụ | Thời hạn | Chủ trì | Phối hợp |\n|---|---|---|---|---|\n"
    #expect(try Samples.read(table + Self.repeated(row, 600_000), "a.md").count > 4000)
  }

  // MARK: The others

  static let others: [(name: String, start: String, piece: String)] = [
    ("a.html", "<html>", "<p>a"), ("a.html", "<html>", "<b>a</b>"), ("a.html", "<html>", "&amp;"),
    ("a.html", "<html>", "&"),
    ("a.html", "<html>", "</p>"), ("a.html", "<html>", "<a b=c>"), ("a.html", "<html>", "<!-- "),
    ("a.html", "<html>", "<"),
    ("a.html", "<html><table>", "<tr><td>a<td>b"), ("a.html", "<html><table>", "<tr><td colspan=2>a"),
    ("a.html", "<html><ol>", "<li>a"), ("a.html", "<html><pre>", "a\n"), ("a.html", "<html>", "<a href=\""),
    ("a.html", "<html>", "<script "), ("a.html", "<html>", "<font>a</i>"), ("a.html", "<html>", "<![if"),
    ("a.html", "<html>", "<td rowspan=9>a"), ("a.html", "<html>", "a "), ("a.html", "<html>", "</x"),
    ("a.md", "", "*a_"), ("a.md", "", "**a "), ("a.md", "", "> "), ("a.md", "", "* a\n"),
    ("a.md", "|a|\n|-|\n", "|b|\n"),
    ("a.csv", "a,b\n", "1,2\n"), ("a.csv", "a,b\n", "\"x\"\"y\",2\n"), ("a.csv", "a,\"b", "x,\n"),
    ("a.csv", "a,b\n", "\"x"),
    ("a.csv", "a,b\n", "x\"y,\n"), ("a.txt", "", "a\tb\tc\n"), ("a.txt", "", "a\n"), ("a.txt", "", "a "),
    ("a.txt", "", "<p "),
    ("a.txt", "", "&#"), ("a.txt", "", "<b>a"), ("a.txt", "", "\n\n"), ("a.txt", "", "\r"), ("a.txt", "", "**a"),
    ("a.txt", "e", "\u{301}"), ("a.txt", "", "<!--"), ("a.txt", "", "&amp;"), ("a.txt", "", "`"),
    ("a.txt", "", "\ta\n"),
  ]

  private func expectProportion(_ label: String, _ size: Int, _ document: (Int) -> [UInt8], _ name: String) {
    // What is over at once grows as it likes; once more where something else was measured along.
    for attempt in 1...3 {
      let (small, large) = (document(size), document(2 * size))
      let first = processorSeconds { _ = Samples.failure(small, name) }
      let second = processorSeconds { _ = Samples.failure(large, name) }
      if second < 3 * first || second < 0.1 { return }
      if attempt == 3 { Issue.record("\(label): \(first) s, twice as much \(second) s") }
    }
  }

  @Test("Twice the text, twice the time", arguments: 0..<others.count)
  func proportion(index: Int) {
    let (name, start, piece) = Self.others[index]
    expectProportion(
      "\(name) \(piece)", 100_000, { Array((start + Self.repeated(piece, $0)).utf8) }, name)
  }

  @Test("Twice the rows, twice the time: workbooks and Word") func packed() {
    let row = "<row><c t=\"inlineStr\"><is><t>Rà soát</t></is></c><c><v>2</v></c></row>"
    expectProportion("rows", 2000, { Samples.workbook(String(repeating: row, count: $0)) }, "a.xlsx")
    let wide = (0..<200).map { "<c><v>\($0)</v></c>" }.joined()
    expectProportion("cells", 50, { Samples.workbook(String(repeating: "<row>\(wide)</row>", count: $0)) }, "a.xlsx")
    expectProportion(
      "merged cells", 1000,
      { count in
        let merges = (1...count).map { "<mergeCell ref=\"A\(2 * $0):B\(2 * $0 + 1)\"/>" }.joined()
        return Samples.workbook(
          String(repeating: "<row><c><v>1</v></c><c><v>2</v></c></row>", count: 2 * count + 2),
          after: "<mergeCells>\(merges)</mergeCells>")
      }, "a.xlsx")
    expectProportion(
      "paragraphs", 3000, { Samples.word(String(repeating: Samples.paragraph("a"), count: $0)) }, "a.docx")
    let cells = "<w:tr>\(Samples.cell("a"))\(Samples.cell("b"))</w:tr>"
    expectProportion(
      "tables", 2000, { Samples.word("<w:tbl>\(String(repeating: cells, count: $0))</w:tbl>") }, "a.docx")
    expectProportion(
      "runs", 5000, { Samples.word("<w:p>\(String(repeating: "<w:r><w:t>a</w:t></w:r>", count: $0))</w:p>") }, "a.docx")
  }
}
