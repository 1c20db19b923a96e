package import FactLog
import GRDB
package import Reminders

/// Held rounds that people let pass.
extension OutboxLog {
  /// The last one given, unless a round has passed by it: it serves one.
  package func acceptance() throws(StoreFailure) -> Acceptance? {
    try read { database in
      // Of an earlier version's there is no saying what it was given for.
      let sql = """
        SELECT recipients, until, reasons, facts, messages, since FROM acceptance
        WHERE id = (SELECT max(id) FROM acceptance) AND used_at IS NULL AND reasons IS NOT NULL
        """
      return try Row.fetchOne(database, sql: sql).map {
        Acceptance(
          recipients: $0[0], messages: $0[4], since: Instant(seconds: $0[5]), until: Instant(seconds: $0[1]),
          reasons: Codes.read($0[2]), facts: $0[3])
      }
    }
  }

  package func accept(_ acceptance: Acceptance, by author: String, at now: Instant) throws(StoreFailure) {
    try write {
      try $0.execute(
        sql: """
          INSERT INTO acceptance (recipients, messages, since, until, author, given_at, reasons, facts)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          acceptance.recipients, acceptance.messages, acceptance.since.seconds, acceptance.until.seconds, author,
          now.seconds, Codes.text(acceptance.reasons), acceptance.facts,
        ])
    }
  }
}

extension OutboxRound {
  /// The acceptance is used up.
  package func useAcceptance() throws {
    try database.execute(sql: "UPDATE acceptance SET used_at = ? WHERE used_at IS NULL", arguments: [now.seconds])
  }
}

/// Codes of reasons in one column.
enum Codes {
  static func text(_ codes: Set<String>) -> String { codes.sorted().joined(separator: " ") }
  static func read(_ text: String?) -> Set<String> { Set((text ?? "").split(separator: " ").map(String.init)) }
}
