import CivilCalendar
import FactLog
import Foundation
import Reminders
import Revisions
import RuleSyntax
import Rules
import StateFolder
import TestSupport
import Testing

/// A state folder, a rule folder, a log of facts and a clock, as a promotion needs them.
final class RevisionDesk {
  private let folder: ScratchFolder
  var root: String { folder.path }
  let state: StateFolder
  var rules: String { root + "/rules" }
  var shipped: [String] { [root + "/share/calendars", root + "/share/policies"] }
  var facts: [RecordedFact] = []
  var log = MemoryLog()
  var limits = RoundLimits()
  var lastRound: Instant?
  var usual: Int?
  /// Monday 4 March 2024, 09:00.
  var now = RevisionDesk.at("2024-03-04", 9)

  static func at(_ day: String, _ hour: Int) -> Instant {
    Zone.vietnam.instant(CivilDate(iso: day) ?? .first, minute: hour * 60)
  }

  init(_ files: [String: String] = ["plan.rules": SmallOffice.plan()]) throws {
    folder = try ScratchFolder()
    state = StateFolder(folder.path + "/state")
    try Folder.make(root + "/rules")
    try write(SmallOffice.calendar, to: "share/calendars/vn.rules")
    try write(SmallOffice.policy, to: "share/policies/standard.rules")
    for (name, text) in files { try write(text, to: "rules/" + name) }
  }

  func write(_ text: String, to name: String) throws {
    let path = "\(root)/\(name)"
    try Folder.make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try WholeFile.replace(path, with: text)
  }

  func record(_ line: String, plan: String? = "kh", _ recorded: Instant? = nil) {
    let entry = FactEntry(line: line, plan: plan, author: "lan", recordedAt: Int((recorded ?? now).seconds))
    facts.append(RecordedFact(sequence: facts.count + 1, entry: entry, previousHash: .start, hash: .start))
  }

  var store: RevisionStore { RevisionStore(state) }

  @discardableResult
  func promote(accepting: String? = nil, folder: String? = nil) throws -> PromotionOutcome {
    var outlook = RoundOutlook(log: log, limits: limits, usualRecipients: usual, lastRound: lastRound)
    outlook.usualRecipients = usual
    return try Promotion(state, shipped: shipped).promote(
      folder: folder ?? rules, by: "lan", now: now, facts: facts, outlook: outlook, accepting: accepting)
  }

  /// The number, or an issue.
  func promoted(_ outcome: PromotionOutcome, _ place: SourceLocation = #_sourceLocation) -> Int {
    if case .promoted(let number, _) = outcome { return number }
    Issue.record("\(outcome)", sourceLocation: place)
    return 0
  }

  func waiting(_ outcome: PromotionOutcome, _ place: SourceLocation = #_sourceLocation) throws -> WaitingRules {
    if case .waits(let waiting) = outcome { return waiting }
    Issue.record("\(outcome)", sourceLocation: place)
    throw CancellationError()
  }
}
