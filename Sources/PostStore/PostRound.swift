import CivilCalendar
import Foundation
import GRDB
public import Reminders
public import Store

/// One round's transaction: it asks the log, takes back what was never tried and is moot, and adds what was decided.
/// Deciding and rendering are in it, sending is not (docs/architecture.md, the promise).
public final class PostRound {
  let database: Database
  let now: Instant
  /// Messages that no copy of was ever tried, by id.
  public let untried: [Untried]

  /// A reminder that was decided earlier and not yet tried.
  public struct Untried: Sendable {
    public var message: Int64
    public var recipient: RecipientName
    public var channel: Channel
    public var slot: Instant
    public var decided: Instant
    public var keys: Set<NoticeKey>
    public var addresses: Set<String>
  }

  init(_ database: Database, at now: Instant) throws {
    self.database = database
    self.now = now
    untried = try Self.untried(database)
  }

  /// What was decided before.
  public func log(withoutUntried: Bool = false) -> DatabaseLog {
    DatabaseLog(database, without: withoutUntried ? Set(untried.map(\.message)) : [])
  }

  /// When the last round that was not held began, of those before `instant`.
  public func lastRound(before instant: Instant) throws -> Instant? {
    try RoundRecord.fetch(
      database, "WHERE held IS NULL AND began_at < ? ORDER BY id DESC LIMIT 1", [instant.seconds])?.began
  }

  /// Removes an untried message with its notices: it will not go out.
  public func takeBack(_ message: Untried) throws {
    for table in ["notice", "delivery"] {
      try database.execute(sql: "DELETE FROM \(table) WHERE message = ?", arguments: [message.message])
    }
    try database.execute(sql: "DELETE FROM message WHERE id = ?", arguments: [message.message])
  }

  /// The first part number that a message in this slot may have.
  public func nextPart(_ recipient: RecipientName, _ channel: Channel, _ slot: Instant) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT max(part) + 1 FROM message WHERE recipient = ? AND channel = ? AND slot = ?",
      arguments: [recipient.description, channel.rawValue, slot.seconds]) ?? 0
  }

  public func add(_ message: RenderedMessage) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO message (kind, recipient, channel, slot, part, message_id, subject, return_path, body, journal,
          decided_at, stale_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      message.kind.rawValue, message.recipient.description, message.channel.rawValue, message.slot.seconds,
      message.part, message.messageID, message.subject, message.returnPath, Data(message.body),
      message.journal.isEmpty ? nil : Data(Lengths.join(message.journal)), now.seconds, message.stale.seconds,
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
    let words = notice.reason.words
    try statement.execute(arguments: [
      Data(notice.key.bytes), Data(SubjectKey(notice.subject).key.bytes), notice.step.code, notice.told?.dayNumber,
      notice.isProvisional, notice.recipient.description, notice.channel.rawValue, notice.slot.instant.seconds,
      notice.subject.description, words.vi, words.en, message,
    ])
  }

  /// Whether `what` is said for the first time; from now on it was.
  public func tellOnce(_ what: String) throws -> Bool {
    try database.execute(
      sql: "INSERT OR IGNORE INTO told (what, told_at) VALUES (?, ?)", arguments: [what, now.seconds])
    return database.changesCount > 0
  }

  /// Dead deliveries to recipients that nobody was told of yet; from now on somebody was.
  public func newlyDead() throws -> [MessageDelivery] {
    let found = try MessageDelivery.fetch(
      database, "WHERE delivery.state = 'dead' AND NOT is_told AND NOT is_copy ORDER BY delivery.changed_at, message.id"
    )
    try database.execute(sql: "UPDATE delivery SET is_told = 1 WHERE state = 'dead' AND NOT is_told")
    return found
  }

  /// What a message told of, as `Subject.description` writes it.
  public func subjects(of message: Int64) throws -> [String] {
    try String.fetchAll(
      database, sql: "SELECT DISTINCT what FROM notice WHERE message = ? ORDER BY what", arguments: [message])
  }

  /// Without `service` messages: nothing would decide those again.
  private static func untried(_ database: Database) throws -> [Untried] {
    let sql = """
      SELECT id, recipient, channel, slot, decided_at FROM message WHERE kind = 'reminder'
        AND id IN (SELECT message FROM delivery WHERE state = 'pending')
        AND NOT EXISTS (SELECT 1 FROM delivery WHERE message = id AND (attempts > 0 OR state <> 'pending'))
      ORDER BY id
      """
    return try Row.fetchAll(database, sql: sql).map { row in
      let id: Int64 = row[0]
      let keys = try Data.fetchAll(database, sql: "SELECT key FROM notice WHERE message = ?", arguments: [id])
      guard let channel = Channel(rawValue: row[2]) else { throw StoreFailure.damaged("message \(id)") }
      return Untried(
        message: id, recipient: RecipientName(row[1] as String), channel: channel, slot: Instant(seconds: row[3]),
        decided: Instant(seconds: row[4]), keys: Set(keys.compactMap { NoticeKey(bytes: $0) }),
        addresses: try String.fetchSet(
          database, sql: "SELECT address FROM delivery WHERE message = ?", arguments: [id]))
    }
  }
}

