package import Addresses
package import Diagnostics
package import FactLog
import Foundation
import GRDB
package import Reminders

/// The delivery of one message to one address, and its state.
package struct MessageDelivery: Hashable, Sendable {
  package enum State: String, Hashable, Sendable, CaseIterable {
    case pending, sent
    /// It was given up; its notices are told again in the next weekly slot.
    case dead
  }

  /// The id of the message in the log.
  package var message: Int64
  package var kind: RenderedMessage.Kind
  /// The id that all copies have, as in `RenderedMessage`.
  package var messageID: String
  package var recipient: RecipientName
  package var channel: Channel
  package var slot: Instant
  package var subject: String
  package var returnPath: String?
  /// A delivery that was tried and did not arrive by then is given up.
  package var stale: Instant
  package var address: String
  package var isCopy: Bool
  package var state: State
  /// The number of attempts that were begun.
  package var attempts: Int
  /// Before this instant there is no attempt.
  package var notBefore: Instant
  /// When the row last changed.
  package var changed: Instant
  /// Why the last attempt failed; nil if none did.
  package var problem: Bilingual?
  /// When the server first refused it for good; nil if it never did.
  package var refused: Instant?

  /// In SQL, which deliveries lists and counts take: those to the recipient, and a copy only where it is all that there is
  /// of its message.
  static let isOwn = """
    (NOT is_copy OR NOT EXISTS (SELECT 1 FROM delivery AS other
      WHERE other.message = delivery.message AND NOT other.is_copy))
    """

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
        problem: problem.vi.map { Bilingual(vi: $0, en: problem.en ?? $0) },
        refused: (row[17] as Int64?).map { Instant(seconds: $0) })
    }
  }
}

/// The content of a message, for sending and showing.
package struct MessageContent: Sendable {
  package var body: [UInt8]
  /// Journal entries, each in the native protocol of systemd-journald.
  package var journal: [[UInt8]]
}

/// A notice of a message, as `nhacviec deliveries` shows it.
package struct ToldNotice: Hashable, Sendable {
  /// What it is about, in words.
  package var subject: String
  /// The code of its step.
  package var step: String
  /// Why it was due.
  package var reason: Bilingual

  static func fetch(_ database: Database, of message: Int64) throws -> [ToldNotice] {
    try Row.fetchAll(
      database, sql: "SELECT what, step, reason_vi, reason_en FROM notice WHERE message = ? ORDER BY key",
      arguments: [message]
    ).map { ToldNotice(subject: $0[0], step: $0[1], reason: .init(vi: $0[2], en: $0[3])) }
  }
}

/// A notice about one subject, as the subject's own history shows it.
package struct ToldStep: Hashable, Sendable {
  package var slot: Instant
  package var recipient: RecipientName
  /// Why it was due.
  package var reason: Bilingual
  /// The number of its message.
  package var message: Int64
  /// Of the message: sent once it was taken at all its addresses that count, dead once one of them was given up and none waits.
  package var state: MessageDelivery.State
}

extension OutboxLog {
  /// No peer asks for a longer pause, in seconds: a delivery that is put off further was put off by a wrong clock.
  private static let longestPause: Int64 = 8 * 86_400

  /// Deliveries that may be tried at `now`, the oldest slot first.
  package func due(at now: Instant) throws(StoreFailure) -> [MessageDelivery] {
    try read {
      try MessageDelivery.fetch(
        $0, "WHERE state = 'pending' AND (not_before <= ? OR not_before > ?) ORDER BY slot, message.id, address",
        [now.seconds, now.seconds + Self.longestPause])
    }
  }

  /// Deliveries in the given states, the latest first.
  ///
  /// - Parameter withCopies: whether copies are listed that are not all that there is of a message.
  package func deliveries(
    in states: Set<MessageDelivery.State>, limit: Int = 1000, withCopies: Bool = true
  ) throws(StoreFailure) -> [MessageDelivery] {
    let names = states.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
    let copies = withCopies ? "" : "AND \(MessageDelivery.isOwn)"
    return try read {
      try MessageDelivery.fetch(
        $0, "WHERE state IN (\(names)) \(copies) ORDER BY changed_at DESC, message.id DESC, address LIMIT ?", [limit])
    }
  }

