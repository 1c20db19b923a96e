import GRDB
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

  private let database: OwnDatabase
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
    database = FactSchema.database(folder.database)
    switch access {
    case .reading:
      try folder.requireDatabase()
      queue = try database.open(readonly: true, patience: patience)
    case .writing:
      try folder.prepare()
      // One process at a time makes the tables.
      let lock = try FileLock(folder.lock, of: folder)
      defer { lock.release() }
      queue = try database.open(readonly: false, patience: patience, pageLimit: pageLimit)
      // Of a writer that was stopped between its commit and its head file.
      if try folder.headText() != "\(head())\n" { try? folder.replaceHead(with: head()) }
    }
  }

  // MARK: FactLog

  public func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    guard access == .writing else { throw .readOnly }
    let facts = try database.attempt {
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
    try database.attempt {
      try queue.read { (try FactRow.facts(selection, $0), try FactRow.head($0)) }
    }
  }

  public func head() throws(StoreFailure) -> FactHead {
    try database.attempt { try queue.read { try FactRow.head($0) } }
  }

  public func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk {
    try database.attempt {
      try queue.read { database in
        let complaint = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        if let complaint, complaint != "ok" { throw StoreFailure.damaged(complaint) }
        return try FactRow.walk(database, against: anchor)
      }
    }
  }

  /// Copies the database, whole and of one moment, while others use it.
  public func copy(to path: String) throws(StoreFailure) {
    try database.copy(queue, to: path)
  }

  /// Writes the `head` file anew: the head of the log at some moment after this call began.
  public func publishHead() throws(StoreFailure) {
    let lock = try FileLock(folder.lock, of: folder)
    defer { lock.release() }
    try folder.replaceHead(with: head())
  }
}