extension PostLog {
  /// Runs `body` in one transaction and records what it returns; nothing of it happened if it throws.
  public func round(
    at now: Instant, _ body: (PostRound) throws -> RoundRecord
  ) throws(StoreFailure) {
    try write { database in
      let record = try body(PostRound(database, at: now))
      try record.insert(database)
    }
  }

  /// Runs `body` in one transaction that is no round.
  public func change<Value>(at now: Instant, _ body: (PostRound) throws -> Value) throws(StoreFailure) -> Value {
    try write { try body(PostRound($0, at: now)) }
  }

  /// Asks the log without changing anything. What was decided and never tried counts as not decided.
  public func read<Value>(_ body: (DatabaseLog) throws -> Value) throws(StoreFailure) -> Value {
    try read { database in
      let untried = try PostRound(database, at: .distantPast).untried
      let log = DatabaseLog(database, without: Set(untried.map(\.message)))
      let value = try body(log)
      if let failure = log.failure { throw failure }
      return value
    }
  }
}

/// The log as a decision asks it, inside a transaction.
public final class DatabaseLog: SentLog {
  private let database: Database
  private let without: Set<Int64>
  /// The first error; the answers after it mean nothing, and the round must be given up.
  public private(set) var failure: (any Error)?

  init(_ database: Database, without: Set<Int64>) {
    self.database = database
    self.without = without
  }

  public func contains(_ key: NoticeKey) -> Bool {
    answer(false) {
      let statement = try database.cachedStatement(sql: "SELECT message FROM notice WHERE key = ?")
      return try Int64.fetchOne(statement, arguments: [Data(key.bytes)]).map { !without.contains($0) } ?? false
    }
  }

  public func entries(about subject: SubjectKey) -> [SentEntry] {
    answer([]) {
      let statement = try database.cachedStatement(
        sql: "SELECT key, step, told, is_provisional, recipient, channel, slot, message FROM notice WHERE subject = ?")
      return try Row.fetchAll(statement, arguments: [Data(subject.key.bytes)]).compactMap { row in
        if !without.isEmpty, without.contains(row[7]) { return nil }
        guard let key = NoticeKey(bytes: row[0] as Data), let step = Step(code: row[1] as String),
          let channel = Channel(rawValue: row[5] as String)
        else { throw StoreFailure.damaged("notice") }
        return SentEntry(
          key: key, subject: subject, step: step, told: (row[2] as Int?).flatMap { CivilDate(dayNumber: $0) },
          isProvisional: row[3], recipient: RecipientName(row[4] as String), channel: channel,
          slot: Instant(seconds: row[6]))
      }
    }
  }

  private func answer<Value>(_ otherwise: Value, _ ask: () throws -> Value) -> Value {
    do { return try ask() } catch {
      failure = failure ?? error
      return otherwise
    }
  }
}
