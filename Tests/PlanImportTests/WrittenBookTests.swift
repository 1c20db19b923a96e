import Diagnostics
import Documents
import RuleSyntax
import Rules
import TestSupport
import Testing

@testable import PlanImport

/// Whatever the cells of a table say, and however long, the book says the same when it is read.
@Suite("Any words of a row")
struct WrittenBookTests {
  private static let headings = [
    "TT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú", "Kinh phí dự kiến (triệu đồng)",
    "Nguồn vốn bố trí, trong đó ngân sách trung ương, ngân sách tỉnh, huy động xã hội hóa và các nguồn hợp pháp khác",
    "Nguồn vốn bố trí, trong đó ngân sách trung ương, ngân sách tỉnh, huy động xã hội hóa và nguồn vốn sự nghiệp kinh tế",
    "Địa bàn, phạm vi, đối tượng thụ hưởng trực tiếp và gián tiếp của từng nội dung, hạng mục, công trình, dự án đầu tư",
  ]

  private static func words(_ numbers: inout SeededGenerator) -> String {
    let text = RuleWriterTests.text(&numbers, lines: true, list: false).unicodeScalars.filter { $0 != "\u{301}" }
    // What has neither letters nor numbers counts as an empty cell, as a dash does.
    return text.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } ? String(text) : ""
  }

  @Test("are read back from the book", arguments: 0..<12) func readBack(_ batch: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(4000 + batch))
    for _ in 0..<8 {
      var rows = [Table.Row(Self.headings.map { Table.Cell($0) }, at: .line(1), isHeading: true)]
      for row in 1...numbers.next(below: 6) + 1 {
        var cells = ["\(row)", "Việc \(row) " + Self.words(&numbers), Self.words(&numbers), "Sở Y tế", "Sở Nội vụ"]
        cells.append(numbers.pick(["Quý I/2025", "theo " + Self.words(&numbers), Self.words(&numbers)]))
        while cells.count < Self.headings.count { cells.append(Self.words(&numbers)) }
        rows.append(Table.Row(cells.map { Table.Cell($0) }, at: .line(row + 1)))
      }
      let document = SourceDocument(name: "wide", blocks: [.table(Table(rows: rows))])
      let output = try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([document])
      let (rules, diagnostics) = RuleBook.read(
        own: output.files.map { SourceText(name: $0.name, text: $0.text) }, shipped: [shippedRules])
      #expect(diagnostics.errors.isEmpty, "\(diagnostics.errors.map(\.words.en))")
      try #require(rules.tasks.count == rows.count - 1)
      for (task, row) in zip(rules.tasks, rows.dropFirst()) {
        func cell(_ column: Int) -> String { RuleWriterTests.normal(row.cells[column].text) }
        #expect(task.title == cell(1))
        #expect(task.products.map(\.text).joined() == cell(2))
        #expect(task.note ?? "" == cell(6))
        #expect(task.extra.map(\.text) == (7..<Self.headings.count).map(cell).filter { !$0.isEmpty })
        // The plan's own words of its deadline stand in the rule or beside it.
        let deadline = cell(5).replacing(";", with: ",")
        let written = (task.asWritten ?? task.due.map(\.text).joined(separator: " ")).replacing(";", with: ",")
        #expect(
          deadline.isEmpty || written == deadline || written.hasSuffix(": \(deadline)"), "\(deadline) / \(written)")
      }
    }
  }
}
