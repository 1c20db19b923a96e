import FactLog
import Foundation
import GRDB
import TestSupport
import Testing

@testable import FactLogSQLite

@Suite("The log of facts in SQLite")
struct SQLiteFactLogTests {
  let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private var path: String { folder.path + "/state/facts" }
  private var database: String { path + "/facts.db" }
  private func entries(_ numbers: ClosedRange<Int>) -> [FactEntry] { numbers.map { FactLogConformance.entry($0) } }

  private func failure(_ access: SQLiteFactLog.Access, at path: String? = nil) -> StoreFailure? {
    do throws(StoreFailure) {
      _ = try SQLiteFactLog(folder: path ?? self.path, access).head()
      return nil
    } catch {
      return error
    }
  }

  @Test("Reading makes nothing") func readingMakesNothing() throws {
    #expect(failure(.reading) == .missing)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/state"))
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(failure(.reading) == .missing)
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
    // A file that a stopped writer left without tables.
    #expect(FileManager.default.createFile(atPath: database, contents: nil))
    #expect(failure(.reading) == .missing)
    #expect(try FileManager.default.attributesOfItem(atPath: database)[.size] as? Int == 0)
    #expect(failure(.writing) == nil)
    #expect(failure(.reading) == nil)
  }

  @Test("Files are for the group, the journal stays, FULL and WAL hold") func settings() throws {
    var log: SQLiteFactLog? = try SQLiteFactLog(folder: path, .writing)
    _ = try log?.append(entries(1...3))
    log = nil
    for name in ["facts.db", "facts.db-wal", "facts.db-shm", "head", "lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")
      #expect(attributes[.posixPermissions] as? Int == 0o660, "\(name)")
    }
    let queue = try DatabaseQueue(path: database)
    let said = try queue.read { database in
      try ["journal_mode", "integrity_check"].map { try String.fetchOne(database, sql: "PRAGMA \($0)") }
    }
    #expect(said == ["wal", "ok"])
  }

  @Test("The head file says the head from the first commit on, and is mended when it was left behind") func headFile()
    throws
  {
    func said() -> String? { try? String(contentsOfFile: path + "/head", encoding: .utf8) }
    let log = try SQLiteFactLog(folder: path, .writing)
    #expect(said() == nil)
    _ = try log.append(entries(1...2))
    let head = try log.head()
    #expect(said() == "\(head)\n")
    try "1:".write(toFile: path + "/head", atomically: false, encoding: .utf8)
    _ = try SQLiteFactLog(folder: path, .writing)
    #expect(said() == "\(head)\n")
  }

  @Test("SQL can neither change, remove nor insert facts between others") func appendOnly() throws {
    let log = try SQLiteFactLog(folder: path, .writing)
    _ = try log.append(entries(1...3))
    let queue = try DatabaseQueue(path: database)
    for sql in [
      "UPDATE fact SET note = 'x' WHERE sequence = 2", "DELETE FROM fact", "REPLACE INTO fact SELECT * FROM fact",
      "INSERT INTO fact SELECT sequence + 5, line, plan, author, NULL, 0, NULL, NULL, previous_hash, hash FROM fact",
      "INSERT INTO fact SELECT 4, line, plan, author, NULL, 0, NULL, NULL, previous_hash, hash FROM fact LIMIT 1",
    ] {
      #expect(throws: DatabaseError.self, "\(sql)") { try queue.write { try $0.execute(sql: sql) } }
    }
    #expect(try log.verify(against: nil).broken == nil)
    #expect(try log.head().count == 3)
  }

  @Test(
    "Whoever changes a field behind the triggers is found",
    arguments: [
      ("line = line || ' '", ChainWalk.Break.wrongHash(sequence: 2)), ("plan = 'q'", .wrongHash(sequence: 2)),
      ("author = 'root'", .wrongHash(sequence: 2)), ("on_behalf_of = NULL", .wrongHash(sequence: 2)),
      ("recorded_at = recorded_at + 1", .wrongHash(sequence: 2)), ("document = NULL", .wrongHash(sequence: 2)),
      ("note = 'khác'", .wrongHash(sequence: 2)), ("hash = zeroblob(32)", .wrongHash(sequence: 2)),
      ("previous_hash = zeroblob(32)", .wrongPrevious(sequence: 2)),
      ("sequence = 9", .wrongSequence(expected: 2, found: 3)),
    ])
  func tampering(_ change: String, _ expected: ChainWalk.Break) throws {
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...4))
    try DatabaseQueue(path: database).write {
      try $0.execute(sql: "DROP TRIGGER fact_stays; UPDATE fact SET \(change) WHERE sequence = 2")
    }
    #expect(try SQLiteFactLog(folder: path, .reading).verify(against: nil).broken == expected)
  }

  @Test("A full disk is said, and nothing of the transaction is kept") func diskFull() throws {
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...2))
    let log = try SQLiteFactLog(folder: path, .writing, pageLimit: 20)
    let large = (1...200).map { number in
      var entry = FactLogConformance.entry(number)
      entry.note = String(repeating: "x", count: 1000)
      return entry
    }
    #expect(throws: StoreFailure.diskFull) { try log.append(large) }
    #expect(try log.head().count == 2)
    #expect(try log.append(entries(3...3)).map(\.sequence) == [3])
    #expect(try log.verify(against: nil).broken == nil)
  }

  @Test("A log opened for reading adds nothing") func readOnly() throws {
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...2))
    let log = try SQLiteFactLog(folder: path, .reading)
    #expect(throws: StoreFailure.readOnly) { try log.append(entries(3...3)) }
    #expect(try log.head().count == 2)
    #expect(failure(.writing, at: "/proc/nhacviec/facts") != nil)
  }

  @Test("A damaged file is said, and stays as it is") func damaged() throws {
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...400))
    // Everything into the database file, so that damage is seen.
    try DatabaseQueue(path: database).writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    let whole = try #require(FileManager.default.contents(atPath: database))
    let text = Data("không phải cơ sở dữ liệu\n".utf8)
    let torn = whole.prefix(4096) + Data(repeating: 0xA5, count: whole.count - 4096)
    let short = whole.prefix(whole.count / 2)
    for (name, bytes) in [("text", text), ("torn", torn), ("short", short)] {
      for file in ["facts.db-wal", "facts.db-shm"] { try? FileManager.default.removeItem(atPath: "\(path)/\(file)") }
      try bytes.write(to: URL(fileURLWithPath: database))
      for access in [SQLiteFactLog.Access.reading, .writing] {
        let said: StoreFailure?
        do throws(StoreFailure) {
          _ = try SQLiteFactLog(folder: path, access).verify(against: nil)
          said = nil
        } catch {
          said = error
        }
        guard case .damaged? = said else {
          Issue.record("\(name), \(access): \(String(describing: said))")
          continue
        }
      }
      #expect(FileManager.default.contents(atPath: database) == bytes, "\(name)")
    }
  }

  @Test("Another program's database and a newer one are left alone") func foreign() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try DatabaseQueue(path: database).write { try $0.execute(sql: "CREATE TABLE other (x)") }
    #expect(failure(.reading) == .foreign)
    #expect(failure(.writing) == .foreign)
    try FileManager.default.removeItem(atPath: database)
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...1))
    try DatabaseQueue(path: database).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9-later')")
    }
    #expect(failure(.reading) == .newer)
    #expect(failure(.writing) == .newer)
  }

  @Test("A writer that holds the database too long is said") func busy() throws {
    _ = try SQLiteFactLog(folder: path, .writing).append(entries(1...1))
    var unsafe = Configuration()
    unsafe.allowsUnsafeTransactions = true
    let holder = try DatabaseQueue(path: database, configuration: unsafe)
    try holder.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    // Readers go on.
    #expect(try SQLiteFactLog(folder: path, .reading).head().count == 1)
    let log = try SQLiteFactLog(folder: path, .writing, patience: 0.05)
    #expect(throws: StoreFailure.busy(by: "")) { try log.append(entries(2...2)) }
    try holder.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
    #expect(try log.append(entries(2...2)).count == 1)
  }

  @Test("Where the last write of a recording fails it is not known whether the fact is there; later ones go on")
  func failingSync() throws {
    try #require(FailingSync.installed)
    let path = folder.path + "/sync-fails/facts"
    let log = try SQLiteFactLog(folder: path, .writing)
    _ = try log.append(entries(1...1))
    FailingSync.isOn.store(true, ordering: .sequentiallyConsistent)
    #expect(throws: StoreFailure.uncertain("disk I/O error")) { try log.append(entries(2...2)) }
    FailingSync.isOn.store(false, ordering: .sequentiallyConsistent)
    let added = try log.append(entries(3...3))
    #expect(try log.verify(against: nil).broken == nil)
    #expect(try log.contains(FactHead(count: added[0].sequence, hash: added[0].hash)))
  }
}
