package import FactLog
import GRDB
package import Reminders
package import StateFolder

/// What did not arrive although its slot has come: an attempt failed, or none was possible.
extension OutboxLog {
  /// The late deliveries; nil if there are none. A copy counts only where it is all that there is of a message.
  package func late(at now: Instant) throws(StoreFailure) -> LateDeliveries? {
    try late("state = 'pending' AND \(MessageDelivery.isOwn)", at: now)
  }

  /// The other copies that are late or were given up; nil if there are none. Nobody misses them, so that nothing but this
  /// tells that a Maildir or the journal takes nothing.
  package func lateCopies(at now: Instant) throws(StoreFailure) -> LateDeliveries? {
    // Asked for together no index of one state could be used.
    let waiting = try late("state = 'pending' AND NOT \(MessageDelivery.isOwn)", at: now)
    let dead = try late("state = 'dead' AND NOT \(MessageDelivery.isOwn)", at: now)
    guard let waiting, let dead else { return waiting ?? dead }
    var all = waiting.since <= dead.since ? waiting : dead
    all.count = waiting.count + dead.count
    return all
  }

  /// - Parameter which: SQL of a delivery.
  private func late(_ which: String, at now: Instant) throws(StoreFailure) -> LateDeliveries? {
    let waiting = "WHERE \(which) AND (attempts > 0 OR slot < ?)"
    return try read { database in
      let sql = "SELECT count(*), min(slot) FROM delivery JOIN message ON message.id = delivery.message \(waiting)"
      guard let row = try Row.fetchOne(database, sql: sql, arguments: [now.seconds]), let since: Int64 = row[1] else {
        return nil
      }
      let tried = try MessageDelivery.fetch(
        database, "\(waiting) AND problem_vi IS NOT NULL ORDER BY slot, message.id, address LIMIT 1", [now.seconds])
      return LateDeliveries(count: row[0], since: since, reason: tried.first?.problem)
    }
  }
}
