package import GRDB
import GRDBSQLite
import Glibc
package import Store

/// One of our SQLite databases: opening it, whose it is, and failures in our words. Write-ahead log, synchronous FULL;
/// SQLite's `-wal` and `-shm` stay, so that readers without write permission can read.
package struct OwnDatabase: Sendable {
  package let path: String
  /// So that no other program's database is taken for ours.
  package let applicationID: Int32
  /// Makes the tables, by named migrations.
  package let migrator: @Sendable () -> DatabaseMigrator

  package init(path: String, applicationID: Int32, migrator: @escaping @Sendable () -> DatabaseMigrator) {
    self.path = path
    self.applicationID = applicationID
    self.migrator = migrator
  }

  /// Opens the file, which must be there; a reader's must have its tables.
  ///
  /// - Parameters:
  ///   - patience: seconds to wait for another process.
  ///   - pageLimit: pages that the database may have, for tests of a full disk.
  package func open(
    readonly: Bool, patience: Double = 10, pageLimit: Int? = nil
  ) throws(StoreFailure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // Without this the last writer to leave removes -wal and -shm, and a reader without write permission fails.
      var keeps: CInt = 1
      sqlite3_file_control(database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keeps)
      guard !readonly else { return }
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    let queue = try attempt { try DatabaseQueue(path: path, configuration: configuration) }
    try attempt { if readonly { try queue.read(check) } else { try prepare(queue) } }
    return queue
  }

  /// Runs `body`; whatever it throws becomes a failure in our words.
  package func attempt<Value>(_ body: () throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try body()
    } catch let failure as StoreFailure {
      throw failure
    } catch let error as DatabaseError {
      throw StoreFailure(error, path: path)
    } catch {
      throw .other("\(error)")
    }
  }

  /// Copies it, whole and of one moment, while others use it (SQLite's backup).
  package func copy(_ queue: DatabaseQueue, to path: String) throws(StoreFailure) {
    try attempt {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      // Without companions: the copy is this one file.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    }
  }

  /// Makes the tables that are not there yet. A database of another program is left alone.
  private func prepare(_ queue: DatabaseQueue) throws {
    let isComplete = try queue.read { database in
      if try isBlank(database) { return false }
      try requireOwn(database)
      return try migrator().hasCompletedMigrations(database)
    }
    // Of a copy the journal mode is another.
    let isOurs = try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal"
    if isComplete, isOurs { return }
    try queue.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" else { throw StoreFailure.other("journal_mode \(mode ?? "?")") }
      // Before any table: whoever is stopped in between leaves a file that is still known for ours.
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator().migrate(queue)
  }

  /// For a reader: what is not there is missing, and nothing is made.
  private func check(_ database: Database) throws {
    if try isBlank(database) { throw StoreFailure.missing }
    try requireOwn(database)
    guard try migrator().hasCompletedMigrations(database) else { throw StoreFailure.missing }
  }

  private func requireOwn(_ database: Database) throws {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StoreFailure.foreign
    }
    if try migrator().hasBeenSuperseded(database) { throw StoreFailure.newer }
  }

  /// Without tables and without an owner: just made, or made by a process that was stopped.
  private func isBlank(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA application_id") == 0
      && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
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
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged("\(path.split(separator: "/").last ?? ""): \(words)")
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .other("\(words) (\(error.extendedResultCode.rawValue))")
      }
  }

  /// Of a call of the system; `code` is `errno`.
  package init(system code: Int32, _ path: String) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnly
      case EACCES, EPERM: .noPermission(path)
      default: .other("\(path): \(strerror(code).map { String(cString: $0) } ?? "errno \(code)")")
      }
  }
}
