import Diagnostics
import Foundation
import GRDB
import StateFolder
import Testing

@testable import Outbox
@testable import Reminders

/// What the log knows of notices that do not go out, and of a clock that ran ahead.
@Suite("The log of what is judged again")
struct PostLogJudgingTests {
  @Test("What is taken back is dropped with its reason, until it is decided again") func dropped() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A", "B"]))
    let later = desk.now.adding(seconds: 60)
    try desk.log.change(at: later) { post in
      for message in post.untried {
        try post.takeBack(message) { $0.key == desk.notice("A").key ? .done : .moved }
      }
    }
    func dropped() throws -> [String] {
      try desk.log.dropped().map { "\($0.subject) \($0.step) \($0.reason.rawValue)" }.sorted()
    }
    #expect(try dropped() == ["p:kh/A before:7 done", "p:kh/B before:7 moved"])
    #expect(try desk.log.dropped().allSatisfy { $0.dropped == later && $0.slot == desk.now && $0.channel == .mail })
    try desk.add(desk.message(["B"]), at: later)
    #expect(try dropped() == ["p:kh/A before:7 done"])
  }

  @Test("A part beside one that was tried is marked; what was tried elsewhere says nothing") func besideTried() throws {
    let desk = try LogDesk()
    let next = desk.now.adding(seconds: 86_400)
    try desk.add(
      desk.message(["A"]), desk.message(["B"], part: 1), desk.message(["C"], to: "b"),
      desk.message(["D"], slot: next))
    try desk.log.begin(desk.due().filter { $0.message == 1 && !$0.isCopy }, at: desk.now)
    try desk.log.change(at: desk.now) { post in
      #expect(post.untried.map(\.message) == [2, 3, 4])
      #expect(post.untried.map(\.isBesideTried) == [true, false, false])
    }
  }

  @Test("What a clock that ran ahead said is set aside for ever, and its keys stay taken") func setAside() throws {
    let desk = try LogDesk()
    let ahead = desk.now.adding(seconds: 36 * 86_400)
    let record = { (began: Instant) in RoundRecord(began: began, facts: "0:", revision: 1, next: nil, recipients: 1) }
    try desk.log.round(at: desk.now) { _ in record(desk.now) }
    try desk.add(desk.message(["A"]), desk.message(["B"], slot: ahead))
    try desk.log.begin(desk.due(), at: ahead)
    for delivery in try desk.due() where delivery.slot == ahead {
      try desk.log.end(delivery, .pending, notBefore: ahead, at: ahead)
    }
    let old = Bilingual(vi: "cũ", en: "old")
    let givenUp = try desk.log.giveUpStale(at: ahead, old)
    #expect(givenUp > 0)
    try desk.log.round(at: ahead) { _ in record(ahead) }
    let back = desk.now.adding(seconds: 60)
    #expect(try desk.log.lastRound()?.began == ahead)
    #expect(try desk.log.lastRound(notAfter: back)?.began == desk.now)
    try desk.log.round(at: back) { post in
      let isAfterLater = try post.followsLaterRound()
      #expect(isAfterLater)
      try post.setAside()
      return record(back)
    }
    #expect(try desk.log.lastRound()?.began == back)
    // What it tried goes out no more; what it found too old is taken up again.
    #expect(try desk.log.deliveries(in: [.dead], withCopies: false).map(\.slot) == [ahead])
    #expect(try desk.log.due(at: back).allSatisfy { $0.slot == desk.now })
    try desk.log.change(at: ahead.adding(seconds: 1)) { post in
      let isAfterLater = try post.followsLaterRound()
      #expect(!isAfterLater)
      #expect(post.log().slot(of: desk.notice("A").key) == desk.now)
      #expect(post.log().slot(of: desk.notice("B", slot: ahead).key) == .never)
      // Also for what is judged as of a round before it.
      #expect(post.log(before: desk.now).slot(of: desk.notice("B", slot: ahead).key) == .never)
      #expect(post.log(before: desk.now).slot(of: desk.notice("A").key) == nil)
    }
  }

  @Test("A log of the first version opens, and counts messages from then on") func firstVersion() throws {
    let desk = try LogDesk()
    let state = StateFolder(desk.root + "/first")
    try Folder.make(state.post)
    let queue = try DatabaseQueue(path: state.postDatabase)
    let schema = OutboxSchema.database(state.postDatabase)
    try schema.migrator().migrate(queue, upTo: "1-post")
    try queue.write { database in
      try database.execute(sql: "PRAGMA application_id = \(schema.applicationID)")
      for count in 1...5 {
        try database.execute(
          sql: "INSERT INTO round (began_at, facts, revision, recipients) VALUES (?, '0:', 1, ?)",
          arguments: [desk.now.seconds, count])
      }
    }
    try queue.close()
    let log = try OutboxLog(state, .writing)
    #expect(try log.dropped().isEmpty)
    #expect(try log.usualRecipients() == 3 && log.usualMessages() == nil)
    for count in [7, 9, 8, 2, 30] {
      try log.round(at: desk.now) { _ in
        RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 1, messages: count)
      }
    }
    #expect(try log.usualMessages() == 8)
  }
}
