import CivilCalendar
import Diagnostics
import Expansion
import Foundation
import Reminders
import Rules
import TestSupport
import Testing

/// A year of each plan in `rules/` on the virtual clock, with nobody reporting anything, which sends the most, and with
/// everything reported on its last day.
@Suite("A year of the real plans")
struct RealPlanTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    var folder: String
    var year: Int
    var testDescription: String { folder }
  }

  static let plans = [
    Plan(folder: "khanh-hoa-skhcn-2024", year: 2024), Plan(folder: "khanh-hoa-svhtt-2022", year: 2022),
    Plan(folder: "khanh-hoa-tinh-2021-2030", year: 2024), Plan(folder: "ha-tinh-skhcn-2021", year: 2021),
    Plan(folder: "ha-tinh-tinh-2024", year: 2024),
  ]

  static func rules(_ plan: Plan) throws -> RuleSet {
    let (rules, diagnostics) = RuleBook.read(
      own: try ruleFiles(in: "rules/\(plan.folder)"), shipped: try shippedRules())
    for diagnostic in diagnostics where diagnostic.severity == .error { Issue.record("\(diagnostic.words.en)") }
    return rules
  }

  private func year(_ plan: Plan, _ rules: RuleSet, facts: [TimedFact] = [], from: CivilDate? = nil) -> RoundWalk {
    let start = from ?? day("\(plan.year)-01-01")
    let live = at(start, 0)
    var walk = RoundWalk(rules, facts: facts, through: day("\(plan.year + 7)-12-31"), wentLive: { _, _ in live })
    walk.walk(from: live, until: at(day("\(plan.year)-12-31"), 23))
    return walk
  }

  /// One message a recipient, channel and slot, and slots only on working days.
  private func checkSlots(_ walk: RoundWalk, _ rules: RuleSet) {
    var slots: Set<String> = []
    for message in walk.messages {
      #expect(slots.insert("\(message.recipient) \(message.channel) \(message.slot)").inserted)
      let day = Zone.vietnam.day(of: message.slot.instant)
      #expect(rules.calendars[rules.plans[0].calendar].calendar.isWorking(day) ?? true)
    }
    #expect(Set(walk.notices.map(\.key)).count == walk.notices.count)
  }

  /// Messages by unit and month.
  private func table(_ walk: RoundWalk) -> [RecipientName: [Int]] {
    var table: [RecipientName: [Int]] = [:]
    for message in walk.messages {
      let month = Zone.vietnam.day(of: message.slot.instant).month
      table[message.recipient, default: Array(repeating: 0, count: 12)][month - 1] += 1
    }
    return table
  }

  private func show(_ title: String, _ walk: RoundWalk) {
    guard ProcessInfo.processInfo.environment["SHOW_TABLES"] != nil else { return }
    print("\(title): \(walk.messages.count) messages, \(walk.notices.count) notices")
    for (unit, months) in table(walk).sorted(by: { $0.key < $1.key }) {
      let cells = months.map { String(repeating: " ", count: $0 < 10 ? 2 : 1) + String($0) }.joined()
      print(
        "  " + unit.description.padding(toLength: 14, withPad: " ", startingAt: 0) + cells
          + "  = \(months.reduce(0, +))")
    }
  }

  @Test("Nobody reports: one message a slot, at most one a working day", arguments: plans)
  func nothingReported(plan: Plan) throws {
    let rules = try Self.rules(plan)
    let walk = year(plan, rules)
    show("\(plan.folder), nothing reported", walk)
    checkSlots(walk, rules)
    // A working day brings one message at most, even to a unit that owes something every week and reports nothing.
    for (unit, months) in table(walk) { #expect(months.allSatisfy { $0 <= 23 }, "\(unit): \(months)") }
  }

  @Test("All is reported on its last day: nobody is told that anything is overdue", arguments: plans.prefix(2))
  func allReported(plan: Plan) throws {
    let rules = try Self.rules(plan)
    let obligations = Expander(rules, facts: []).obligations(
      in: DayRange(first: day("\(plan.year)-01-01"), last: day("\(plan.year)-12-31")), explained: false)
    let facts = obligations.filter { $0.closed == nil && !$0.isGated }.map { obligation -> TimedFact in
      let id = obligation.id
      let subject = Fact.Subject(
        task: obligation.task, label: id.label, key: id.key,
        unit: id.unit.flatMap { name in rules.units.firstIndex { $0.id == name } },
        group: id.unit.flatMap { name in rules.groups.firstIndex { $0.id == name } })
      let fact = Fact(
        Fact.Body(.done, .task(subject), day: obligation.effective), text: "\(id)",
        span: rules.tasks[obligation.task].span)
      return TimedFact(fact, recorded: at(obligation.effective, 16))
    }
    let walk = year(plan, rules, facts: facts)
    show("\(plan.folder), all reported", walk)
    checkSlots(walk, rules)
    for notice in walk.notices {
      #expect(!notice.kind.name.isOverdue && notice.kind.name != .superior, "\(notice.subject)")
    }
    for (unit, months) in table(walk) { #expect(months.allSatisfy { $0 <= 16 }, "\(unit): \(months)") }
  }

  @Test(
    "Installed on 18 November: few messages in the first week, nothing about what had passed",
    arguments: plans)
  func installedLate(plan: Plan) throws {
    let rules = try Self.rules(plan)
    let walk = year(plan, rules, from: day("\(plan.year)-11-18"))
    checkSlots(walk, rules)
    let week = walk.messages.filter { $0.slot.instant < at(day("\(plan.year)-11-25"), 0) }
    for (unit, messages) in Dictionary(grouping: week, by: \.recipient) {
      // Three only where something is owed every week, and its first week ends unreported.
      #expect(messages.count <= 3, "\(unit): \(messages.map { $0.notices.map(\.kind.code) })")
    }
    for notice in week.flatMap(\.notices) where notice.kind.name.isOverdue || notice.kind.name == .superior {
      #expect(notice.told ?? .first >= day("\(plan.year)-11-18"), "\(notice.subject)")
    }
    show("\(plan.folder), from 18 November", walk)
  }
}