  package func deliveries(of message: Int64) throws(StoreFailure) -> [MessageDelivery] {
    try read { try MessageDelivery.fetch($0, "WHERE message.id = ? ORDER BY is_copy, address", [message]) }
  }

  /// How many there are in a state, as `deliveries` lists them without copies.
  package func count(_ state: MessageDelivery.State) throws(StoreFailure) -> Int {
    // Not as an argument, with which no index of one state could be used.
    let sql = "SELECT count(*) FROM delivery WHERE state = '\(state.rawValue)' AND \(MessageDelivery.isOwn)"
    return try read { try Int.fetchOne($0, sql: sql) ?? 0 }
  }

  /// When the next pending delivery may be tried; nil if none is pending.
  package func nextAttempt() throws(StoreFailure) -> Instant? {
    try read { try Int64.fetchOne($0, sql: "SELECT min(not_before) FROM delivery WHERE state = 'pending'") }
      .map { Instant(seconds: $0) }
  }

  /// The content of a message; nil if it is no longer kept.
  package func content(of message: Int64) throws(StoreFailure) -> MessageContent? {
    try read { database in
      let sql = "SELECT body, journal FROM message WHERE id = ? AND body IS NOT NULL"
      guard let row = try Row.fetchOne(database, sql: sql, arguments: [message]) else { return nil }
      let journal = (row[1] as Data?).map { Array($0) } ?? []
      return MessageContent(body: Array(row[0] as Data), journal: Lengths.split(journal) ?? [])
    }
  }

  package func notices(of message: Int64) throws(StoreFailure) -> [ToldNotice] {
    try read { try ToldNotice.fetch($0, of: message) }
  }

  /// What went out of a subject, the oldest slot first: a notice for each recipient and step, with what became of its
  /// message.
  package func told(of subject: SubjectKey) throws(StoreFailure) -> [ToldStep] {
    try read {
      try Row.fetchAll(
        $0,
        sql: """
          SELECT notice.slot, notice.recipient, reason_vi, reason_en, notice.message,
            (SELECT CASE WHEN min(state = 'sent') THEN 'sent' WHEN max(state = 'pending') THEN 'pending' ELSE 'dead' END
              FROM delivery WHERE delivery.message = notice.message AND \(MessageDelivery.isOwn))
          FROM notice WHERE subject = ? ORDER BY notice.slot, notice.recipient
          """, arguments: [Data(subject.key.bytes)]
      ).map {
        ToldStep(
          slot: Instant(seconds: $0[0]), recipient: RecipientName($0[1] as String), reason: .init(vi: $0[2], en: $0[3]),
          message: $0[4],
          state: ($0[5] as String?).flatMap(MessageDelivery.State.init) ?? .dead)
      }
    }
  }

  /// Counts an attempt before the first byte goes out. This is on the disk when it returns, because a process that is
  /// stopped from here on may have sent the messages.
  package func begin(_ deliveries: [MessageDelivery], at now: Instant) throws(StoreFailure) {
    try synchronize("FULL")
    try write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE delivery SET attempts = attempts + 1, changed_at = ? WHERE message = ? AND address = ?")
      for delivery in deliveries {
        try statement.execute(arguments: [now.seconds, delivery.message, delivery.address])
      }
    }
    // If the machine stops, what `end` wrote last may be lost: then a copy goes out again, and none is missing.
    try synchronize("NORMAL")
  }

  /// Notes the outcome of an attempt that `begin` counted.
  ///
  /// - Parameters:
  ///   - isGone: whether the owner of the address gave it up (HTTP 410).
  ///   - isRefused: whether the server refused it for good, which is not believed yet.
  package func end(
    _ delivery: MessageDelivery, _ state: MessageDelivery.State, notBefore: Instant? = nil,
    problem: Bilingual? = nil,
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

  /// Puts deliveries off, so that there is no attempt before `instant`.
  ///
  /// - Parameter wasBegun: whether `begin` was called for them, and nothing was done after it.
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
