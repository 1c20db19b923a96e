import GRDB
public import Reminders
public import Store

/// A notice that was decided and does not go out, for `deliveries`.
public struct DroppedNotice: Hashable, Sendable {
  public var recipient: RecipientName
  public var channel: Channel
  public var slot: Instant
  public var step: String
  public var subject: String
  public var reason: DropReason
  public var dropped: Instant
}

extension PostLog {
  /// The latest first.
  public func dropped(limit: Int = 1000) throws(StoreFailure) -> [DroppedNotice] {
    let sql = """
      SELECT recipient, channel, slot, step, what, reason, dropped_at FROM dropped
      ORDER BY dropped_at DESC, key LIMIT ?
      """
    return try read {
      try Row.fetchAll($0, sql: sql, arguments: [limit]).map { row in
        DroppedNotice(
          recipient: RecipientName(row[0] as String), channel: Channel(rawValue: row[1]) ?? .mail,
          slot: Instant(seconds: row[2]), step: row[3], subject: row[4],
          reason: DropReason(rawValue: row[5]) ?? .changed, dropped: Instant(seconds: row[6]))
      }
    }
  }
}
