import CivilCalendar
import Outbox
import Reminders
import StateFolder
import Testing

@testable import Delivery

/// What was decided and not tried is judged once more before it goes (decision: judged-again).
@Suite("Messages that were decided and never tried")
struct JudgingAgainTests {
  private static let three = ["A", "B", "C"].map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024") }
    .joined(separator: "\n")

  /// A round that is over before it can send: it decides and logs.
  private func decide(_ desk: RoundDesk, at moment: Instant) throws {
    var looks = 0
    desk.onClock = {
      looks += 1
      if looks > 1 { desk.now = moment.adding(seconds: 601) }
    }
    let report = try desk.round(at: moment)
    desk.onClock = {}
    #expect(report.sent == 0 && report.pending > 0)
    #expect(try desk.log().due(at: moment.adding(seconds: 86_400)).allSatisfy { $0.attempts == 0 })
  }

  private func desk(_ tasks: String = three) throws -> RoundDesk {
    let desk = try RoundDesk(tasks)
    try decide(desk, at: RoundDesk.at("2024-03-04"))
    return desk
  }

  @Test("Nothing changed: they go as they are") func unchanged() throws {
    let desk = try desk()
    let id = try desk.log().due(at: desk.now).first?.messageID
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 1)
    #expect(desk.mails().count == 1)
    #expect(try id.map { try #require(desk.mails().first).contains($0) } == true)
    #expect(try desk.told() == [1: ["o:kh/T.A@once before:7", "o:kh/T.B@once before:7", "o:kh/T.C@once before:7"]])
  }

  @Test("Done meanwhile: nothing goes, and nothing is in the log") func done() throws {
    let desk = try desk(RoundDesk.task("T", "chậm nhất 11/3/2024"))
    desk.record("T xong ngày 04/3/2024", RoundDesk.at("2024-03-04", 8, 15))
    let report = try desk.round(at: RoundDesk.at("2024-03-04", 8, 20))
    #expect(report.sent == 0 && report.pending == 0)
    #expect(try desk.told().isEmpty)
    #expect(desk.mails().isEmpty)
    // Opened again, that is told, and then its steps from there on.
    desk.record("mở lại T vì nhầm", RoundDesk.at("2024-03-04", 9))
    _ = try desk.round(at: RoundDesk.at("2024-03-05"))
    #expect(desk.mails().count == 1)
    _ = try desk.round(at: RoundDesk.at("2024-03-08"))
    #expect(try desk.told().values.joined().sorted() == ["o:kh/T@once before:1", "o:kh/T@once reopened:1"])
  }

  @Test("One of three done: the message goes with the other two") func oneOfThree() throws {
    let desk = try desk()
    desk.record("T.B xong ngày 04/3/2024", RoundDesk.at("2024-03-04", 8, 15))
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 1)
    #expect(try desk.told().values.joined().sorted() == ["o:kh/T.A@once before:7", "o:kh/T.C@once before:7"])
    let delivery = try #require(try desk.log().deliveries(in: [.sent]).first)
    let text = String(decoding: try desk.log().content(of: delivery.message)?.body ?? [], as: UTF8.self)
    #expect(text.contains("T.A") && text.contains("T.C") && !text.contains("T.B"))
    // In the slot in which it was decided.
    #expect(delivery.slot == RoundDesk.at("2024-03-04"))
  }

  @Test("Its day moved: the old day is never told, the new one in its time") func moved() throws {
    let desk = try desk(RoundDesk.task("T", "chậm nhất 11/3/2024"))
    desk.record("gia hạn T đến 20/3/2024 theo 12/QĐ", RoundDesk.at("2024-03-04", 8, 15))
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 0)
    #expect(desk.mails().isEmpty)
    for day in ["05", "06", "07", "08", "11", "12", "13"] { _ = try desk.round(at: RoundDesk.at("2024-03-\(day)")) }
    let told = try desk.told()
    #expect(told.values.joined().sorted() == ["o:kh/T@once before:7"])
    let delivery = try #require(try desk.log().deliveries(in: [.sent]).first)
    #expect(delivery.slot == RoundDesk.at("2024-03-13"))
  }

  @Test("Its address changed: it goes to the new one") func readdressed() throws {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(Self.three, configuration: peers.configuration())
    try decide(desk, at: RoundDesk.at("2024-03-04"))
    let unit = try #require(desk.rules.units.firstIndex { $0.id == "a" })
    desk.rules.units[unit].email = "moi@so.example"
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 1)
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.to) == ["moi@so.example"])
    #expect(arrivals.first?.bytes.contains("<moi@so.example>") == true)
    #expect(arrivals.first?.bytes.contains("<a@so.example>") == false)
  }

  @Test("Eight hours after its slot it is decided anew, and goes in the next one, once") func old() throws {
    let desk = try desk()
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 16, 1)).sent == 0)
    #expect(try desk.told().isEmpty)
    #expect(try desk.round(at: RoundDesk.at("2024-03-05")).sent == 1)
    let delivery = try #require(try desk.log().deliveries(in: [.sent]).first)
    #expect(delivery.slot == RoundDesk.at("2024-03-05"))
    #expect(try desk.told().values.map(\.count) == [3])
    #expect(try desk.round(at: RoundDesk.at("2024-03-06")).sent == 0)
  }

  @Test("Down for days: one message in the end, the most urgent of each task") func downForDays() throws {
    let desk = try RoundDesk(Self.three)
    for day in ["04", "05", "06", "07", "08"] { try decide(desk, at: RoundDesk.at("2024-03-\(day)")) }
    #expect(try desk.round(at: RoundDesk.at("2024-03-08", 9)).sent == 1)
    #expect(
      try desk.told().values.joined().sorted() == [
        "o:kh/T.A@once before:1", "o:kh/T.B@once before:1", "o:kh/T.C@once before:1",
      ])
  }

  @Test("A round stopped in its transaction is as if it had not been") func rolledBack() throws {
    struct Stop: Error {}
    let desk = try desk()
    let before = try desk.told()
    #expect(throws: (any Error).self) {
      try desk.log().round(at: desk.now) { post in
        for message in post.untried { try post.takeBack(message) { _ in .changed } }
        throw Stop()
      }
    }
    #expect(try desk.told() == before)
  }

  // MARK: Late in the day

  @Test("A deadline of 16:00 in a round at 16:30 is overdue, and called so") func afterCutoff() throws {
    let due = "trước 16h00 ngày 04/3/2024"
    let desk = try RoundDesk(RoundDesk.task("T.A", due) + "\n" + RoundDesk.task("T.B", due))
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 16, 30)).sent == 1)
    let message = try #require(try desk.log().deliveries(in: [.sent]).first)
    #expect(message.subject.contains("Quá hạn 2 việc") && !message.subject.contains("đến hạn"), "\(message.subject)")
    // Half an hour before, it is not.
    let early = try RoundDesk(RoundDesk.task("T.A", due) + "\n" + RoundDesk.task("T.B", due))
    #expect(try early.round(at: RoundDesk.at("2024-03-04", 15, 30)).sent == 1)
    #expect(try early.log().deliveries(in: [.sent]).first?.subject.contains("Đến hạn 2 việc trong 7 ngày") == true)
  }

  // MARK: A clock that is not believed

  @Test("A clock months ahead gives nothing up, forgets nothing and sends nothing until somebody says that it is right")
  func clockAhead() throws {
    let peers = try UnrulyPeers()
    try peers.behave("defer-rcpt")
    let desk = try RoundDesk(Self.three, configuration: peers.configuration())
    _ = try desk.round()
    let tries = try peers.counts()[0]
    let report = try desk.round(at: RoundDesk.at("2026-03-04"))
    #expect(report.held != nil && report.dead == 0)
    #expect(report.next == desk.now.adding(seconds: 600))
    #expect(try peers.counts()[0] == tries + 1)
    let pending = try desk.log().deliveries(in: [.pending]).filter { $0.kind == .reminder }
    #expect(pending.map(\.attempts) == [1])
    #expect(try pending.first.map { try desk.log().content(of: $0.message) != nil } == true)
    // Back in its own time, it goes: also the note, though it was put off by the wrong clock.
    try peers.behave("good")
    desk.now = RoundDesk.at("2024-03-04", 9)
    #expect(try desk.round().sent == 2)
  }

  @Test("A clock that is set back an hour and accepted: what was told that hour early is not told again")
  func anHourBack() throws {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024", more: "nhắc: trước 7, 1 ngày"), configuration: peers.configuration())
    #expect(try desk.round(at: RoundDesk.at("2024-03-04")).sent == 1)
    let back = RoundDesk.at("2024-03-04", 7)
    #expect(try desk.round(at: back).held?.reasons == [.clockBehindLastRound])
    try desk.log().accept(
      Acceptance(
        recipients: 10, messages: 10, since: back, until: back.adding(seconds: 3600), reasons: ["clock-behind"]),
      by: "lan", at: back)
    #expect(try desk.round(at: back).held == nil)
    for (day, hour) in [("2024-03-04", 8), ("2024-03-04", 9), ("2024-03-05", 8)] {
      #expect(try desk.round(at: RoundDesk.at(day, hour)).messages == 0, "\(day) \(hour)")
    }
    #expect(try desk.round(at: RoundDesk.at("2024-03-08")).messages == 1)
  }

  @Test("A clock 36 days ahead for a round, then right again and accepted: every reminder comes in its slot")
  func clockWasAhead() throws {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 10/4/2024", more: "nhắc: trước 7, 3, 1 ngày"), configuration: peers.configuration()
    )
    _ = try desk.round(at: RoundDesk.at("2024-03-04"))
    // Tuesday 9 April, the slot of `before:1`.
    #expect(try desk.round(at: RoundDesk.at("2024-04-09")).sent == 1)
    let back = RoundDesk.at("2024-03-04", 9)
    #expect(try desk.round(at: back).held?.reasons == [.clockBehindLastRound])
    try desk.log().accept(
      Acceptance(
        recipients: 10, messages: 10, since: .distantPast, until: back.adding(seconds: 3600), reasons: ["clock-behind"]),
      by: "lan",
      at: back)
    #expect(try desk.round(at: back).held == nil)
    #expect(try desk.log().lastRound()?.began == back)
    #expect(try desk.log().acceptance() == nil, "it served that round")
    for day in ["2024-03-15", "2024-04-02", "2024-04-03", "2024-04-05", "2024-04-07", "2024-04-08"] {
      _ = try desk.round(at: RoundDesk.at(day))
    }
    // Also when the slot comes that the clock had used.
    _ = try desk.round(at: RoundDesk.at("2024-04-09"))
    let told = try desk.told()
    let sent = try desk.log().deliveries(in: [.sent]).filter { $0.kind == .reminder }
    let slots = sent.sorted { $0.message < $1.message }
      .map { "\(Zone.vietnam.day(of: $0.slot)) \(told[$0.message]?.joined(separator: ", ") ?? "")" }
    // The 7 April is a Sunday, so that three days before is Friday 5.
    #expect(
      slots == [
        "2024-04-09 o:kh/T@once before:1", "2024-04-03 o:kh/T@once before:7", "2024-04-05 o:kh/T@once before:3",
        "2024-04-09 o:kh/T@once before:1",
      ])
  }
}
