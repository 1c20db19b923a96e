package import FactLog
import GRDB
package import Reminders

/// Held rounds that people let pass.
extension OutboxLog {
  /// The last acceptance, unless a round has used it: it serves one round. Nil if there is none.
  package func acceptance() throws(StoreFailure) -> Acceptance? {
    try read { database in
      // Acceptances of an earlier version do not say what they were given for.
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
  /// Notes that this round has used the acceptance.
  package func useAcceptance() throws {
    try database.execute(sql: "UPDATE acceptance SET used_at = ? WHERE used_at IS NULL", arguments: [now.seconds])
  }
}

/// The codes of several reasons in one column.
enum Codes {
  static func text(_ codes: Set<String>) -> String { codes.sorted().joined(separator: " ") }
  static func read(_ text: String?) -> Set<String> { Set((text ?? "").split(separator: " ").map(String.init)) }
}
