import Foundation
import JSON
import TestSupport
import Testing

@testable import nhacviec

@Suite("nhacviec plan new")
struct NextPlanCommandTests {
  static let plan = """
    # Bản đã ký.
    kế hoạch cchc-2024: Cải cách hành chính năm 2024
      năm: 2024
      lịch: Việt Nam
      ban hành: 10/01/2024, số 15/QĐ-SNV
      đầu mối: Văn phòng Sở
      căn cứ: Quyết định số 1/QĐ-UBND ngày 02/01/2024

    # Văn phòng nay ở tầng 3.
    đơn vị vp: Văn phòng Sở
      email: vp@so.example

    sự kiện chi-so: Bộ Nội vụ công bố chỉ số năm 2023
      dự kiến: Quý II/2024

    sự kiện ho-so: có hồ sơ
      xảy ra: mỗi vụ việc

    mục I: THỂ CHẾ NĂM 2024

    nhiệm vụ I.1: Kế hoạch năm 2024
        của Sở
      trước đây: 7
      chủ trì: Văn phòng Sở
      hạn: Quý II/2024

    nhiệm vụ I.2: Báo cáo nhanh
      hạn: Trước ngày 15/3/2024
      nguyên văn: Trước 15/3/2024

    nhiệm vụ I.3: Nâng chỉ số
      hạn: trong 30 ngày kể từ ngày Bộ Nội vụ công bố chỉ số năm 2023

    nhiệm vụ I.4: Công bố kế hoạch
      hạn: chậm nhất 5 ngày kể từ ngày ban hành kế hoạch cchc-2024

    nhiệm vụ I.5: Trả hồ sơ
      hạn: khi có hồ sơ, trong 3 ngày làm việc

    nhiệm vụ I.6: Việc đã bỏ
      hạn: Quý I/2024
      bãi bỏ: 01/02/2024

    kiểm thử: quý II
      hôm nay: 02/01/2024
      mong đợi: I.1 từ 01/4/2024 hạn 30/6/2024

    """

  private func run(_ folder: ScratchFolder, _ more: [String] = []) -> CommandRun {
    CommandRun(
      ["plan", "new", "cchc-2025", "--from", "cchc-2024", "--year", "2025", "--rules", folder.path + "/rules"] + more)
  }

