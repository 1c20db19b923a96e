import CivilCalendar
import Diagnostics
import FactLog
import Foundation
import GRDB
import StateFolder
import TestSupport
import Testing

@testable import Outbox
@testable import Reminders

/// A log in a folder of its own, with messages of one notice each.
final class LogDesk {
  private let folder: ScratchFolder
  var root: String { folder.path }
  let log: OutboxLog
  let now = RoundDesk.at("2024-03-04")

  init(pageLimit: Int? = nil) throws {
    folder = try ScratchFolder()
    log = try OutboxLog(StateFolder(folder.path), .writing, pageLimit: pageLimit)
  }

  func notice(
    _ task: String, to unit: String = "a", kind: NoticeKind = .before(7, working: false), slot: Instant? = nil
  )
    -> Notice
  {
    let subject = NoticeTopic.plan("kh/\(task)")
    let recipient = RecipientName(unit: unit)
    let told = CivilDate(iso: "2024-03-11")
    return Notice(
      key: NoticeKey(subject: subject, kind: kind, told: told, recipient: recipient, channel: .mail), subject: subject,
      kind: kind, told: told, recipient: recipient, unit: 0, channel: .mail, role: .lead, planned: slot ?? now,
      slot: Slot(slot ?? now), urgency: .normal, isProvisional: false,
      isClassified: false, attachesCalendar: false)
  }

  func message(
    _ tasks: [String], to unit: String = "a", kind: RenderedMessage.Kind = .reminder, slot: Instant? = nil,
    part: Int = 0, body: String = "thư", addresses: [RenderedMessage.Address]? = nil
  ) -> RenderedMessage {
    let slot = slot ?? now
    return RenderedMessage(
      kind: kind, recipient: RecipientName(unit: unit), channel: .mail, slot: slot, part: part, subject: "Nhắc việc",
      returnPath: "vp@so.example", body: Array(body.utf8), journal: [[1, 2], [], [3]],
      addresses: addresses ?? [.init("\(unit)@so.example"), .init("maildir", isCopy: true)],
      notices: tasks.map { notice($0, to: unit, slot: slot) }, stale: slot.adding(seconds: 2 * 86_400))
  }

  func add(_ messages: RenderedMessage..., at moment: Instant? = nil) throws {
    try log.change(at: moment ?? now) { post in for message in messages { try post.add(message) } }
  }

  func due(_ after: Int64 = 0) throws -> [MessageDelivery] { try log.due(at: now.adding(seconds: after)) }

  /// The way by which SQLite runs a statement.
  func plan(_ sql: String) throws -> String {
    let arguments = StatementArguments(sql.filter { $0 == "?" }.map { _ in Int?.none })
    return try log.read {
      try Row.fetchAll($0, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments).map { $0[3] as String }
        .joined(separator: "; ")
    }
  }
}

