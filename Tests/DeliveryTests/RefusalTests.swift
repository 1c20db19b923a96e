import CivilCalendar
import Foundation
import Outbox
import Reminders
import StateFolder
import Testing

@testable import Delivery

/// One bad recipient stops nobody, and a server's mistake kills nothing.
@Suite("Refusals")
struct RefusalTests {
  /// State and attempts by the first part of the address.
  private func states(_ desk: RoundDesk) throws -> [String: String] {
    let all = try desk.log().deliveries(in: Set(MessageDelivery.State.allCases))
    return Dictionary(
      all.map { delivery in
        let name = delivery.address.split(separator: "/").last?.split(separator: "@").first ?? ""
        return (String(name), "\(delivery.state.rawValue) \(delivery.attempts)")
      }
    ) { first, _ in first }
  }

  // MARK: One recipient

  @Test(
    "What the server says of one recipient, or does at one, stops nobody else",
    arguments: [
      "login-rcpt", "busy-rcpt", "defer-rcpt", "drop-rcpt", "drop-data", "drop-inside", "defer-content", "busy-content",
      "take-and-drop",
    ])
  func oneRecipient(mood: String) throws {
    let peers = try UnrulyPeers()
    try peers.treat("a1", mood)
    let desk = try desk(peers, 5)
    let report = try desk.round()
    #expect(report.sent == 4 && report.failed == 1 && report.pending == 1 && report.dead == 0)
    #expect(report.failures.isEmpty)
    #expect(try states(desk)["a1"] == "pending 1")
  }

  @Test("Two of them in a row hold the others up for a minute, not for ever: who failed is tried last") func last()
    throws
  {
    let peers = try UnrulyPeers()
    for name in ["a1", "a2"] { try peers.treat(name, "busy-rcpt") }
    let desk = try desk(peers, 5)
    #expect(try desk.round().sent == 0)
    let report = try desk.round(at: desk.now.adding(seconds: 60))
    #expect(report.sent == 3 && report.pending == 2)
    #expect(try states(desk)["a1"] == "pending 2")
  }

