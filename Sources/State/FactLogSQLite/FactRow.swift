import FactLog
import Foundation
import GRDB
import Hashing

/// Reads and writes facts as rows of the table.
enum FactRow {
  private static let columns =
    "sequence, line, plan, author, on_behalf_of, recorded_at, document, note, previous_hash, hash"

  static func insert(_ fact: RecordedFact, _ database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO fact (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let entry = fact.entry
    try statement.execute(arguments: [
      fact.sequence, entry.line, entry.plan, entry.author, entry.onBehalfOf, entry.recordedAt, entry.document,
      entry.note, Data(fact.previousHash.bytes), Data(fact.hash.bytes),
    ])
  }

  static func head(_ database: Database) throws -> FactHead {
    let statement = try database.cachedStatement(
      sql: "SELECT sequence, hash FROM fact ORDER BY sequence DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    guard let count = Int.fromDatabaseValue(row[0]), let hash = hash(row, 1) else {
      throw StoreFailure.damaged("fact")
    }
    return FactHead(count: count, hash: hash)
  }

  /// The hash of the fact with this number; nil if there is none.
  static func hash(at sequence: Int, _ database: Database) throws -> SHA256Digest? {
    let statement = try database.cachedStatement(sql: "SELECT hash FROM fact WHERE sequence = ?")
    return try Row.fetchOne(statement, arguments: [sequence]).flatMap { hash($0, 0) }
  }

  static func facts(_ selection: FactSelection, _ database: Database) throws -> [RecordedFact] {
    var sql = "SELECT \(columns) FROM fact WHERE sequence > ?"
    var arguments: StatementArguments = [selection.after]
    if let plan = selection.plan {
      sql += " AND (plan = ? OR plan IS NULL)"
      arguments += [plan]
    }
    var facts: [RecordedFact] = []
    let rows = try Row.fetchCursor(database, sql: sql + " ORDER BY sequence", arguments: arguments)
    while let row = try rows.next() {
      guard let fact = fact(row) else { throw StoreFailure.damaged("fact \(row[0] as DatabaseValue)") }
      facts.append(fact)
    }
    return facts
  }

  static func walk(_ database: Database, against anchor: FactHead?) throws -> ChainWalk {
    var walk = ChainWalk(against: anchor)
    let rows = try Row.fetchCursor(database, sql: "SELECT \(columns) FROM fact ORDER BY sequence")
    while walk.broken == nil, let row = try rows.next() {
      if let fact = fact(row) {
        _ = try walk.step(fact)
      } else {
        walk.stepOverUnreadable(at: walk.head.count + 1)
      }
    }
    walk.finish()
    return walk
  }

  /// Nil if a column holds a value of another kind.
  private static func fact(_ row: Row) -> RecordedFact? {
    guard let sequence = Int.fromDatabaseValue(row[0]), let line = String.fromDatabaseValue(row[1]),
      let author = String.fromDatabaseValue(row[3]), let recordedAt = Int.fromDatabaseValue(row[5]),
      let previous = hash(row, 8), let hash = hash(row, 9)
    else { return nil }
    let entry = FactEntry(
      line: line, plan: String.fromDatabaseValue(row[2]), author: author,
      onBehalfOf: String.fromDatabaseValue(row[4]), recordedAt: recordedAt,
      document: String.fromDatabaseValue(row[6]), note: String.fromDatabaseValue(row[7]))
    return RecordedFact(sequence: sequence, entry: entry, previousHash: previous, hash: hash)
  }

  private static func hash(_ row: Row, _ column: Int) -> SHA256Digest? {
    guard case .blob(let data) = (row[column] as DatabaseValue).storage else { return nil }
    return SHA256Digest(bytes: data)
  }
}
