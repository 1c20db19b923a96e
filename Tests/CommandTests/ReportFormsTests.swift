import Foundation
import Presentation
import TestSupport
import Testing

@testable import nhacviec

/// A plan with a duty of every class, as each form of the report shows it.
@Suite("The figures of each row add up in every form of the report")
struct ReportFormsTests {
  private static let plan = SmallOffice.plan(
    of: "Văn phòng",
    """
    đơn vị vp: Văn phòng
    đơn vị cn: Phòng Chuyên ngành

    sự kiện x: X xảy ra
    sự kiện y: Y xảy ra

    nhiệm vụ A.1: Đúng hạn
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.2: Trễ hạn
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.3: Không rõ ngày
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.4: Không rõ ngày, của phòng
      chủ trì: Phòng Chuyên ngành
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.5: Chờ xác nhận
      xác nhận: Văn phòng
      chủ trì: Phòng Chuyên ngành
      hạn: chậm nhất 30/4/2024

    nhiệm vụ A.6: Trong hạn
      hạn: chậm nhất 30/9/2024

    nhiệm vụ A.7: Quá hạn
      hạn: chậm nhất 31/5/2024

    nhiệm vụ A.8: Đang chờ
      hạn: trong 30 ngày kể từ ngày Y xảy ra

    nhiệm vụ A.9: Chưa có hạn
      hạn: sau khi X xảy ra

    nhiệm vụ A.10: Cần làm rõ
      hạn: chưa rõ: định kỳ

    nhiệm vụ A.11: Được miễn
      hạn: chậm nhất 31/5/2024

    nhiệm vụ A.12: Thường xuyên
      hạn: thường xuyên

    nhiệm vụ B.1: Tồn từ trước
      hạn: chậm nhất 15/02/2024

    nhiệm vụ B.2: Tồn từ trước, đã xong
      hạn: chậm nhất 15/02/2024
    """)

  private let desk: Desk
  private let folder: ScratchFolder

  init() throws {
    desk = try Desk(["plan.rules": Self.plan])
    folder = try ScratchFolder()
    let facts = """
      A.1 xong ngày 29/4/2024
      A.2 xong ngày 06/5/2024
      A.3 xong không rõ ngày
      A.4 xong không rõ ngày
      báo cáo hoàn thành A.5 ngày 26/4/2024
      x ngày 02/5/2024
      miễn A.11 vì đã sáp nhập
      B.2 xong ngày 05/3/2024
      """
    try folder.write(Array(facts.utf8), to: "facts")
  }

  /// The heads of the columns and the rows of the table by lead, in the form of that ending.
  private func table(_ ending: String) throws -> [[String]] {
    let path = "\(folder.path)/a.\(ending)"
    let run = desk("report", "--from", "01/3/2024", "--facts", folder.path + "/facts", "-o", path)
    #expect(run.code == 0, "\(run.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    return switch ending {
    case "csv": lines.map { $0.components(separatedBy: ",") }
    // The row of dashes says nothing.
    case "md":
      lines.filter { !$0.contains("---") }
        .map { $0.dropFirst(2).dropLast(2).components(separatedBy: " | ") }
    // Cells stand two blanks apart, and only the first head is empty.
    case "txt":
      lines.map { line in
        let cells = line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
        return (line.hasPrefix(" ") ? [""] : []) + cells.filter { !$0.isEmpty }
      }
    default:
      try writtenTables(path).compactMap { rows -> [[String]]? in
        guard let head = rows.firstIndex(where: { $0.contains("Tổng") && $0.contains("Đơn vị chủ trì") }) else {
          return nil
        }
        return Array(rows[head...].prefix { $0.count == rows[head].count })
      }.first ?? []
    }
  }

  @Test("The table fits the terminal, with all its figures", arguments: [60, 80, 100])
  func narrow(width: Int) {
    func figures(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.hasPrefix("Cộng") || $0.hasPrefix("Sum") }
        .flatMap { $0.split(separator: " ").dropFirst() }
    }
    var narrow = desk
    narrow.width = width
    for language in [Language.vi, .en] {
      for command in [["report", "--from", "01/3/2024"], ["upcoming", "--summary"]] {
        let arguments = command + ["--facts", folder.path + "/facts"]
        let text = narrow.run(arguments, language).output
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
        #expect(figures(text) == figures(desk.run(arguments, language).output), "\(text)")
      }
    }
  }

  @Test("All classes have columns", arguments: ["csv", "md", "txt", "xlsx", "docx"]) func sums(ending: String) throws {
    let table = try table(ending)
    let heads = try #require(table.first)
    func place(_ title: String, _ key: String) throws -> Int {
      try #require(heads.firstIndex { $0 == title || $0 == key }, "\(title) in \(heads)")
    }
    let total = try place("Tổng", "total")
    let done = try place("Đã xong", "done")
    let notDone = try place("Chưa xong", "not-done")
    let last = try place("cần làm rõ", "to-settle")
    let rows = table.dropFirst().map { row in row.map { Int($0) ?? 0 } }
    // The two leads, their sum, and what was carried over.
    #expect(rows.count == 4, "\(table)")
    for row in rows {
      #expect(row.count == heads.count && row[total] > 0)
      #expect(row[total] == row[done] + row[notDone], "\(heads) \(row)")
      #expect(row[done] == row[done + 1..<notDone].reduce(0, +), "\(heads) \(row)")
      #expect(row[notDone] == row[notDone + 1...last].reduce(0, +), "\(heads) \(row)")
    }
    // Of the focal point A.1 to A.3 and A.6 to A.10, of the other A.4 and A.5; A.11 and A.12 stand outside the total.
    #expect(rows.map { [$0[total], $0[done]] } == [[8, 3], [2, 1], [10, 4], [2, 1]])
  }
}
