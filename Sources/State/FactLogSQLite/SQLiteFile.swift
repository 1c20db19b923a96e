package import FactLog
package import GRDB
import GRDBSQLite
import Glibc
import StateFolder

/// One of the program's SQLite databases: opens it, checks that it is the program's own, and turns errors into
/// `StoreFailure`. It has a write-ahead log and synchronous FULL; SQLite's `-wal` and `-shm` stay, so that readers
/// without write permission can read.
package struct SQLiteFile: Sendable {
  package let path: String
  /// SQLite's application id, which tells the database from those of other programs.
  package let applicationID: Int32
  /// Makes the tables, by named migrations.
  package let migrator: @Sendable () -> DatabaseMigrator
  /// The lock to hold while tables are made; nil if writers hold another lock anyway.
  private let lock: String?
  /// Nil if only trusted users can write the file.
  private let limit: TimeLimit?

  package init(
    path: String, applicationID: Int32, lock: String? = nil, limit: TimeLimit? = nil,
    migrator: @escaping @Sendable () -> DatabaseMigrator
  ) {
    self.path = path
    self.applicationID = applicationID
    self.lock = lock
    self.limit = limit
    self.migrator = migrator
  }

  /// Makes an empty file where there is none.
  package func makeFile(mode: UInt32) throws(StoreFailure) {
    do throws(SystemError) {
      close(try Folder.openNew(path, mode: mode))
    } catch {
      guard error.code == EEXIST else { throw StoreFailure(system: error.code, error.path) }
    }
  }

  /// Opens the file, which must exist. A writer makes tables that are missing; for a reader they must exist.
  ///
  /// - Parameters:
  ///   - isOlderFine: whether a reader accepts a database with the tables of an earlier version.
  ///   - patience: seconds to wait for another process.
  ///   - pageLimit: pages that the database may have, for tests of a full disk.
  package func open(
    readonly: Bool, isOlderFine: Bool = false, patience: Double = 10, pageLimit: Int? = nil
  ) throws(StoreFailure) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { [limit] database in
      limit?.watch(database)
      // The schema of a file that others may write must not run functions.
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      // Without this the last writer to leave removes -wal and -shm, and a reader without write permission fails.
      var keeps: CInt = 1
      sqlite3_file_control(database.sqliteConnection, nil, SQLITE_FCNTL_PERSIST_WAL, &keeps)
      guard !readonly else { return }
      try database.execute(sql: "PRAGMA synchronous = FULL")
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    try requireFiles()
    let queue = try attempt { try DatabaseQueue(path: path, configuration: configuration) }
    try attempt { if readonly { try queue.read { try check($0, isOlderFine) } } else { try prepare(queue, patience) } }
    return queue
  }

  /// Throws for links, pipes and devices, whoever owns the folder.
  private func requireFiles() throws(StoreFailure) {
    for (file, isOptional) in [(path, false), (path + "-wal", true), (path + "-shm", true)] {
      var status = stat()
      guard lstat(file, &status) == 0 else {
        guard errno == ENOENT || errno == ENOTDIR else { throw StoreFailure(system: errno, file) }
        if isOptional { continue }
        throw .missing
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw .damaged("\(file.split(separator: "/").last ?? ""): no regular file")
      }
    }
  }

  /// Runs `body`, and turns any error into a `StoreFailure`.
  ///
  /// - Parameter seconds: how long `body` may take where the database has a time limit.
  package func attempt<Value>(within seconds: Int = 60, _ body: () throws -> Value) throws(StoreFailure) -> Value {
    limit?.begin(seconds)
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

  /// Copies the database, whole and of one moment, while others use it (SQLite's backup).
  package func copy(_ queue: DatabaseQueue, to path: String) throws(StoreFailure) {
    try SQLiteFile(path: path, applicationID: applicationID, migrator: migrator).makeFile(mode: 0o600)
    try attempt(within: 3600) {
      let copy = try DatabaseQueue(path: path)
      try queue.backup(to: copy)
      // The copy is this one file, without companions.
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try copy.close()
    }
  }

  /// Makes the tables that are missing. A database of another program is not changed.
  private func prepare(_ queue: DatabaseQueue, _ patience: Double) throws {
    if try isReady(queue) { return }
    let held = try lock.map { path throws(StoreFailure) in try Self.take(path, patience) }
    if try held == nil || !isReady(queue) { try makeTables(queue) }
    withExtendedLifetime(held) {}
  }

  private static func take(_ lock: String, _ patience: Double) throws(StoreFailure) -> FolderLock {
    do throws(FolderLock.Failure) {
      return try FolderLock(lock, holder: "nhacviec", mode: 0o660, patience: patience)
    } catch {
      switch error {
      case .held(let holder): throw .busy(by: holder)
      case .system(let error): throw StoreFailure(system: error.code, error.path)
      }
    }
  }

  private func isReady(_ queue: DatabaseQueue) throws -> Bool {
    let isComplete = try queue.read { database in
      if try isBlank(database) { return false }
      try requireOwn(database)
      return try migrator().hasCompletedMigrations(database)
    }
    // A copy has another journal mode.
    return try isComplete && queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal"
  }

  private func makeTables(_ queue: DatabaseQueue) throws {
    try queue.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" else { throw StoreFailure.other("journal_mode \(mode ?? "?")") }
      // The id comes before any table, so that a process stopped in between leaves a file that is still recognised.
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator().migrate(queue)
  }

  /// Checks a database for a reader: tables that do not exist are `missing`, and none are made.
  private func check(_ database: Database, _ isOlderFine: Bool) throws {
    if try isBlank(database) { throw StoreFailure.missing }
    try requireOwn(database)
    guard try isOlderFine || migrator().hasCompletedMigrations(database) else { throw StoreFailure.missing }
  }

  /// Checks that the database is the program's own, of a known version, and as the migrations made it, so that no
  /// foreign view or trigger takes the place of a table.
  private func requireOwn(_ database: Database) throws {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StoreFailure.foreign
    }
    let found = try SchemaObject.all(in: database)
    try refuse(found.first { $0.name.lowercased() == "grdb_migrations" && $0.type != "table" })
    if try migrator().hasBeenSuperseded(database) { throw StoreFailure.newer }
    guard let last = try migrator().completedMigrations(database).last else { return }
    let reference = try DatabaseQueue()
    try migrator().migrate(reference, upTo: last)
    let own = Set(try reference.read { try SchemaObject.all(in: $0) })
    let names = Set(own.map(\.name))
    try refuse(
      found.first { object in
        (names.contains(object.name.lowercased()) || names.contains(object.table.lowercased())) && !own.contains(object)
      })
  }

  private func refuse(_ object: SchemaObject?) throws {
    guard let object else { return }
    throw StoreFailure.damaged("\(path.split(separator: "/").last ?? ""): \(object.type) \(object.name)")
  }

  /// Whether the database has neither tables nor an application id, as a new file or one whose maker was stopped.
  private func isBlank(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA application_id") == 0
      && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
  }
}

/// A row of `sqlite_master`: a table, an index, a view or a trigger.
private struct SchemaObject: Hashable {
  var type: String
  var name: String
  /// The table that it belongs to; for a table its own name.
  var table: String
  var sql: String?

  static func all(in database: Database) throws -> [SchemaObject] {
    try Row.fetchAll(database, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master").map {
      SchemaObject(type: $0[0], name: $0[1], table: $0[2], sql: $0[3])
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
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged("\(path.split(separator: "/").last ?? ""): \(words)")
      case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: .busy(by: LockHolder.ofDatabase(path))
      case .SQLITE_INTERRUPT: .damaged("\(path.split(separator: "/").last ?? ""): a query does not end")
      default: .other("\(words) (\(error.extendedResultCode.rawValue))")
      }
  }

  /// The failure for a system call's error; `code` is `errno`.
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
