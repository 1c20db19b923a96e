import Diagnostics
import Documents
import TestSupport
import Testing

@testable import PlanImport

/// Sheets with headings, merged cells, sections, months and signatures in any order: whatever a cell says stands in the
/// book or in the report.
@Suite("Any sheet")
struct RandomSheetTests {
  private static let headings = [
    ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Ghi chú"],
    ["Tháng", "TT", "Nội dung công việc", "Đơn vị thực hiện", "Ngày", "Kinh phí"],
    ["Mã WBS", "Hạng mục", "Phụ trách", "Bắt đầu", "Kết thúc", "Tiến độ"],
    ["Ngày", "Giờ", "Nội dung", "Chủ trì", "Địa điểm", "Trạng thái"],
  ]

  private static let cells: [[String]] = [
    ["", "", "Kiểm kê kho số 4", "Lập dự toán", "- Phát tờ rơi", "hoàn thiện hồ sơ", "TRƯỞNG PHÒNG", "Nguyễn Văn Nam"],
    ["", "", "Sở Y tế", "P. KHTH; TT. Y tế", "Đ/c: Hà", "Các phòng", "Sở LĐ, TB và XH", "NGƯỜI LẬP BIỂU"],
    [
      "", "", "Quý II", "15/3/2025", "3/4/2025", "2/28/2025", "12", "Tuần 2", "Hằng tháng", "khi nào xong", "8h30", "⏳",
      "40%",
    ],
    ["", "", "1", "2", "1.1", "I", "A", "Tháng 5", "CDS-7"],
  ]

  private static func row(
    _ numbers: inout SeededGenerator, _ columns: Int, isFirst: Bool, at place: SourcePlace
  ) -> Table.Row {
    switch numbers.next(below: 12) {
    case 0:
      let text = numbers.pick([
        "Tháng 7/2025", "Tuần 3", "II. PHẦN HAI", "Ghi chú: gửi trước ngày 20/5/2025.", "Trang 2/3",
      ])
      return Table.Row([Table.Cell(text)] + (1..<columns).map { _ in Table.Cell("", cover: .left) }, at: place)
    default:
      return Table.Row(
        (0..<columns).map { _ in
          !isFirst && numbers.next(below: 9) == 0
            ? Table.Cell("", cover: .above) : Table.Cell(numbers.pick(numbers.pick(cells)))
        }, at: place)
    }
  }

  @Test("loses no cell", arguments: 0..<10) func losesNothing(_ batch: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(7000 + batch))
    for _ in 0..<20 {
      let headings = numbers.pick(Self.headings)
      let rows = (1...numbers.next(below: 9) + 2).map {
        Self.row(&numbers, headings.count, isFirst: $0 == 1, at: .tableRow(table: 1, row: $0 + 1))
      }
      let head = Table.Row(headings.map { Table.Cell($0) }, at: .tableRow(table: 1, row: 1), isHeading: true)
      let document = SourceDocument(name: "sheet 2025", blocks: [.table(Table(rows: [head] + rows))])
      guard let output = try PlanImporter.output(of: document) else { continue }
      let report = output.report
      #expect(report.rows == report.tasks + report.leftOut.count)
      let items = report.leftOut + report.taskRows + report.toSettle + report.repairs
      let said = Self.letters(
        (output.files.map(\.text) + items.flatMap { [$0.text, $0.reason.vi] }).joined(separator: " "))
      for row in rows where !LayoutRows.isLayout(row) {
        for cell in row.cells.map({ Self.letters($0.text) }) where !cell.isEmpty && !said.contains(cell) {
          Issue.record("“\(cell)” of \(row.cells.map(\.text)) is lost, batch \(batch); \(headings)")
        }
      }
    }
  }

  private static func letters(_ text: String) -> String { String(text.folded.filter { $0.isLetter || $0.isNumber }) }
}

extension PlanImporter {
  /// What is made of a document as a plan of 2025; nil where nothing is found in it.
  static func output(of document: SourceDocument) throws -> Output? {
    do throws(Failure) {
      return try PlanImporter(.init(plan: "x", years: 2025...2025), shipped: [shippedRules]).read([document])
    } catch {
      guard case .nothingFound = error else { throw error }
      return nil
    }
  }
}
