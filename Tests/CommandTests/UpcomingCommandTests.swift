import Foundation
import JSON
import Presentation
import TestSupport
import Testing

@testable import nhacviec

/// What the options of `upcoming` mean; which duties they find is tested with `UpcomingFilter` and `UpcomingPage`.
@Suite("The list of what is due, filtered, sorted, folded and counted")
struct UpcomingCommandTests {
  private func desk() throws -> Desk {
    let plan = CommandTests.plan
      .replacingOccurrences(of: "nhiệm vụ VII.9:", with: "mục VII: Chỉ đạo điều hành\n\nnhiệm vụ VII.9:")
    let desk = try Desk(["plan.rules": plan])
    desk("assign", "VII.9", "Trần Thị Lan", "--yes")
    desk("done", "VII.9@2024-Q1", "--on", "15/3/2024")
    return desk
  }

  private func ids(_ desk: Desk, _ options: String...) throws -> [String] {
    let run = desk.run(["upcoming", "--format", "json"] + options)
    #expect(run.code == 0, "\(run.errors)")
    return try #require(JSONValue(Array(run.output.utf8))?.array)
      .compactMap { $0["id"]?.string.map { String($0.dropFirst("vi-du-2024/".count)) } }
  }

  private static let open = ["I.1@once", "VII.9@2024-Q2", "VII.9@2024-Q3", "VII.9@2024-Q4", "I.5@once"]

  @Test("Filters by plan, section, person, states and words, alone and together") func filters() throws {
    let desk = try desk()
    #expect(try ids(desk) == Self.open)
    #expect(try ids(desk, "--plan", "vi-du-2024") == Self.open)
    #expect(try ids(desk, "--section", "chỉ đạo điều hành") == Array(Self.open[1...3]))
    #expect(try ids(desk, "--person", "thi lan") == Array(Self.open[1...3]))
    #expect(try ids(desk, "--status", "overdue,waiting") == ["I.1@once", "VII.9@2024-Q2", "I.5@once"])
    #expect(try ids(desk, "--status", "overdue", "--status", "waiting").count == 3)
    #expect(try ids(desk, "--status", "done") == ["VII.9@2024-Q1"])
    #expect(try ids(desk, "--text", "bao cao", "--to", "30/9/2024") == Array(Self.open[1...2]))
    #expect(try ids(desk, "--text", "gui", "--section", "VII") == [])
    #expect(try ids(desk, "--sort", "title") == [Self.open[1], Self.open[2], Self.open[3], "I.1@once", "I.5@once"])
  }

