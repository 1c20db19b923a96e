package import CivilCalendar
package import FactLog
package import Feeds
import Foundation
import GRDB
package import Hashing
package import StateFolder

/// The tokens by which feeds are read and programs work, as hashes: `web/tokens.db` of the state folder. A token is
/// revoked and never removed, so that it stays known who made it.
package final class TokenStore: Sendable {
  /// One token, as lists show it.
  package struct Token: Hashable, Sendable {
    /// 1, 2, 3 …
    package var number: Int64
    package var grant: TokenGrant
    package var author: String
    /// Seconds since 1970.
    package var made: Int64
    /// The day on which it was last used.
    package var used: CivilDate?
    package var revoked: Int64?
    package var revokedBy: String?
  }

  /// More tokens that are not revoked are not made.
  package static let most = 10_000

  private let database: WebDatabase

  package enum Access: Sendable {
    /// Makes nothing; a store that does not exist is `missing`.
    case reading
    case writing
  }

  package init(_ state: StateFolder, _ access: Access = .writing) throws(StoreFailure) {
    // "NVto"
    database = try WebDatabase(
      state.tokensDatabase, in: state, applicationID: 0x4E56_746F, migration: "1-tokens", Self.tables,
      isNew: access == .writing)
  }

  /// Copies the database, whole and of one moment.
  package func copy(to path: String) throws(StoreFailure) { try database.copy(to: path) }

  // MARK: Using

  /// What the feed shows whose address has this token; nil if there is none, or it was revoked.
  /// - Parameter today: is noted as the day of its last use.
  package func feed(_ token: String, on today: CivilDate) throws(StoreFailure) -> FeedScope? {
    guard case .feed(let scope)? = try use(token, on: today) else { return nil }
    return scope
  }

  /// The name and the rights of the program that has this token; nil if there is none, it was revoked, or its last day is
  /// over.
  package func program(
    _ token: String, on today: CivilDate
  ) throws(StoreFailure) -> (name: String, rights: Set<ProgramRight>)? {
    guard case .program(let name, let rights, _)? = try use(token, on: today) else { return nil }
    return (name, rights)
  }

  private func use(_ token: String, on today: CivilDate) throws(StoreFailure) -> TokenGrant? {
    guard let token = SecretToken(token) else { return nil }
    let found = try database.read { database in
      try Row.fetchOne(
        database, sql: "SELECT * FROM token WHERE hash = ? AND revoked_at IS NULL", arguments: [Data(token.hash.bytes)])
    }
    guard let found = found.flatMap(Self.token) else { return nil }
    if case .program(_, _, let until) = found.grant, until < today { return nil }
    // A disk that is full keeps nobody from reading.
    if found.used != today {
      _ = try? database.write {
        try $0.execute(
          sql: "UPDATE token SET used_on = ? WHERE number = ?", arguments: [Int(today.dayNumber), found.number])
      }
    }
    return found.grant
  }

  // MARK: Making and revoking

  /// Notes a new token, and returns its number; nil if it is there already, or there are too many.
  package func add(
    _ hash: SHA256Digest, _ grant: TokenGrant, by author: String, at now: Int64
  ) throws(StoreFailure) -> Int64? {
    try database.write { database in
      let (count, known) = (
        try Int.fetchOne(database, sql: "SELECT count(*) FROM token WHERE revoked_at IS NULL") ?? 0,
        try Int.fetchOne(database, sql: "SELECT 1 FROM token WHERE hash = ?", arguments: [Data(hash.bytes)])
      )
      guard count < Self.most, known == nil else { return nil }
      try database.execute(
        sql: "INSERT INTO token (hash, \"grant\", author, made_at) VALUES (?, ?, ?, ?)",
        arguments: [Data(hash.bytes), grant.text, author, now])
      return database.lastInsertedRowID
    }
  }

  /// Revokes a token, and returns whether there was one of that number and kind that was not revoked.
  package func revoke(
    _ kind: SpoolRequest.TokenKind, _ number: Int64, by author: String, at now: Int64
  ) throws(StoreFailure) -> Bool {
    try database.write { database in
      try database.execute(
        sql: """
          UPDATE token SET revoked_at = ?, revoked_by = ?
            WHERE number = ? AND revoked_at IS NULL AND "grant" LIKE ? || ' %'
          """,
        arguments: [now, author, number, kind.rawValue])
      return database.changesCount == 1
    }
  }

  /// All of a kind, the oldest first, also those that were revoked.
  package func tokens(_ kind: SpoolRequest.TokenKind) throws(StoreFailure) -> [Token] {
    try database.read { try Row.fetchAll($0, sql: "SELECT * FROM token ORDER BY number") }
      .compactMap(Self.token).filter { $0.grant.kind == kind }
  }

  /// Nil of a grant that this version does not know.
  private static func token(_ row: Row) -> Token? {
    guard let grant = TokenGrant(text: row["grant"]) else { return nil }
    let used: Int? = row["used_on"]
    return Token(
      number: row["number"], grant: grant, author: row["author"], made: row["made_at"],
      used: used.flatMap { CivilDate(dayNumber: $0) }, revoked: row["revoked_at"], revokedBy: row["revoked_by"])
  }

  private static let tables = """
    CREATE TABLE token (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      -- SHA-256 of the token
      hash BLOB NOT NULL UNIQUE,
      -- `TokenGrant`
      "grant" TEXT NOT NULL,
      author TEXT NOT NULL,
      made_at INTEGER NOT NULL,
      -- a day number
      used_on INTEGER,
      revoked_at INTEGER,
      revoked_by TEXT
    ) STRICT;
    """
}
