package import FactLog
import FactLogSQLite
import GRDB
import Glibc
package import Reminders
package import StateFolder

/// The log of notices and messages, `post/post.db` of the state folder: what was decided, rendered and sent. Only the round
/// writes it, under its lock (decisions: notice-and-message, two-databases).
package final class OutboxLog: Sendable {
  package enum Access: Sendable {
    /// Makes nothing; a log that does not exist is `missing`.
    case reading
    /// Reads for a copy, also the log of an earlier version, which no round has opened yet.
    case copying
    /// Makes the log where it does not exist.
    case writing
  }

  let file: SQLiteFile
  let queue: DatabaseQueue
  private let state: StateFolder

  package convenience init(_ state: StateFolder, _ access: Access) throws(StoreFailure) {
    try self.init(state, access, pageLimit: nil)
  }

  /// - Parameter pageLimit: for tests of a full disk.
  init(_ state: StateFolder, _ access: Access, pageLimit: Int?) throws(StoreFailure) {
    file = OutboxSchema.database(state.postDatabase)
    if let backup = state.unfinishedRestore { throw .unfinishedRestore(backup) }
    guard !state.isOutboxGone else { throw Self.gone(state) }
    self.state = state
    switch access {
    case .reading:
      queue = try file.open(readonly: true)
    case .copying:
      queue = try file.open(readonly: true, isOlderFine: true)
    case .writing:
      do { try Folder.make(state.post) } catch { throw StoreFailure(system: error.code, error.path) }
      // Its owner writes the file, and its group reads it.
      try file.makeFile(mode: 0o640)
      queue = try file.open(readonly: false, pageLimit: pageLimit)
    }
    if Glibc.access(state.outboxMark, F_OK) == 0, try !hasRounds() { throw Self.gone(state) }
  }

  private static func gone(_ state: StateFolder) -> StoreFailure { .gone(mark: state.outboxMark) }

  /// Throws where rounds were logged here and their log is lost, or the folder in which the caller holds the lock.
  package static func requireKept(_ state: StateFolder) throws(StoreFailure) {
    if state.isOutboxGone { throw gone(state) }
    guard Folder.isThere(state.post) else { throw .gone(mark: nil) }
  }

  private func hasRounds() throws(StoreFailure) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM round)") } ?? false
  }

  /// Leaves the mark by which a later loss of this log is known, once there is a round in it. Where there is no folder of
  /// facts it is left by a later round.
  package func mark() throws(StoreFailure) {
    guard Glibc.access(state.outboxMark, F_OK) != 0, Folder.isThere(state.facts), try hasRounds() else { return }
    let words = """
      Từng có lượt nhắc ghi vào \(state.postDatabase). Còn tệp này thì sổ gửi đã mất không được lập mới.
      Rounds were logged in \(state.postDatabase). While this file is here, a log that is lost is not made anew.

      """
    try? WholeFile.replace(state.outboxMark, with: words, mode: 0o660)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.write(body) }
  }

  /// What SQLite says of damage to the database; nil if every page can be read.
  package func damage() throws(StoreFailure) -> String? {
    let words = try read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    return words == "ok" ? nil : words
  }

  /// Copies the database, whole and of one moment, while others use it.
  package func copy(to path: String) throws(StoreFailure) {
    try file.copy(queue, to: path)
  }
}

/// A round as the log records it.
package struct RoundRecord: Hashable, Sendable {
  package var began: Instant
  /// `COUNT:HASH` of the facts that it found.
  package var facts: String
  /// The number of the revision that it decided by.
  package var revision: Int
  /// When another round has something to do; nil if there is nothing.
  package var next: Instant?
  /// How many recipients it wrote to, or would have written to.
  package var recipients: Int
  /// How many messages, with every part; nil for a round of a version that did not count them.
  package var messages: Int?
  /// Why it was held; nil if it was not.
  package var held: String?
  /// The codes of these reasons; empty for a round of a version that did not note them.
  package var reasons: Set<String>

  package init(
    began: Instant, facts: String, revision: Int, next: Instant?, recipients: Int, messages: Int? = nil,
    held: String? = nil, reasons: Set<String> = []
  ) {
    self.began = began
    self.facts = facts
    self.revision = revision
    self.next = next
    self.recipients = recipients
    self.messages = messages
    self.held = held
    self.reasons = reasons
  }

  static func fetch(_ database: Database, _ condition: String, _ arguments: StatementArguments = []) throws
    -> RoundRecord?
  {
    let sql = "SELECT began_at, facts, revision, next_at, recipients, messages, held, reasons FROM round \(condition)"
    return try Row.fetchOne(database, sql: sql, arguments: arguments).map {
      RoundRecord(
        began: Instant(seconds: $0[0]), facts: $0[1], revision: $0[2],
        next: ($0[3] as Int64?).map { Instant(seconds: $0) }, recipients: $0[4], messages: $0[5], held: $0[6],
        reasons: Codes.read($0[7]))
    }
  }

  func insert(_ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO round (began_at, facts, revision, next_at, recipients, messages, held, reasons)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [began.seconds, facts, revision, next?.seconds, recipients, messages, held, Codes.text(reasons)])
  }
}

extension OutboxLog {
  /// The last round that was not held; nil if there was none.
  package func lastRound() throws(StoreFailure) -> RoundRecord? {
    try read { try RoundRecord.fetch($0, "WHERE held IS NULL ORDER BY id DESC LIMIT 1") }
  }

  /// The same, but leaves out rounds that began after `now`, because their clock ran ahead.
  package func lastRound(notAfter now: Instant) throws(StoreFailure) -> RoundRecord? {
    try read {
      try RoundRecord.fetch($0, "WHERE held IS NULL AND began_at <= ? ORDER BY id DESC LIMIT 1", [now.seconds])
    }
  }

  /// The round that waits for acceptance; nil if a later one went through.
  package func heldRound() throws(StoreFailure) -> RoundRecord? {
    try read { try RoundRecord.fetch($0, "ORDER BY id DESC LIMIT 1") }.flatMap { $0.held == nil ? nil : $0 }
  }

  /// The median number of recipients of the last rounds that wrote to anybody; nil below five such rounds.
  package func usualRecipients() throws(StoreFailure) -> Int? { try usual("recipients") }

  /// The same for messages.
  package func usualMessages() throws(StoreFailure) -> Int? { try usual("messages") }

  private func usual(_ column: String) throws(StoreFailure) -> Int? {
    let counts = try read {
      try Int.fetchAll(
        $0, sql: "SELECT \(column) FROM round WHERE held IS NULL AND \(column) > 0 ORDER BY id DESC LIMIT 21")
    }
    return counts.count < 5 ? nil : counts.sorted()[counts.count / 2]
  }
}
