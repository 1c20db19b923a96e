package import FactLog
import GRDB
package import Reminders

/// A message with its deliveries and its notices.
package struct LoggedMessage: Hashable, Sendable {
  /// The recipient's own first.
  package let deliveries: [MessageDelivery]
  package let notices: [ToldNotice]

  /// Those that count: to the recipient, and copies only where there is nothing else.
  package var own: [MessageDelivery] {
    let own = deliveries.filter { !$0.isCopy }
    return own.isEmpty ? deliveries : own
  }
}

/// Which messages are asked for; their list and their number follow from the same question.
package struct MessageSelection: Sendable {
  /// Only those with a delivery in this state; nil takes all.
  package var state: MessageDelivery.State?
  /// Only those to one of these; nil takes all.
  package var recipients: Set<RecipientName>?

  package init(state: MessageDelivery.State? = nil, recipients: Set<RecipientName>? = nil) {
    (self.state, self.recipients) = (state, recipients)
  }

  /// SQL of a message, and its arguments.
  fileprivate var condition: (sql: String, arguments: StatementArguments) {
    let inState = state.map {
      "AND id IN (SELECT message FROM delivery WHERE state = '\($0.rawValue)' AND \(MessageDelivery.isOwn))"
    }
    let names = recipients.map { $0.map(\.description).sorted() }
    let toThem = names.map { "AND recipient IN (\($0.map { _ in "?" }.joined(separator: ", ")))" }
    return ([inState, toThem].compactMap { $0 }.joined(separator: " "), StatementArguments(names ?? []))
  }
}

extension OutboxLog {
  /// The message of that number; nil if there is none.
  package func message(_ number: Int64) throws(StoreFailure) -> LoggedMessage? {
    let deliveries = try deliveries(of: number)
    return deliveries.isEmpty ? nil : LoggedMessage(deliveries: deliveries, notices: try notices(of: number))
  }

  /// How many messages there are of these, as `messages` lists them.
  package func count(_ selection: MessageSelection) throws(StoreFailure) -> Int {
    let (sql, arguments) = selection.condition
    return try read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM message WHERE true \(sql)", arguments: arguments) ?? 0
    }
  }

  /// Messages, the latest first.
  ///
  /// - Parameter number: only those before this one; nil begins with the latest.
  package func messages(
    before number: Int64?, _ selection: MessageSelection, limit: Int
  ) throws(StoreFailure) -> [LoggedMessage] {
    let (sql, arguments) = selection.condition
    return try read { database in
      let deliveries = try MessageDelivery.fetch(
        database,
        """
        WHERE message.id IN (SELECT id FROM message WHERE id < ? \(sql) ORDER BY id DESC LIMIT ?)
        ORDER BY message.id DESC, is_copy, address
        """, StatementArguments([number ?? .max]) + arguments + [limit])
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
