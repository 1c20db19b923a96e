import Foundation
import TestSupport
import Testing

@testable import nhacviec

@Suite("nhacviec add")
struct AddCommandTests {
  private static let plan = """
    kế hoạch k-2024: Kế hoạch công tác
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng Sở

    đơn vị vp: Văn phòng Sở

    đơn vị nv: Phòng Nghiệp vụ

    mục I: THỂ CHẾ

    nhiệm vụ I.1: Rà soát văn bản
      chủ trì: Văn phòng Sở
      hạn: Quý II/2024

    mục II: THỦ TỤC

    nhiệm vụ II.1: Công bố thủ tục
      chủ trì: Phòng Nghiệp vụ
      hạn: Quý III/2024

    """
  private static let sentence =
    "Giao Phòng Nghiệp vụ chủ trì, phối hợp với Văn phòng Sở báo cáo kết quả trước ngày 25/11/2024"

  private func run(_ folder: ScratchFolder, _ arguments: [String]) -> CommandRun {
    CommandRun(["add"] + arguments + ["--rules", folder.path + "/rules", "--state", folder.path + "/state"])
  }

  @Test("A sentence is shown as it was understood, and written on request only, behind its section's last row")
  func sentence() throws {
    let folder = try ScratchFolder(["rules/plan.rules": Self.plan])
    let arguments = [Self.sentence, "--section", "I", "--number", "12/UBND-VX", "--on", "2024-10-20"]
    let shown = run(folder, arguments)
    #expect(shown.code == 3, "\(shown.errors)")
    for words in [
      "Work: Báo cáo kết quả", "Lead: Phòng Nghiệp vụ", "Support: Văn phòng Sở", "Due: trước ngày 25/11/2024",
      "Source: văn bản số 12/UBND-VX ngày 20/10/2024", "→ 24 November 2024 (in 319 days)",
    ] {
      #expect(shown.output.contains(words), "\(words): \(shown.output)")
    }
    let file = folder.path + "/rules/plan.rules"
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.plan)
    #expect(run(folder, arguments + ["--yes"]).code == 0)
    let block = """
      nhiệm vụ I.2: Báo cáo kết quả
        chủ trì: Phòng Nghiệp vụ
        phối hợp: Văn phòng Sở
        hạn: trước ngày 25/11/2024
        nguồn: văn bản số 12/UBND-VX ngày 20/10/2024


      """
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == Self.plan.replacing("mục II: THỦ TỤC", with: block + "mục II: THỦ TỤC"))
  }

  @Test("Of several limits each is named and one is to be chosen, or the deadline written") func limits() throws {
    let folder = try ScratchFolder(["rules/plan.rules": Self.plan])
    let sentence = "Giao Phòng Nghiệp vụ xây dựng kế hoạch trước ngày 15/3/2024, triển khai xong trước ngày 30/6/2024"
    let asked = run(folder, [sentence, "--section", "I", "--yes"])
    #expect(asked.code == 3, "\(asked)")
    #expect(
      asked.output.hasPrefix(
        """
        The sentence has 2 limits:
        1. Xây dựng kế hoạch: trước ngày 15/3/2024
        2. Triển khai xong: trước ngày 30/6/2024
        Choose one: --limit NUMBER
        """), "\(asked.output)")
    let file = folder.path + "/rules/plan.rules"
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.plan)
    let first = run(folder, [sentence, "--section", "I", "--limit", "1", "--yes"])
    #expect(first.code == 0 && first.output.contains("Due: trước ngày 15/3/2024\n"), "\(first)")
    let second = run(folder, [sentence, "--section", "I", "--limit", "2", "--yes"])
    #expect(second.code == 0 && second.output.contains("Work: Triển khai xong\n"), "\(second)")
    #expect(run(folder, [sentence, "--limit", "3"]).code == 1)
    #expect(run(folder, [Self.sentence, "--limit", "1"]).errors.contains("needs no --limit"))
    let own = run(folder, [sentence, "--title", "Kế hoạch", "--due", "trước ngày 15/3/2024; trước ngày 30/6/2024"])
    #expect(own.code == 3 && own.output.contains("Work: Kế hoạch\n"), "\(own)")
  }

  @Test("What is wrong is told at once, and what was put right takes the sentence's place") func faults() throws {
    let folder = try ScratchFolder(["rules/plan.rules": Self.plan])
    let wrong = run(folder, ["Giao Sở Lạ báo cáo", "--yes"])
    #expect(wrong.code == 1)
    #expect(wrong.errors.contains("Due: ") && wrong.errors.contains("Lead: "), "\(wrong.errors)")
    #expect(try String(contentsOfFile: folder.path + "/rules/plan.rules", encoding: .utf8) == Self.plan)
    let right = run(folder, ["Giao Sở Lạ báo cáo", "--lead", "Văn phòng Sở", "--due", "Quý IV/2024", "--yes"])
    #expect(right.code == 0, "\(right.errors)")
    #expect(CommandRun(["check", folder.path + "/rules"]).code == 0)
  }

  @Test("A document offers its sentences, of which one is picked") func document() throws {
    let text = """
      UBND TỈNH

      1. Văn phòng Sở rà soát thủ tục, báo cáo trước ngày 25/11/2024.

      2. Phòng Nghiệp vụ cập nhật dữ liệu hằng tháng, trước ngày 20.
      """
    let folder = try ScratchFolder(["rules/plan.rules": Self.plan, "cv.txt": text])
    let list = run(folder, ["--document", folder.path + "/cv.txt"])
    #expect(list.code == 3)
    #expect(list.output.contains("1. Văn phòng Sở rà soát") && list.output.contains("2. Phòng Nghiệp vụ cập nhật"))
    let picked = run(folder, ["--document", folder.path + "/cv.txt", "--pick", "2"])
    #expect(picked.output.contains("Due: hằng tháng, trước ngày 20"), "\(picked.output)\(picked.errors)")
    #expect(run(folder, ["--document", folder.path + "/cv.txt", "--pick", "3"]).code == 1)
    #expect(run(folder, []).code == 64)
  }
}
