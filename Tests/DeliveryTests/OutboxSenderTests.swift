import CivilCalendar
import Diagnostics
import Foundation
import Outbox
import Reminders
import Settings
import StateFolder
import TestSupport
import Testing

@testable import Delivery

/// What becomes of messages on their way, against servers that misbehave.
@Suite("Messages on their way")
struct OutboxSenderTests {
  private func states(_ desk: RoundDesk) throws -> [String] {
    try desk.deliveries().map { $0.split(separator: " ").suffix(2).joined(separator: " ") }
  }

  @Test("A pause is a minute, then twice as long each time, an hour at most") func pauses() {
    #expect((1...9).map { OutboxSender.pause(after: $0) } == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
    #expect(OutboxSender.pause(after: .max) == 3600)
  }

  @Test("All over one connection, and marked") func good() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, 6)
    let report = try desk.round()
    #expect(report.messages == 6 && report.sent == 6 && report.pending == 0 && report.failures.isEmpty)
    #expect(try states(desk) == Array(repeating: "sent 1", count: 6))
    #expect(try peers.counts()[0] == 1)
    #expect(try Set(peers.arrivals().map(\.to)) == Set((1...6).map { "a\($0)@so.example" }))
    #expect(try desk.round(at: desk.now.adding(seconds: 600)).sent == 0)
    #expect(try peers.arrivals().count == 6)
  }

  @Test(
    "A server that fails twice in a row is left alone; what was not tried is not counted as tried",
    arguments: ["drop-mail", "busy-mail", "take-and-drop", "drop-data"])
  func leftAlone(mood: String) throws {
    let peers = try UnrulyPeers()
    try peers.behave(mood)
    let desk = try desk(peers, 5)
    let report = try desk.round()
    #expect(report.sent == 0 && report.failed == 2 && report.pending == 5)
    #expect(report.failures.count == 1)
    #expect(try states(desk).sorted() == ["pending 0", "pending 0", "pending 0", "pending 1", "pending 1"])
    #expect(try peers.counts()[0] == 2)
    // Nobody is asked before the pause is over.
    #expect(report.next == desk.now.adding(seconds: 60))
    _ = try desk.round(at: desk.now.adding(seconds: 59))
    #expect(try peers.counts()[0] == 2)
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 1)).sent == 5)
  }

  @Test("A server that refuses everybody is left alone at once") func refused() throws {
    let peers = try UnrulyPeers()
    try peers.behave("refuse-greeting")
    let desk = try desk(peers, 5)
    let report = try desk.round()
    #expect(report.failed == 1 && report.pending == 5 && report.dead == 0)
    #expect(try peers.counts()[0] == 1)
  }

  @Test("A recipient whose mailbox is full holds nobody else up") func deferred() throws {
    let peers = try UnrulyPeers()
    try peers.behave("defer-rcpt")
    let desk = try desk(peers, 4)
    let report = try desk.round()
    #expect(report.failed == 4 && report.failures.isEmpty)
    #expect(try states(desk) == Array(repeating: "pending 1", count: 4))
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).sent == 4)
  }

  @Test("Each time it fails the pause is twice as long, and at its end it is given up and said again") func backoff()
    throws
  {
    let peers = try UnrulyPeers()
    try peers.behave("defer-rcpt")
    let desk = try desk(peers, 1)
    var pauses: [Int64] = []
    var report = try desk.round()
    while report.pending > 0, pauses.count < 100, let next = report.next {
      pauses.append(next.seconds - desk.now.seconds)
      report = try desk.round(at: next)
    }
    #expect(pauses.prefix(8) == [60, 120, 240, 480, 960, 1920, 3600, 3600])
    // Monday 08:00; the second slot after it is Wednesday's.
    #expect(desk.now == RoundDesk.at("2024-03-06"))
    #expect(report.deadInAll == 1)
    try peers.behave("good")
    // Friday 8: the day before the last working day; Monday 11: what did not arrive is covered by that.
    _ = try desk.round(at: RoundDesk.at("2024-03-08"))
    #expect(try peers.arrivals().count == 1)
  }

  @Test("A mail that was taken without an answer goes again with the same id and bytes") func unanswered() throws {
    let peers = try UnrulyPeers()
    try peers.behave("take-and-drop")
    let desk = try desk(peers, 1)
    _ = try desk.round()
    // Whatever is recorded now, what may have arrived stays as it is.
    desk.record("T.1 xong ngày 04/3/2024")
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).sent == 1)
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.isAnswered) == [false, true])
    #expect(Set(arrivals.map(\.id)).count == 1)
    #expect(Set(arrivals.map(\.bytes)).count == 1)
  }

  @Test("The Maildir gets its copy once, however often the mail is tried") func copies() throws {
    let peers = try UnrulyPeers()
    try peers.behave("defer-rcpt")
    let scratch = try ScratchFolder()
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024"),
      configuration: peers.configuration(more: "[maildir]\npath = \"\(scratch.path)\"\n"))
    _ = try desk.round()
    #expect(try desk.deliveries() == ["1 a@so.example pending 1", "1 maildir sent 1"])
    _ = try desk.round(at: desk.now.adding(seconds: 60))
    #expect(try desk.deliveries() == ["1 a@so.example pending 2", "1 maildir sent 1"])
    try peers.behave("good")
    _ = try desk.round(at: desk.now.adding(seconds: 120))
    #expect(try desk.deliveries() == ["1 a@so.example sent 3", "1 maildir sent 1"])
    #expect(Folder.names(in: scratch.path + "/new")?.count == 1)
  }

  @Test("After ten minutes nothing more is begun; the next round goes on") func timeLimit() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, 60)
    var looks = 0
    let start = desk.now
    desk.onClock = {
      looks += 1
      desk.now = start.adding(seconds: Int64(looks) * 20)
    }
    let report = try desk.round(at: start)
    let tried = try states(desk).filter { $0 == "sent 1" }.count
    #expect((5...25).contains(tried) && report.sent == tried && report.pending == 60 - tried)
    #expect(try states(desk).filter { $0 == "pending 0" }.count == 60 - tried)
    desk.onClock = {}
    #expect(try desk.round(at: start.adding(seconds: 3600)).sent == 60 - tried)
    #expect(try Set(peers.arrivals().map(\.id)).count == 60)
    #expect(try peers.arrivals().count == 60)
  }

  @Test("A long message is cut; its parts have ids of their own") func parts() throws {
    let peers = try UnrulyPeers()
    let tasks = (1...5).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024") }.joined(separator: "\n")
    let desk = try RoundDesk(
      tasks, configuration: peers.configuration(more: "[delivery]\nnotices-per-part = 2\n"))
    _ = try desk.round()
    let told = try desk.told()
    #expect(told.keys.sorted() == [1, 2, 3])
    #expect(told.values.map(\.count).sorted() == [1, 2, 2])
    #expect(Set(told.values.joined()).count == 5)
    let ids = try peers.arrivals().map(\.id)
    #expect(Set(ids).count == 3)
    #expect(try desk.log().deliveries(in: [.sent]).sorted { $0.message < $1.message }.map(\.messageID) == ids)
  }

  @Test("What the configuration forbids by now is given up, and says why") func forbidden() throws {
    let peers = try UnrulyPeers()
    try peers.behave("defer-rcpt")
    let desk = try desk(peers, 1)
    _ = try desk.round()
    let text = peers.configuration().replacingOccurrences(of: "[\"so.example\"]", with: "[\"tinh.example\"]")
    desk.configuration = ConfigurationReader.read(SourceText(name: "nhacviec.toml", text: text)).configuration
    let count = try peers.counts()[0]
    _ = try desk.round(at: desk.now.adding(seconds: 60))
    let dead = try #require(try desk.log().deliveries(in: [.dead]).first)
    #expect(dead.problem?.en == "the configuration forbids a1@so.example")
    #expect(try peers.counts()[0] == count)
  }

  // MARK: Webhooks

  @Test("A web server that asks for time gets it") func retryAfter() throws {
    let peers = try UnrulyPeers()
    try peers.behave("good", web: "429")
    let desk = try desk(peers, 1, hook: true)
    #expect(try desk.round().next == desk.now.adding(seconds: 90))
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 89)).sent == 0)
    #expect(try desk.round(at: desk.now.adding(seconds: 1)).sent == 1)
    #expect(try peers.counts()[1] == 2)
  }

  @Test("An address that was given up is believed after a day, and gets nothing more, not even the next part")
  func gone()
    throws
  {
    let peers = try UnrulyPeers()
    try peers.behave("good", web: "410")
    let tasks = (1...3).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024") }.joined(separator: "\n")
    let desk = try RoundDesk(
      tasks, units: RoundDesk.units(office: "", a: "webhook: \(peers.hook("secret"))"),
      configuration: peers.configuration(more: "[delivery]\nnotices-per-part = 1\n"))
    let first = try desk.round()
    #expect(first.dead == 0 && first.pending == 3)
    // The parts are not tried one after another.
    #expect(try peers.counts()[1] == 1)
    let report = try desk.round(at: desk.now.adding(seconds: 86_400))
    #expect(report.dead == 3)
    #expect(try peers.counts()[1] == 2)
    for dead in try desk.log().deliveries(in: [.dead]) { #expect(dead.problem?.en.contains("secret") == false) }
    let later = try desk.round(at: RoundDesk.at("2024-03-08"))
    #expect(later.messages == 0)
    #expect(later.unreachable.count == 1)
    #expect(try peers.counts()[1] == 2)
    // Somebody who knows better has it tried again.
    try peers.behave("good")
    #expect(try desk.log().retry(nil, at: desk.now, until: desk.now.adding(seconds: 86_400)) == 3)
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).sent == 3)
  }

  @Test("A post that was taken without an answer goes again with the same id and bytes") func unansweredPost() throws {
    let peers = try UnrulyPeers()
    try peers.behave("good", web: "drop-late")
    let desk = try desk(peers, 1, hook: true)
    _ = try desk.round()
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).sent == 1)
    let arrivals = try peers.arrivals()
    #expect(arrivals.map(\.isAnswered) == [false, true])
    #expect(Set(arrivals.map(\.id)).count == 1 && Set(arrivals.map(\.bytes)).count == 1)
  }

  @Test("A mail server that is down does not keep posts from going") func apart() throws {
    let peers = try UnrulyPeers()
    try peers.behave("drop-greeting")
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024"),
      units: RoundDesk.units(a: "email: a@so.example\nwebhook: \(peers.hook("a"))"),
      configuration: peers.configuration())
    let report = try desk.round()
    #expect(report.sent == 1 && report.pending == 1)
    #expect(try peers.arrivals().map(\.channel) == ["webhook"])
  }
}
