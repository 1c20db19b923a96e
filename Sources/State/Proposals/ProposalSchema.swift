import FactLogSQLite
import GRDB
import StateFolder

/// The tables of the proposals' database, by named migrations.
enum ProposalSchema {
  static func database(in state: StateFolder) -> SQLiteFile {
    // "NVpr"
    SQLiteFile(
      path: state.proposalsDatabase, applicationID: 0x4E56_7072, lock: state.proposals + "/lock", limit: TimeLimit()
    ) {
      var migrator = DatabaseMigrator()
      migrator.registerMigration("1-proposals") { try $0.execute(sql: proposals) }
      migrator.registerMigration("2-blocks") { try $0.execute(sql: blocks) }
      migrator.registerMigration("3-withdrawals") { try $0.execute(sql: withdrawals) }
      return migrator
    }
  }

  /// The triggers that refuse changes of a table.
  private static func kept(_ table: String) -> String {
    ["UPDATE", "DELETE"].map {
      "CREATE TRIGGER \(table)_\($0 == "UPDATE" ? "stays" : "is_kept") BEFORE \($0) ON \"\(table)\" "
        + "BEGIN SELECT raise(ABORT, 'proposals are never changed or removed'); END;"
    }.joined(separator: "\n")
  }

  private static let proposals =
    """
    CREATE TABLE proposal (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      made_at INTEGER NOT NULL,
      author TEXT NOT NULL,
      recipient TEXT NOT NULL,
      -- the message in post.db that it answers
      letter INTEGER NOT NULL,
      mail_id TEXT NOT NULL UNIQUE,
      subject TEXT NOT NULL,
      words TEXT NOT NULL,
      -- names of attachments, a line each
      files TEXT NOT NULL,
      -- codes of `Proposal.Doubt`
      doubts TEXT NOT NULL,
      revision INTEGER NOT NULL,
      facts TEXT NOT NULL,
      mail BLOB NOT NULL
    ) STRICT;
    CREATE INDEX proposal_by_time ON proposal (made_at);
    CREATE TABLE change (
      proposal INTEGER NOT NULL REFERENCES proposal (number),
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      day INTEGER NOT NULL,
      new_day INTEGER,
      words TEXT,
      PRIMARY KEY (proposal, place)
    ) STRICT;
    CREATE TABLE candidate (
      proposal INTEGER NOT NULL,
      place INTEGER NOT NULL,
      duty TEXT NOT NULL,
      -- its state when it was proposed
      old TEXT NOT NULL,
      FOREIGN KEY (proposal, place) REFERENCES change (proposal, place)
    ) STRICT;
    CREATE INDEX candidate_by_change ON candidate (proposal, place);
    CREATE TABLE decision (
      proposal INTEGER PRIMARY KEY REFERENCES proposal (number),
      verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused')),
      author TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      facts TEXT NOT NULL,
      reason TEXT
    ) STRICT;
    -- files of the mailbox that were read, or whose reading was begun
    CREATE TABLE looked (
      name TEXT PRIMARY KEY,
      tries INTEGER NOT NULL,
      is_done INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    """ + ["proposal", "change", "candidate", "decision"].map(kept).joined(separator: "\n")

  private static let blocks =
    """
    CREATE TABLE block (
      proposal INTEGER NOT NULL REFERENCES proposal (number),
      place INTEGER NOT NULL,
      file TEXT NOT NULL,
      name TEXT NOT NULL,
      previous TEXT,
      old TEXT,
      new TEXT,
      PRIMARY KEY (proposal, place)
    ) STRICT;

    """ + kept("block")

  /// A constraint of SQLite can only be changed by making its table anew.
  private static let withdrawals =
    """
    CREATE TABLE decision_with_withdrawals (
      proposal INTEGER PRIMARY KEY REFERENCES proposal (number),
      verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'refused', 'withdrawn')),
      author TEXT NOT NULL,
      decided_at INTEGER NOT NULL,
      facts TEXT NOT NULL,
      reason TEXT
    ) STRICT;
    INSERT INTO decision_with_withdrawals SELECT * FROM decision;
    DROP TABLE decision;
    ALTER TABLE decision_with_withdrawals RENAME TO decision;

    """ + kept("decision")
}
