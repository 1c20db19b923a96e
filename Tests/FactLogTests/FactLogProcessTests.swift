import FactLog
import Foundation
import TestSupport
import Testing

@testable import FactLogSQLite

/// `fact-writer`, built beside the tests.
struct Writer {
  let process = Process()
  let output = Pipe()

  init(_ folder: String, _ name: String, _ count: Int) throws {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
      .appendingPathComponent("fact-writer")
    process.arguments = [folder, name, String(count)]
    process.standardOutput = output
    try process.run()
  }

  /// Waits for what it says first.
  func firstHead() throws -> [FactHead] {
    var text = ""
    while !text.contains("\n"), let more = try output.fileHandleForReading.read(upToCount: 1) {
      text += String(decoding: more, as: UTF8.self)
    }
    return FactHead(text.dropLast()).map { [$0] } ?? []
  }

  /// The heads that it said, after it ended; the last line may be torn.
  func heads() throws -> [FactHead] {
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return text.split(separator: "\n").compactMap { FactHead($0) }
  }
}

@Suite("Processes that add facts", .serialized)
struct FactLogProcessTests {
  /// `NHACVIEC_KILLS=1000` for the long run.
  static let kills = ProcessInfo.processInfo.environment["NHACVIEC_KILLS"].flatMap(Int.init) ?? 40

  @Test("A writer killed at any moment loses nothing that it was told was kept, and leaves no half transaction")
  func killed() throws {
    let folder = try ScratchFolder()
    var known: [FactHead] = []
    for round in 0..<Self.kills {
      let writer = try Writer(folder.path, "w\(round)", 1_000_000)
      // From before the database is open to dozens of commits later; every second one has committed before.
      if round.isMultiple(of: 2) { known += try writer.firstHead() }
      usleep(UInt32.random(in: 0...30_000))
      kill(writer.process.processIdentifier, SIGKILL)
      known += try writer.heads()
    }
    let log = try SQLiteFactLog(folder: folder.path, .writing)
    let (facts, head) = try log.read(.all)
    #expect(try log.verify(against: known.last).broken == nil)
    #expect(known.count >= Self.kills / 2, "the writers got to write")
    for said in known where facts[said.count - 1].hash != said.hash { Issue.record("\(said) is lost") }
    // Each transaction is whole: as many facts with its note as the note says.
    let transactions = Dictionary(grouping: facts) { "\($0.entry.author) \($0.entry.note ?? "")" }
    for (name, members) in transactions {
      let size = name.split(separator: " ").dropFirst().first.flatMap { Int($0) }
      #expect(members.count == size, "\(name)")
    }
    let file = try String(contentsOfFile: folder.path + "/head", encoding: .utf8)
    #expect(file == "\(head)\n")
  }

  @Test("Writers at the same time wait for one another; all facts are kept, in one chain") func together() throws {
    let folder = try ScratchFolder()
    let writers = try (0..<4).map { try Writer(folder.path, "w\($0)", 60) }
    let heads = try writers.flatMap { try $0.heads() }
    #expect(writers.allSatisfy { $0.process.terminationStatus == 0 })
    let log = try SQLiteFactLog(folder: folder.path, .reading)
    let facts = try log.read(.all).facts
    #expect(facts.count == 240)
    #expect(try log.verify(against: heads.max { $0.count < $1.count }).broken == nil)
    for said in heads where facts[said.count - 1].hash != said.hash { Issue.record("\(said) is lost") }
    for writer in 0..<4 {
      let own = facts.filter { $0.entry.author == "w\(writer)" }
      #expect(own.map(\.entry.recordedAt) == Array(0..<60), "each writer's facts keep their order")
    }
    let file = try String(contentsOfFile: folder.path + "/head", encoding: .utf8)
    let head = try log.head()
    #expect(file == "\(head)\n")
  }
}
