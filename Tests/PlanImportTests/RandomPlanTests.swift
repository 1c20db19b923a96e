import Documents
import PlanImport
import RuleSyntax
import TestSupport
import Testing

@Suite("Any table")
struct RandomPlanTests {
  static let headings = [
    "STT", "TT", "Nhiệm vụ", "Nội dung công việc", "Chủ trì", "Phối hợp", "Đơn vị", "Thời gian", "Thời hạn", "Bắt đầu",
    "Kết thúc", "Quý I", "Quý II", "T5", "2025", "Tần suất", "Sản phẩm", "Ghi chú", "Phân công", "Kinh phí", "Mục tiêu",
    "hạn", "chủ trì", "nguồn", "", "Tháng", "Lãnh đạo", "Hoạt động", ":", "# x",
  ]
  static let cells = [
    "", "", "", "1", "2", "1.1", "I", "II", "A", "a)", "-", "+", "…", "x", "nt", "Quý I/2025", "Quý II", "30/6/2025",
    "31/2/2025", "Trước ngày 25", "Hằng tháng", "Thường xuyên", "Sở Y tế", "Các sở, ban, ngành", "Sở A; Sở B",
    "Sở Y tế chủ trì, Sở Nội vụ phối hợp", "Xây dựng kế hoạch", "hạn: Quý I", "nhiệm vụ x: y", "# ghi chú", "[Sở", "]",
    "chưa rõ: gì", "(từng đơn vị)", "Tổng cộng", "CẢI CÁCH", "Tháng 02", "sau khi có kết quả", "khi có yêu cầu", ";",
    ":",
    "a\nb: c\n- d", "UBND tỉnh: tháng 3; HĐND: tháng 4", "Kế hoạch \"năm\" (dự thảo", "trong 5 ngày kể từ ngày ký",
    "Theo tiến độ của Bộ", "Năm 2031", "01/01/0001", "99/99/9999", "Giao Sở Y tế chủ trì tham mưu", "Sở\u{2028}Y tế",
  ]

  static func document(_ seed: Int) -> SourceDocument {
    var numbers = SeededGenerator(seed: UInt64(seed))
    var blocks: [SourceDocument.Block] = []
    for table in 1...Int.random(in: 1...3, using: &numbers) {
      let columns = Int.random(in: 1...8, using: &numbers)
      func row(_ number: Int, _ pool: [String]) -> Table.Row {
        let cells = (0..<columns).map { column in
          let cover = Int.random(in: 0..<14, using: &numbers)
          if column > 0, cover == 0 { return Table.Cell("", cover: .left) }
          if number > 1, cover == 1 { return Table.Cell("", cover: .above) }
          return Table.Cell(pool.randomElement(using: &numbers) ?? "")
        }
        return Table.Row(
          cells, at: .tableRow(table: table, row: number), startsPage: Int.random(in: 0..<9, using: &numbers) == 0)
      }
      let heads = (1...Int.random(in: 1...2, using: &numbers)).map { row($0, headings) }
      let rest = (0..<Int.random(in: 0...12, using: &numbers)).map { row(heads.count + 1 + $0, cells) }
      blocks.append(.paragraph(Paragraph(cells.randomElement(using: &numbers) ?? "", at: .paragraph(table))))
      blocks.append(.table(Table(rows: heads + rest)))
    }
    return SourceDocument(name: "random", blocks: blocks)
  }

  @Test(arguments: 0..<10)
  func `is accounted for row by row, and makes a sound book`(_ batch: Int) {
    for seed in (batch * 10)..<(batch * 10 + 10) {
      do throws(PlanImporter.Failure) {
        let output = try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([
          Self.document(seed)
        ])
        let report = output.report
        #expect(report.rows == report.tasks + report.leftOut.count, "seed \(seed)")
        #expect(ReadTask.all(in: output.files).count == report.tasks + report.sentences.count, "seed \(seed)")
      } catch {
        switch error {
        case .nothingFound: continue
        case .unsound(let mistakes):
          let at =
            mistakes.first.map {
              String(decoding: $0.span.source.bytes[max(0, $0.span.start - 200)..<$0.span.end], as: UTF8.self)
            } ?? ""
          Issue.record("seed \(seed): \(mistakes.map(\.words.en)) in \(at)")
        case .tooManyRows: Issue.record("seed \(seed)")
        }
      }
    }
  }

  @Test func `has a limit of rows`() {
    let head = Table.Row(["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"].map { Table.Cell($0) }, at: .line(1))
    let rows = (1...20_001).map {
      Table.Row(["\($0)", "Việc \($0)", "Sở Y tế", "Quý I"].map { Table.Cell($0) }, at: .line($0 + 1))
    }
    #expect {
      try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([
        SourceDocument(name: "long", blocks: [.table(Table(rows: [head] + rows))])
      ])
    } throws: { error in
      if case PlanImporter.Failure.tooManyRows(20_001) = error { true } else { false }
    }
  }
}
