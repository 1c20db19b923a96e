import Diagnostics
import Foundation
import GRDB
import StateFolder
import Testing

@testable import Outbox
@testable import Reminders

/// A log of a million rows is asked by its indexes; no question of a round walks it.
@Suite("Questions to a large log")
struct LogQueryTests {
  /// Statements that ran, as they were written.
  private final class Statements: @unchecked Sendable {
    var texts: Set<String> = []
  }

  private func record(_ log: OutboxLog, _ body: () throws -> Void) throws -> Set<String> {
    let statements = Statements()
    log.queue.writeWithoutTransaction { database in
      database.trace(options: .statement) { event in
        if case .statement(let statement) = event { statements.texts.insert(statement.sql) }
      }
    }
    try body()
    log.queue.writeWithoutTransaction { $0.trace() }
    return statements.texts
  }

  @Test("No statement of a round walks the messages, notices or deliveries") func indexed() throws {
    let desk = try LogDesk()
    try desk.add(desk.message(["A", "B"]))
    let log = desk.log
    let problem = Bilingual(vi: "trễ", en: "late")
    let texts = try record(log) {
      try log.giveUpStale(at: desk.now, problem)
      _ = try log.undelivered(since: desk.now)
      _ = try log.goneAddresses()
      _ = try log.usualRecipients()
      _ = try log.usualMessages()
      _ = try log.lastRound()
      _ = try log.dropped()
      _ = try log.acceptance()
      try log.round(at: desk.now) { post in
        for message in post.untried { try post.takeBack(message) { _ in .changed } }
        try post.add(desk.message(["A"], part: post.nextPart(RecipientName(unit: "a"), .mail, desk.now)))
        _ = post.log().contains(desk.notice("A").key)
        _ = post.log().entries(about: SubjectKey(.plan("kh/A")))
        _ = try post.newlyDead()
        _ = post.log(before: desk.now).entries(about: SubjectKey(.plan("kh/A")))
        _ = try post.followsLaterRound()
        return RoundRecord(began: desk.now, facts: "0:", revision: 1, next: nil, recipients: 1)
      }
      let due = try log.due(at: desk.now)
      try log.begin(due, at: desk.now)
      for delivery in due {
        _ = try log.content(of: delivery.message)
        try log.end(delivery, .sent, at: desk.now)
      }
      try log.forgetTexts(before: desk.now)
      _ = try log.count(.pending)
      _ = try log.count(.dead)
      _ = try log.late(at: desk.now)
      _ = try log.lateCopies(at: desk.now)
      _ = try log.nextAttempt()
    }
    let asked = texts.filter { text in
      ["SELECT", "UPDATE", "DELETE"].contains { text.hasPrefix($0) }
        && ["message", "notice", "delivery"].contains { text.contains($0) } && !text.contains("sqlite_master")
    }
    #expect(asked.count > 12)
    for text in asked {
      let plan = try desk.plan(text)
      // Through an index of pending or dead ones alone is no walk; of rounds the last ones are read.
      let walks = plan.split(separator: ";").filter { step in
        step.contains("SCAN") && !step.contains("delivery_pending") && !step.contains("delivery_dead")
          && !step.contains("CONSTANT ROW") && step != "SCAN round"
          // The channels of one recipient.
          && !step.contains("SCAN used")
      }
      #expect(walks.isEmpty, "\(text)\n\(plan)")
    }
  }
}
