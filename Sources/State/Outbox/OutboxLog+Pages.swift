package import FactLog
import GRDB
package import Reminders

/// A message with its deliveries and its notices.
package struct LoggedMessage: Hashable, Sendable {
  /// The recipient's own first.
  package let deliveries: [MessageDelivery]
  package let notices: [ToldNotice]
}

extension OutboxLog {
  /// The message of that number; nil if there is none.
  package func message(_ number: Int64) throws(StoreFailure) -> LoggedMessage? {
    let deliveries = try deliveries(of: number)
    return deliveries.isEmpty ? nil : LoggedMessage(deliveries: deliveries, notices: try notices(of: number))
  }

  /// Messages, the latest first.
  ///
  /// - Parameters:
  ///   - number: only those before this one; nil begins with the latest.
  ///   - state: only those with a delivery to the recipient in this state; nil takes all.
  ///   - recipients: only those to one of these; nil takes all.
  package func messages(
    before number: Int64?, in state: MessageDelivery.State?, to recipients: Set<RecipientName>? = nil, limit: Int
  ) throws(StoreFailure) -> [LoggedMessage] {
    let wanted =
      state.map { "AND id IN (SELECT message FROM delivery WHERE state = '\($0.rawValue)' AND NOT is_copy)" } ?? ""
    let names = recipients.map { $0.map(\.description).sorted() }
    let own = names.map { "AND recipient IN (\($0.map { _ in "?" }.joined(separator: ", ")))" } ?? ""
    return try read { database in
      let deliveries = try MessageDelivery.fetch(
        database,
        """
        WHERE message.id IN (SELECT id FROM message WHERE id < ? \(wanted) \(own) ORDER BY id DESC LIMIT ?)
        ORDER BY message.id DESC, is_copy, address
        """, StatementArguments([number ?? .max]) + StatementArguments(names ?? []) + [limit])
      var notices: [Int64: [ToldNotice]] = [:]
      for message in Set(deliveries.map(\.message)) {
        notices[message] = try ToldNotice.fetch(database, of: message)
      }
      return deliveries.chunked { $0.message == $1.message }.map {
        LoggedMessage(deliveries: $0, notices: notices[$0[0].message] ?? [])
      }
    }
  }
}

extension Array {
  /// Stretches of neighbours that belong together.
  fileprivate func chunked(by belong: (Element, Element) -> Bool) -> [[Element]] {
    reduce(into: []) { chunks, element in
      if let last = chunks.last?.last, belong(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
  }
}
