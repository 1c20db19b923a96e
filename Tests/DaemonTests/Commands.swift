import CivilCalendar
import Foundation
import Reminders
import Revisions
import StateFolder
import Testing

/// Runs a program that was built beside the tests: exit code, output, errors.
func run(
  _ name: String, _ arguments: [String], environment: [String: String] = [:]
) throws -> (code: Int32, output: String, errors: String) {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: try DaemonDesk.program(name))
  process.arguments = arguments
  process.environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"].merging(environment) { $1 }
  let (output, errors) = (Pipe(), Pipe())
  process.standardOutput = output
  process.standardError = errors
  try process.run()
  let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  let complaints = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
  process.waitUntilExit()
  return (process.terminationStatus, text, complaints)
}

extension DaemonDesk {
  /// Makes the rule folder live, as a round would.
  func promote() throws {
    let outcome = try Promotion(state, shipped: [root + "/share/calendars", root + "/share/policies"]).promote(
      folder: rules, by: "lan", now: Zone.vietnam.instant(CivilDate(iso: "2024-01-02") ?? .first, minute: 540),
      facts: [],
      outlook: RoundOutlook(log: MemoryLog(), limits: RoundLimits()))
    guard case .promoted = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }
}
