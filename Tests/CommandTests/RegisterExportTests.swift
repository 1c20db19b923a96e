import Foundation
import StateFolder
import TestSupport
import Testing

@Suite("The register of tasks as a file")
struct RegisterExportTests {
  private static let heads = [
    "STT", "Nhiệm vụ", "Sản phẩm", "Căn cứ", "Thời hạn", "Ngày đến hạn", "Chủ trì", "Phối hợp", "Lãnh đạo phụ trách",
    "Tiến độ", "Trạng thái", "Ngày hoàn thành", "Kết quả", "Ghi chú", "Mã hệ thống (bản 1)", "Đối chiếu (kh)",
  ]

  @Test("A row a task in the plan's order, below the headings of its sections") func rows() throws {
    let office = try RegisterOffice()
    let texts = try EditedWorkbook.texts(office.exported())
    let letters = "ABCDEFGHIJKLMNOP".map(String.init)
    #expect(letters.map { texts[4]?[$0] } == Self.heads)
    #expect((5...11).map { texts[$0]?["A"] } == ["I", "I.1", "I.2", "I.3", "I.4", "II", "II.1"])
    #expect(texts[12] == nil)
    #expect(texts[5]?["B"] == "VIỆC CHUNG" && texts[5]?["E"] == nil)
    let first = try #require(texts[6])
    #expect(
      ["B", "C", "E", "F", "G", "H", "I", "O"].map { first[$0] } == [
        "Báo cáo công tác", "Báo cáo", "chậm nhất 15/7/2027", "15/07/2027", "Phòng A", "Phòng B", "Giám đốc",
        "kh/I.1@once",
      ])
    // Several due lines are lines of one cell; the earliest open one is shown.
    let second = try #require(texts[7])
    #expect(second["B"] == "=Kế hoạch & kiểm tra")
    #expect(second["E"] == "dự thảo: chậm nhất 15/8/2027\nban hành: chậm nhất 30/9/2027")
    #expect(second["F"] == "15/08/2027" && second["O"] == "kh/I.2:dự thảo@once")
    // Each unit owes it: no one duty, but how many reported.
    #expect(texts[8]?["J"] == "0/2 đã báo cáo" && texts[8]?["O"] == "kh/I.3" && texts[8]?["N"] == "hằng năm")
    // Who owes what the row gives to nobody; its own document.
    #expect(texts[11]?["G"] == "Văn phòng" && texts[11]?["D"] == "Công văn 12/CV-SNV")
  }

  @Test("What is for the program alone is hidden, rows can be filtered, heads stay, and days are days") func looks()
    throws
  {
    let parts = try EditedWorkbook.parts(RegisterOffice().exported())
    let sheet = try #require(parts.first { $0.name == "xl/worksheets/sheet1.xml" })
    let xml = String(decoding: sheet.bytes, as: UTF8.self)
    for column in 1...16 {
      let isHidden = xml.contains(try Regex("<col min=\"\(column)\" max=\"\(column)\"[^>]* hidden=\"1\""))
      #expect(isHidden == (column > 14))
    }
    #expect(xml.contains("<autoFilter ref=\"A4:P11\"/>") && xml.contains("ySplit=\"4\""))
    // 15 July 2027.
    #expect(xml.contains(try Regex("<c r=\"F6\" s=\"[0-9]+\"><v>46583</v></c>")))
  }

  @Test("Of classified work it has id and day alone") func classified() throws {
    let office = try RegisterOffice()
    var row = try #require(try EditedWorkbook.texts(office.exported())[9])
    row["P"] = nil
    #expect(row == ["A": "I.4", "F": "31/07/2027"])
    #expect(try office("export", "--csv", office.office.scratch.path + "/a.csv").code == 0)
    let text = try #require(WholeFile.read(office.office.scratch.path + "/a.csv"))
    #expect(!text.contains("Diễn tập"))
  }

  @Test("What was done has its day and its document, and the next duty takes its place") func done() throws {
    let office = try RegisterOffice()
    #expect(try office("done", "I.1", "--on", "20/5/2027", "--document", "BC 7").code == 0)
    #expect(try office("done", "I.3/a", "--on", "20/5/2027").code == 0)
    #expect(try office("done", "I.2:dự thảo", "--on", "20/5/2027").code == 0)
    #expect(try office("progress", "II.1", "40%", "--on", "20/5/2027").code == 0)
    let texts = try EditedWorkbook.texts(office.exported())
    #expect(texts[6]?["L"] == "20/05/2027" && texts[6]?["K"]?.hasPrefix("đã xong") == true)
    #expect(texts[8]?["J"] == "1/2 đã báo cáo" && texts[8]?["L"] == nil)
    #expect(texts[7]?["O"] == "kh/I.2:ban hành@once" && texts[7]?["F"] == "30/09/2027" && texts[7]?["L"] == nil)
    #expect(texts[11]?["J"]?.hasPrefix("40%") == true)
  }

  @Test("CSV begins with the mark of UTF-8, has Vietnamese heads and nothing hidden") func csv() throws {
    let office = try RegisterOffice()
    let path = office.office.scratch.path + "/a.csv"
    #expect(try office("export", "--csv", path).code == 0)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines[0] == "Kế hoạch," + Self.heads.prefix(14).joined(separator: ","))
    #expect(lines[2].hasPrefix("kh,I.1,Báo cáo công tác,Báo cáo,,chậm nhất 15/7/2027,15/07/2027,Phòng A,Phòng B,"))
    // A spreadsheet must compute nothing.
    #expect(lines[3].hasPrefix("kh,I.2,'=Kế hoạch & kiểm tra,"))
  }

  @Test("Without rules in force it says what to do; no file is overwritten") func refused() throws {
    let office = try MailOffice()
    let path = office.scratch.path + "/a.xlsx"
    let said = try office(["export", "--xlsx", path], language: .vi)
    #expect(said.code == 1 && said.errors.contains("nhacviec rules promote"), "\(said)")
    #expect(!FileManager.default.fileExists(atPath: path))
    let other = try RegisterOffice()
    _ = try other.exported("a.xlsx")
    let again = try other("export", "--xlsx", other.office.scratch.path + "/a.xlsx")
    #expect(again.code == 1 && again.errors.contains("không ghi đè"), "\(again)")
    #expect(CommandRun(["export"]).code == 64)
  }
}
