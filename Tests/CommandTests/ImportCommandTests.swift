import Foundation
import JSON
import Presentation
import TestSupport
import Testing

@testable import nhacviec

@Suite("nhacviec import")
struct ImportCommandTests {
  /// Two sections, a lead column, a row without a deadline.
  static let plan = """
    KẾ HOẠCH
    Công tác năm 2025 của Sở Ví dụ

    TT\tNhiệm vụ\tSản phẩm\tChủ trì\tPhối hợp\tThời hạn
    I\tTHỂ CHẾ\t\t\t\t
    1\tRà soát văn bản\tBáo cáo\tVăn phòng Sở\tCác phòng chuyên môn\tQuý II/2025
    2\tBáo cáo kết quả\tBáo cáo\tVăn phòng Sở\t\tTrước ngày 15/12/2025
    II\tTHỦ TỤC\t\t\t\t
    1\tCông bố thủ tục\tQuyết định\tPhòng Nghiệp vụ\tVăn phòng Sở\tThường xuyên

    """

  private func run(_ folder: ScratchFolder, _ file: String = "ke-hoach.txt", _ more: [String] = []) -> CommandRun {
    CommandRun(
      ["import", folder.path + "/" + file, "--plan", "vi-du-2025", "--year", "2025", "-o", folder.path + "/sach"] + more
    )
  }

  private func names(in folder: ScratchFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("A plan that is understood exits 0 and leaves a clean book") func understood() throws {
    let folder = try ScratchFolder(["ke-hoach.txt": Self.plan])
    let result = run(folder)
    #expect(result.code == 0, "\(result.errors)\(result.output)")
    #expect(result.output.contains("3 task rows → 3 tasks"))
    #expect(CommandRun(["check", folder.path + "/sach"]).code == 0)
    let book = try String(contentsOfFile: folder.path + "/sach/muc-I.rules", encoding: .utf8)
    #expect(
      book == """
        mục I: THỂ CHẾ

        nhiệm vụ I.1: Rà soát văn bản
          sản phẩm: Báo cáo
          chủ trì: Văn phòng Sở
          phối hợp: Các phòng chuyên môn
          hạn: Quý II/2025

        nhiệm vụ I.2: Báo cáo kết quả
          sản phẩm: Báo cáo
          chủ trì: Văn phòng Sở
          hạn: Trước ngày 15/12/2025

        """)
  }

  @Test("The report as JSON adds up") func json() throws {
    let text = Self.plan.replacing("Thường xuyên", with: "")
    let folder = try ScratchFolder(["ke-hoach.txt": text])
    let result = run(folder, "ke-hoach.txt", ["--json"])
    #expect(result.code == 3)
    let report = try #require(JSONValue(Array(result.output.utf8)))
    #expect(report["rows"]?.integer == 3)
    #expect(report["tasks"]?.integer == 3)
    #expect(report["understood"]?.integer == 2)
    #expect(report["repaired"]?.integer == 0)
    #expect(report["leftOut"]?.array?.isEmpty == true)
    let item = try #require(report["toSettle"]?.array?.first)
    #expect(item["row"]?.string == "line 9")
    #expect(item["text"]?.string?.contains("Công bố thủ tục") == true)
    #expect(item["reason"]?.string == "the source states no deadline")
    #expect(report["units"]?.integer == 3)
    #expect(report["unknownUnits"]?.array?.isEmpty == true)
  }

  @Test("Days that can be read both ways are asked once, and --dates answers") func dates() throws {
    let plan = """
      KẾ HOẠCH
      Kiểm tra năm 2025

      TT\tNội dung\tChủ trì\tThời hạn
      1\tKiểm tra chợ\tPhòng Kinh tế\t3/4/2025
      2\tKiểm tra trường\tPhòng Y tế\t5/6/2025
      \tNGƯỜI LẬP\tGIÁM ĐỐC\t

      """
    let folder = try ScratchFolder(["ke-hoach.txt": plan])
    let asked = run(folder, "ke-hoach.txt", ["--json"])
    #expect(asked.code == 3)
    let report = try #require(JSONValue(Array(asked.output.utf8)))
    #expect(report["questions"]?.array?.first?["tasks"]?.array?.compactMap(\.string) == ["1", "2"])
    #expect(report["leftOut"]?.array?.first?["text"]?.string == "NGƯỜI LẬP | GIÁM ĐỐC")
    #expect(report["taskRows"]?.array?.first?["text"]?.string?.contains("3/4/2025") == true)
    #expect(report["columns"]?.array?.first?["columns"]?.array?.count == 4)
    for (answer, due) in [("thang-ngay", "04/03/2025"), ("day-first", "3/4/2025")] {
      let folder = try ScratchFolder(["ke-hoach.txt": plan])
      let result = run(folder, "ke-hoach.txt", ["--dates", answer])
      #expect(result.code == 0, "\(result.errors)\(result.output)")
      let book = try String(contentsOfFile: folder.path + "/sach/nhiem-vu.rules", encoding: .utf8)
      #expect(book.contains("  hạn: \(due)\n"))
    }
    #expect(run(folder, "ke-hoach.txt", ["--dates", "sai"]).code != 0)
  }

