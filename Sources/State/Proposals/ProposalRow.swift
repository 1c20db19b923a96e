import Foundation
import GRDB

/// Proposals as their tables hold them.
enum ProposalRow {
  /// - Parameter condition: SQL from `WHERE` on.
  static func fetch(
    _ database: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [Proposal] {
    let sql = """
      SELECT number, made_at, proposal.author, recipient, letter, mail_id, subject, words, files, doubts, revision,
        proposal.facts, verdict, decision.author, decided_at, decision.facts, reason
      FROM proposal LEFT JOIN decision ON decision.proposal = number \(condition)
      """
    return try Row.fetchAll(database, sql: sql, arguments: arguments).map { row in
      let number: Int64 = row[0]
      let content = Proposal.Content(
        author: row[2], letter: row[4] == 0 ? nil : .init(to: row[3], number: row[4]), sourceID: row[5],
        subject: row[6], words: row[7], files: split(row[8], "\n"),
        doubts: Set(split(row[9], " ").compactMap(Proposal.Doubt.init)), revision: row[10], facts: row[11],
        changes: try changes(database, number), blocks: try blocks(database, number))
      return Proposal(number: number, made: row[1], content: content, decision: decision(row))
    }
  }

  private static func decision(_ row: Row) -> Proposal.Decision? {
    guard let verdict = (row[12] as String?).flatMap(Proposal.Decision.Verdict.init) else { return nil }
    return Proposal.Decision(
      verdict, by: row[13], at: row[14], facts: split(row[15], " ").compactMap { Int($0) }, reason: row[16])
  }

  private static func changes(_ database: Database, _ number: Int64) throws -> [ProposedChange] {
    let sql = "SELECT place, kind, day, new_day, words FROM change WHERE proposal = ? ORDER BY place"
    return try Row.fetchAll(database, sql: sql, arguments: [number]).map { row in
      let place: Int = row[0]
      let candidates = try Row.fetchAll(
        database, sql: "SELECT duty, old FROM candidate WHERE proposal = ? AND place = ? ORDER BY rowid",
        arguments: [number, place]
      ).map { ProposedChange.Candidate(duty: $0[0], old: $0[1]) }
      return ProposedChange(
        ProposedChange.Kind(rawValue: row[1]), day: row[2], newDay: row[3], words: row[4], candidates: candidates)
    }
  }

  private static func blocks(_ database: Database, _ number: Int64) throws -> [ProposedBlock] {
    // Logs of earlier versions have no such table until somebody writes in them.
    guard try database.tableExists("block") else { return [] }
    let sql = "SELECT file, name, previous, old, new FROM block WHERE proposal = ? ORDER BY place"
    return try Row.fetchAll(database, sql: sql, arguments: [number])
      .map { ProposedBlock(file: $0[0], name: $0[1], previous: $0[2], old: $0[3], new: $0[4]) }
  }

  private static func split(_ text: String, _ mark: Character) -> [String] {
    text.split(separator: mark).map(String.init)
  }
}
