import Documents
import FactLog
import Foundation
import TestSupport
import Testing

@testable import nhacviec

/// The figures of `ReportTests.statistic`, in files that office programs open.
@Suite("Reports for Excel and Word")
struct ReportFileTests {
  private let desk: Desk
  private let folder: ScratchFolder

  init() throws {
    desk = try Desk()
    folder = try ScratchFolder()
    desk("done", "I.1", "--on", "06/01/2024", "--by", "=1+1")
    desk("done", "VII.9@2024-Q1", "--on", "15/3/2024")
    desk("assign", "VII.9", "Trần Thị Lan", "--yes")
  }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }
  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  /// Rows of all tables.
  private func rows(_ name: String) throws -> [String] {
    try DocumentFileReader().read(bytes(name), name: name).blocks.flatMap { block -> [String] in
      switch block {
      case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "|") }
      case .paragraph(let paragraph): [paragraph.text]
      }
    }
  }

  /// Rows that begin alike, for whoever has to mend what a test finds.
  private func near(_ row: String, _ rows: [String]) -> [String] { rows.filter { $0.prefix(9) == row.prefix(9) } }

  /// By hand: of six duties two are done, one of them on time; the report of the second quarter is four days overdue.
  @Test("A workbook has totals, rows and the duties behind them") func workbook() throws {
    #expect(desk("report", "--output", path("a.xlsx")).code == 0)
    let rows = try rows("a.xlsx")
    for row in [
      "Đã xong, đúng hạn|1|16.7%", "Chưa xong, quá hạn|1|16.7%", "Chưa xong|4|66.7%", "Tổng|6|100.0%",
      "Văn phòng|5|2|1|1|3|2|1|0|6|6|1|1|2|2", "Cộng|6|2|1|1|4|2|1|1|6|6|1|1|2|2",
    ] { #expect(rows.contains(row), "\(near(row, rows))") }
    let plan = "Cải cách hành chính năm 2024 của Sở Ví dụ"
    for row in [
      "vi-du-2024/I.1@once|\(plan)||Gửi kế hoạch|Văn phòng||04/01/2024|06/01/2024|Đã xong, trễ hạn|2|2|=1+1|Văn phòng",
      "vi-du-2024/VII.9@2024-Q1|\(plan)||Báo cáo định kỳ|Văn phòng|Trần Thị Lan|16/03/2024|15/03/2024|Đã xong, đúng hạn|-1|||Văn phòng",
      "vi-du-2024/VII.9@2024-Q2|\(plan)||Báo cáo định kỳ|Văn phòng|Trần Thị Lan|16/06/2024||Chưa xong, quá hạn|4|4||Văn phòng",
    ] { #expect(rows.contains(row), "\(near(row, rows))") }
    let found = try PythonOracle.run("Tests/OfficeDocumentsTests/oracles/workbook", [path("a.xlsx")])
    #expect(found.contains("sheet Danh sách frozen B5 filter A4:M10 charts 0\n"), "\(found)")
    #expect(found.contains("sheet Theo đơn vị chủ trì frozen B5 filter None charts 1\n"))
    #expect(found.contains(" s General '=1+1'\n") && found.contains("datetime.datetime(2024, 3, 16, 0, 0)\n"))
  }

  @Test("A Word report has the form of Decree 30/2020 and the same figures") func document() throws {
    #expect(desk("report", "--from", "01/01/2024", "--to", "30/6/2024", "-o", path("a.docx")).code == 0)
    let found = try PythonOracle.run("Tests/OfficeDocumentsTests/oracles/document", [path("a.docx")])
    let lines = found.split(separator: "\n").map(String.init)
    // A4, and margins that the decree allows.
    #expect(lines.first == "page 210 297 20 20 30 20")
    #expect(lines.contains { $0.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/Độc lập - Tự do - Hạnh phúc/") })
    #expect(lines.contains { $0.hasSuffix(", ngày 20 tháng 6 năm 2024") })
    for line in [
      "BÁO CÁO", "(nhiệm vụ có hạn từ ngày 01/01/2024 đến hết ngày 30/6/2024)", "1|Văn phòng|3|2|1|1|0|1|0|1|0|0|0|0",
      "2|Phòng Quản lý Chuyên ngành|1|0|0|0|0|1|0|0|0|1|0|0", "|Cộng|4|2|1|1|0|2|0|1|0|1|0|0",
      "|Chuyển kỳ trước sang (ngoài tổng)|0|0|0|0|0|0|0|0|0|0|0|0",
      "1|Báo cáo định kỳ (quý II/2024)|Văn phòng|16/6/2024|4", "1|Gửi kế hoạch|Văn phòng|04/01/2024|06/01/2024|2|=1+1",
    ] { #expect(lines.contains(line), "\(line) in \(found)") }
    #expect(!found.contains("{{") && !found.contains("}}"))
    #expect(try rows("a.docx").contains("1|Báo cáo định kỳ (quý II/2024)|Văn phòng|16/6/2024|4"))
  }

  @Test("In English, by section, and where nothing is late") func english() throws {
    #expect(desk("report", "--by", "section", "--to", "01/01/2024", "-o", path("a.docx"), language: .en).code == 0)
    let rows = try rows("a.docx")
    #expect(rows.contains("No task is overdue.") && rows.contains("No task was done late."))
    #expect(!rows.contains { $0.contains("{{") })
  }

  @Test("The same figures are the same bytes") func sameBytes() throws {
    for name in ["a.xlsx", "b.xlsx", "a.docx", "b.docx"] { #expect(desk("report", "-o", path(name)).code == 0) }
    #expect(try bytes("a.xlsx") == bytes("b.xlsx"))
    #expect(try bytes("a.docx") == bytes("b.docx"))
  }

  @Test("Every format can go into a file, which its ending names") func endings() throws {
    for (name, format) in [("a.csv", "csv"), ("a.JSON", "json"), ("a.md", "markdown")] {
      #expect(desk("report", "-o", path(name)).output == "")
      #expect(try String(decoding: bytes(name), as: UTF8.self) == desk("report", "--format", format).output)
    }
    #expect(desk("report", "-o", path("a.txt")).code == 0)
    #expect(desk("report", "-o", path("a")).errors.contains("--format"))
    #expect(desk("report", "-o", path("a"), "--format", "csv").code == 0)
  }

  @Test("Nothing is overwritten, and a terminal gets no Excel file") func refused() throws {
    try folder.write([65], to: "a.xlsx")
    let run = desk("report", "-o", path("a.xlsx"))
    #expect(run.code == 1 && run.errors.contains("không ghi đè"))
    #expect(try bytes("a.xlsx") == [65])
    #expect(desk("report", "--format", "xlsx").errors.contains("cần --output"))
    let nowhere = desk("report", "-o", "\(folder.path)/none/a.xlsx")
    #expect(nowhere.code == 1)
    #expect(
      nowhere.errors.hasSuffix("\nlỗi: không ghi được \(folder.path)/none/a.xlsx: không có tệp hay thư mục này\n"))
  }

  @Test("Of a classified task a file has its id and day only", arguments: ["a.xlsx", "a.docx"])
  func classified(file: String) throws {
    let plan = CommandTests.plan.replacingOccurrences(
      of: "hạn: trước ngày 05", with: "độ mật: Mật\n  hạn: trước ngày 05")
    let desk = try Desk(["plan.rules": plan])
    if file == "a.docx" {
      #expect(desk("report", "-o", path("before.docx")).code == 0)
      let before = try rows("before.docx").joined(separator: "\n")
      #expect(before.contains("|I.1: việc có độ mật||04/01/2024|"), "\(before)")
    }
    desk("done", "I.1", "--on", "06/01/2024", "--by", "12/BC")
    #expect(desk("report", "-o", path(file)).code == 0)
    let found = try rows(file)
    let text = found.joined(separator: "\n")
    if file == "a.xlsx" {
      #expect(
        found.contains {
          $0.hasPrefix("vi-du-2024/I.1@once|") && !$0.contains("Văn phòng") && $0.contains("04/01/2024")
        })
    }
    // Done, it is in no list of a document, since it would be that of what was late.
    #expect(file == "a.docx" ? !text.contains("I.1") : text.contains("Việc có độ mật"), "\(text)")
    #expect(text.contains("Trong đó 1 việc có độ mật, chỉ tính đã xong (ở mục “không rõ ngày”) hay chưa xong."))
    #expect(!text.contains("Gửi kế hoạch") && !text.contains("12/BC"))
    // When it was done.
    #expect(!text.contains("06/01/2024"))
  }

  @Test("The office's own template takes the place of the shipped one, and what is wrong in it is told")
  func ownTemplate() throws {
    func template(_ text: String) throws {
      try folder.write(WordSample.file(text), to: "own/vi/report.docx")
    }
    let configuration = "templates = \"\(folder.path)/own\"\n[letterhead]\noffice = \"Sở Ví dụ\"\n"
    try folder.write(Array(configuration.utf8), to: "a.toml")
    var desk = desk
    desk.configuration = configuration
    try template("{{cơ quan}}: {{tổng}} việc, {{quá hạn}} quá hạn, ký {{chức vụ người ký}}")
    #expect(desk("report", "-o", path("a.docx")).code == 0)
    #expect(try rows("a.docx") == ["Sở Ví dụ: 6 việc, 1 quá hạn, ký ……………………"])
    #expect(CommandRun(["config", "check", "--config", path("a.toml")]).output.hasPrefix("0 errors, 0 warnings"))

    try template("{{co quan}}")
    let run = desk("report", "-o", path("b.docx"))
    #expect(run.code == 1 && run.errors.contains("[template-unknown-name]") && run.errors.contains("gần nhất: cơ quan"))
    #expect(!FileManager.default.fileExists(atPath: path("b.docx")))
    let check = CommandRun(["config", "check", "--config", path("a.toml")])
    #expect(check.code == 1 && check.output.contains("[template-unknown-name]"), "\(check.output)")

    try folder.write([65], to: "own/vi/report.docx")
    #expect(desk("report", "-o", path("b.docx")).errors.contains("[template-document]"))
  }
}

/// A Word file of one paragraph, as another program would pack it.
private enum WordSample {
  static func file(_ text: String) throws -> [UInt8] {
    let space = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
    let folder = try ScratchFolder([
      "word/document.xml": "<w:document \(space)><w:body><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:body></w:document>"
    ])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-m", "zipfile", "-c", folder.path + "/a.zip", folder.path + "/word"]
    try process.run()
    process.waitUntilExit()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.zip")))
  }
}
