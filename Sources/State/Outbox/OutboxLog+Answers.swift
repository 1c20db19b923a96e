package import FactLog
import GRDB
package import Reminders

/// A message as an answer to it needs it.
package struct AnsweredMessage: Hashable, Sendable {
  /// The id of the message in the log.
  package var number: Int64
  package var recipient: RecipientName
  /// The mail addresses and others that it went to, without copies.
  package var addresses: [String]
  /// What it told, as `NoticeTopic.description` writes it, each once.
  package var subjects: [String]
}

extension OutboxLog {
  /// The message with that id, as `RenderedMessage` has it; nil if there is none.
  package func message(id: String) throws(StoreFailure) -> AnsweredMessage? {
    try read { database in
      let sql = "SELECT id, recipient FROM message WHERE message_id = ?"
      guard let row = try Row.fetchOne(database, sql: sql, arguments: [id]) else { return nil }
      let number: Int64 = row[0]
      return AnsweredMessage(
        number: number, recipient: RecipientName(row[1] as String),
        addresses: try String.fetchAll(
          database, sql: "SELECT address FROM delivery WHERE message = ? AND NOT is_copy", arguments: [number]),
        subjects: try String.fetchAll(
          database, sql: "SELECT DISTINCT what FROM notice WHERE message = ? ORDER BY what", arguments: [number]))
    }
  }
}