  @Test("A plan is carried over: years move, days are left open, nothing else changes") func carried() throws {
    let folder = try ScratchFolder(["rules/cu/plan.rules": Self.plan])
    let result = run(folder)
    #expect(result.code == 3, "\(result.errors)")
    #expect(result.output.contains("5 tasks: 2 keep their deadlines, 2 have the new year, 1 are to be settled."))
    let text = try String(contentsOfFile: folder.path + "/rules/cchc-2025/plan.rules", encoding: .utf8)
    #expect(
      text == """
        kế hoạch cchc-2025: Cải cách hành chính năm 2025
          năm: 2025
          lịch: Việt Nam
          ban hành: chưa rõ
          đầu mối: Văn phòng Sở

        # Văn phòng nay ở tầng 3.
        đơn vị vp: Văn phòng Sở
          email: vp@so.example

        sự kiện chi-so: Bộ Nội vụ công bố chỉ số năm 2024
          dự kiến: Quý II/2025

        sự kiện ho-so: có hồ sơ
          xảy ra: mỗi vụ việc

        mục I: THỂ CHẾ NĂM 2025

        nhiệm vụ I.1: Kế hoạch năm 2025
            của Sở
          trước đây: 7
          chủ trì: Văn phòng Sở
          hạn: Quý II/2025

        nhiệm vụ I.2: Báo cáo nhanh
          hạn: chưa rõ: Trước ngày 15/3/2024
          # đề xuất: Trước ngày 15/3/2025

        nhiệm vụ I.3: Nâng chỉ số
          hạn: trong 30 ngày kể từ ngày Bộ Nội vụ công bố chỉ số năm 2024

        nhiệm vụ I.4: Công bố kế hoạch
          hạn: chậm nhất 5 ngày kể từ ngày ban hành kế hoạch cchc-2025

        nhiệm vụ I.5: Trả hồ sơ
          hạn: khi có hồ sơ, trong 3 ngày làm việc

        """)
    #expect(CommandRun(["check", folder.path + "/rules"]).code == 0)
  }

  @Test("The report as JSON says what is open, what may not happen again and what was left out") func json() throws {
    let folder = try ScratchFolder(["rules/cu/plan.rules": Self.plan])
    let report = try #require(JSONValue(Array(run(folder, ["--json"]).output.utf8)))
    #expect(report["tasks"]?.integer == 5)
    #expect(report["toSettle"]?.array?.map { $0["block"]?.string } == ["I.2"])
    #expect(report["toSettle"]?.array?.map { $0["proposal"]?.string } == ["Trước ngày 15/3/2025"])
    // What recurs is not asked about.
    #expect(report["events"]?.array?.map { $0["block"]?.string } == ["chi-so"])
    #expect(report["leftOut"]?.array?.map { $0["block"]?.string } == ["cchc-2025", "I.6"])
    #expect(report["tests"]?.integer == 1)
  }

  @Test("A plan at the top of the rule folder shares its units with the new one below it") func shared() throws {
    let folder = try ScratchFolder(["rules/plan.rules": Self.plan])
    #expect(run(folder).code == 3)
    let text = try String(contentsOfFile: folder.path + "/rules/cchc-2025/plan.rules", encoding: .utf8)
    #expect(!text.contains("đơn vị"))
    #expect(CommandRun(["check", folder.path + "/rules"]).code == 0)
  }

  @Test("A deadline that would be a mistake in the new folder is left open with the mistake as its reason")
  func mistakes() throws {
    let other = """
      kế hoạch khac: Kế hoạch khác
        năm: 2024
        lịch: Việt Nam
        đầu mối: Ban

      đơn vị ban: Ban
      nhiệm vụ B.1: Việc
        hạn: hằng quý

      """
    // The new year's task counts from a period that the other plan does not have.
    let plan = Self.plan.replacing(
      "hạn: khi có hồ sơ, trong 3 ngày làm việc", with: "hạn: 5 ngày sau hạn của nhiệm vụ khac/B.1 kỳ 2024-Q1")
    let folder = try ScratchFolder(["rules/cu/plan.rules": plan, "rules/khac/plan.rules": other])
    #expect(CommandRun(["check", folder.path + "/rules"]).code == 0)
    let result = run(folder)
    #expect(result.code == 3, "\(result.errors)")
    #expect(CommandRun(["check", folder.path + "/rules"]).code == 0, "\(result.output)")
  }

  @Test(
    "What cannot be done is said, and nothing is written",
    arguments: [
      (["--from", "x", "--year", "2025"], "there is no plan “x”; there are: cchc-2024"),
      (["--from", "cchc-2024", "--year", "2025-2026"], "has 1 year, and --year must name as many"),
    ])
  func refused(_ arguments: [String], _ words: String) throws {
    let folder = try ScratchFolder(["rules/cu/plan.rules": Self.plan])
    let result = CommandRun(["plan", "new", "moi", "--rules", folder.path + "/rules"] + arguments)
    #expect(result.code == 1)
    #expect(result.errors.contains(words), "\(result.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/rules") == ["cu"])
    let same = CommandRun([
      "plan", "new", "cchc-2024", "--from", "cchc-2024", "--year", "2025", "--rules", folder.path + "/rules",
    ])
    #expect(same.code == 1)
    #expect(same.errors.contains("there is a plan “cchc-2024” already"))
    // A second time nothing is overwritten.
    _ = run(folder)
    #expect(run(folder).code == 1)
  }

  @Test("Each shipped plan is carried into its next years without a mistake, each task once")
  func shipped() throws {
    for (id, year) in [
      ("skhcn-2024", "2025"), ("ht-2024", "2025"), ("svhtt-2022", "2023"), ("skhcn-ht-2021", "2022"),
      ("tinh-2021-2030", "2031-2040"),
    ] {
      let folder = try ScratchFolder([:])
      let rules = folder.path + "/rules"
      try FileManager.default.copyItem(atPath: repository.path + "/rules", toPath: rules)
      let result = CommandRun(["plan", "new", "moi", "--from", id, "--year", year, "--rules", rules, "--json"])
      let report = try #require(JSONValue(Array(result.output.utf8)), "\(result.errors)")
      let (kept, moved) = (report["kept"]?.integer ?? 0, report["moved"]?.integer ?? 0)
      let settled: [String] = (report["toSettle"]?.array ?? []).compactMap { $0["block"]?.string }
      let open = Set(settled).count
      #expect(report["tasks"]?.integer == kept + moved + open, "\(id)")
      #expect(CommandRun(["check", rules]).code == 0, "\(id)")
    }
  }
}
