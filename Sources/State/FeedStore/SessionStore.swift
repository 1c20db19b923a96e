package import AnswerLinks
package import FactLog
import Foundation
import GRDB
package import Hashing
package import StateFolder

/// The units that are signed in by their mailboxes: `web/sessions.db` of the state folder. It holds hashes alone, and no backup has it
/// (decision: mailbox-sign-in).
package final class SessionStore: Sendable {
  /// A unit that is signed in.
  package struct Session: Hashable, Sendable {
    /// The id of the unit.
    package var unit: String
    package var mailbox: MailboxMark
    /// Seconds since 1970 from which on it is over.
    package var end: Int64
  }

  /// What became of a code that was typed.
  package enum Typed: Hashable, Sendable {
    case right(Session)
    /// No letter of this browser has it.
    case wrong
    /// Too many wrong ones were typed; another letter is needed.
    case exhausted
  }

  /// Seconds from signing in to the end.
  package static let lifetime: Int64 = 12 * 3600
  /// Seconds after the end through which a browser counts as one that was signed in: its letters have places of their own
  /// (decision: mailbox-sign-in).
  package static let memory: Int64 = 180 * 86_400
  /// So many codes may be typed for the letters of one browser.
  private static let tries = 5

  private let database: WebDatabase

  /// Whether anybody ever signed in here.
  package static func isThere(_ state: StateFolder) -> Bool { access(state.sessionsDatabase, F_OK) == 0 }

  package init(_ state: StateFolder) throws(StoreFailure) {
    // "NVse"
    database = try WebDatabase(
      state.sessionsDatabase, in: state, applicationID: 0x4E56_7365, migration: "1-sessions", Self.tables)
  }

  /// Who is signed in; nil if nobody is by this secret.
  /// - Parameter secret: the hash of what the browser has.
  package func session(_ secret: SHA256Digest, at now: Int64) throws(StoreFailure) -> Session? {
    let row = try database.read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM session WHERE secret = ? AND ends_at > ?", arguments: [Data(secret.bytes), now])
    }
    return row.flatMap(Self.session)
  }

  /// Whether a browser has what one got that was signed in, though its session may be over.
  package func knows(_ secret: SHA256Digest) throws(StoreFailure) -> Bool {
    try database.read { database in
      try Int.fetchOne(
        database, sql: "SELECT 1 FROM session WHERE secret = ?", arguments: [Data(secret.bytes)]) == 1
    }
  }

  /// Notes the code of a letter's link that another browser opened, so that the one that asked may type it.
  package func keep(_ opened: SignInLink.Opened, at now: Int64) throws(StoreFailure) {
    try database.write { database in
      try Self.forget(database, now)
      try Self.note(opened, database)
    }
  }

  /// Whether somebody signed in by it.
  package func isUsed(_ opened: SignInLink.Opened) throws(StoreFailure) -> Bool {
    try database.read { database in
      try Int.fetchOne(
        database, sql: "SELECT is_used FROM letter WHERE mark = ?", arguments: [Data(opened.mark.bytes)]) == 1
    }
  }

  /// Signs in by a letter's link. Nil if somebody signed in by it before: a link makes one session.
  /// - Parameter secret: the hash of what the browser gets.
  package func open(
    _ opened: SignInLink.Opened, _ secret: SHA256Digest, at now: Int64
  ) throws(StoreFailure) -> Session? {
    try database.write { database in
      try Self.forget(database, now)
      try Self.note(opened, database)
      return try Self.open(mark: Data(opened.mark.bytes), secret, database, now)
    }
  }

  /// Signs in by the code of a letter's link that was opened elsewhere.
  /// - Parameter browser: the hash of the secret that the browser got when it asked for the letter.
  package func open(
    code: String, from browser: SHA256Digest, _ secret: SHA256Digest, at now: Int64
  ) throws(StoreFailure) -> Typed {
    try database.write { database in
      try Self.forget(database, now)
      let known = try Row.fetchAll(
        database, sql: "SELECT * FROM letter WHERE browser = ? AND is_used = 0", arguments: [Data(browser.bytes)])
      guard !known.isEmpty else { return .wrong }
      // A letter that came later gives no further tries.
      guard known.map({ $0["tries"] as Int }).reduce(0, +) < Self.tries else { return .exhausted }
      if let right = known.first(where: { $0["code"] == code }),
        let session = try Self.open(mark: right["mark"], secret, database, now)
      {
        return .right(session)
      }
      try database.execute(
        sql: "UPDATE letter SET tries = tries + 1 WHERE mark = ?", arguments: [known[0]["mark"] as Data])
      return .wrong
    }
  }

  /// Signs out.
  package func end(_ secret: SHA256Digest) throws(StoreFailure) {
    try database.write { try $0.execute(sql: "DELETE FROM session WHERE secret = ?", arguments: [Data(secret.bytes)]) }
  }

  /// Signs out every browser of the unit and mailbox; letters that were opened make no session any more.
  package func endAll(_ session: Session) throws(StoreFailure) {
    let whose: StatementArguments = [session.unit, Data(session.mailbox.bytes)]
    try database.write { database in
      try database.execute(sql: "DELETE FROM session WHERE unit = ? AND mailbox = ?", arguments: whose)
      // They are kept, since a link that is not known is good for one session.
      try database.execute(sql: "UPDATE letter SET is_used = 1 WHERE unit = ? AND mailbox = ?", arguments: whose)
    }
  }

  // MARK: Rows

  private static func forget(_ database: Database, _ now: Int64) throws {
    try database.execute(sql: "DELETE FROM letter WHERE ends_at <= ?", arguments: [now])
    try database.execute(sql: "DELETE FROM session WHERE ends_at <= ?", arguments: [now - memory])
  }

  private static func note(_ opened: SignInLink.Opened, _ database: Database) throws {
    let link = opened.link
    try database.execute(
      sql: """
        INSERT INTO letter (mark, browser, unit, mailbox, code, ends_at) VALUES (?, ?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING
        """,
      arguments: [
        Data(opened.mark.bytes), Data(link.browser.bytes), link.unit, Data(link.mailbox.bytes), opened.code, link.end,
      ])
  }

  private static func open(
    mark: Data, _ secret: SHA256Digest, _ database: Database, _ now: Int64
  ) throws -> Session? {
    try database.execute(sql: "UPDATE letter SET is_used = 1 WHERE mark = ? AND is_used = 0", arguments: [mark])
    guard database.changesCount == 1 else { return nil }
    try database.execute(
      sql: """
        INSERT INTO session (secret, unit, mailbox, ends_at)
          SELECT ?, unit, mailbox, ? FROM letter WHERE mark = ?
        """,
      arguments: [Data(secret.bytes), now + lifetime, mark])
    return try Row.fetchOne(
      database, sql: "SELECT * FROM session WHERE secret = ?", arguments: [Data(secret.bytes)]
    ).flatMap(session)
  }

  private static func session(_ row: Row) -> Session? {
    MailboxMark([UInt8](row["mailbox"] as Data)).map { Session(unit: row["unit"], mailbox: $0, end: row["ends_at"]) }
  }

  private static let tables = """
    CREATE TABLE letter (
      -- tells the link of the letter from others
      mark BLOB PRIMARY KEY,
      -- SHA-256 of what the browser has that asked for it
      browser BLOB NOT NULL,
      unit TEXT NOT NULL,
      mailbox BLOB NOT NULL,
      code TEXT NOT NULL,
      tries INTEGER NOT NULL DEFAULT 0,
      is_used INTEGER NOT NULL DEFAULT 0,
      ends_at INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE session (
      -- SHA-256 of what the browser has
      secret BLOB PRIMARY KEY,
      unit TEXT NOT NULL,
      mailbox BLOB NOT NULL,
      ends_at INTEGER NOT NULL
    ) STRICT;
    """
}
