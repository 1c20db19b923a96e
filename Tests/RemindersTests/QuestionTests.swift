import CivilCalendar
import Reminders
import TestSupport
import Testing

/// Each with the reason by which docs/reminders.md gives it.
@Suite("What leads, watchers and focal points are asked")
struct QuestionTests {
  // MARK: Leads

  /// 1 April 2024 is a Monday, 31 May a Friday.
  private func asked(_ policy: String, _ facts: [(Instant, String)] = []) throws -> [String] {
    let walk = try walk(
      "hạn: từ ngày 01/4/2024 đến ngày 31/5/2024\n  nhắc: tiêu chuẩn; bắt đầu có; \(policy)", facts: facts,
      from: "2024-03-25", until: "2024-05-31")
    return said(walk, to: "cn")
  }

  @Test("A lead that does not accept is asked once, two working days after it first heard") func acceptance() throws {
    let steps = ["2024-04-01 opening", "2024-05-24 before:7", "2024-05-30 before:1"]
    #expect(
      try asked("hỏi tiếp nhận sau 2 ngày làm việc") == [steps[0], "2024-04-03 ask-acceptance", steps[1], steps[2]])
    #expect(
      try asked("hỏi tiếp nhận sau 2 ngày làm việc", [(at(day("2024-04-02"), 9), "tiếp nhận T ngày 02/4/2024")])
        == steps)
    #expect(try asked("hỏi tiếp nhận không") == steps)
  }

  @Test("A lead that says nothing for thirty days is asked how far it is, until it is due") func progress() throws {
    #expect(
      try asked("hỏi tiến độ sau 30 ngày") == [
        "2024-04-01 opening", "2024-05-01 ask-progress:2024-05-01", "2024-05-24 before:7", "2024-05-30 before:1",
        "2024-05-31 ask-progress:2024-05-31",
      ])
    // Said on Saturday 20 April: the thirtieth day is Monday 20 May.
    #expect(
      try asked("hỏi tiến độ sau 30 ngày", [(at(day("2024-04-20"), 9), "tiến độ T ngày 20/4/2024: 40%")]) == [
        "2024-04-01 opening", "2024-05-20 ask-progress:2024-05-20", "2024-05-24 before:7", "2024-05-30 before:1",
      ])
  }

  @Test("Of a rhythm only the first duty is asked about") func firstOfRhythm() throws {
    let walk = try walk(
      "hạn: ngày 25 hằng tháng\n  nhắc: tiêu chuẩn; hỏi tiếp nhận sau 1 ngày làm việc", from: "2024-01-01",
      until: "2024-04-30")
    // Seven days before 25 January is Thursday the 18th.
    #expect(said(walk, to: "cn").filter { $0.contains("ask") } == ["2024-01-19 ask-acceptance"])
  }

  // MARK: Events

  @Test("Who watches an event is asked at the start, middle and end of its window, then every 20 working days")
  func questions() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more: "sự kiện y: có hướng dẫn\n  theo dõi: Phòng Theo dõi\n  dự kiến: Quý II/2024",
      from: "2024-01-02", until: "2024-08-30")
    // 1 April to 30 June: Monday, the middle 16 May a Thursday, the end moves to Friday 28 June; 20 working days later.
    #expect(
      said(walk) == [
        "2024-04-01 td question:0", "2024-05-16 td question:1", "2024-06-28 td question:2", "2024-07-26 td question:3",
        "2024-08-23 td question:4",
      ])
  }

  @Test("Without a watcher the focal point; one question for several tasks") func focalPoint() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more:
        "sự kiện y: có hướng dẫn\n  dự kiến: Tháng 4/2024\n\nnhiệm vụ R.2: Việc\n  chủ trì: Phòng Kế hoạch\n  hạn: sau khi y\n",
      from: "2024-01-02", until: "2024-04-10")
    #expect(said(walk) == ["2024-04-01 vp question:0"])
  }

  @Test("An event is classified where only classified tasks wait for it", arguments: [true, false])
  func classifiedEvent(_ isOnly: Bool) throws {
    let other = "nhiệm vụ R.2: Việc\n  chủ trì: Phòng Kế hoạch\n  hạn: sau khi y\n" + (isOnly ? "  độ mật: Mật\n" : "")
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày z\n  độ mật: Mật",
      more:
        "sự kiện y: có hướng dẫn\n  dự kiến: Tháng 4/2024\n\nsự kiện z: có đủ văn bản\n  đủ cả: y; x\n\n" + other,
      from: "2024-01-02", until: "2024-04-10")
    let asked = walk.notices.filter { $0.subject.description == "e:kh/y" }
    #expect(asked.map(\.isClassified) == [isOnly])
  }

  @Test("Answered: no more questions") func answered() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more: "sự kiện y: có hướng dẫn\n  theo dõi: Phòng Theo dõi\n  dự kiến: Tháng 4/2024",
      facts: [(at(day("2024-04-09"), 9), "y ngày 08/4/2024"), (at(day("2024-04-16"), 9), "T xong ngày 16/4/2024")],
      from: "2024-01-02", until: "2024-08-30")
    #expect(said(walk) == ["2024-04-01 td question:0", "2024-04-10 cn opening", "2024-04-11 cn before:7"])
  }
}
