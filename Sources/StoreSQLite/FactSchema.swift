import GRDB
import Store

/// The tables of the facts' database, by named migrations.
enum FactSchema {
  /// "NVfa", so that no other program's database is taken for ours.
  static let applicationID: Int32 = 0x4E56_6661

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1-facts") { database in
      try database.execute(sql: facts)
    }
    return migrator
  }

  private static let facts = """
    CREATE TABLE fact (
      sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
      line TEXT NOT NULL,
      plan TEXT,
      author TEXT NOT NULL,
      on_behalf_of TEXT,
      recorded_at INTEGER NOT NULL,
      document TEXT,
      note TEXT,
      previous_hash BLOB NOT NULL CHECK (length(previous_hash) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32)
    ) STRICT;
    CREATE INDEX fact_by_plan ON fact (plan, sequence);
    CREATE TRIGGER fact_follows BEFORE INSERT ON fact
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM fact)
      OR NEW.previous_hash IS NOT coalesce(
        (SELECT hash FROM fact ORDER BY sequence DESC LIMIT 1), zeroblob(32))
    BEGIN SELECT raise(ABORT, 'a fact can only be added behind the last'); END;
    CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
    BEGIN SELECT raise(ABORT, 'facts are never changed'); END;
    CREATE TRIGGER fact_is_kept BEFORE DELETE ON fact
    BEGIN SELECT raise(ABORT, 'facts are never removed'); END;
    """

  /// Makes the tables that are not there yet. A database of another program is left alone.
  static func prepare(_ queue: DatabaseQueue) throws {
    let isComplete = try queue.read { database in
      if try isBlank(database) { return false }
      try requireOwn(database)
      return try migrator.hasCompletedMigrations(database)
    }
    if isComplete { return }
    try queue.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      guard mode == "wal" else { throw StoreFailure.other("journal_mode \(mode ?? "?")") }
      // Before any table: whoever is stopped in between leaves a file that is still known for ours.
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try migrator.migrate(queue)
  }

  /// For a reader: what is not there is missing, and nothing is made.
  static func check(_ database: Database) throws {
    if try isBlank(database) { throw StoreFailure.missing }
    try requireOwn(database)
    guard try migrator.hasCompletedMigrations(database) else { throw StoreFailure.missing }
  }

  private static func requireOwn(_ database: Database) throws {
    guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == applicationID else {
      throw StoreFailure.foreign
    }
    if try migrator.hasBeenSuperseded(database) { throw StoreFailure.newer }
  }

  /// Without tables and without an owner: just made, or made by a process that was stopped.
  private static func isBlank(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA application_id") == 0
      && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
  }
}