/// What the log of notices keeps, gives up and forgets.
@Suite("The log of notices and messages")
struct PostLogTests {
  @Test("A message is kept whole, and its address delivered apart from its copies") func added() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A", "B"]))
    let due = try desk.due()
    #expect(due.map(\.address) == ["a@so.example", "maildir"])
    #expect(due.map(\.isCopy) == [false, true])
    let first = try #require(due.first)
    #expect(first.returnPath == "vp@so.example")
    #expect(first.messageID.count == 32)
    #expect(first.messageID == due.last?.messageID)
    let content = try #require(try desk.log.content(of: first.message))
    #expect(content.body == Array("thư".utf8))
    #expect(content.journal == [[1, 2], [], [3]])
    #expect(try desk.log.notices(of: first.message).map(\.subject).sorted() == ["p:kh/A", "p:kh/B"])
    #expect(try desk.log.notices(of: first.message).map(\.step) == ["before:7", "before:7"])
  }

  @Test("A notice is kept once: a second message with it is refused, and nothing of that round is there") func once()
    throws
  {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]))
    let record = RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 1)
    #expect(throws: StoreFailure.self) {
      try desk.log.round(at: desk.now) { post in
        try post.add(desk.message(["B"], part: 1))
        try post.add(desk.message(["A"], part: 2))
        return record
      }
    }
    #expect(try desk.due().count == 2)
    #expect(try desk.log.lastRound() == nil)
    try desk.log.round(at: desk.now) { _ in record }
    #expect(try desk.log.lastRound() == record)
  }

  @Test("What was never tried can be taken back; what was begun cannot, whatever came of it") func takenBack() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]), desk.message(["B"], part: 1), desk.message(["C"], to: "b"))
    try desk.log.begin(desk.due().filter { $0.recipient.unit == "b" && !$0.isCopy }, at: desk.now)
    let key = desk.notice("A").key
    try desk.log.change(at: desk.now) { post in
      #expect(post.untried.map(\.keys) == [[key], [desk.notice("B").key]])
      #expect(post.untried.map(\.addresses) == [["a@so.example", "maildir"], ["a@so.example", "maildir"]])
      #expect(!post.log(before: desk.now).contains(key))
      #expect(post.log(before: desk.now).entries(about: SubjectKey(.plan("kh/A"))).isEmpty)
      #expect(post.log(before: desk.now.adding(seconds: 1)).contains(key))
      #expect(post.log().contains(key))
      for message in post.untried.prefix(1) { try post.takeBack(message) { _ in .done } }
      #expect(!post.log().contains(key))
      #expect(try post.nextPart(RecipientName(unit: "a"), .mail, desk.now) == 2)
    }
    #expect(try desk.due().map(\.address) == ["a@so.example", "maildir", "b@so.example", "maildir"])
  }

  @Test("Messages about the program itself are never taken back") func service() throws {
    let desk = try LogDesk()
    try desk.add(desk.message([], kind: .service))
    try desk.log.change(at: desk.now) { #expect($0.untried.isEmpty) }
  }

  @Test("A reader counts what was never tried as not decided") func reader() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]), desk.message(["B"], part: 1))
    try desk.log.begin(desk.due().filter { $0.message == 2 }, at: desk.now)
    let reader = try OutboxLog(StateFolder(desk.root), .reading)
    let known = try reader.read { log in ["A", "B"].map { log.contains(desk.notice($0).key) } }
    #expect(known == [false, true])
    #expect(throws: StoreFailure.self) { try reader.begin(desk.due(), at: desk.now) }
  }

  @Test("An attempt counts when it begins; its end says when the next may be") func attempts() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]))
    let before = try desk.due()
    try desk.log.begin(before, at: desk.now)
    #expect(try desk.due().map(\.attempts) == [1, 1])
    let problem = Bilingual(vi: "bận", en: "busy")
    try desk.log.end(before[0], .pending, notBefore: desk.now.adding(seconds: 60), problem: problem, at: desk.now)
    try desk.log.end(before[1], .sent, at: desk.now)
    #expect(try desk.due(59).isEmpty)
    #expect(try desk.due(60).map(\.problem) == [problem])
    #expect(try desk.log.nextAttempt() == desk.now.adding(seconds: 60))
    #expect(try desk.log.count(.pending) == 1)
    // The copy arrived, which is none of those that count.
    #expect(try desk.log.deliveries(in: [.sent]).map(\.isCopy) == [true] && desk.log.count(.sent) == 0)
  }

  @Test("Put off: later, and as often tried as before") func postponed() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]))
    let due = try desk.due()
    try desk.log.postpone(due, to: desk.now.adding(seconds: 60))
    try desk.log.begin(due, at: desk.now)
    try desk.log.postpone(due, to: desk.now.adding(seconds: 120), wasBegun: true)
    #expect(try desk.due(119).isEmpty)
    #expect(try desk.due(120).map(\.attempts) == [0, 0])
  }

  @Test("Only what was tried goes stale, at its time and not before") func stale() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]), desk.message(["B"], to: "b"))
    let tried = try desk.due().filter { $0.recipient.unit == "a" && !$0.isCopy }
    try desk.log.begin(tried, at: desk.now)
    try desk.log.end(tried[0], .pending, problem: .init(vi: "bận", en: "busy"), at: desk.now)
    let late = Bilingual(vi: "trễ", en: "late")
    #expect(try desk.log.giveUpStale(at: desk.now.adding(seconds: 2 * 86_400 - 1), late) == 0)
    #expect(try desk.log.giveUpStale(at: desk.now.adding(seconds: 2 * 86_400), late) == 1)
    let dead = try desk.log.deliveries(in: [.dead])
    #expect(dead.map(\.address) == ["a@so.example"])
    #expect(dead.first?.problem == Bilingual(vi: "bận; trễ", en: "busy; late"))
  }

  @Test("Dead letters can be tried again, one or all, as long as their text is kept") func retry() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]), desk.message(["B"], to: "b"), desk.message(["C"], to: "c"))
    let due = try desk.due().filter { !$0.isCopy }
    try desk.log.begin(due, at: desk.now)
    for delivery in due { try desk.log.end(delivery, .dead, isGone: true, at: desk.now) }
    let later = desk.now.adding(seconds: 3 * 86_400)
    #expect(try desk.log.goneAddresses() == ["a@so.example", "b@so.example", "c@so.example"])
    #expect(try desk.log.retry(2, at: desk.now, until: later) == 1)
    #expect(try desk.log.goneAddresses() == ["a@so.example", "c@so.example"])
    let again = try #require(try desk.due().first { $0.recipient.unit == "b" && !$0.isCopy })
    #expect(again.stale == later)
    #expect(again.messageID == due[1].messageID)
    #expect(try desk.log.retry(9, at: desk.now, until: later) == 0)
    try desk.log.queue.write { try $0.execute(sql: "UPDATE message SET body = NULL WHERE id = 3") }
    #expect(try desk.log.retry(nil, at: desk.now, until: later) == 1)
    #expect(try desk.log.deliveries(in: [.dead]).map(\.message) == [3])
  }

  @Test("What died is undelivered until something about it arrives by another way or later") func undelivered() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A", "B"]))
    let address = try #require(try desk.due().first)
    try desk.log.begin([address], at: desk.now)
    try desk.log.end(address, .dead, at: desk.now)
    let a = Undelivered(subject: SubjectKey(.plan("kh/A")), recipient: RecipientName(unit: "a"))
    let b = Undelivered(subject: SubjectKey(.plan("kh/B")), recipient: RecipientName(unit: "a"))
    #expect(try desk.log.undelivered(since: desk.now) == [a, b])
    #expect(try desk.log.undelivered(since: desk.now.adding(seconds: 1)).isEmpty)
    // A copy that arrived does not count.
    let copy = try #require(try desk.due().first)
    #expect(copy.isCopy)
    try desk.log.end(copy, .sent, at: desk.now)
    #expect(try desk.log.undelivered(since: desk.now) == [a, b])
    let next = desk.now.adding(seconds: 86_400)
    var later = desk.message([], slot: next)
    later.notices = [desk.notice("A", kind: .before(1, working: false), slot: next)]
    try desk.add(later)
    #expect(try desk.log.undelivered(since: desk.now) == [a, b])
    let second = try #require(try desk.due().first { !$0.isCopy })
    try desk.log.end(second, .sent, at: next)
    #expect(try desk.log.undelivered(since: desk.now) == [b])
  }

  @Test("Texts are forgotten after their time, keys never, and what is pending keeps its text") func forgotten() throws
  {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]), desk.message(["B"], to: "b"))
    for delivery in try desk.due() where delivery.recipient.unit == "a" {
      try desk.log.end(delivery, .sent, at: desk.now)
    }
    try desk.log.forgetTexts(before: desk.now)
    #expect(try desk.log.content(of: 1) != nil)
    try desk.log.forgetTexts(before: desk.now.adding(seconds: 1))
    #expect(try desk.log.content(of: 1) == nil)
    #expect(try desk.log.content(of: 2) != nil)
    let known = try desk.log.change(at: desk.now) { $0.log().contains(desk.notice("A").key) }
    #expect(known)
  }

  @Test("Something is told once for ever; the dead are told of once, copies never") func toldOnce() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]))
    for delivery in try desk.due() { try desk.log.end(delivery, .dead, at: desk.now) }
    func newlyDead() throws -> [String] { try desk.log.change(at: desk.now) { try $0.newlyDead().map(\.address) } }
    #expect(try newlyDead() == ["a@so.example"])
    #expect(try newlyDead().isEmpty)
    let first = try desk.log.change(at: desk.now) { post in
      [try post.tellOnce("held/1"), try post.tellOnce("held/1"), try post.tellOnce("held/2")]
    }
    #expect(first == [true, false, true])
    #expect(try desk.log.change(at: desk.now) { try $0.tellOnce("held/1") } == false)
  }

  @Test("The usual is the median of the last rounds that wrote to anybody, from five on") func usual() throws {
    let desk = try LogDesk()
    for (index, count) in [3, 0, 9, 4, 0, 5].enumerated() {
      let began = desk.now.adding(seconds: Int64(index))
      try desk.log.round(at: began) { _ in
        RoundRecord(began: began, facts: "0:", revision: 1, next: nil, recipients: count)
      }
    }
    #expect(try desk.log.usualRecipients() == nil)
    let held = RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 900, held: "many")
    try desk.log.round(at: desk.now) { _ in held }
    #expect(try desk.log.usualRecipients() == nil)
    #expect(try desk.log.heldRound() == held)
    try desk.log.round(at: desk.now) { _ in
      RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 6)
    }
    #expect(try desk.log.usualRecipients() == 5)
    #expect(try desk.log.heldRound() == nil)
  }

  @Test("The last acceptance holds") func acceptance() throws {
    let desk = try LogDesk()
    #expect(try desk.log.acceptance() == nil)
    func acceptance(_ recipients: Int) -> Acceptance {
      Acceptance(
        recipients: recipients, messages: recipients + 1, since: .distantPast, until: desk.now,
        reasons: ["usual", "facts"], facts: "2:ab")
    }
    for count in [7, 8] { try desk.log.accept(acceptance(count), by: "lan", at: desk.now) }
    #expect(try desk.log.acceptance() == acceptance(8))
    try desk.log.change(at: desk.now) { try $0.useAcceptance() }
    #expect(try desk.log.acceptance() == nil, "it serves one round")
    try desk.log.accept(acceptance(9), by: "lan", at: desk.now)
    #expect(try desk.log.acceptance() == acceptance(9))
  }

  @Test("A log of the first version opens, and its acceptances are for nothing") func firstVersion() throws {
    let scratch = try ScratchFolder()
    let root = scratch.path
    let state = StateFolder(root)
    try Folder.make(state.post)
    defer { withExtendedLifetime(scratch) {} }
    let queue = try DatabaseQueue(path: state.postDatabase)
    let schema = OutboxSchema.database(state.postDatabase)
    try schema.migrator().migrate(queue, upTo: "1-post")
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(schema.applicationID);
          INSERT INTO acceptance (recipients, until, author, given_at) VALUES (999999999, 9999999999, 'x', 0);
          INSERT INTO round (began_at, facts, revision, recipients, held) VALUES (7, '0:', 1, 3, 'many');
          """)
    }
    try queue.close()
    // Before a round has opened it, it can be copied.
    #expect(throws: StoreFailure.missing) { try OutboxLog(state, .reading) }
    let copy = StateFolder(root + "/copy")
    try Folder.make(copy.post)
    try OutboxLog(state, .copying).copy(to: copy.postDatabase)
    #expect(try OutboxLog(copy, .copying).damage() == nil)
    let log = try OutboxLog(state, .writing)
    #expect(try log.acceptance() == nil)
    let held = try #require(try log.heldRound())
    #expect(held.recipients == 3 && held.reasons.isEmpty)
  }

  @Test("A log that is not there is missing to readers, and not made by them") func missing() throws {
    let scratch = try ScratchFolder()
    let root = scratch.path + "/none"
    #expect(throws: StoreFailure.missing) { try OutboxLog(StateFolder(root), .reading) }
    #expect(!Folder.isThere(root))
  }

  @Test("A database of facts is not taken for the log") func foreign() throws {
    let desk = try LogDesk()
    try desk.log.queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 7") }
    #expect(throws: StoreFailure.foreign) { try OutboxLog(StateFolder(desk.root), .writing) }
  }

  @Test("A copy is whole and of one moment") func copied() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A"]))
    let other = desk.root + "/other"
    try Folder.make(StateFolder(other).post)
    try desk.log.copy(to: StateFolder(other).postDatabase)
    let copy = try OutboxLog(StateFolder(other), .writing)
    #expect(try copy.damage() == nil)
    #expect(try copy.due(at: desk.now).map(\.messageID) == desk.due().map(\.messageID))
  }

  @Test("The write-ahead log of a large round is cut back; a reader holds nobody up") func cutBack() throws {
    let desk = try LogDesk()
    let tail = desk.root + "/post/post.db-wal"
    func size() throws -> Int64 {
      try #require(FileManager.default.attributesOfItem(atPath: tail)[.size] as? NSNumber).int64Value
    }
    let reader = try OutboxLog(StateFolder(desk.root), .reading)
    // It reads what was there before the round, so that the log behind it must stay.
    try reader.read { (database: Database) in
      try database.execute(sql: "SAVEPOINT reading")
      _ = try Row.fetchAll(database, sql: "SELECT id FROM message")
      try desk.log.change(at: desk.now) { post in
        for part in 0..<40 {
          try post.add(desk.message(["T.\(part)"], part: part, body: String(repeating: "x", count: 200_000)))
        }
      }
      let start = ContinuousClock.now
      desk.log.cutBack()
      #expect(ContinuousClock.now - start < .seconds(5))
      #expect(try size() > 8_000_000)
      try database.execute(sql: "RELEASE reading")
    }
    desk.log.cutBack()
    #expect(try size() == 0)
    #expect(try desk.due().count == 80)
    // Others are waited for as before.
    #expect(try desk.log.read { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } == 10_000)
  }
}
