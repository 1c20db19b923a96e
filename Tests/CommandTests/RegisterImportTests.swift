import Foundation
import JSON
import StateFolder
import TestSupport
import Testing

@Suite("An edited register becomes proposals of exactly its edits")
struct RegisterImportTests {
  private static let nothing = "Không có gì đổi so với quy tắc.\n"

  private func changes(_ said: Desk.Said) throws -> [String] {
    let json = try #require(JSONValue(Array(said.output.utf8)), "\(said)")
    return (json["changes"]?.array ?? []).map { change in
      ["kind", "task", "column", "new"].compactMap { change[$0]?.string }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func notTaken(_ said: Desk.Said) throws -> [String] {
    let json = try #require(JSONValue(Array(said.output.utf8)), "\(said)")
    return (json["notTaken"]?.array ?? []).map { one in
      ["cell", "task"].compactMap { one[$0]?.string }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test("What nobody edited proposes nothing") func untouched() throws {
    let office = try RegisterOffice()
    let said = try office.read(office.exported())
    #expect(said.code == 0 && said.output == Self.nothing, "\(said)")
    #expect(try office("proposals", "list").output.contains("Không có đề xuất nào"))
  }

  @Test("Each edited cell changes its line of the rules, and once accepted the sheet differs from nothing")
  func edited() throws {
    let office = try RegisterOffice()
    let before = try office.text()
    let bytes = try office.edited { book in
      try book.type("Báo cáo tình hình", "B", of: "I.1")
      try book.type("chậm nhất 20/7/2027", "E", of: "I.1")
      try book.type("", "H", of: "I.1")
      try book.type("Dự thảo: chậm nhất 15/8/2027\nban hành: chậm nhất 31/10/2027", "E", of: "I.2")
      try book.type("Kế hoạch", "C", of: "I.2")
      try book.type("Phòng B", "G", of: "II.1")
    }
    let said = try office.read(bytes, "--json")
    #expect(said.code == 0)
    #expect(
      try changes(said) == [
        "changed I.1 title Báo cáo tình hình", "changed I.1 support",
        "changed I.1 due chậm nhất 20/7/2027", "changed I.2 product Kế hoạch",
        "changed I.2 due dự thảo: chậm nhất 15/8/2027\nban hành: chậm nhất 31/10/2027", "changed II.1 lead Phòng B",
      ])
    #expect(try office.text() == before)
    let shown = try office("proposals", "show", "1").output
    #expect(shown.contains("Lý do: bảng theo dõi sua.xlsx (bản 1)"), "\(shown)")
    #expect(shown.contains("~ kh/I.1@once: thứ Năm 15/7/2027 → thứ Ba 20/7/2027"), "\(shown)")
    try office.accept()
    let wanted =
      before
      .replacing("nhiệm vụ I.1: Báo cáo công tác", with: "nhiệm vụ I.1: Báo cáo tình hình")
      .replacing("  phối hợp: Phòng B\n", with: "")
      .replacing("chậm nhất 15/7/2027", with: "chậm nhất 20/7/2027")
      .replacing("=Kế hoạch & kiểm tra\n", with: "=Kế hoạch & kiểm tra\n  sản phẩm: Kế hoạch\n")
      .replacing("chậm nhất 30/9/2027", with: "chậm nhất 31/10/2027")
      .replacing("Rà soát hồ sơ\n", with: "Rà soát hồ sơ\n  chủ trì: Phòng B\n")
    #expect(try office.text() == wanted)
    let again = try office.read(bytes)
    #expect(again.code == 0 && again.output == Self.nothing, "\(again)")
  }

  @Test("The same file is proposed once while it waits; a look proposes nothing") func once() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { try $0.type("Báo cáo tình hình", "B", of: "I.1") }
    #expect(try office.read(bytes, "--dry-run").output.hasSuffix("Chưa đề xuất gì.\n"))
    #expect(try office("proposals", "list").output.contains("Không có đề xuất nào"))
    #expect(try office.read(bytes).output.hasSuffix("nhacviec proposals show 1\n"))
    let again = try office.read(bytes)
    #expect(again.code == 0 && again.output.contains("đã có đề xuất số 1 đang chờ"), "\(again)")
    #expect(try !office("proposals", "list").output.contains("\n  2 "))
  }

  @Test("Columns stand in any order, and what is missing is not compared") func columns() throws {
    let office = try RegisterOffice()
    let swapped = try office.edited { book in
      try book.type("Phòng B", "G", of: "II.1")
      book.swap("G", "E")
      book.swap("O", "B")
    }
    #expect(try changes(office.read(swapped, "--json", "--dry-run")) == ["changed II.1 lead Phòng B"])
    let missing = try office.edited { book in
      try book.type("Phòng", "G", 4)
      try book.type("Phòng B", "G", of: "II.1")
    }
    let said = try office.read(missing)
    #expect(said.code == 0 && said.output.contains("không đọc: G “Phòng”") && said.output.hasSuffix(Self.nothing))
  }

  @Test("Rows without identity, and copies with other words, are new work behind the row above") func added() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { book in
      try book.insert(below: "I.1", ["B": "Việc mới một", "G": "Phòng A", "E": "chậm nhất 1/12/2027"])
      try book.insert(below: "I.2", ["A": "9", "B": "Việc mới hai", "G": "Phòng B", "E": "hằng quý"])
      try book.copy("I.1", ["B": "Việc mới ba", "E": "chậm nhất 2/12/2027", "F": "46000"])
      try book.insert(below: "II", ["B": "Việc mới bốn", "G": "Phòng A", "E": "chậm nhất 3/12/2027"])
    }
    let said = try office.read(bytes, "--json")
    #expect(
      try changes(said).map { String($0.prefix { $0 != "·" }) } == [
        "added I.5 Việc mới ba ", "added I.6 Việc mới một ", "added I.7 Việc mới hai ", "added II.2 Việc mới bốn ",
      ])
    // A day that is computed was typed into the copy.
    #expect(said.code == 3)
    #expect(try notTaken(said) == ["F7"])
    try office.accept()
    let text = try office.text()
    let ids = text.components(separatedBy: "\nnhiệm vụ ").dropFirst().map { String($0.prefix { $0 != ":" }) }
    #expect(ids == ["I.1", "I.5", "I.6", "I.2", "I.7", "I.3", "I.4", "II.2", "II.1"])
    #expect(
      text.contains(
        "nhiệm vụ I.5: Việc mới ba\n  sản phẩm: Báo cáo\n  chủ trì: Phòng A\n  phối hợp: Phòng B\n  hạn: chậm nhất 2/12/2027"
      ))
    // A new export has them where they were put.
    let rows = try EditedWorkbook.texts(office.exported("sau.xlsx"))
    #expect(
      (5...15).map { rows[$0]?["A"] } == [
        "I", "I.1", "I.5", "I.6", "I.2", "I.7", "I.3", "I.4", "II", "II.2", "II.1",
      ])
    // Read again, the sheet has no new work any more.
    let again = try office.read(bytes, "--json")
    #expect(try changes(again).isEmpty)
  }

  @Test("A row that is gone is to be withdrawn; what came later is not missed") func removed() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { try $0.remove("I.2") }
    try office.change("\nmục II", "\nnhiệm vụ I.9: Việc sau\n  chủ trì: Phòng A\n  hạn: chậm nhất 1/12/2027\n\nmục II")
    let before = try office.text()
    let said = try office.read(bytes)
    #expect(said.code == 0 && said.output.contains("I.2: không còn trong bảng, đề xuất bãi bỏ “=Kế hoạch & kiểm tra”"))
    try office.accept()
    let wanted = before.replacing(
      "hạn (ban hành): chậm nhất 30/9/2027\n", with: "hạn (ban hành): chậm nhất 30/9/2027\n  bãi bỏ: 1/6/2027\n")
    #expect(try office.text() == wanted)
    #expect(try office.read(bytes).output == Self.nothing)
  }

  @Test("What both sides changed is told with all three, and not proposed") func conflict() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { book in
      try book.type("chậm nhất 20/7/2027", "E", of: "I.1")
      try book.type("Báo cáo mới", "C", of: "I.1")
      try book.type("Rà soát sổ", "B", of: "II.1")
      try book.remove("I.3")
    }
    try office.change("chậm nhất 15/7/2027", "chậm nhất 25/7/2027")
    try office.change("Rà soát hồ sơ", "Rà soát sổ")
    try office.change("Đăng ký thi đua", "Đăng ký thi đua năm 2028")
    let said = try office.read(bytes, "--json")
    #expect(said.code == 3)
    #expect(try changes(said) == ["changed I.1 product Báo cáo mới"])
    #expect(try notTaken(said) == ["E6 I.1", "I.3"])
    let first = try #require(JSONValue(Array(said.output.utf8))?["notTaken"]?.array?.first)
    #expect(
      ["exported", "current", "typed"].map { first[$0]?.string } == [
        "chậm nhất 15/7/2027", "chậm nhất 25/7/2027", "chậm nhất 20/7/2027",
      ])
  }

  @Test("A day of completion is a fact of its own proposal, recorded once it is accepted") func completed() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { book in
      // 20 May 2027.
      try book.type(day: 46_527, "L", of: "I.1")
      try book.type("BC 7/PA", "M", of: "I.1")
      try book.type("20/5/2027", "L", of: "I.2")
      try book.type("chậm nhất 30/11/2027", "E", of: "II.1")
    }
    let said = try office.read(bytes)
    #expect(said.code == 0 && said.output.contains("proposals show 1\n") && said.output.contains("proposals show 2\n"))
    let shown = try office("proposals", "show", "2").output
    #expect(shown.contains("→ kh/I.1@once: xong ngày 20/5/2027, số BC 7/PA"), "\(shown)")
    #expect(shown.contains("→ kh/I.2:dự thảo@once: xong ngày 20/5/2027"), "\(shown)")
    #expect(try !office("facts").output.contains("I.1"))
    #expect(try office("proposals", "accept", "2").code == 0)
    let facts = try office("facts", "--details").output
    #expect(facts.contains("đề xuất số 2, bảng theo dõi sua.xlsx (bản 1), do lan nộp"), "\(facts)")
    #expect(!facts.contains("thư") && facts.contains("20/5/2027") && facts.contains("BC 7/PA"), "\(facts)")
    let again = try office.read(bytes, "--json", "--dry-run")
    #expect(try changes(again) == ["changed II.1 due chậm nhất 30/11/2027"])
  }

  @Test("A completion that was changed, emptied, recorded otherwise, of each unit or of tomorrow is told, and no more")
  func badCompletions() throws {
    let office = try RegisterOffice()
    #expect(try office("done", "I.1", "--on", "20/5/2027").code == 0)
    let bytes = try office.edited { book in
      try book.type("", "L", of: "I.1")
      try book.type("20/5/2027", "L", of: "I.2")
      try book.type("20/5/2027", "L", of: "I.3")
      try book.type("2/6/2027", "L", of: "II.1")
      try book.type("BC 9", "M", of: "II.1")
    }
    #expect(try office("done", "I.2:dự thảo", "--on", "21/5/2027").code == 0)
    let said = try office.read(bytes, "--json")
    #expect(said.code == 3)
    #expect(try changes(said).isEmpty)
    #expect(try notTaken(said) == ["L6 I.1", "L7 I.2", "L8 I.3", "L11 II.1", "M11 II.1"])
    let other = try office.edited { try $0.type(day: 46_528, "L", of: "I.1") }
    #expect(try notTaken(office.read(other, "--json")) == ["L6 I.1"])
    let words = try office.edited { try $0.type("tuần sau", "L", of: "II.1") }
    let told = try office.read(words)
    #expect(told.code == 3 && told.output.contains("ô L11 (Ngày hoàn thành), II.1: “tuần sau” không phải là một ngày"))
    #expect(try office("proposals", "list").output.contains("Không có đề xuất nào"))
  }

  @Test("What cannot be taken is listed with its cell, and the rest of its row is proposed") func notTaken() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { book in
      try book.type("Phòng Lạ", "G", of: "I.1")
      try book.type("Báo cáo mới", "C", of: "I.1")
      try book.type("càng sớm càng tốt", "E", of: "II.1")
      try book.type("xong", "K", of: "I.1")
      try book.type("chậm nhất 15/8/2027", "E", of: "I.2")
      try book.type("VIỆC KHÁC", "B", of: "I")
      try book.type("Diễn tập", "B", of: "I.4")
      try book.insert(below: "II.1", ["B": "Việc thiếu hạn", "G": "Phòng A"])
      try book.insert(below: "II.1", ["O": "kh/X.9", "B": "Việc lạ"])
      try book.insert(below: "I.2", ["B": "Việc của ai", "G": "Phòng X", "E": "chậm nhất 1/12/2027"])
      try book.copy("I.3", [:])
    }
    let said = try office.read(bytes, "--json")
    #expect(said.code == 3)
    #expect(try changes(said) == ["changed I.1 product Báo cáo mới"])
    #expect(
      try Set(notTaken(said)) == [
        "B5", "G6 I.1", "K6 I.1", "E7 I.2", "G8", "I.3", "B11", "E13 II.1", "O14", "E15",
      ])
    let text = try office.read(bytes, "--dry-run").output
    #expect(text.contains("ô G6 (Chủ trì), I.1: không có đơn vị hay nhóm nào tên “Phòng Lạ”"), "\(text)")
    #expect(text.contains("dòng 10, I.3: dòng này lặp lại dòng 9"), "\(text)")
    #expect(!text.contains("Diễn tập phòng thủ"))
  }

  @Test("The copy that goes back has marks and words, and all other parts keep their bytes") func marked() throws {
    let office = try RegisterOffice()
    let bytes = try office.edited { book in
      try book.type("Phòng Lạ", "G", of: "I.1")
      try book.type("càng sớm càng tốt", "E", of: "II.1")
      try book.insert(below: "II.1", ["B": "Việc thiếu hạn", "G": "Phòng A"])
    }
    let path = office.office.scratch.path + "/ve.xlsx"
    #expect(try office.read(bytes, "--marked", path).code == 3)
    let copy = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let (before, after) = (try EditedWorkbook.parts(bytes), try EditedWorkbook.parts(copy))
    #expect(before.map(\.name) == after.map(\.name))
    let differing = zip(before, after).filter { $0.bytes != $1.bytes }.map(\.0.name)
    #expect(Set(differing) == ["xl/worksheets/sheet1.xml", "xl/styles.xml"])
    let (old, new) = (try EditedWorkbook.texts(bytes), try EditedWorkbook.texts(copy))
    #expect(new[4]?["Q"] == "Ghi chú của chương trình")
    #expect(
      new[6]?["Q"]
        == "không có đơn vị hay nhóm nào tên “Phòng Lạ”; có phải là “Phòng A”? có phải là “Phòng B”?")
    #expect(new[11]?["Q"]?.hasPrefix("Không hiểu hạn bắt đầu bằng “càng”") == true)
    #expect(new.mapValues { $0.filter { $0.key != "Q" } } == old)
    let fills = try PythonOracle.run("Tests/CommandTests/oracles/fills", [path]).split(separator: "\n").map(String.init)
    #expect(fills == ["G6", "Q6", "E11", "Q11", "E12", "Q12"])
    // Sent again as it is, it says the same, and one column has the words.
    let again = office.office.scratch.path + "/ve-2.xlsx"
    #expect(try office.read(copy, "--dry-run", "--marked", again).code == 3)
    let second = try EditedWorkbook.texts([UInt8](try Data(contentsOf: URL(fileURLWithPath: again))))
    #expect(second == new)
  }

  @Test("Files that are no register, of another plan, or of a revision that is not kept are refused") func strange()
    throws
  {
    let office = try RegisterOffice()
    let path = office.office.scratch.path + "/a.csv"
    #expect(try office("export", "--csv", path).code == 0)
    let csv = try office("import", "--into", "kh", path)
    #expect(csv.code == 1 && csv.errors.contains("không phải bảng theo dõi đã xuất"), "\(csv)")
    let later = try office.edited { try $0.type("Mã hệ thống (bản 7)", "O", 4) }
    #expect(try office.read(later).errors.contains("không còn bản quy tắc 7"))
    let other = try office.edited { try $0.type("Đối chiếu (khac)", "P", 4) }
    #expect(try office.read(other).errors.contains("không có bảng của kế hoạch kh, mà của: khac"))
    #expect(try office("import", "--into", "kế hoạch lạ", path).code == 1)
    for wrong in [
      ["import", "a.xlsx", "--into", "kh", "--year", "2027"], ["import", "a.xlsx"],
      ["import", "a.docx", "--plan", "a", "--year", "2027", "-o", "b", "--dry-run"],
      ["import", "a.xlsx", "b.xlsx", "--into", "kh"],
    ] { #expect(CommandRun(wrong).code == 64, "\(wrong)") }
  }
}
