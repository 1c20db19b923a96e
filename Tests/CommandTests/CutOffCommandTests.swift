import JSON
import TestSupport
import Testing

@testable import nhacviec

/// A deadline with a time is over on its day, from that time on, wherever it is asked about.
@Suite("Commands after the hour of a deadline")
struct CutOffCommandTests {
  private static let plan = """
    kế hoạch k: Kế hoạch
      năm: 2024
      lịch: Việt Nam
      đầu mối: Văn phòng

    đơn vị vp: Văn phòng

    nhiệm vụ B.1: Gửi báo cáo
      chủ trì: Văn phòng
      hạn: trước 16h00 ngày 10/01/2024

    """

  private func run(_ arguments: [String], hours: Int, minutes: Int) throws -> CommandRun {
    let folder = try ScratchFolder(["k/plan.rules": Self.plan])
    // `CommandRun.now` is 09:00 of that day.
    let now = CommandRun.now + (hours - 9) * 3600 + minutes * 60
    return CommandRun(arguments + ["--rules", folder.path + "/k"], now: now)
  }

  @Test("It is overdue from its hour on, for lists, one task and figures alike") func overdue() throws {
    for (hours, minutes, isOver) in [(15, 59, false), (16, 0, true), (23, 59, true)] {
      let list = try run(["upcoming"], hours: hours, minutes: minutes)
      #expect(list.output.contains("past its hour") == isOver, "\(hours):\(minutes) \(list.output)")
      #expect(list.output.contains("today") != isOver, "\(list.output)")
      #expect(try run(["show", "B.1"], hours: hours, minutes: minutes).output.contains("past its hour") == isOver)
      let figures = try run(["report", "--format", "json"], hours: hours, minutes: minutes)
      let total = try #require(JSONValue(Array(figures.output.utf8))?.array?.last)
      #expect(total["overdue"]?.integer == (isOver ? 1 : 0), "\(figures.output)")
    }
  }

  @Test("A day that somebody names is not over") func named() throws {
    let list = try run(["upcoming", "--today", "2024-01-10"], hours: 20, minutes: 0)
    #expect(list.output.contains("today") && !list.output.contains("past its hour"), "\(list.output)")
  }
}
