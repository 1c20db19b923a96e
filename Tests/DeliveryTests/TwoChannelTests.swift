import Outbox
import Reminders
import StateFolder
import Testing

@testable import Delivery

/// A step is decided once for a recipient, on the channels that the unit has then; each channel's message is judged and
/// sent for itself.
@Suite("A unit with mail and webhook, one of them blocked")
struct TwoChannelTests {
  private let peers: UnrulyPeers
  private let desk: RoundDesk

  init() throws { try self.init(tasks: "") }

  /// A owes T and B owes U, due on Monday 11 March; both have both channels, the office mail alone.
  private init(tasks: String = "", more: String = "") throws {
    peers = try UnrulyPeers()
    let (hook, other) = (peers.hook("a"), peers.hook("b"))
    let own = [("T", "Phòng A"), ("U", "Phòng B")].map { id, lead in
      RoundDesk.task(id, "chậm nhất 11/3/2024", lead: lead, more: more)
    }
    desk = try RoundDesk(
      (own + [tasks]).joined(separator: "\n"),
      units: RoundDesk.units(
        a: "email: a@so.example\nwebhook: \(hook)", b: "email: b@so.example\nwebhook: \(other)"),
      configuration: peers.configuration())
  }

  /// The first round finds no mail server: A's mail is tried, B's is not, both webhooks arrive.
  private func blockedRound() throws {
    try peers.behave("refuse-greeting")
    #expect(try desk.round(at: RoundDesk.at("2024-03-04")).sent == 2)
    #expect(try arrived() == ["webhook a", "webhook b"])
    #expect(try untried().map(\.recipient.unit) == ["b"])
    try peers.behave("good")
  }

  private func untried() throws -> [MessageDelivery] {
    try desk.log().deliveries(in: [.pending]).filter { $0.attempts == 0 }
  }

  private func arrived() throws -> [String] {
    try peers.arrivals().map { "\($0.channel) \($0.to.prefix { $0 != "@" })" }.sorted()
  }

