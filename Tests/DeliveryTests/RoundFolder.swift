import Foundation
import GRDB
import Reminders
import StateFolder
import TestSupport
import Testing

@testable import Outbox

/// A folder as `round-runner` and `nhacviec` want it, and processes over it.
final class RoundFolder {
  private let folder: ScratchFolder
  var root: String { folder.path }
  var state: StateFolder { StateFolder(root + "/state") }

  /// - Parameter configuration: TOML; `ROOT` in it stands for the folder.
  init(rules: String, configuration: String) throws {
    folder = try ScratchFolder()
    for folder in ["rules", "shipped", "state/spool", "mail"] { try Folder.make("\(root)/\(folder)") }
    try WholeFile.replace(root + "/rules/plan.rules", with: rules)
    try WholeFile.replace(root + "/shipped/shipped.rules", with: RoundDesk.shipped)
    try WholeFile.replace(
      root + "/nhacviec.toml", with: configuration.replacingOccurrences(of: "ROOT", with: root))
    try FileManager.default.createSymbolicLink(
      atPath: root + "/templates", withDestinationPath: repository.path + "/templates")
  }

  // MARK: Processes

  struct Ended {
    var status: Int32
    var wasKilled: Bool
    var output: String
    var errors: String
  }

  /// Where the programs of this build lie.
  static func program(_ name: String) throws -> URL {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name)
  }

  static func start(_ program: URL, _ arguments: [String], _ output: Pipe, _ errors: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "en_US.UTF-8"]
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  static func run(_ program: URL, _ arguments: [String]) throws -> Ended {
    let (output, errors) = (Pipe(), Pipe())
    return try ended(start(program, arguments, output, errors), output, errors)
  }

  /// What it says is short, so that no pipe fills up.
  static func ended(_ process: Process, _ output: Pipe, _ errors: Pipe) throws -> Ended {
    let said = try [output, errors].map { try $0.fileHandleForReading.readToEnd() ?? Data() }
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: String(decoding: said[0], as: UTF8.self), errors: String(decoding: said[1], as: UTF8.self))
  }

  // MARK: Rounds

  enum Outcome {
    case killed
    case ended(pending: Int, dead: Int, next: Instant?)
  }

  /// One round of `round-runner`; see there.
  func round(at now: Instant, _ mode: String = "", _ number: Int = 0) throws -> Outcome {
    let ended = try Self.run(
      Self.program("round-runner"), [root, "\(now.seconds)"] + (mode.isEmpty ? [] : [mode, "\(number)"]))
    if ended.wasKilled { return .killed }
    let words = ended.output.split { $0 == " " || $0 == "\n" }
    guard ended.status == 0, words.count == 4, let pending = Int(words[0]), let dead = Int(words[1]) else {
      throw PeerProcess.Missing(description: "round-runner: \(ended.status) \(ended.output) \(ended.errors)")
    }
    return .ended(pending: pending, dead: dead, next: Int64(words[2]).map { Instant(seconds: $0) })
  }

  /// Rounds that nobody disturbs, until nothing is pending or dead; what was given up is taken up again. The time of
  /// the last.
  @discardableResult
  func settle(from start: Instant) throws -> Instant {
    var now = start
    for _ in 0..<200 {
      guard case .ended(let pending, let dead, let next) = try round(at: now, "retry") else { continue }
      if pending == 0, dead == 0 { return now }
      now = min(max(next ?? now, now.adding(seconds: 1)), now.adding(seconds: 3600))
    }
    Issue.record("something stays pending")
    return now
  }
}

/// The promise, checked against what arrived: every notice at least once, all copies of a message with one id and the
/// same bytes, no step of an obligation twice, and the log knows all of it.
enum Promise {
  static func check(_ folder: RoundFolder, _ arrivals: [Arrival], notices: Int? = nil) throws {
    let log = try OutboxLog(folder.state, .writing)
    #expect(try log.damage() == nil)
    let all = try log.deliveries(in: Set(MessageDelivery.State.allCases), limit: .max)
    let byID = Dictionary(grouping: arrivals, by: \.id)
    let known = Dictionary(grouping: all, by: \.messageID)
    #expect(Set(byID.keys).subtracting(known.keys).isEmpty, "something arrived that the log does not have")
    for (id, deliveries) in known {
      guard let first = deliveries.first(where: { !$0.isCopy }) else { continue }
      let copies = byID[id] ?? []
      #expect(first.state == .sent && copies.contains(where: \.isAnswered), "\(id) did not arrive")
      let body = try log.content(of: first.message)?.body
      #expect(copies.allSatisfy { $0.body == body && $0.channel == first.channel.rawValue }, "\(id) has two texts")
    }
    let told = try log.told()
    #expect(told.isEmpty == false)
    #expect(Set(told.map { "\($0)" }).count == told.count, "a step was told twice")
    if let notices { #expect(told.count == notices) }
    var slots: Set<String> = []
    for delivery in all where !delivery.isCopy && delivery.kind == .reminder {
      let slot = "\(delivery.recipient) \(delivery.channel) \(delivery.slot)"
      #expect(slots.insert(slot).inserted, "\(slot): two messages")
    }
  }
}

extension OutboxLog {
  /// Subject, step, recipient and channel of every notice.
  func told() throws -> [[String]] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT what, step, recipient, channel FROM notice").map { row in
        (0..<4).map { row[$0] as String }
      }
    }
  }
}
