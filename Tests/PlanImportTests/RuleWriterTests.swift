import Diagnostics
import Documents
import RuleSyntax
import Rules
import TestSupport
import Testing

@testable import PlanImport

/// What is written reads back, whatever the words are and however long.
@Suite("The writer of rule files")
struct RuleWriterTests {
  static let pieces = [
    "sở", "Văn phòng", "Khoa học và Công nghệ", "và", "and", ",", ":", "hạn:", "hạn", "chủ trì:", "#", "#x",
    "# ghi chú",
    "\"năm\"", "“tháng”", "(dự thảo)", "[a]", "(", "]", "-", "–", "nhiệm vụ x:", "ghi chú (y): z", "ế",
    "e\u{302}\u{301}",
    "\u{301}", "漢字", "🏛", "2024", "08:00", "https://so.example/a?b=c#d", "  ", "\u{A0}", "1.", "theo:", "expected:",
    ".",
    "đặc-biệt-dài-không-có-dấu-cách-nào-trong-một-từ-mà-chương-trình-không-được-ngắt-ở-giữa-dù-dòng-có-dài-đến-đâu-đi-nữa",
  ]

  static func text(_ numbers: inout SeededGenerator, lines: Bool, list: Bool) -> String {
    let count = [1, 2, 5, 20, 80].randomElement(using: &numbers) ?? 1
    var text = ""
    for _ in 0..<Int.random(in: 1...count, using: &numbers) {
      text += pieces.randomElement(using: &numbers) ?? ""
      if Int.random(in: 0..<3, using: &numbers) > 0 { text += " " }
      if lines, Int.random(in: 0..<9, using: &numbers) == 0 { text += "\n" }
      if !list, Int.random(in: 0..<9, using: &numbers) == 0 { text += ";" }
    }
    return text
  }

  /// The same words with single blanks, as the language reads a value.
  static func normal(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
  }

  private static func value(_ field: FieldSyntax?, in syntax: RuleFileSyntax) -> String {
    field.map { syntax.text($0.value) } ?? ""
  }

  @Test("every text of a block reads back", arguments: 0..<12) func texts(_ batch: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(batch))
    for _ in 0..<60 {
      let texts = (0..<4).map { _ in Self.text(&numbers, lines: true, list: false) }
      var writer = RuleWriter()
      writer.comment(texts[3])
      writer.block("nhiệm vụ", "I.1", texts[0])
      writer.field("nguyên văn", texts[1])
      writer.field("cột riêng", texts[2])
      writer.field("ghi chú", texts[3])
      let (syntax, diagnostics) = RuleFileParser.parse(name: "x.rules", text: writer.text)
      // Nothing is complained of but what the block itself lacks.
      let found = diagnostics.map(\.code).filter { !["missing-field"].contains($0) }
      // What its own words look like in the first line of a value nobody can help.
      #expect(found.isEmpty, "\(found) in\n\(writer.text)")
      let block = try #require(syntax.blocks.first)
      #expect(syntax.blocks.count == 1)
      #expect(block.title.map { syntax.text($0) } ?? "" == Self.normal(texts[0]), "\(writer.text)")
      let read = [block.field(.asWritten), block.field(.column), block.field(.note)].map { Self.value($0, in: syntax) }
      #expect(read == texts[1...].map(Self.normal), "\(writer.text)")
    }
  }

  /// Through the whole of the reader: a plan, its extra columns, units and a task that names them.
  @Test("every list reads back, or a name is refused", arguments: 0..<12) func lists(_ batch: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(1000 + batch))
    for _ in 0..<40 {
      var names: [String] = []
      var folded: Set<FoldedName> = []
      for index in 0..<Int.random(in: 1...12, using: &numbers) {
        // A number keeps the names apart.
        let name = Self.normal("\(index)x " + Self.text(&numbers, lines: false, list: true))
        if folded.insert(FoldedName(name)).inserted { names.append(name) }
      }
      var writer = RuleWriter()
      writer.list("tên khác", names)
      guard writer.refused.isEmpty else { continue }
      let book = "đơn vị vp: Văn phòng chính\n" + writer.text
      let (rules, diagnostics) = RuleBook.read(
        own: [SourceText(name: "units.rules", text: book)], shipped: [shippedRules])
      let errors = diagnostics.errors.map(\.words.en)
      #expect(errors.isEmpty, "\(errors) in\n\(book)")
      #expect(rules.units.first?.also == names, "\(book)")
    }
  }

  @Test("a name never breaks, and a `;` in it is refused") func lines() {
    let long = Array(repeating: "kết quả thực hiện", count: 12).joined(separator: " ")
    var writer = RuleWriter()
    writer.list("cột bổ sung", ["mục tiêu", long, "kinh phí", "#số", "mở (ngoặc", "sau"])
    #expect(
      writer.text == """
          cột bổ sung: mục tiêu;
            \(long);
            kinh phí; #số; mở (ngoặc
            sau

        """)
    #expect(writer.refused.isEmpty)
    writer.list("chủ trì", ["Sở A; Sở B", "[Sở A; Sở B]"])
    #expect(writer.refused == ["Sở A; Sở B"])
  }

  @Test("a plan with more extra columns than a line holds is imported whole", arguments: [3, 9, 30])
  func columns(_ count: Int) throws {
    let extras = (1...count).map { "Số liệu thống kê của ngành trong kỳ thứ \($0) và luỹ kế, ước cả năm (tỷ đồng)" }
    let head = Table.Row((["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"] + extras).map { Table.Cell($0) }, at: .line(1))
    let row = Table.Row(
      (["1", "Lập báo cáo", "Sở Y tế", "Quý I/2025"] + extras.indices.map { "giá trị \($0)" }).map { Table.Cell($0) },
      at: .line(2))
    let output = try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([
      SourceDocument(name: "wide", blocks: [.table(Table(rows: [head, row]))])
    ])
    let (rules, diagnostics) = RuleBook.read(
      own: output.files.map { SourceText(name: $0.name, text: $0.text) }, shipped: [shippedRules])
    #expect(diagnostics.errors.isEmpty)
    #expect(rules.tasks.first?.extra.map(\.text) == extras.indices.map { "giá trị \($0)" })
  }
}
