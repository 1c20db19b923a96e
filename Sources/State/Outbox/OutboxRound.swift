package import Addresses
package import Diagnostics
package import FactLog
import Foundation
import GRDB
package import Reminders

/// The transaction of one round: it queries the log, takes back messages that were never tried and are no longer right,
/// and adds those that were decided. Deciding and rendering are in it, sending is not (docs/architecture.md, "The
/// promise").
package final class OutboxRound {
  let database: Database
  let now: Instant
  /// Reminders of which no delivery was ever tried, in the order of their ids.
  package let untried: [Untried]

  /// A reminder that was decided earlier and not yet tried.
  package struct Untried: Sendable {
    /// The id of the message in the log.
    package var message: Int64
    package var recipient: RecipientName
    package var channel: Channel
    package var slot: Instant
    /// When it was decided.
    package var decided: Instant
    package var stale: Instant
    package var notices: [SentEntry]
    package var addresses: Set<String>
    /// Whether a message to the same recipient in the same slot was tried, through another channel or as another part,
    /// so that the recipient may have been told the same.
    package var isBesideTried: Bool
    package var keys: Set<NoticeKey> { Set(notices.map(\.key)) }
  }

  init(_ database: Database, at now: Instant) throws {
    self.database = database
    self.now = now
    untried = try Self.untried(database)
  }

  /// The log of everything that was decided before.
  package func log() -> DatabaseLog { DatabaseLog(database) }

  /// The log of what had been decided before the round of `instant`.
  package func log(before instant: Instant) -> DatabaseLog { DatabaseLog(database, before: instant) }

  /// When the last round before `instant` began that was not held; nil if there was none.
  package func lastRound(before instant: Instant) throws -> Instant? {
    try RoundRecord.fetch(
      database, "WHERE held IS NULL AND began_at < ? ORDER BY id DESC LIMIT 1", [instant.seconds])?.began
  }

  /// Removes an untried message with its notices, and notes why it does not go out. A notice that is added again
  /// afterwards does not count as dropped.
  package func takeBack(_ message: Untried, _ reason: (SentEntry) throws -> DropReason) throws {
    for notice in message.notices {
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO dropped (key, recipient, channel, slot, step, what, reason, dropped_at)
          SELECT key, recipient, channel, slot, step, what, ?, ? FROM notice WHERE key = ?
          """, arguments: [try reason(notice).rawValue, now.seconds, Data(notice.key.bytes)])
    }
    for table in ["notice", "delivery"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE message = ?", arguments: [message.message])
    }
    try database.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [message.message])
  }

  /// Notes that a notice does not go out although its step was decided.
  package func drop(_ notice: Notice, _ reason: DropReason) throws {
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO dropped (key, recipient, channel, slot, step, what, reason, dropped_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        Data(notice.key.bytes), notice.recipient.description, notice.channel.rawValue, notice.slot.instant.seconds,
        notice.kind.code, notice.subject.description, reason.rawValue, now.seconds,
      ])
  }

  /// Gives an untried message up as if it had been tried, so that another attempt sends it unchanged.
  package func giveUp(_ message: Untried, _ problem: Bilingual) throws {
    try database.execute(
      sql: """
        UPDATE delivery SET state = 'dead', attempts = attempts + 1, changed_at = ?, problem_vi = ?, problem_en = ?
        WHERE message = ?
        """, arguments: [now.seconds, problem.vi, problem.en, message.message])
  }

  /// Whether the last round that was not held began after this one, because its clock ran ahead.
  package func followsLaterRound() throws -> Bool {
    try RoundRecord.fetch(database, "WHERE held IS NULL ORDER BY id DESC LIMIT 1").map { $0.began > now } ?? false
  }

  /// Undoes what a clock that ran ahead has done: notices that were decided too early (`Instant.isTooEarly`) no longer
  /// count, even when their slot comes, and deliveries that were put off by that clock may be tried.
  package func setAside() throws {
    let early = now.seconds + Instant.early
    try database.execute(
      sql: "UPDATE notice SET slot = ? WHERE slot > ?", arguments: [Instant.never.seconds, early])
    // Its messages are wrong now. Those that were tried may have arrived, and are not sent again.
    try database.execute(
      sql: """
        UPDATE delivery SET state = 'dead', changed_at = ?, problem_vi = ?, problem_en = ?
        WHERE state = 'pending' AND attempts > 0
          AND message IN (SELECT id FROM message WHERE kind = 'reminder' AND slot > ?)
        """,
      arguments: [
        now.seconds, "đồng hồ của máy chạy trước khi thư được soạn", "the clock ran ahead when it was written",
        early,
      ])
    // Deliveries that it put off may be tried, and those that it found too old are not too old.
    try database.execute(
      sql: """
        UPDATE delivery SET state = 'pending', not_before = min(not_before, ?), is_told = 0, is_gone = 0
        WHERE changed_at > ? AND state <> 'sent'
          AND message IN (SELECT id FROM message WHERE slot <= ? AND stale_at > ? AND body IS NOT NULL)
        """, arguments: [now.seconds, now.seconds, early, now.seconds])
  }

  /// The first part number that a message in this slot may have.
  package func nextPart(_ recipient: RecipientName, _ channel: Channel, _ slot: Instant) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT max(part) + 1 FROM message WHERE recipient = ? AND channel = ? AND slot = ?",
      arguments: [recipient.description, channel.rawValue, slot.seconds]) ?? 0
  }

  /// Adds a message with its notices and deliveries.
  ///
  /// - Parameter decided: when it was decided; nil for this round.
  package func add(_ message: RenderedMessage, decided: Instant? = nil) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO message (kind, recipient, channel, slot, part, message_id, subject, return_path, body, journal,
          decided_at, stale_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      message.kind.rawValue, message.recipient.description, message.channel.rawValue, message.slot.seconds,
      message.part, message.messageID, message.subject, message.returnPath, Data(message.body),
      message.journal.isEmpty ? nil : Data(Lengths.join(message.journal)), (decided ?? now).seconds,
      message.stale.seconds,
    ])
    let id = database.lastInsertedRowID
    for notice in message.notices { try add(notice, to: id) }
    let delivery = try database.cachedStatement(
      sql: "INSERT INTO delivery (message, address, is_copy, state, changed_at) VALUES (?, ?, ?, 'pending', ?)")
    for address in message.addresses {
      try delivery.execute(arguments: [id, address.text, address.isCopy, now.seconds])
    }
  }

  private func add(_ notice: Notice, to message: Int64) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO notice (key, subject, step, told, is_provisional, recipient, channel, slot, what, reason_vi,
          reason_en, message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    let words = notice.kind.words
    try statement.execute(arguments: [
      Data(notice.key.bytes), Data(SubjectKey(notice.subject).key.bytes), notice.kind.code, notice.told?.dayNumber,
      notice.isProvisional, notice.recipient.description, notice.channel.rawValue, notice.slot.instant.seconds,
      notice.subject.description, words.vi, words.en, message,
    ])
    let again = try database.cachedStatement(sql: "DELETE FROM dropped WHERE key = ?")
    try again.execute(arguments: [Data(notice.key.bytes)])
  }

  /// Whether `what` was not told before; from now on it counts as told.
  package func tellOnce(_ what: String) throws -> Bool {
    try database.execute(
      sql: "INSERT OR IGNORE INTO told (what, told_at) VALUES (?, ?)", arguments: [what, now.seconds])
    return database.changesCount > 0
  }

  /// Dead deliveries to recipients that nobody was told of yet; from now on they count as told.
  package func newlyDead() throws -> [MessageDelivery] {
    let found = try MessageDelivery.fetch(
      database, "WHERE delivery.state = 'dead' AND NOT is_told AND NOT is_copy ORDER BY delivery.changed_at, message.id"
    )
    try database.execute(sql: "UPDATE delivery SET is_told = 1 WHERE state = 'dead' AND NOT is_told")
    return found
  }

  /// The subjects of a message's notices, as `NoticeTopic.description` writes them.
  package func subjects(of message: Int64) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT DISTINCT what FROM notice WHERE message = ? ORDER BY what", arguments: [message])
  }

  /// `service` messages are left out, because nothing would decide them again.
  private static func untried(_ database: Database) throws -> [Untried] {
    let sql = """
      SELECT id, recipient, channel, slot, decided_at, stale_at, EXISTS (
          -- the recipient's channels, each by one step through the index
          WITH RECURSIVE used(channel) AS (
            SELECT (SELECT min(channel) FROM message AS first WHERE first.recipient = message.recipient)
            UNION ALL
            SELECT (SELECT min(channel) FROM message AS next
              WHERE next.recipient = message.recipient AND next.channel > used.channel)
            FROM used WHERE used.channel IS NOT NULL)
          SELECT 1 FROM used JOIN message AS beside ON beside.recipient = message.recipient
            AND beside.channel = used.channel AND beside.slot = message.slot
          JOIN delivery ON delivery.message = beside.id
          WHERE beside.kind = 'reminder' AND (delivery.attempts > 0 OR delivery.state <> 'pending'))
      FROM message WHERE kind = 'reminder'
        AND id IN (SELECT message FROM delivery WHERE state = 'pending')
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE message = id AND (attempts > 0 OR state <> 'pending'))
      ORDER BY id
      """
    return try Row.fetchAll(database, sql: sql).map { row in
      let id: Int64 = row[0]
      return Untried(
        message: id, recipient: RecipientName(row[1] as String), channel: Channel(rawValue: row[2]),
        slot: Instant(seconds: row[3]), decided: Instant(seconds: row[4]), stale: Instant(seconds: row[5]),
        notices: try SentEntry.fetch(database, "message = ?", [id]),
        addresses: try String.fetchSet(
          database, sql: "SELECT address FROM delivery WHERE message = ?", arguments: [id]),
        isBesideTried: row[6])
    }
  }
}

extension OutboxLog {
  /// Runs `body` in one transaction, and records the round that it returns. If it throws, nothing changes.
  package func round(
    at now: Instant, _ body: (OutboxRound) throws -> RoundRecord?
  ) throws(StoreFailure) {
    try write { database in
      try body(OutboxRound(database, at: now))?.insert(database)
    }
  }

  /// Runs `body` in one transaction that is not a round. If it throws, nothing changes.
  package func change<Value>(at now: Instant, _ body: (OutboxRound) throws -> Value) throws(StoreFailure) -> Value {
    try write { try body(OutboxRound($0, at: now)) }
  }

  /// Queries the log without changing it. Messages that were never tried count as not decided.
  package func read<Value>(_ body: (DatabaseLog) throws -> Value) throws(StoreFailure) -> Value {
    try read { database in
      let untried = try OutboxRound(database, at: .distantPast).untried
      let log = DatabaseLog(database, without: Set(untried.map(\.message)))
      let value = try body(log)
      if let failure = log.failure { throw failure }
      return value
    }
  }
}
