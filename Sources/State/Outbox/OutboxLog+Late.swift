package import Diagnostics
package import FactLog
import GRDB
package import Reminders

/// Deliveries that are pending although their slot has come: an attempt failed, or none was possible.
package struct LateDeliveries: Hashable, Sendable {
  package var count: Int
  /// The slot of the oldest.
  package var since: Instant
  /// Why the oldest one waits that was tried; nil if none was.
  package var reason: Bilingual?
}

extension OutboxLog {
  /// The late deliveries; nil if there are none. A copy counts only where it is all that there is of a message.
  package func late(at now: Instant) throws(StoreFailure) -> LateDeliveries? {
    let waiting = """
      WHERE state = 'pending' AND (attempts > 0 OR slot < ?)
        AND (NOT is_copy OR NOT EXISTS (SELECT 1 FROM delivery AS other
          WHERE other.message = delivery.message AND NOT other.is_copy))
      """
    return try read { database in
      let sql = "SELECT count(*), min(slot) FROM delivery JOIN message ON message.id = delivery.message \(waiting)"
      guard let row = try Row.fetchOne(database, sql: sql, arguments: [now.seconds]), let since: Int64 = row[1] else {
        return nil
      }
      let tried = try MessageDelivery.fetch(
        database, "\(waiting) AND problem_vi IS NOT NULL ORDER BY slot, message.id, address LIMIT 1", [now.seconds])
      return LateDeliveries(count: row[0], since: Instant(seconds: since), reason: tried.first?.problem)
    }
  }
}
