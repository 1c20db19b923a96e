import FactLogSQLite
import GRDB

/// The tables of the post database, by named migrations: what was decided, what was rendered of it, and what became of it
/// (decision: notice-and-message).
enum OutboxSchema {
  static func database(_ path: String) -> SQLiteFile {
    // "NVpo"
    SQLiteFile(path: path, applicationID: 0x4E56_706F) { migrator }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1-post") { try $0.execute(sql: post) }
    migrator.registerMigration("2-dropped") { try $0.execute(sql: dropped) }
    migrator.registerMigration("3-acceptance") { try $0.execute(sql: acceptance) }
    migrator.registerMigration("4-refusals") { try $0.execute(sql: refusals) }
    return migrator
  }

  private static let dropped = """
    -- notices that were decided and do not go out; one that is decided again leaves it
    CREATE TABLE dropped (
      key BLOB PRIMARY KEY CHECK (length(key) = 16),
      recipient TEXT NOT NULL,
      channel TEXT NOT NULL,
      slot INTEGER NOT NULL,
      step TEXT NOT NULL,
      -- the subject in words
      what TEXT NOT NULL,
      -- a code of `DropReason`
      reason TEXT NOT NULL,
      dropped_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dropped_by_time ON dropped (dropped_at);
    -- messages of the round, parts counted; NULL: of a round before this was counted
    ALTER TABLE round ADD COLUMN messages INTEGER;
    """

  private static let acceptance = """
    -- codes of why a round was held, and of what an acceptance is for; NULL before this migration
    ALTER TABLE round ADD COLUMN reasons TEXT;
    ALTER TABLE acceptance ADD COLUMN reasons TEXT;
    ALTER TABLE acceptance ADD COLUMN messages INTEGER NOT NULL DEFAULT 0;
    -- when the held round was
    ALTER TABLE acceptance ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
    -- COUNT:HASH of the facts that the held round found
    ALTER TABLE acceptance ADD COLUMN facts TEXT;
    -- when a round passed by it
    ALTER TABLE acceptance ADD COLUMN used_at INTEGER;
    """

  private static let refusals = """
    -- deliveries that a server refused for good while it may have been its own mistake, since the first time
    CREATE TABLE refusal (
      message INTEGER NOT NULL REFERENCES message (id),
      address TEXT NOT NULL,
      since INTEGER NOT NULL,
      PRIMARY KEY (message, address)
    ) STRICT, WITHOUT ROWID;
    -- how often in a row a server was left alone: `smtp`, or the host of a web address
    CREATE TABLE road (
      name TEXT PRIMARY KEY,
      failures INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  private static let post = """
    CREATE TABLE message (
      id INTEGER PRIMARY KEY,
      -- 'reminder', or 'service': about the program itself
      kind TEXT NOT NULL CHECK (kind IN ('reminder', 'service')),
      recipient TEXT NOT NULL,
      channel TEXT NOT NULL,
      slot INTEGER NOT NULL,
      part INTEGER NOT NULL,
      -- 32 hexadecimal digits, the same for every copy
      message_id TEXT NOT NULL UNIQUE,
      subject TEXT NOT NULL,
      return_path TEXT,
      body BLOB,
      -- journal entries, each with its length before it
      journal BLOB,
      decided_at INTEGER NOT NULL,
      -- from then on a copy that was tried is given up
      stale_at INTEGER NOT NULL,
      UNIQUE (recipient, channel, slot, part)
    ) STRICT;
    CREATE INDEX message_kept ON message (decided_at) WHERE body IS NOT NULL;
    CREATE TABLE notice (
      key BLOB PRIMARY KEY CHECK (length(key) = 16),
      subject BLOB NOT NULL CHECK (length(subject) = 16),
      step TEXT NOT NULL,
      -- the day number that was told
      told INTEGER,
      is_provisional INTEGER NOT NULL,
      recipient TEXT NOT NULL,
      channel TEXT NOT NULL,
      slot INTEGER NOT NULL,
      -- the subject in words, and why
      what TEXT NOT NULL,
      reason_vi TEXT NOT NULL,
      reason_en TEXT NOT NULL,
      message INTEGER NOT NULL REFERENCES message (id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notice_by_subject ON notice (subject);
    CREATE INDEX notice_by_message ON notice (message);
    CREATE TABLE delivery (
      message INTEGER NOT NULL REFERENCES message (id),
      address TEXT NOT NULL,
      -- beside the delivery to the recipient: the journal, a Maildir
      is_copy INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'dead')),
      attempts INTEGER NOT NULL DEFAULT 0,
      not_before INTEGER NOT NULL DEFAULT 0,
      changed_at INTEGER NOT NULL,
      problem_vi TEXT,
      problem_en TEXT,
      -- the owner of the address gave it up (HTTP 410)
      is_gone INTEGER NOT NULL DEFAULT 0,
      -- the focal point was told that it is dead
      is_told INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (message, address)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX delivery_pending ON delivery (not_before) WHERE state = 'pending';
    CREATE INDEX delivery_dead ON delivery (changed_at) WHERE state = 'dead';
    CREATE TABLE round (
      id INTEGER PRIMARY KEY,
      began_at INTEGER NOT NULL,
      -- COUNT:HASH of the facts, and number of the revision, that it was decided with
      facts TEXT NOT NULL,
      revision INTEGER NOT NULL,
      next_at INTEGER,
      recipients INTEGER NOT NULL,
      held TEXT
    ) STRICT;
    CREATE TABLE acceptance (
      id INTEGER PRIMARY KEY,
      recipients INTEGER NOT NULL,
      until INTEGER NOT NULL,
      author TEXT NOT NULL,
      given_at INTEGER NOT NULL
    ) STRICT;
    -- service messages that were sent, so that none is sent twice
    CREATE TABLE told (
      what TEXT PRIMARY KEY,
      told_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
}
