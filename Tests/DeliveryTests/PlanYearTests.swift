import CivilCalendar
import Diagnostics
import FactLog
import Foundation
import Outbox
import Reminders
import RuleFiles
import Rules
import Settings
import StateFolder
import TestSupport
import Testing

@testable import Delivery

/// A plan of `rules/` on the virtual clock, through whole rounds with a database: what is sent is what the pure
/// decision sends.
@Suite("The real plans through whole rounds")
struct PlanYearTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    var folder: String
    var first: String
    var last: String
    var testDescription: String { "\(folder) \(first) … \(last)" }
  }

  /// Two months of one plan; with NHACVIEC_YEARS set, a year of each.
  static let plans =
    ProcessInfo.processInfo.environment["NHACVIEC_YEARS"] == nil
    ? [Plan(folder: "khanh-hoa-svhtt-2022", first: "2022-03-01", last: "2022-04-15")]
    : [
      ("khanh-hoa-skhcn-2024", 2024), ("khanh-hoa-svhtt-2022", 2022), ("khanh-hoa-tinh-2021-2030", 2024),
      ("ha-tinh-skhcn-2021", 2021), ("ha-tinh-tinh-2024", 2024),
    ].map { Plan(folder: $0, first: "\($1)-01-01", last: "\($1)-12-31") }

  private func rules(_ folder: String) throws -> RuleSet {
    let root = repository.path + "/rules"
    let sources = RuleSources(paths: ["\(root)/\(folder)"], shipped: ["\(root)/calendars", "\(root)/policies"])
    let (rules, problems) = RuleBook.read(
      own: sources.own.map { SourceText(name: $0.name, bytes: $0.bytes) },
      shipped: sources.shipped.map { SourceText(name: $0.name, bytes: $0.bytes) })
    try #require(!problems.hasErrors && !rules.plans.isEmpty)
    return rules
  }

  @Test("The same notices, one message a slot, and nothing left over", arguments: plans)
  func year(plan: Plan) throws {
    let desk = try RoundDesk(RoundDesk.task("T", "chậm nhất 11/3/2024"))
    desk.rules = try rules(plan.folder)
    let start = RoundDesk.at(plan.first, 0)
    let end = RoundDesk.at(plan.last, 23)
    let year = max(Zone.vietnam.day(of: start).year + 2, desk.rules.plans.map(\.years.upperBound).max() ?? 0)
    var walk = RoundWalk(
      desk.rules, through: CivilDate(year: year, month: 12, day: 31) ?? .last, wentLive: { _, _ in start })
    walk.walk(from: start, until: end)
    #expect(walk.notices.count > 20)
    let book = RoundBook(
      rules: desk.rules, revision: 1, wentLive: { _, _ in start }, facts: [], head: .empty)
    for (moment, _) in walk.decisions {
      desk.now = moment
      let report = try desk.delivery.run(book)
      #expect(report.held == nil && report.pending == 0 && report.failures.isEmpty)
    }
    let log = try desk.log()
    let told = try log.told().map { $0.joined(separator: " ") }.sorted()
    let expected = walk.notices.map { "\($0.subject) \($0.kind.code) \($0.recipient) \($0.channel)" }.sorted()
    #expect(told == expected)
    let sent = try log.deliveries(in: [.sent], limit: .max)
    let slots = Dictionary(grouping: sent) { "\($0.recipient) \($0.channel) \($0.slot)" }
    // A leader's or focal point's long list may have parts; everything else is one message.
    #expect(slots.count == walk.messages.count)
    #expect(desk.mails().count == sent.count)
    print("\(plan.testDescription): \(walk.decisions.count) rounds, \(sent.count) mails, \(told.count) notices")
  }

  @Test("First installed in November: a handful of messages in the first week, nothing called overdue")
  func installedLate() throws {
    let desk = try RoundDesk(RoundDesk.task("T", "chậm nhất 11/3/2024"))
    desk.rules = try rules("khanh-hoa-skhcn-2024")
    let start = RoundDesk.at("2024-11-18", 10)
    let book = RoundBook(
      rules: desk.rules, revision: 1, wentLive: { _, _ in start }, facts: [], head: .empty)
    var next: Instant? = start
    var rounds = 0
    while let moment = next, moment < RoundDesk.at("2024-11-26"), rounds < 20 {
      desk.now = moment
      let report = try desk.delivery.run(book)
      #expect(report.held == nil)
      next = report.next
      rounds += 1
    }
    let log = try desk.log()
    let sent = try log.deliveries(in: [.sent], limit: .max)
    #expect(sent.count > 0)
    let units = Dictionary(grouping: sent, by: \.recipient)
    // Two slots at most: what runs is told on Tuesday, what is to be settled on Monday; other steps may fall between.
    for (unit, messages) in units { #expect(messages.count <= 5, "\(unit): \(messages.map(\.subject))") }
    #expect(try log.told().allSatisfy { !$0[1].hasPrefix("overdue") && $0[1] != "superior" })
  }
}
