package import Addresses
package import FactLog
import GRDB
package import Reminders

/// A notice that was decided and does not go out, as `nhacviec deliveries` shows it.
package struct DroppedNotice: Hashable, Sendable {
  package var recipient: RecipientName
  package var channel: Channel
  package var slot: Instant
  /// The code of its step.
  package var step: String
  /// What it is about, in words.
  package var subject: String
  package var reason: DropReason
  /// When it was dropped.
  package var dropped: Instant
}

extension OutboxLog {
  /// The dropped notices, the latest first.
  package func dropped(limit: Int = 1000) throws(StoreFailure) -> [DroppedNotice] {
    let sql = """
      SELECT recipient, channel, slot, step, what, reason, dropped_at FROM dropped
      ORDER BY dropped_at DESC, key LIMIT ?
      """
    return try read {
      try Row.fetchAll($0, sql: sql, arguments: [limit]).map { row in
        DroppedNotice(
          recipient: RecipientName(row[0] as String), channel: Channel(rawValue: row[1]),
          slot: Instant(seconds: row[2]), step: row[3], subject: row[4],
          reason: DropReason(rawValue: row[5]) ?? .changed, dropped: Instant(seconds: row[6]))
      }
    }
  }
}
