import GRDB
import GRDBSQLite
public import Store

/// The log of facts in an SQLite database of its own, `FOLDER/facts.db`: write-ahead log, synchronous FULL. Beside it lie
/// SQLite's own `-wal` and `-shm`, which stay, so that readers without write permission can read; `head`, which tells
/// watchers that something was added; and `lock`.
public final class SQLiteFactLog: FactLog {
  public enum Access: Sendable {
    /// Makes nothing: a log that is not there is `missing`.
    case reading
    /// Makes the folder, the database and its tables where they are not there.
    case writing
  }

  private let queue: DatabaseQueue
  private let folder: FactFolder
  private let access: Access

  /// - Parameter path: the folder of the log, not of its file.
  public convenience init(folder path: String, _ access: Access) throws(StoreFailure) {
    try self.init(folder: path, access, patience: 10)
  }

  /// - Parameters:
  ///   - patience: seconds to wait for another process.
  ///   - pageLimit: pages that the database may have, for tests of a full disk.
  init(
    folder path: String, _ access: Access, patience: Double = 10, pageLimit: Int? = nil
  ) throws(StoreFailure) {
    let folder = FactFolder(path: path)
    self.folder = folder
    self.access = access
    switch access {
    case .reading:
      try folder.requireDatabase()
      queue = try Self.open(folder, access, patience, pageLimit)
      try Self.attempt(folder) { try queue.read { try FactSchema.check($0) } }
    case .writing:
      try folder.prepare()
      // One process at a time makes the tables.
      let lock = try FileLock(folder.lock, of: folder)
      defer { lock.release() }
      let queue = try Self.open(folder, access, patience, pageLimit)
      try Self.attempt(folder) { try FactSchema.prepare(queue) }
      self.queue = queue
      // Of a writer that was stopped between its commit and its head file.
      if try folder.headText() != "\(head())\n" { try? folder.replaceHead(with: head()) }
    }
  }

  // MARK: FactLog

  public func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    guard access == .writing else { throw .readOnly }
    let facts = try Self.attempt(folder) {
      try queue.write { database in
        let head = try FactRow.head(database)
        if let expected, expected != head { throw StoreFailure.headMoved(head) }
        let facts = try FactChain.link(entries, behind: head)
        for fact in facts { try FactRow.insert(fact, database) }
        return facts
      }
    }
    // The facts are safe; a head file that could not be written is written after the next.
    if !facts.isEmpty { try? publishHead() }
    return facts
  }

  public func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) {
    try Self.attempt(folder) {
      try queue.read { (try FactRow.facts(selection, $0), try FactRow.head($0)) }
    }
  }

  public func head() throws(StoreFailure) -> FactHead {
    try Self.attempt(folder) { try queue.read { try FactRow.head($0) } }
  }

  public func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk {
    try Self.attempt(folder) {
      try queue.read { database in
        let complaint = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        if let complaint, complaint != "ok" { throw StoreFailure.damaged(complaint) }
        return try FactRow.walk(database, against: anchor)
      }
    }
  }

  /// Writes the `head` file anew: the head of the log at some moment after this call began.
  public func publishHead() throws(StoreFailure) {
    let lock = try FileLock(folder.lock, of: folder)
    defer { lock.release() }
    try folder.replaceHead(with: head())
  }

  // MARK: Opening

  private static func open(
    _ folder: FactFolder, _ access: Access, _ patience: Double, _ pageLimit: Int?
  ) throws(StoreFailure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = access == .reading
    configuration.busyMode = .timeout(patience)
    configuration.label = "facts"
    configuration.prepareDatabase { database in
      // Without this the last writer to leave removes -wal and -shm, and a reader without write permission fails.
      var keeps: CInt = 1
      sqlite3_file_control(database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keeps)
      guard access == .writing else { return }
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    return try attempt(folder) { try DatabaseQueue(path: folder.database, configuration: configuration) }
  }

  /// Runs `body`; whatever it throws becomes a failure in our words.
  private static func attempt<Value>(
    _ folder: FactFolder, _ body: () throws -> Value
  ) throws(StoreFailure) -> Value {
    do {
      return try body()
    } catch let failure as StoreFailure {
      throw failure
    } catch let error as DatabaseError {
      throw StoreFailure(error, path: folder.database)
    } catch {
      throw .other("\(error)")
    }
  }
}

extension StoreFailure {
  init(_ error: DatabaseError, path: String) {
    let words = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: .noPermission(path)
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged(words)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .other("\(words) (\(error.extendedResultCode.rawValue))")
      }
  }
}
