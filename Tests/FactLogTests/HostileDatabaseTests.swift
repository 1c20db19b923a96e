import FactLog
import Foundation
import GRDB
import StateFolder
import TestSupport
import Testing

@testable import FactLogSQLite

/// `facts.db` is written by every member of the group: whatever it is made to be, whoever opens it goes on soon.
@Suite("A database of facts that somebody forged or holds")
struct HostileDatabaseTests {
  let folder: ScratchFolder
  private var path: String { folder.path + "/facts" }
  private var database: String { path + "/facts.db" }

  init() throws {
    folder = try ScratchFolder()
    _ = try SQLiteFactLog(folder: folder.path + "/facts", .writing).append([FactLogConformance.entry(1)])
  }

  private func failure(_ access: SQLiteFactLog.Access, patience: Double = 0.1) -> StoreFailure? {
    do throws(StoreFailure) {
      let log = try SQLiteFactLog(folder: path, access, patience: patience)
      _ = try log.read(.all)
      if access == .writing { _ = try log.append([FactLogConformance.entry(2)]) }
      return nil
    } catch {
      return error
    }
  }

  // MARK: Forged

  /// Rows without end.
  private static let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"

  @Test(
    "Views, triggers and tables of others where ours should be are refused",
    arguments: [
      (
        "view fact",
        """
        DROP TABLE fact;
        CREATE VIEW fact AS \(endless) SELECT x AS sequence, 'a' AS line, NULL AS plan, 'b' AS author, NULL AS on_behalf_of,
          0 AS recorded_at, NULL AS document, NULL AS note, zeroblob(32) AS previous_hash, zeroblob(32) AS hash FROM n;
        """
      ), ("view FACT", "DROP TABLE fact; CREATE VIEW FACT AS \(endless) SELECT x AS sequence FROM n;"),
      (
        "view grdb_migrations",
        "DROP TABLE grdb_migrations; CREATE VIEW grdb_migrations AS \(endless) SELECT '1-facts' AS identifier FROM n;"
      ),
      (
        "trigger slow",
        "CREATE TRIGGER slow AFTER INSERT ON fact BEGIN DELETE FROM other WHERE x IN (\(endless) SELECT x FROM n); END;"
      ),
      (
        "table fact",
        """
        DROP TABLE fact;
        CREATE TABLE fact (sequence INTEGER PRIMARY KEY, line, plan, author, on_behalf_of, recorded_at, document, note,
          previous_hash, hash, more GENERATED ALWAYS AS (zeroblob(1000000000)));
        """
      ),
    ])
  func forged(_ what: String, _ sql: String) throws {
    try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE other (x); " + sql) }
    for access in [SQLiteFactLog.Access.reading, .writing] {
      #expect(failure(access) == .damaged("facts.db: \(what)"), "\(access)")
    }
  }

  @Test("Tables that are nobody's business, and missing triggers, are") func harmless() throws {
    try DatabaseQueue(path: database).write {
      try $0.execute(
        sql: "CREATE TABLE lost_and_found (x); CREATE INDEX i ON lost_and_found (x); DROP TRIGGER fact_stays")
    }
    #expect(failure(.reading) == nil)
    #expect(failure(.writing) == nil)
  }

  @Test("A query that does not end is ended") func ended() throws {
    let own = FactSchema.database(database)
    let queue = try own.open(readonly: true)
    let began = ContinuousClock.now
    #expect(throws: StoreFailure.damaged("facts.db: a query does not end")) {
      try own.attempt(within: 1) {
        try queue.read { try Int.fetchOne($0, sql: "\(Self.endless) SELECT count(*) FROM n") }
      }
    }
    #expect(ContinuousClock.now - began < .seconds(60))
    #expect(try own.attempt { try queue.read { try FactRow.head($0) } }.count == 1)
  }

  @Test("Links, pipes and folders in the place of its files are refused", arguments: ["", "-wal", "-shm"])
  func noFiles(ending: String) throws {
    let (file, kept) = (database + ending, folder.path + "/kept" + ending)
    #expect(rename(file, kept) == 0)
    for make in [{ symlink(kept, file) }, { mkfifo(file, 0o660) }, { mkdir(file, 0o770) }] {
      #expect(make() == 0)
      for access in [SQLiteFactLog.Access.reading, .writing] {
        #expect(failure(access) == .damaged("facts.db\(ending): no regular file"), "\(access)")
      }
      try Folder.remove(file)
    }
    #expect(rename(kept, file) == 0)
    #expect(failure(.reading) == nil)
  }

  // MARK: Held

  /// A process that does this and then waits; ended with the test.
  private func holder(_ script: String) throws -> Process {
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", script + "\nprint('held', flush=True)\nimport time; time.sleep(60)", database,
    ]
    process.standardOutput = output
    try process.run()
    #expect(try output.fileHandleForReading.read(upToCount: 4) == Data("held".utf8))
    return process
  }

  private static let sqlite = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "

  @Test(
    "Whoever holds it too long is named, to who records and, where readers are kept out too, to who reads",
    arguments: [
      (false, sqlite + "c.execute('BEGIN IMMEDIATE')"),
      (
        true,
        sqlite + "c.execute('PRAGMA locking_mode = EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE'); c.execute('SELECT 1')"
      ),
      // A reader's lock on the byte of writers, which needs no right to write.
      (
        true,
        "import fcntl, os, sys; f = os.open(sys.argv[1] + '-shm', os.O_RDONLY); "
          + "fcntl.lockf(f, fcntl.LOCK_SH, 1, 120)"
      ),
    ])
  func held(_ keepsReadersOut: Bool, _ script: String) throws {
    let process = try holder(script)
    defer { process.terminate() }
    guard case .busy(let name)? = failure(.writing) else { return #expect(Bool(false), "not busy") }
    #expect(name.hasSuffix("(\(process.processIdentifier))"), "\(name)")
    if !keepsReadersOut { #expect(failure(.reading) == nil) }
    process.terminate()
    process.waitUntilExit()
    #expect(failure(.writing) == nil)
  }

  @Test("Whoever holds the lock file delays only the making of the tables, and is named") func lockFile() throws {
    let process = try holder(
      "import fcntl, os, sys; f = os.open(os.path.dirname(sys.argv[1]) + '/lock', os.O_RDWR | os.O_CREAT, 0o660); "
        + "fcntl.flock(f, fcntl.LOCK_EX)")
    defer { process.terminate() }
    #expect(failure(.writing) == nil)
    for ending in ["", "-wal", "-shm"] { #expect(unlink(database + ending) == 0) }
    guard case .busy(let name)? = failure(.writing) else { return #expect(Bool(false), "not busy") }
    #expect(name.hasSuffix("(\(process.processIdentifier))"), "\(name)")
  }
}