  @Test("The mail server is back: the mails come, in their slot, and nothing twice") func back() throws {
    try blockedRound()
    let id = try untried().first?.messageID
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 2)
    #expect(try arrived() == ["mail a", "mail b", "webhook a", "webhook b"])
    #expect(try peers.arrivals().contains { $0.id == id })
    #expect(try desk.round(at: RoundDesk.at("2024-03-05")).sent == 0)
    #expect(
      try desk.told().values.flatMap { $0 }.sorted() == [
        "o:kh/T@once before:7", "o:kh/T@once before:7", "o:kh/U@once before:7", "o:kh/U@once before:7",
      ])
  }

  @Test("It is back ten hours later, or the next morning: what the other channel said is still to come")
  func backLate() throws {
    for (day, hour) in [("2024-03-04", 18), ("2024-03-05", 7)] {
      let test = try Self()
      try test.blockedRound()
      #expect(try test.desk.round(at: RoundDesk.at(day, hour)).sent == 2, "\(day) \(hour)")
      #expect(try test.arrived() == ["mail a", "mail b", "webhook a", "webhook b"], "\(day) \(hour)")
    }
  }

  @Test("A channel that is added later carries later steps only") func added() throws {
    let unit = try #require(desk.rules.units.firstIndex { $0.id == "b" })
    let hook = desk.rules.units[unit].webhook
    desk.rules.units[unit].webhook = nil
    try peers.behave("refuse-greeting")
    _ = try desk.round(at: RoundDesk.at("2024-03-04"))
    try peers.behave("good")
    desk.rules.units[unit].webhook = hook
    _ = try desk.round(at: RoundDesk.at("2024-03-04", 8, 20))
    #expect(try arrived() == ["mail a", "mail b", "webhook a"])
    _ = try desk.round(at: RoundDesk.at("2024-03-08"))
    #expect(try arrived() == ["mail a", "mail a", "mail b", "mail b", "webhook a", "webhook a", "webhook b"])
  }

  // MARK: What is dropped, and why

  private func dropped() throws -> [String] {
    try desk.log().dropped()
      .map { "\($0.recipient) \($0.channel) \($0.subject) \($0.step) \($0.reason.rawValue)" }.sorted()
  }

  @Test(
    "What became moot before its mail was tried is dropped with the reason, though the webhook went",
    arguments: [
      ("U xong ngày 04/3/2024", "done"), ("gia hạn U đến 20/3/2024 theo 1/QĐ", "moved"), ("miễn U vì thôi", "released"),
      ("chuyển U cho Phòng A theo 2/TB", "handed-over"), ("ngừng nhắc U đến 05/3/2024 vì chờ", "silenced"),
    ])
  func moot(fact: String, reason: String) throws {
    try blockedRound()
    desk.record(fact, RoundDesk.at("2024-03-04", 8, 15))
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 8, 20)).sent == 1)
    #expect(try arrived() == ["mail a", "webhook a", "webhook b"])
    #expect(try dropped() == ["b mail o:kh/U@once before:7 \(reason)"])
  }

  @Test("Its mail address is gone, or a later reminder goes the same way: dropped with the reason") func dropsOther()
    throws
  {
    try blockedRound()
    let unit = try #require(desk.rules.units.firstIndex { $0.id == "b" })
    desk.rules.units[unit].email = nil
    _ = try desk.round(at: RoundDesk.at("2024-03-04", 8, 20))
    #expect(try dropped() == ["b mail o:kh/U@once before:7 no-address"])

    // What was never tried goes first: on the 5th B's mail of the 4th is, on the 6th A's of the 5th, so that B's of the
    // 5th is the one that was not when that of the 6th is decided. B's of the 4th is too old by then.
    let other = try Self(more: "nhắc: trước 7, 6, 5 ngày")
    try other.blockedRound()
    try other.peers.behave("refuse-greeting")
    _ = try other.desk.round(at: RoundDesk.at("2024-03-05"))
    _ = try other.desk.round(at: RoundDesk.at("2024-03-06"))
    #expect(try other.dropped().isEmpty)
    try other.peers.behave("good")
    _ = try other.desk.round(at: RoundDesk.at("2024-03-06", 9))
    #expect(try other.dropped() == ["b mail o:kh/U@once before:6 superseded"])
    #expect(try other.arrived().filter { $0.hasSuffix(" b") } == ["mail b"] + Array(repeating: "webhook b", count: 3))
  }

  @Test("One of two is done: the mail is written anew with the other, under an id of its own") func oneOfTwo() throws {
    let test = try Self(tasks: RoundDesk.task("V", "chậm nhất 11/3/2024", lead: "Phòng B"))
    try test.blockedRound()
    let before = try test.untried().first?.messageID
    test.desk.record("V xong ngày 04/3/2024", RoundDesk.at("2024-03-04", 8, 15))
    _ = try test.desk.round(at: RoundDesk.at("2024-03-04", 8, 20))
    #expect(try test.dropped() == ["b mail o:kh/V@once before:7 done"])
    let mail = try #require(try test.peers.arrivals().last { $0.channel == "mail" && $0.to == "b@so.example" })
    #expect(mail.bytes.contains("kh/U") && !mail.bytes.contains("kh/V") && mail.id != before)
  }

  @Test("Blocked beyond its time: given up like what was tried, and the focal point is told") func givenUp() throws {
    try blockedRound()
    try peers.behave("refuse-greeting")
    for hour in [9, 15] { _ = try desk.round(at: RoundDesk.at("2024-03-04", hour)) }
    #expect(try desk.log().count(.dead) == 0)
    _ = try desk.round(at: RoundDesk.at("2024-03-06"))
    // The second slot after Monday's is Wednesday's.
    let dead = try desk.log().deliveries(in: [.dead])
    #expect(dead.map(\.address).sorted() == ["a@so.example", "b@so.example"])
    #expect(dead.allSatisfy { $0.problem?.en.hasSuffix("too late to be sent") == true })
    #expect(try dropped().isEmpty)
    try peers.behave("good")
    _ = try desk.round(at: RoundDesk.at("2024-03-06", 9))
    let note = try #require(try peers.arrivals().first { $0.to == "vp@so.example" })
    #expect(note.channel == "mail")
    // Taken up again, both go as they are.
    #expect(try desk.log().retry(nil, at: desk.now, until: RoundDesk.at("2024-03-08")) == 2)
    _ = try desk.round(at: RoundDesk.at("2024-03-06", 10))
    #expect(try Set(arrived()).isSuperset(of: ["mail a", "mail b"]))
  }

  @Test("Nobody was told by any channel for eight hours: both are decided anew, and say the same in the next slot")
  func bothBlocked() throws {
    let start = RoundDesk.at("2024-03-04")
    var looks = 0
    desk.onClock = { [desk] in
      looks += 1
      if looks > 1 { desk.now = start.adding(seconds: 601) }
    }
    #expect(try desk.round(at: start).pending == 4)
    desk.onClock = {}
    _ = try desk.round(at: RoundDesk.at("2024-03-04", 16, 30))
    #expect(
      try dropped()
        == ["a", "b"].flatMap { unit in
          ["mail", "webhook"].map { "\(unit) \($0) o:kh/\(unit == "a" ? "T" : "U")@once before:7 anew" }
        })
    _ = try desk.round(at: RoundDesk.at("2024-03-05"))
    #expect(try dropped().isEmpty)
    #expect(try arrived() == ["mail a", "mail b", "webhook a", "webhook b"])
  }

  @Test("A channel that takes another's place does not say again what that one said") func replaced() throws {
    let unit = try #require(desk.rules.units.firstIndex { $0.id == "b" })
    let hook = desk.rules.units[unit].webhook
    desk.rules.units[unit].webhook = nil
    #expect(try desk.round(at: RoundDesk.at("2024-03-04")).sent == 3)
    (desk.rules.units[unit].email, desk.rules.units[unit].webhook) = (nil, hook)
    for hour in 9...17 { #expect(try desk.round(at: RoundDesk.at("2024-03-04", hour)).sent == 0) }
  }
}
