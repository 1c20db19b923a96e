import FactLog
import FactLogSQLite
import GRDB
import StateFolder

/// A database of `web/`, which the daemon alone reads and writes.
struct WebDatabase: Sendable {
  private let file: SQLiteFile
  private let queue: DatabaseQueue

  /// Makes folder, file and tables where they do not exist.
  init(
    _ path: String, in state: StateFolder, applicationID: Int32, migration name: String, _ tables: String
  ) throws(StoreFailure) {
    if let backup = state.unfinishedRestore { throw .unfinishedRestore(backup) }
    do { try Folder.make(state.web, mode: 0o700) } catch { throw StoreFailure(system: error.code, error.path) }
    file = SQLiteFile(path: path, applicationID: applicationID) {
      var migrator = DatabaseMigrator()
      migrator.registerMigration(name) { try $0.execute(sql: tables) }
      return migrator
    }
    try file.makeFile(mode: 0o600)
    queue = try file.open(readonly: false)
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.write(body) }
  }
}
