package import Addresses
package import FactLog
import Foundation
import GRDB
package import Reminders

/// One message to one address, and what became of it.
package struct MessageDelivery: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, CaseIterable {
    case pending, sent
    /// Given up; what it told is said again in the next weekly digest.
    case dead
  }

  package struct Problem: Hashable, Sendable {
    package var vi: String
    package var en: String

    package init(vi: String, en: String) {
      self.vi = vi
      self.en = en
    }
  }

  package var message: Int64
  package var kind: RenderedMessage.Kind
  package var messageID: String
  package var recipient: RecipientName
  package var channel: Channel
  package var slot: Instant
  package var subject: String
  package var returnPath: String?
  package var stale: Instant
  package var address: String
  package var isCopy: Bool
  package var state: State
  package var attempts: Int
  package var notBefore: Instant
  package var changed: Instant
  /// Why the last attempt failed.
  package var problem: Problem?
  /// When the server first refused it for good; nil: never.
  package var refused: Instant?

  private static let columns = """
    message.id, kind, message_id, recipient, channel, slot, subject, return_path, stale_at, address, is_copy, state,
    attempts, not_before, changed_at, problem_vi, problem_en,
    (SELECT since FROM refusal WHERE refusal.message = message.id AND refusal.address = delivery.address)
    """

  /// - Parameter condition: SQL from `WHERE` on.
  static func fetch(
    _ database: Database, _ condition: String, _ arguments: StatementArguments = []
  ) throws -> [MessageDelivery] {
    let sql = "SELECT \(columns) FROM delivery JOIN message ON message.id = delivery.message \(condition)"
    return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
      let problem: (vi: String?, en: String?) = (row[15], row[16])
      return MessageDelivery(
        message: row[0], kind: RenderedMessage.Kind(rawValue: row[1]) ?? .reminder, messageID: row[2],
        recipient: RecipientName(row[3] as String), channel: Channel(rawValue: row[4]),
        slot: Instant(seconds: row[5]), subject: row[6], returnPath: row[7], stale: Instant(seconds: row[8]),
        address: row[9], isCopy: row[10], state: State(rawValue: row[11]) ?? .dead, attempts: row[12],
        notBefore: Instant(seconds: row[13]), changed: Instant(seconds: row[14]),
        problem: problem.vi.map { Problem(vi: $0, en: problem.en ?? $0) },
        refused: (row[17] as Int64?).map { Instant(seconds: $0) })
    }
  }
}

/// What a message is made of, for sending and showing.
package struct MessageContent: Sendable {
  package var body: [UInt8]
  package var journal: [[UInt8]]
}

/// What a message told, for `deliveries`.
package struct ToldNotice: Hashable, Sendable {
  package var subject: String
  package var step: String
  package var reason: MessageDelivery.Problem
}

extension OutboxLog {
  /// No peer asks for a longer pause: what is put off further was so by a clock that was wrong.
  private static let longestPause: Int64 = 8 * 86_400

  /// Deliveries that may be tried at `now`, the oldest slot first.
  package func due(at now: Instant) throws(StoreFailure) -> [MessageDelivery] {
    try read {
      try MessageDelivery.fetch(
        $0, "WHERE state = 'pending' AND (not_before <= ? OR not_before > ?) ORDER BY slot, message.id, address",
        [now.seconds, now.seconds + Self.longestPause])
    }
  }

  /// In the given states, the latest first.
  package func deliveries(
    in states: Set<MessageDelivery.State>, limit: Int = 1000, withCopies: Bool = true
  ) throws(StoreFailure) -> [MessageDelivery] {
    let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let copies =
      withCopies
      ? ""
      : "AND (NOT is_copy OR NOT EXISTS (SELECT 1 FROM delivery AS other "
        + "WHERE other.message = delivery.message AND NOT other.is_copy))"
    return try read {
      try MessageDelivery.fetch(
        $0, "WHERE state IN (\(names)) \(copies) ORDER BY changed_at DESC, message.id DESC, address LIMIT ?", [limit])
    }
  }

