import Addresses
import CivilCalendar
import FactLog
import Foundation
import GRDB
package import Reminders

/// The log of notices as a decision queries it, inside a transaction.
package final class DatabaseLog: SentLog {
  private let database: Database
  private let without: Set<Int64>
  private let before: Instant?
  /// The first error, after which all answers are meaningless and the round must be given up; nil if there was none.
  package private(set) var failure: (any Error)?

  /// - Parameters:
  ///   - without: ids of messages that count as not decided.
  ///   - before: messages decided at that instant or later count as not decided either; nil if none do.
  init(_ database: Database, without: Set<Int64> = [], before: Instant? = nil) {
    self.database = database
    self.without = without
    self.before = before
  }

  package func slot(of key: NoticeKey) -> Instant? {
    answer(nil) {
      let statement = try database.cachedStatement(sql: "SELECT slot, message FROM notice WHERE key = ?")
      return try Row.fetchOne(statement, arguments: [Data(key.bytes)]).flatMap { row in
        try isHidden(row[1], Instant(seconds: row[0])) ? nil : Instant(seconds: row[0])
      }
    }
  }

  package func entries(about subject: SubjectKey) -> [SentEntry] {
    answer([]) {
      try SentEntry.fetch(database, "subject = ?", [Data(subject.key.bytes)]) { try !self.isHidden($0, $1) }
    }
  }

  private func isHidden(_ message: Int64, _ slot: Instant) throws -> Bool {
    if without.contains(message) { return true }
    // A notice that was set aside keeps its key, whenever it was decided.
    guard let before, slot != .never else { return false }
    let statement = try database.cachedStatement(sql: "SELECT decided_at FROM message WHERE id = ?")
    return try Int64.fetchOne(statement, arguments: [message]).map { $0 >= before.seconds } ?? false
  }

  private func answer<Value>(_ otherwise: Value, _ ask: () throws -> Value) -> Value {
    do { return try ask() } catch {
      failure = failure ?? error
      return otherwise
    }
  }
}

extension SentEntry {
  /// - Parameters:
  ///   - condition: SQL about the table of notices.
  ///   - isWanted: whether an entry of this message and slot is wanted.
  static func fetch(
    _ database: Database, _ condition: String, _ arguments: StatementArguments,
    where isWanted: (Int64, Instant) throws -> Bool = { _, _ in true }
  ) throws -> [SentEntry] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT key, subject, step, told, is_provisional, recipient, channel, slot, message FROM notice
        WHERE \(condition)
        """)
    return try Row.fetchAll(statement, arguments: arguments).compactMap { row in
      guard try isWanted(row[8], Instant(seconds: row[7])) else { return nil }
      guard let key = NoticeKey(bytes: row[0] as Data), let subject = NoticeKey(bytes: row[1] as Data),
        let kind = NoticeKind.Name(code: row[2] as String)
      else { throw StoreFailure.damaged("notice") }
      return SentEntry(
        key: key, subject: SubjectKey(subject), kind: kind,
        told: (row[3] as Int?).flatMap { CivilDate(dayNumber: $0) }, isProvisional: row[4],
        recipient: RecipientName(row[5] as String), channel: Channel(rawValue: row[6]), slot: Instant(seconds: row[7]))
    }
  }
}