  @Test("Importing again loses no edit and proposes what the source changed") func again() throws {
    let folder = try ScratchFolder(["ke-hoach.txt": Self.plan])
    #expect(run(folder).code == 0)
    let path = folder.path + "/sach/muc-I.rules"
    let edited = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "Quý II/2025", with: "chậm nhất ngày 15/6/2025")
    try edited.write(toFile: path, atomically: true, encoding: .utf8)
    let same = run(folder)
    #expect(same.code == 0)
    #expect(same.output.contains("nothing changes"))

    // Both changed I.1; only the source changed II.1; the source has a new row and lost I.2.
    let next = Self.plan.replacing("Quý II/2025", with: "Quý III/2025").replacing("Thường xuyên", with: "Quý IV/2025")
      .replacing(
        "2\tBáo cáo kết quả\tBáo cáo\tVăn phòng Sở\t\tTrước ngày 15/12/2025",
        with: "3\tViệc mới\t\tVăn phòng Sở\t\tNăm 2025")
    try folder.write(Array(next.utf8), to: "ke-hoach.txt")
    let changed = run(folder, "ke-hoach.txt", ["--json"])
    #expect(changed.code == 3)
    let changes = try #require(JSONValue(Array(changed.output.utf8))?["changes"]?.array)
    let found = changes.map { "\($0["block"]?.string ?? "") \($0["kind"]?.string ?? "")" }
    #expect(
      Set(found) == [
        "nhiệm vụ I.1 conflict", "nhiệm vụ II.1 changed", "nhiệm vụ I.3 added", "nhiệm vụ I.2 removed",
      ])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)
    let proposals = try String(contentsOfFile: folder.path + "/sach/de-xuat-thay-doi.txt", encoding: .utf8)
    #expect(proposals.contains("hạn: Quý III/2025") && proposals.contains("hạn: chậm nhất ngày 15/6/2025"))
    #expect(CommandRun(["check", folder.path + "/sach"]).code == 0)
  }

  @Test("A folder of something else is left alone") func occupied() throws {
    let folder = try ScratchFolder(["ke-hoach.txt": Self.plan, "sach/thu.txt": "của tôi"])
    let result = run(folder)
    #expect(result.code == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/sach") == ["thu.txt"])
    let nowhere = CommandRun(
      [
        "import", folder.path + "/ke-hoach.txt", "--plan", "vi-du-2025", "--year", "2025", "-o",
        folder.path + "/none/sach",
      ])
    #expect(nowhere.code == 1)
    #expect(nowhere.errors.contains("cannot write \(folder.path)/none/sach: "), "\(nowhere.errors)")
  }

  @Test("Secrets are refused", arguments: ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "Độ mật: Tối mật"])
  func secret(mark: String) throws {
    let folder = try ScratchFolder(["ke-hoach.txt": mark + "\n" + Self.plan])
    let refused = run(folder)
    #expect(refused.code == 1)
    #expect(refused.errors.contains("document-classified"))
    #expect(try names(in: folder) == ["ke-hoach.txt"])
    #expect(run(folder, "ke-hoach.txt", ["--allow-classified"]).code == 0)
  }

  @Test(
    "Words about secrets are no mark",
    arguments: ["BẢO VỆ BÍ MẬT NHÀ NƯỚC", "Tài liệu mật do Văn phòng giữ", "BẢO MẬT"])
  func noSecret(words: String) throws {
    let folder = try ScratchFolder(["ke-hoach.txt": words + "\n" + Self.plan])
    #expect(run(folder).code == 0)
  }

  @Test(
    "What cannot be read says so and writes nothing",
    arguments: [
      ("khong-bang.txt", "Sở Ví dụ xin chúc mừng năm mới.\n", "document-no-tasks"),
      ("rong.docx", "", "document-empty"),
      ("cut.docx", "PK\u{3}\u{4}rest", "document-"),
      ("ke-hoach.doc", "\u{D0}\u{CF}\u{11}", "document-"),
    ])
  func unreadable(name: String, content: String, code: String) throws {
    let folder = try ScratchFolder()
    let bytes = name == "ke-hoach.doc" ? [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] : Array(content.utf8)
    try folder.write(bytes, to: name)
    let result = run(folder, name)
    #expect(result.code == 1)
    #expect(result.errors.contains(code), "\(result.errors)")
    #expect(try names(in: folder) == [name])
  }

  @Test("A PDF becomes a book whose places are pages and lines; one that is locked or broken leaves nothing") func pdf()
    throws
  {
    let folder = try ScratchFolder()
    try folder.write(try bytes(of: "Tests/Data/formats/khanh-hoa-svhtt-2022.libreoffice.pdf"), to: "ke-hoach.pdf")
    let result = run(folder, "ke-hoach.pdf", ["--json"])
    let report = try #require(JSONValue(Array(result.output.utf8)))
    #expect(report["rows"]?.integer == 39 && report["recognised"]?.array?.isEmpty == true)
    #expect(report["taskRows"]?.array?.first?["row"]?.string?.hasPrefix("page ") == true)
    #expect(CommandRun(["check", folder.path + "/sach"]).code == 0)
    for (content, code) in [
      (try bytes(of: "Tests/Data/formats/locked.pdf"), "document-encrypted"),
      (Array("%PDF-1.7\n".utf8), "document-damaged"),
    ] {
      let folder = try ScratchFolder()
      try folder.write(content, to: "ke-hoach.pdf")
      let refused = run(folder, "ke-hoach.pdf")
      #expect(refused.code == 1 && refused.errors.contains("[\(code)]"), "\(refused.errors)")
      #expect(try names(in: folder) == ["ke-hoach.pdf"])
    }
  }

  @Test("What reads in two ways is asked with all of them, and what is not understood is asked") func asked() throws {
    let text = Self.plan.replacing("Quý II/2025", with: "sau khi cả A và B và C")
      .replacing("Thường xuyên", with: "càng sớm càng tốt")
    let folder = try ScratchFolder(["ke-hoach.txt": text])
    let result = run(folder, "ke-hoach.txt", ["--json", "--lang", "vi"])
    #expect(result.code == 3)
    let items = try #require(JSONValue(Array(result.output.utf8))?["toSettle"]?.array)
    #expect(items.count == 2)
    let reason = try #require(items.first?["reason"]?.string)
    #expect(reason.contains("“sau khi cả [A] và [B và C]”") && reason.contains("“sau khi cả [A và B] và [C]”"))
    let book = try String(contentsOfFile: folder.path + "/sach/muc-II.rules", encoding: .utf8)
    #expect(book.contains("hạn: chưa rõ: càng sớm càng tốt\n"))
  }

  @Test("A sheet's title stands above its headings, not among its products") func title() throws {
    let sheet = """
      KẾ HOẠCH CÔNG TÁC NĂM 2025 CỦA TRƯỜNG A,,,,
      ,,,,
      STT,Công việc,Kết quả,Người phụ trách,Thời hạn
      1,Xây dựng kế hoạch năm học,Kế hoạch,Phó Hiệu trưởng,20/8/2025
      2,Họp phụ huynh,Biên bản,Hiệu trưởng,02 lần/năm

      """
    let folder = try ScratchFolder(["ke-hoach.csv": sheet])
    #expect(run(folder, "ke-hoach.csv").code == 0)
    let book = try String(contentsOfFile: folder.path + "/sach/plan.rules", encoding: .utf8)
    #expect(book.contains("kế hoạch vi-du-2025: KẾ HOẠCH CÔNG TÁC NĂM 2025 CỦA TRƯỜNG A\n"), "\(book)")
  }

  @Test("A sentence that begins with its time names who owes it") func prose() throws {
    let folder = try ScratchFolder([
      "ke-hoach.txt": Self.plan + "\nHằng năm, Phòng Nghiệp vụ xây dựng kế hoạch bồi dưỡng.\n"
    ])
    #expect(run(folder).code == 0)
    let book = try String(contentsOfFile: folder.path + "/sach/loi-van.rules", encoding: .utf8)
    #expect(book.contains("chủ trì: Phòng Nghiệp vụ\n  hạn: Hằng năm\n"), "\(book)")
  }

  @Test("A missing file, a bad id and a bad year are told") func arguments() throws {
    let folder = try ScratchFolder()
    #expect(run(folder, "khong-co.docx").code == 1)
    #expect(
      CommandRun(["import", "x", "--plan", "mã kế hoạch", "--year", "2025", "-o", folder.path + "/a"]).code == 64)
    #expect(CommandRun(["import", "x", "--plan", "a", "--year", "hai nghìn", "-o", folder.path + "/a"]).code == 64)
  }
}