  package func deliveries(of message: Int64) throws(StoreFailure) -> [MessageDelivery] {
    try read { try MessageDelivery.fetch($0, "WHERE message.id = ? ORDER BY is_copy, address", [message]) }
  }

  package func count(_ state: MessageDelivery.State) throws(StoreFailure) -> Int {
    // Not as an argument, with which no index of one state could be used.
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM delivery WHERE state = '\(state.rawValue)'") ?? 0 }
  }

  /// When the next pending delivery may be tried; nil: none is pending.
  package func nextAttempt() throws(StoreFailure) -> Instant? {
    try read { try Int64.fetchOne($0, sql: "SELECT min(not_before) FROM delivery WHERE state = 'pending'") }
      .map { Instant(seconds: $0) }
  }

  /// Nil where it is no longer kept.
  package func content(of message: Int64) throws(StoreFailure) -> MessageContent? {
    try read { database in
      let sql = "SELECT body, journal FROM message WHERE id = ? AND body IS NOT NULL"
      guard let row = try Row.fetchOne(database, sql: sql, arguments: [message]) else { return nil }
      let journal = (row[1] as Data?).map { Array($0) } ?? []
      return MessageContent(body: Array(row[0] as Data), journal: Lengths.split(journal) ?? [])
    }
  }

  package func notices(of message: Int64) throws(StoreFailure) -> [ToldNotice] {
    try read {
      try Row.fetchAll(
        $0, sql: "SELECT what, step, reason_vi, reason_en FROM notice WHERE message = ? ORDER BY key",
        arguments: [message]
      ).map { ToldNotice(subject: $0[0], step: $0[1], reason: .init(vi: $0[2], en: $0[3])) }
    }
  }

  /// Before the first byte goes out, on the disk when it returns: whoever is stopped from here on may have sent them.
  package func begin(_ deliveries: [MessageDelivery], at now: Instant) throws(StoreFailure) {
    try synchronize("FULL")
    try write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE delivery SET attempts = attempts + 1, changed_at = ? WHERE message = ? AND address = ?")
      for delivery in deliveries {
        try statement.execute(arguments: [now.seconds, delivery.message, delivery.address])
      }
    }
    // What `end` writes may be lost with the machine, in order: then a copy goes out again, and none is lost.
    try synchronize("NORMAL")
  }

  /// After `begin`.
  ///
  /// - Parameter isRefused: the server refused it for good, which is not believed yet.
  package func end(
    _ delivery: MessageDelivery, _ state: MessageDelivery.State, notBefore: Instant? = nil,
    problem: MessageDelivery.Problem? = nil,
    isGone: Bool = false, isRefused: Bool = false, at now: Instant
  ) throws(StoreFailure) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: """
          UPDATE delivery SET state = ?, not_before = ?, problem_vi = ?, problem_en = ?, is_gone = ?, changed_at = ?
          WHERE message = ? AND address = ?
          """)
      try statement.execute(arguments: [
        state.rawValue, (notBefore ?? now).seconds, problem?.vi, problem?.en, isGone, now.seconds, delivery.message,
        delivery.address,
      ])
      guard isRefused else { return }
      try database.execute(
        sql: "INSERT OR IGNORE INTO refusal (message, address, since) VALUES (?, ?, ?)",
        arguments: [delivery.message, delivery.address, now.seconds])
    }
  }

  /// Not tried, and not to be before `instant`.
  ///
  /// - Parameter wasBegun: `begin` was called for them, and nothing was done after it.
  package func postpone(
    _ deliveries: [MessageDelivery], to instant: Instant, wasBegun: Bool = false
  ) throws(StoreFailure) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE delivery SET not_before = ?, attempts = attempts - ? WHERE message = ? AND address = ?")
      for delivery in deliveries {
        try statement.execute(arguments: [instant.seconds, wasBegun ? 1 : 0, delivery.message, delivery.address])
      }
    }
  }

  private func synchronize(_ mode: String) throws(StoreFailure) {
    try file.attempt {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(mode)") }
    }
  }
}
