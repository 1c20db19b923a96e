import Diagnostics
import Documents
import TestSupport
import Testing

@testable import PlanImport

/// Documents with sentences, headings, and tables of any kind one below another: whatever has a time is a task, or the report
/// names it.
@Suite("Any document of an office")
struct RandomOfficeTests {
  private static let headings = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Thời gian"], ["Làm gì", "Ai", "Lúc nào", "Ghi chú"],
    ["TT", "Việc", "Hạn", "Đơn vị"],
    ["Mục", "Diễn giải", "Bộ phận", "Mốc"], ["STT", "Họ và tên", "Ngày sinh", "Đơn vị"], ["A", "B", "C", "D"], [],
  ]
  private static let units = ["Sở Y tế", "Các phòng", "Đ/c Hà", "Tổ công tác", "Ban Tổ chức - Kiểm tra", ""]
  private static let works = ["rà soát hồ sơ", "in tài liệu", "tổ chức hội nghị", "trang trí hội trường", "báo cáo"]

  /// A document, and the marks of all that has a time in it with their places.
  private struct Made {
    var blocks: [SourceDocument.Block] = []
    var marks: [(mark: String, place: SourcePlace)] = []
    var tables = 0

    mutating func mark(_ place: SourcePlace) -> String {
      marks.append(("dấu\(marks.count)x", place))
      return marks[marks.count - 1].mark
    }
  }

  private static func document(_ numbers: inout SeededGenerator) -> Made {
    var made = Made()
    for index in 1...numbers.next(below: 7) + 2 {
      switch numbers.next(below: 4) {
      case 0: addSentence(to: &made, index, &numbers)
      case 1:
        let text = numbers.pick([
          "I. MỤC TIÊU", "2. Tiến độ thực hiện", "PHỤ LỤC", "Tháng 3/2025", "Thứ Hai, ngày 10/3:",
        ])
        made.blocks.append(.paragraph(Paragraph(text, at: .paragraph(index))))
      default: addTable(to: &made, &numbers)
      }
    }
    return made
  }

  private static func addSentence(to made: inout Made, _ index: Int, _ numbers: inout SeededGenerator) {
    let place = SourcePlace.paragraph(index)
    let (unit, work) = (numbers.pick(units), numbers.pick(works))
    let day = "\(numbers.next(below: 28) + 1)/\(numbers.next(below: 12) + 1)/2025"
    let mark = made.mark(place)
    let text = numbers.pick([
      "- \(unit) \(work) \(mark) trước ngày \(day).", "1. Giao \(unit) \(work) \(mark); hoàn thành trước \(day).",
      "- Tháng 5/2025: \(unit) \(work) \(mark).", "\(unit) \(work) \(mark) khi có yêu cầu, định kỳ hằng quý.",
      "Đến hết năm 2025, \(work) \(mark).", "- 8h00 ngày \(day): \(unit) \(work) \(mark).",
    ])
    made.blocks.append(.paragraph(Paragraph(text, at: place)))
  }

  private static func addTable(to made: inout Made, _ numbers: inout SeededGenerator) {
    made.tables += 1
    var rows: [Table.Row] = []
    func place() -> SourcePlace { .tableRow(table: made.tables, row: rows.count + 1) }
    func add(_ texts: [String]) { rows.append(Table.Row(texts.map { Table.Cell($0) }, at: place())) }
    for _ in 0...numbers.next(below: 2) {
      let head = numbers.pick(headings)
      if !head.isEmpty { add(head) }
      for number in 1...numbers.next(below: 4) + 1 {
        let time = numbers.pick(["Quý II/2025", "15/3/2025", "Hằng tháng", "Trước ngày 20", "Tuần 2", "chưa rõ"])
        let mark = time == "chưa rõ" ? "" : made.mark(place())
        add(["\(number)", "\(numbers.pick(works).capitalized) \(mark)", numbers.pick(units), time])
      }
      if numbers.next(below: 3) == 0 { add(["", "", "", ""]) }
      if numbers.next(below: 3) == 0 {
        add(["", "NGƯỜI LẬP", "", "GIÁM ĐỐC"])
        add(["", "ThS. Lê Thị Hoa", "", "Trần Văn Nam"])
      }
    }
    made.blocks.append(.table(Table(rows: rows)))
  }

  @Test("says of all that has a time what became of it", arguments: 0..<10) func accounts(_ batch: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(9100 + batch))
    for _ in 0..<20 {
      let made = Self.document(&numbers)
      let document = SourceDocument(name: "năm 2025", blocks: made.blocks)
      guard let output = try PlanImporter.output(of: document) else { continue }
      let report = output.report
      #expect(report.rows == report.tasks + report.leftOut.count)
      let items = report.leftOut + report.taskRows + report.toSettle + report.otherSentences + report.otherTables
      let said = (output.files.map(\.text) + (items + report.unreadTables).map(\.text)).joined(separator: " ").onOneLine
      let unread = Set((report.unreadTables + report.otherTables).map { Self.table($0.place) })
      for (mark, place) in made.marks where !said.contains(mark) && !unread.contains(Self.table(place)) {
        Issue.record("\(mark) of \(place) is lost, batch \(batch): \(Self.shown(made.blocks))")
      }
      // Nobody who signs has a task.
      #expect(!ReadTask.all(in: output.files).contains { ["ThS. Lê Thị Hoa", "NGƯỜI LẬP"].contains($0.title) })
    }
  }

  private static func shown(_ blocks: [SourceDocument.Block]) -> String {
    blocks.map { block in
      switch block {
      case .paragraph(let paragraph): paragraph.text
      case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: " | ") }.joined(separator: "\n")
      }
    }.joined(separator: "\n\n")
  }

  /// The number of the table; 0 outside of tables.
  private static func table(_ place: SourcePlace) -> Int {
    if case .tableRow(let table, _) = place { table } else { 0 }
  }
}
