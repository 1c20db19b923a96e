package import FactLog
import FactLogSQLite
import Foundation
import GRDB
package import StateFolder

/// The log of proposals, `proposals/proposals.db` of the state folder: what was proposed with the mail that proposed it,
/// and what was decided. Nothing in it is changed or removed. All who record facts may write it, and so may the round
/// (docs/store.md, "Proposals").
package final class ProposalLog: Sendable {
  package enum Access: Sendable {
    /// Makes nothing; a log that does not exist is `missing`.
    case reading
    case writing
  }

  /// With more proposals waiting than these no more mails are read.
  package static let mostWaiting = 1000

  private let file: SQLiteFile
  private let queue: DatabaseQueue

  package init(_ state: StateFolder, _ access: Access) throws(StoreFailure) {
    file = ProposalSchema.database(in: state)
    if let backup = state.unfinishedRestore { throw .unfinishedRestore(backup) }
    if access == .writing {
      do { try Folder.make(state.proposals, mode: 0o770) } catch { throw StoreFailure(system: error.code, error.path) }
      try file.makeFile(mode: 0o660)
    }
    queue = try file.open(readonly: access == .reading, isOlderFine: true)
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.read(body) }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    try file.attempt { try queue.write(body) }
  }

  /// Copies the database, whole and of one moment.
  package func copy(to path: String) throws(StoreFailure) { try file.copy(queue, to: path) }

  // MARK: Adding and deciding

  /// Adds a proposal with its mail or its rule file, and returns its number; nil if the same source proposed already.
  package func add(
    _ content: Proposal.Content, source: [UInt8], at made: Int64
  ) throws(StoreFailure) -> Int64? {
    try write { database in
      let known = try Int.fetchOne(
        database, sql: "SELECT 1 FROM proposal WHERE mail_id = ?", arguments: [content.sourceID])
      guard known == nil else { return nil }
      try database.execute(
        sql: """
          INSERT INTO proposal (made_at, author, recipient, letter, mail_id, subject, words, files, doubts, revision,
            facts, mail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          made, content.author, content.letter?.recipient ?? "", content.letter?.number ?? 0, content.sourceID,
          content.subject, content.words,
          content.files.joined(separator: "\n"), content.doubts.map(\.rawValue).sorted().joined(separator: " "),
          content.revision, content.facts, Data(source),
        ])
      let number = database.lastInsertedRowID
      for (place, change) in content.changes.enumerated() { try insert(change, number, place, database) }
      for (place, block) in content.blocks.enumerated() {
        try database.execute(
          sql: "INSERT INTO block (proposal, place, file, name, previous, old, new) VALUES (?, ?, ?, ?, ?, ?, ?)",
          arguments: [number, place, block.file, block.name, block.previous, block.old, block.new])
      }
      return number
    }
  }

  private func insert(_ change: ProposedChange, _ number: Int64, _ place: Int, _ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO change (proposal, place, kind, day, new_day, words) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [number, place, change.kind?.rawValue ?? "", change.day, change.newDay, change.words])
    for candidate in change.candidates {
      try database.execute(
        sql: "INSERT INTO candidate (proposal, place, duty, old) VALUES (?, ?, ?, ?)",
        arguments: [number, place, candidate.duty, candidate.old])
    }
  }

  /// Notes a decision, and returns whether the proposal was there and waited for one.
  package func decide(_ number: Int64, _ decision: Proposal.Decision) throws(StoreFailure) -> Bool {
    try write { database in
      let waits = try Int.fetchOne(
        database,
        sql: """
          SELECT 1 FROM proposal WHERE number = ? AND NOT EXISTS (SELECT 1 FROM decision WHERE proposal = number)
          """, arguments: [number])
      guard waits != nil else { return false }
      try database.execute(
        sql: "INSERT INTO decision (proposal, verdict, author, decided_at, facts, reason) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          number, decision.verdict.rawValue, decision.author, decision.decided,
          decision.facts.map(String.init).joined(separator: " "), decision.reason,
        ])
      return true
    }
  }

  // MARK: Looking

  /// The proposals, the latest first.
  /// - Parameters:
  ///   - standing: nil: whatever became of them.
  ///   - last: only those before that number.
  package func proposals(
    _ standing: Proposal.Standing?, before last: Int64 = .max, limit: Int
  ) throws(StoreFailure) -> [Proposal] {
    let condition =
      switch standing {
      case .waiting: "AND decision.proposal IS NULL"
      case .decided: "AND decision.proposal IS NOT NULL"
      case nil: ""
      }
    return try read { database in
      try ProposalRow.fetch(database, "WHERE number < ? \(condition) ORDER BY number DESC LIMIT ?", [last, limit])
    }
  }

  /// Nil if there is none of that number.
  package func proposal(_ number: Int64) throws(StoreFailure) -> Proposal? {
    try read { try ProposalRow.fetch($0, "WHERE number = ?", [number]).first }
  }

  /// The bytes of the mail or the rule file; nil if there is no such proposal.
  package func source(of number: Int64) throws(StoreFailure) -> [UInt8]? {
    try read { try Data.fetchOne($0, sql: "SELECT mail FROM proposal WHERE number = ?", arguments: [number]) }
      .map { Array($0) }
  }

  /// How many were decided.
  package func decided() throws(StoreFailure) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM decision") ?? 0 }
  }

  /// How many wait.
  package func waiting() throws(StoreFailure) -> Int {
    try read {
      try Int.fetchOne(
        $0,
        sql: """
          SELECT count(*) FROM proposal WHERE NOT EXISTS (SELECT 1 FROM decision WHERE proposal = number)
          """) ?? 0
    }
  }

  /// The number of the last one that was made before an instant; nil if there is none.
  package func last(before instant: Int64) throws(StoreFailure) -> Int64? {
    try read { try Int64.fetchOne($0, sql: "SELECT max(number) FROM proposal WHERE made_at < ?", arguments: [instant]) }
  }

  // MARK: Files of the mailbox

  /// A file at which the process ended so often is not read again.
  private static let mostTries = 2

  /// Those of the names whose files are to be read. What is known of other names, whose files are gone, is forgotten.
  package func unread(of names: [String]) throws(StoreFailure) -> [String] {
    try write { database in
      let known = try String.fetchSet(database, sql: "SELECT name FROM looked")
      for name in known.subtracting(names) {
        try database.execute(sql: "DELETE FROM looked WHERE name = ?", arguments: [name])
      }
      let read = try String.fetchSet(
        database, sql: "SELECT name FROM looked WHERE is_done OR tries >= ?", arguments: [Self.mostTries])
      return names.filter { !read.contains($0) }
    }
  }

  /// Reads a file by `read`. A file that ends the process is tried once more, and then left alone, so that it does not end
  /// every round; one that `read` fails at will be read again.
  ///
  /// - Parameter note: makes the failure to note that a file was read.
  package func look<Value, Failure: Error>(
    at name: String, note: (StoreFailure) -> Failure, read: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    func change(_ sql: String) throws(Failure) {
      do throws(StoreFailure) {
        try write { try $0.execute(sql: sql, arguments: [name]) }
      } catch { throw note(error) }
    }
    try change(
      "INSERT INTO looked (name, tries, is_done) VALUES (?, 1, 0) ON CONFLICT (name) DO UPDATE SET tries = tries + 1")
    let value: Value
    do throws(Failure) { value = try read() } catch {
      try change("DELETE FROM looked WHERE name = ?")
      throw error
    }
    try change("UPDATE looked SET is_done = 1 WHERE name = ?")
    return value
  }
}
