import FactLog
import FactLogSQLite
import GRDB
import StateFolder

/// A database of `web/`, which the daemon alone reads and writes.
struct WebDatabase: Sendable {
  private let file: SQLiteFile
  private let queue: DatabaseQueue

  /// - Parameter isNew: whether folder, file and tables are made where they do not exist; else the database is only read.
  init(
    _ path: String, in state: StateFolder, applicationID: Int32, migration name: String, _ tables: String,
    isNew: Bool = true
  ) throws(StoreFailure) {
    if let backup = state.unfinishedRestore { throw .unfinishedRestore(backup) }
    file = SQLiteFile(path: path, applicationID: applicationID) {
      var migrator = DatabaseMigrator()
      migrator.registerMigration(name) { try $0.execute(sql: tables) }
      return migrator
    }
    if isNew {
      do { try Folder.make(state.web, mode: 0o700) } catch { throw StoreFailure(system: error.code, error.path) }
      try file.makeFile(mode: 0o600)
    }
    queue = try file.open(readonly: !isNew)
  }

  /// Copies the database, whole and of one moment.
  func copy(to path: String) throws(StoreFailure) { try file.copy(queue, to: path) }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.write(body) }
  }
}