  /// Today is Thursday 20 June 2024: 10 June is ten days ago.
  @Test("What is late says by how many days, also where it waits for an event, a confirmation or a decision")
  func lateAndWaiting() throws {
    let desk = try Desk([
      "plan.rules": SmallOffice.plan(
        of: "Văn phòng", fields: ["xác nhận: Phòng Một"],
        """
        đơn vị vp: Văn phòng

        đơn vị p1: Phòng Một

        sự kiện x: Bộ công bố

        nhiệm vụ A.1: Chờ sự kiện
          hạn: trong 10 ngày kể từ ngày Bộ công bố, chậm nhất 10/6/2024

        nhiệm vụ A.2: Báo cáo trễ
          hạn: chậm nhất 10/6/2024

        nhiệm vụ A.3: Báo cáo đúng hạn
          hạn: chậm nhất 10/6/2024

        nhiệm vụ A.4: Xin gia hạn
          hạn: chậm nhất 10/6/2024

        """)
    ])
    desk("done", "A.2", "--on", "14/6/2024")
    desk("done", "A.3", "--on", "07/6/2024")
    desk("request", "A.4", "--on", "07/6/2024", "--to", "30/6/2024", "--because", "chờ")
    func states(_ language: Language) -> [String: String] {
      let lines = desk("upcoming", "--format", "markdown", language: language).output.split(separator: "\n")
      let cells = lines.map { $0.components(separatedBy: " | ") }.filter { $0.count > 3 && $0[2].hasPrefix("A.") }
      return Dictionary(cells.map { ($0[2], $0[1]) }) { first, _ in first }
    }
    #expect(
      states(.vi) == [
        "A.1": "quá hạn 10 ngày, chờ Bộ công bố", "A.2": "đã báo cáo, chờ xác nhận, trễ 4 ngày",
        "A.3": "đã báo cáo, chờ xác nhận", "A.4": "quá hạn 10 ngày (đang xin gia hạn)",
      ])
    #expect(
      states(.en) == [
        "A.1": "10 days overdue, waits for Bộ công bố", "A.2": "reported, to be confirmed, 4 days late",
        "A.3": "reported, to be confirmed", "A.4": "10 days overdue (more time asked for)",
      ])
  }

  @Test("Every line fits a narrow terminal, also the first", arguments: [60, 80]) func narrow(width: Int) throws {
    var desk = try desk()
    desk.width = width
    for language in [Language.vi, .en] {
      for command in [["upcoming"], ["show", "I.5"], ["report"], ["upcoming", "--summary"]] {
        let text = desk.run(command, language).output
        // The columns of the list need 72.
        let lines = text.split(separator: "\n").prefix(width < 72 && command == ["upcoming"] ? 2 : .max)
        #expect(lines.allSatisfy { $0.count <= width }, "\(text)")
        #expect(text.contains("/nowhere/facts/facts.db"), "\(text)")
      }
    }
  }

  /// Two offices' plans in one folder, each with an office of the same name.
  @Test("A unit's name means that of every plan, or of the plan that is named") func sameNames() throws {
    let other = CommandTests.plan.replacingOccurrences(of: "vi-du-2024", with: "khac-2024")
      .replacingOccurrences(of: "Cải cách hành chính", with: "Kế hoạch khác")
    let desk = try Desk(["a/plan.rules": CommandTests.plan, "b/plan.rules": other])
    func count(_ options: String...) throws -> Int {
      let run = desk.run(["upcoming", "--format", "json"] + options)
      #expect(run.code == 0, "\(run.errors)")
      return try #require(JSONValue(Array(run.output.utf8))?.array).count
    }
    #expect(try count("--unit", "Văn phòng") == 10)
    #expect(try count("--unit", "Văn phòng", "--plan", "khac-2024") == 5)
    #expect(try count("--unit", "vi-du-2024/vp") == 5)
    #expect(try count("--unit", "van phong") == 10)
    #expect(try count("--unit", "van phong", "--plan", "vi-du-2024") == 5)
    let report = desk("report", "--by", "unit", "--format", "csv").output
    for plan in ["Cải cách hành chính", "Kế hoạch khác"] {
      #expect(report.contains("Văn phòng (\(plan) năm 2024 của Sở Ví dụ)"), "\(report)")
    }
  }

  @Test(
    "A name that is none is told with the nearest",
    arguments: [
      ("--plan", "vi-du-2023", "không có kế hoạch “vi-du-2023”; gần nhất: vi-du-2024"),
      ("--plan", "ngân sách", "không có kế hoạch “ngân sách”; có: vi-du-2024; Cải cách hành chính"),
      ("--section", "Chỉ đạo điều hàn", "không có mục “Chỉ đạo điều hàn”; gần nhất: Chỉ đạo điều hành"),
      ("--person", "Trần Thị Lam", "không có việc nào giao cho “Trần Thị Lam”; gần nhất: Trần Thị Lan"),
      ("--unit", "Văn phògn", "gần nhất: Văn phòng"),
    ])
  func unknown(option: String, name: String, words: String) throws {
    let run = try desk()("upcoming", option, name)
    #expect(run.code == 1 && run.output.isEmpty && run.errors.contains(words), "\(run)")
  }

  @Test("The table folds; --each does not, and no other form does") func folding() throws {
    let desk = try desk()
    let folded = desk("upcoming").output
    #expect(folded.contains("  VII.9 ") && !folded.contains("VII.9@2024-Q3"))
    #expect(folded.contains("1/4 đã báo cáo; còn 88 ngày"), "\(folded)")
    #expect(folded.contains("Quá hạn (2)") && folded.contains("Sau đó (2)"))
    let each = desk("upcoming", "--each").output
    #expect(each.contains("VII.9@2024-Q3") && !each.contains("đã báo cáo"))
    #expect(desk("upcoming", "--format", "markdown").output.contains("VII.9@2024-Q4"))
  }

  @Test("Pages: so many rows, and where they go on") func pages() throws {
    let desk = try desk()
    let first = desk("upcoming", "--each", "--limit", "2", "--format", "csv")
    #expect(first.output.split(separator: "\r\n").count == 3)
    let more = try #require(first.errors.split(separator: "\n").last { $0.hasPrefix("Còn 3 dòng: --after ") })
    let cursor = String(more.dropFirst("Còn 3 dòng: --after ".count))
    #expect(try ids(desk, "--after", cursor) == Array(Self.open[2...]))
    desk("done", "I.1", "--on", "04/01/2024")
    #expect(try ids(desk, "--after", cursor, "--limit", "2") == Array(Self.open[2...3]))
    #expect(desk("upcoming", "--limit", "1").output.contains("\n\nCòn 2 dòng: --after "))
  }

  @Test("The summary counts, by plan or as asked, in every form") func summary() throws {
    let desk = try desk()
    let csv = desk("upcoming", "--summary", "--by", "unit", "--format", "csv").output
    #expect(
      csv
        == """
        name,total,overdue,due-soon,within,waiting,reported,undated,to-settle,standing
        Văn phòng,4,2,0,2,0,0,0,0,0
        Phòng Quản lý Chuyên ngành,1,0,0,0,1,0,0,0,0
        Cộng,5,2,0,2,1,0,0,0,0

        """.replacingOccurrences(of: "\n", with: "\r\n"))
    let table = desk("upcoming", "--summary").output
    #expect(table.contains("đến hạn 7 ngày") && table.contains("Cải cách hành chính năm 2024 của Sở Ví dụ"))
    #expect(!table.contains("cần làm rõ"))
    #expect(desk("upcoming", "--summary", "--status", "overdue", "--format", "json").output.contains(#""total":2"#))
  }

  @Test(
    "What does not go together is told",
    arguments: [
      ["--by", "unit"], ["--summary", "--each"], ["--limit", "0"], ["--after", "x"], ["--text", " "],
      ["--sort", "person"], ["--status", "overdue,late"], ["--status", ""], ["--status", ","], ["--status", "open,"],
    ])
  func wrong(options: [String]) throws { #expect(try desk().run(["upcoming"] + options).code == 64) }
}
