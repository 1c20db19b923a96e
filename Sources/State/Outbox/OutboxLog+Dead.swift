package import Diagnostics
package import FactLog
import Foundation
import GRDB
package import Reminders

/// Messages that did not arrive.
extension OutboxLog {
  /// Gives up deliveries that were tried and whose time is over. Returns how many.
  @discardableResult
  package func giveUpStale(at now: Instant, _ problem: Bilingual) throws(StoreFailure) -> Int {
    try write { database in
      try database.execute(
        sql: """
          UPDATE delivery SET state = 'dead', changed_at = ?, problem_vi = coalesce(problem_vi || '; ', '') || ?,
            problem_en = coalesce(problem_en || '; ', '') || ?
          WHERE state = 'pending' AND attempts > 0
            AND (SELECT stale_at FROM message WHERE id = delivery.message) <= ?
          """, arguments: [now.seconds, problem.vi, problem.en, now.seconds])
      return database.changesCount
    }
  }

  /// Makes the dead deliveries of a message pending again, or those of all messages whose text is kept; they are given
  /// up at `stale`. Returns how many.
  package func retry(_ message: Int64?, at now: Instant, until stale: Instant) throws(StoreFailure) -> Int {
    try write { database in
      let dead = """
        state = 'dead' AND (? IS NULL OR message = ?)
          AND EXISTS (SELECT 1 FROM message WHERE message.id = delivery.message AND body IS NOT NULL)
        """
      // The person who asks for another attempt knows better than the server did.
      try database.execute(
        sql: "DELETE FROM refusal WHERE (message, address) IN (SELECT message, address FROM delivery WHERE \(dead))",
        arguments: [message, message])
      try database.execute(
        sql: "UPDATE message SET stale_at = max(stale_at, ?) WHERE id IN (SELECT message FROM delivery WHERE \(dead))",
        arguments: [stale.seconds, message, message])
      try database.execute(
        sql:
          "UPDATE delivery SET state = 'pending', not_before = ?, changed_at = ?, is_told = 0, is_gone = 0 WHERE \(dead)",
        arguments: [now.seconds, now.seconds, message, message])
      return database.changesCount
    }
  }

  /// The subjects of which a message did not arrive at a recipient since `since`, nor any later one (decision:
  /// two-slots). Notices that were set aside do not count.
  package func undelivered(since: Instant) throws(StoreFailure) -> Set<Undelivered> {
    let sql = """
      SELECT DISTINCT notice.subject, notice.recipient
      FROM delivery JOIN notice ON notice.message = delivery.message
      WHERE delivery.state = 'dead' AND NOT delivery.is_copy AND delivery.changed_at >= ? AND notice.slot < ?
        AND NOT EXISTS (
          SELECT 1 FROM notice AS later JOIN delivery AS arrived ON arrived.message = later.message
          WHERE later.subject = notice.subject AND later.recipient = notice.recipient AND later.slot >= notice.slot
            AND later.slot < ? AND arrived.state = 'sent' AND NOT arrived.is_copy)
      """
    return try read { database in
      Set(
        try Row.fetchAll(
          database, sql: sql, arguments: [since.seconds, Instant.never.seconds, Instant.never.seconds]
        ).compactMap { row in
          NoticeKey(bytes: row[0] as Data).map {
            Undelivered(subject: SubjectKey($0), recipient: RecipientName(row[1] as String))
          }
        })
    }
  }

  /// Addresses that their owners gave up (HTTP 410), where nothing more is sent.
  package func goneAddresses() throws(StoreFailure) -> Set<String> {
    try read {
      try String.fetchSet($0, sql: "SELECT address FROM delivery WHERE state = 'dead' AND is_gone")
    }
  }

  /// Removes the texts of messages that were decided before `instant` and are not pending; the keys stay for ever.
  package func forgetTexts(before instant: Instant) throws(StoreFailure) {
    try write {
      try $0.execute(
        sql: """
          UPDATE message SET body = NULL, journal = NULL WHERE decided_at < ? AND body IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM delivery WHERE message = id AND state = 'pending')
          """, arguments: [instant.seconds])
    }
  }
}
