import FactLog
import GRDB
import StateFolder

/// The tables of the facts' database, by named migrations.
enum FactSchema {
  static func database(_ path: String) -> SQLiteFile {
    // "NVfa"
    SQLiteFile(
      path: path, applicationID: 0x4E56_6661, lock: FactFolder(path: Folder.parent(of: path)).lock, limit: TimeLimit()
    ) { migrator }
  }

  private static var migrator: DatabaseMigrator {
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
}
