import Diagnostics
import Reminders
import StateFolder
import Testing

@testable import Outbox

/// Copies in a Maildir or the journal are counted and listed by one rule: only where they are all that there is of a message.
/// That others are not kept is told for itself.
@Suite("Counts and lists of deliveries")
struct CopyCountTests {
  private let full = Bilingual(vi: "đĩa đầy", en: "the disk is full")

  /// Message 1 goes to A, with a copy; message 2 to B, with a copy; of message 3 to C there is the copy alone.
  private func desk() throws -> LogDesk {
    let desk = try LogDesk()
    try desk.add(
      desk.message(["A"]), desk.message(["B"], to: "b", part: 1),
      desk.message(["C"], to: "c", part: 2, addresses: [.init("maildir", isCopy: true)]))
    try desk.log.begin(desk.due(), at: desk.now)
    return desk
  }

  private func end(
    _ desk: LogDesk, _ message: Int64, isCopy: Bool, _ state: MessageDelivery.State, problem: Bilingual? = nil
  ) throws {
    let delivery = try #require(try desk.log.deliveries(of: message).first { $0.isCopy == isCopy })
    try desk.log.end(delivery, state, problem: problem, at: desk.now)
  }

  private func isAlike(_ desk: LogDesk) throws {
    for state in MessageDelivery.State.allCases {
      let listed = try desk.log.deliveries(in: [state], withCopies: false)
      #expect(try desk.log.count(state) == listed.count, "\(state)")
      for recipients in [nil, [RecipientName(unit: "a"), RecipientName(unit: "c")]] as [Set<RecipientName>?] {
        let selection = MessageSelection(state: state, recipients: recipients)
        let messages = try desk.log.messages(before: nil, selection, limit: 10)
        #expect(try desk.log.count(selection) == messages.count, "\(state)")
        #expect(messages.allSatisfy { $0.own.contains { $0.state == state } }, "\(state)")
      }
    }
  }

  @Test("A number is that of its list, of deliveries and of messages, also of some recipients") func alike() throws {
    let desk = try desk()
    try isAlike(desk)
    try end(desk, 1, isCopy: false, .sent)
    try end(desk, 1, isCopy: true, .pending, problem: full)
    try end(desk, 2, isCopy: true, .sent)
    try end(desk, 3, isCopy: true, .pending, problem: full)
    try isAlike(desk)
    // B's own, and what C has alone; the copy of A's is nobody's loss.
    #expect(try desk.log.count(.pending) == 2 && desk.log.count(.sent) == 1)
    let waiting = try desk.log.messages(before: nil, .init(state: .pending), limit: 10)
    #expect(waiting.map { $0.deliveries[0].message } == [3, 2])
    #expect(try desk.log.late(at: desk.now)?.count == 2)
    #expect(
      try desk.log.lateCopies(at: desk.now) == LateDeliveries(count: 1, since: desk.now.seconds, reason: full))
  }

  @Test("Copies that were given up stay told, and one that was kept is no more") func copies() throws {
    let desk = try desk()
    for message: Int64 in [1, 2] { try end(desk, message, isCopy: false, .sent) }
    try end(desk, 3, isCopy: true, .sent)
    try end(desk, 1, isCopy: true, .dead, problem: full)
    try end(desk, 2, isCopy: true, .pending, problem: full)
    try isAlike(desk)
    #expect(try desk.log.count(.dead) == 0 && desk.log.late(at: desk.now) == nil)
    #expect(try desk.log.lateCopies(at: desk.now)?.count == 2)
    try end(desk, 2, isCopy: true, .sent)
    #expect(try desk.log.lateCopies(at: desk.now)?.count == 1)
    try end(desk, 1, isCopy: true, .sent)
    #expect(try desk.log.lateCopies(at: desk.now) == nil)
  }

  @Test("A round whose mail arrives while the Maildir takes no copy says so, and counts nothing to be sent")
  func round()
    throws
  {
    let peers = try UnrulyPeers()
    let desk = try RoundDesk(
      RoundDesk.task("T", "chậm nhất 11/3/2024"),
      configuration: peers.configuration(more: "[maildir]\npath = \"/proc/none\""))
    try peers.behave("good")
    let first = try desk.round(at: RoundDesk.at("2024-03-04"))
    #expect(first.pending == 0 && first.late == nil && first.lateCopies?.count == 1, "\(first)")
    #expect(first.lateCopies?.since == RoundDesk.at("2024-03-04").seconds && first.lateCopies?.reason != nil)
    // Each try that fails is told again.
    #expect(try desk.round(at: RoundDesk.at("2024-03-04", 9)).lateCopies?.count == 1)
  }
}