  @Test("Two parts to one address are one address") func parts() throws {
    let peers = try UnrulyPeers()
    try peers.treat("a", "drop-data")
    let tasks =
      (1...3).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024") } + [
        RoundDesk.task("T.4", "chậm nhất 11/3/2024", lead: "Phòng B")
      ]
    let desk = try RoundDesk(
      tasks.joined(separator: "\n"),
      configuration: peers.configuration(more: "[delivery]\nnotices-per-part = 1\n"))
    #expect(try desk.round().sent == 1)
    #expect(try peers.arrivals().filter(\.isAnswered).map(\.to) == ["b@so.example"])
  }

  @Test("An address in the log that is none is given up; the others go") func noAddress() throws {
    let peers = try UnrulyPeers()
    let desk = try desk(peers, 3, hook: true)
    let log = try desk.log()
    try log.change(at: desk.now) { post in
      try post.add(
        RenderedMessage(
          kind: .service, recipient: RecipientName(unit: "x"), channel: .webhook, slot: desk.now.adding(seconds: -60),
          part: 0, subject: "x", body: [0x7B, 0x7D],
          addresses: [
            .init("https://x@127.0.0.1:\(peers.webPort)/x"), .init("https://127.0.0.1:\(peers.webPort)/y#z"),
          ],
          stale: desk.now.adding(seconds: 86_400)))
    }
    let report = try desk.round()
    #expect(report.sent == 3 && report.dead == 2 && report.failures.isEmpty)
  }

  @Test("An address whose machine has no secret concerns itself alone") func noSecret() throws {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(
      (1...3).map { RoundDesk.task("T.\($0)", "chậm nhất 11/3/2024", lead: $0 == 1 ? "Phòng A" : "Phòng B") }
        .joined(separator: "\n"),
      units: RoundDesk.units(office: "", a: "webhook: https://a.so.example/x", b: "webhook: \(peers.hook("b"))"),
      configuration: peers.configuration(more: "[webhook.host.\"a.so.example\"]\nformat = \"standard\"\n"))
    let report = try desk.round()
    #expect(report.sent == 1 && report.pending == 1)
    #expect(report.failures.map(\.en) == ["no webhook secret is set"])
  }

  // MARK: The server's mistake

  @Test(
    "A server that refuses everybody is left alone after three addresses, and nothing is dead",
    arguments: ["refuse-rcpt", "refuse-content", "login-rcpt"])
  func everybody(mood: String) throws {
    let peers = try UnrulyPeers()
    try peers.behave(mood)
    let desk = try desk(peers, 13)
    let report = try desk.round()
    #expect(report.dead == 0 && report.failed == 3 && report.pending == 13 && report.failures.count == 1)
    #expect(try states(desk).values.filter { $0 == "pending 1" }.count == 3)
    // Ten minutes of it.
    while desk.now < RoundDesk.at("2024-03-04", 8, 10), let next = try desk.log().nextAttempt() {
      #expect(try desk.round(at: max(next, desk.now.adding(seconds: 1))).deadInAll == 0)
    }
    try peers.behave("good")
    var sent = 0
    while let next = try desk.log().nextAttempt() { sent += try desk.round(at: max(next, desk.now)).sent }
    #expect(sent == 13)
    #expect(try Set(peers.arrivals().map(\.to)).count == 13)
  }

  @Test("One bad recipient among good ones is given up in the first round", arguments: [1, 3, 5])
  func oneAmongGood(bad: Int) throws {
    let peers = try UnrulyPeers()
    try peers.treat("a\(bad)", "refuse-rcpt")
    let desk = try desk(peers, 5)
    let report = try desk.round()
    #expect(report.sent == 4 && report.dead == 1 && report.failed == 0 && report.pending == 0)
    #expect(try states(desk)["a\(bad)"] == "dead 1")
    let count = try peers.counts()[0]
    _ = try desk.round(at: desk.now.adding(seconds: 600))
    #expect(try peers.counts()[0] == count, "not tried again")
  }

  @Test("It is on the disk as put off until the server took somebody") func crash() throws {
    let peers = try UnrulyPeers()
    try peers.treat("a1", "refuse-rcpt")
    let desk = try desk(peers, 3)
    var seen: [[MessageDelivery.State: Int]] = []
    desk.onClock = {
      guard let log = try? OutboxLog(desk.state, .reading), let all = try? log.deliveries(in: [.sent, .pending, .dead])
      else { return }
      seen.append(all.reduce(into: [:]) { $0[$1.state, default: 0] += 1 })
    }
    #expect(try desk.round().dead == 1)
    #expect(seen.contains { $0[.dead] == nil && $0[.pending] == 3 })
    #expect(seen.allSatisfy { $0[.dead] == nil || $0[.sent] != nil })
  }

  @Test("Three in a row are put off even where somebody was taken before") func threeAfterOne() throws {
    let peers = try UnrulyPeers()
    for index in 2...4 { try peers.treat("a\(index)", "refuse-rcpt") }
    let desk = try desk(peers, 5)
    let first = try desk.round()
    #expect(first.sent == 1 && first.dead == 0 && first.pending == 4)
    let second = try desk.round(at: desk.now.adding(seconds: 60))
    #expect(second.sent == 1 && second.dead == 0 && second.pending == 3)
    let last = try desk.round(at: RoundDesk.at("2024-03-05", 8, 1))
    #expect(last.dead == 3 && last.pending == 0)
  }

  @Test("Only one recipient at all: given up after a day, not earlier") func onlyOne() throws {
    let peers = try UnrulyPeers()
    try peers.behave("refuse-rcpt")
    let desk = try desk(peers, 1)
    let start = desk.now
    var report = try desk.round()
    while report.pending > 0, let next = report.next {
      #expect(report.deadInAll == 0)
      report = try desk.round(at: next)
    }
    #expect(report.deadInAll == 1)
    #expect((86_400..<90_000).contains(desk.now.seconds - start.seconds))
    // Who has it tried again gets another day.
    #expect(try desk.log().retry(nil, at: desk.now, until: desk.now.adding(seconds: 2 * 86_400)) == 1)
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).pending == 1)
  }

  @Test(
    "A web server that refuses every address is left alone likewise", arguments: ["400", "410"])
  func everyHook(mood: String) throws {
    let peers = try UnrulyPeers()
    try peers.behave("good", web: mood)
    let desk = try desk(peers, 5, hook: true)
    let report = try desk.round()
    #expect(report.dead == 0 && report.pending == 5)
    #expect(try peers.counts()[1] == 3)
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 60)).sent == 5)
  }

  @Test(
    "One address that was given up, while its machine takes others, is believed at once", arguments: ["400", "410"])
  func oneHook(mood: String) throws {
    let peers = try UnrulyPeers()
    try peers.treat("a2", mood)
    let desk = try desk(peers, 4, hook: true)
    let report = try desk.round()
    #expect(report.sent == 3 && report.dead == 1)
    #expect(try desk.log().goneAddresses() == (mood == "410" ? [peers.hook("a2")] : []))
  }

  @Test("A server that is down is asked after one, two, four … minutes, whoever waits for it") func pauses() throws {
    let peers = try UnrulyPeers()
    try peers.behave("refuse-greeting")
    let desk = try desk(peers, 20)
    var pauses: [Int64] = []
    var report = try desk.round()
    for _ in 0..<7 {
      let next = try #require(report.next)
      pauses.append(next.seconds - desk.now.seconds)
      report = try desk.round(at: next)
    }
    #expect(pauses == [60, 120, 240, 480, 960, 1920, 3600])
    #expect(try peers.counts()[0] == 8)
    try peers.behave("good")
    #expect(try desk.round(at: desk.now.adding(seconds: 3600)).sent == 20)
    try peers.behave("refuse-greeting")
    #expect(try desk.log().failures() == ["smtp": 0])
  }
}
