package import FactLog
import GRDB

/// The log of facts in an SQLite database of its own, `FOLDER/facts.db`: write-ahead log, synchronous FULL. Beside it lie
/// SQLite's own `-wal` and `-shm`, which stay, so that readers without write permission can read; `head`, which tells
/// watchers that something was added; and `lock`, held while the tables are made.
package final class SQLiteFactLog: FactLog {
  package enum Access: Sendable {
    /// Makes nothing; a log that does not exist is `missing`.
    case reading
    /// Makes the folder, the database and its tables where they do not exist.
    case writing
  }

  private let database: SQLiteFile
  private let queue: DatabaseQueue
  private let folder: FactFolder
  private let access: Access

  /// - Parameter path: the folder of the log, not of its file.
  package convenience init(folder path: String, _ access: Access) throws(StoreFailure) {
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
    try folder.requireWhole()
    switch access {
    case .reading:
      queue = try database.open(readonly: true, patience: patience)
    case .writing:
      try folder.prepare()
      queue = try database.open(readonly: false, patience: patience, pageLimit: pageLimit)
      // A writer may have been stopped between its commit and its head file. An empty log without one is as if it were not
      // there: its watchers read everything once, after the first fact.
      if try (folder.headText() ?? "\(FactHead.empty)\n") != "\(head())\n" { try? publishHead() }
    }
  }

  // MARK: FactLog

  package func append(_ entries: [FactEntry], after expected: FactHead?) throws(StoreFailure) -> [RecordedFact] {
    guard access == .writing else { throw .readOnly }
    let facts = try database.attempt { try add(entries, after: expected) }
    // The facts are safe; a head file that could not be written is written after the next.
    if !facts.isEmpty { try? publishHead() }
    return facts
  }

  package func read(_ selection: FactSelection) throws(StoreFailure) -> (facts: [RecordedFact], head: FactHead) {
    try database.attempt {
      try queue.read { (try FactRow.facts(selection, $0), try FactRow.head($0)) }
    }
  }

  package func head() throws(StoreFailure) -> FactHead {
    try database.attempt { try queue.read { try FactRow.head($0) } }
  }

  package func contains(_ head: FactHead) throws(StoreFailure) -> Bool {
    guard head.count > 0 else { return head == .empty }
    return try database.attempt { try queue.read { try FactRow.hash(at: head.count, $0) } } == head.hash
  }

  package func verify(against anchor: FactHead?) throws(StoreFailure) -> ChainWalk {
    try database.attempt(within: 3600) {
      try queue.read { database in
        let complaint = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
        if let complaint, complaint != "ok" { throw StoreFailure.damaged(complaint) }
        return try FactRow.walk(database, against: anchor)
      }
    }
  }

  /// Copies the database, whole and of one moment, while others use it.
  package func copy(to path: String) throws(StoreFailure) {
    try database.copy(queue, to: path)
  }

  /// Replaces the `head` file: it then has the head of the log at some moment after this call began. Each writer looks
  /// at the log once more after replacing the file, so that the file does not stay behind a commit.
  package func publishHead() throws(StoreFailure) {
    var said: FactHead?
    while case let head = try head(), head != said {
      try folder.replaceHead(with: head)
      said = head
    }
  }

  /// Adds the facts in one transaction. If its last write fails, it is not known how much of it the disk has.
  private func add(_ entries: [FactEntry], after expected: FactHead?) throws -> [RecordedFact] {
    var isCommitting = false
    do {
      return try queue.write { database in
        let head = try FactRow.head(database)
        if let expected, expected != head { throw StoreFailure.headMoved(head) }
        let facts = try FactChain.link(entries, behind: head)
        for fact in facts { try FactRow.insert(fact, database) }
        isCommitting = true
        return facts
      }
    } catch let error as DatabaseError where isCommitting && error.resultCode == .SQLITE_IOERR {
      throw StoreFailure.uncertain(error.message ?? "SQLite \(error.extendedResultCode.rawValue)")
    }
  }
}
