import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import TestSupport
import Testing

/// What is worked out anew when more was recorded is what the new facts reach alone. It must be what all facts give at once.
@Suite("More facts")
struct FactGrowthTests {
  private let rules = FactWalkTests.rules.rules
  private static let whole = DayRange(first: .first, last: day("2024-12-31"))

  /// The facts of a walk in any order, also such as mean nothing, and how many of them are the first.
  private func walk(_ random: inout SeededGenerator) -> (facts: [Fact], first: Int) {
    let text = (0..<1 + Int(random.next() % 12)).map { _ in FactWalkTests.line(&random) }.joined(separator: "\n")
    let facts = FactFile.read(SourceText(name: "f", text: text), rules: rules).facts
    return (facts, facts.isEmpty ? 0 : Int(random.next() % UInt64(facts.count + 1)))
  }

  private func told(_ duties: DutyLists) -> [String] { duties.all.map { "\($0)" } }

  private func said(_ expander: Expander) -> [String] { expander.factProblems.map { "\($0.reason): \($0.text)" } }

  @Test("Duties and refusals, forwards and back") func expansion() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<3_000 {
      let (facts, first) = walk(&random)
      let (before, after) = (Expander(rules, facts: Array(facts[..<first])), Expander(rules, facts: facts))
      for (grown, wanted) in [(before.with(facts), after), (after.with(Array(facts[..<first])), before)] {
        #expect(told(grown.duties(in: Self.whole)) == told(wanted.duties(in: Self.whole)), "\(facts.map(\.text))")
        #expect(said(grown) == said(wanted), "\(facts.map(\.text))")
      }
    }
  }

  @Test("What the facts do not reach is owed as before") func changes() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<2_000 {
      let (facts, first) = walk(&random)
      let (before, after) = (Expander(rules, facts: Array(facts[..<first])), Expander(rules, facts: facts))
      let reached = before.tasks(reachedBy: facts[first...])
      for task in rules.tasks.indices where !reached.contains(task) {
        #expect(told(before.duties(in: Self.whole, of: task)) == told(after.duties(in: Self.whole, of: task)))
      }
    }
  }

  /// A list, and where the days of its late duties went.
  private func list(
    _ facts: [TimedFact], _ expander: Expander, _ duties: DutyLists, _ today: CivilDate
  ) -> (list: UpcomingList, delay: (Duty<DueDays>) -> Delay?) {
    let known = KnownDays(rules, facts)
    let list = UpcomingList(
      rules, duties, today: today, time: nil, includesClosed: true, known: { known.day(of: $0) })
    return (list, DelayAccount(expander, facts, known, today: today).delay)
  }

  @Test("Lists in their order, and where late days went") func lists() {
    func told(_ list: UpcomingList) -> [String] {
      list.items.map { "\($0.duty) \($0.group) \($0.status) \($0.marks.map { "\($0)" }.sorted())" }
    }
    var random = SeededGenerator(seed: 13)
    for _ in 0..<2_000 {
      let (facts, first) = walk(&random)
      let today = day("2024-03-01").adding(days: Int(random.next() % 200))
      let timed = facts.map { TimedFact($0, recorded: $0.body.day.map { Zone.vietnam.instant($0, minute: 540) }) }
      let (before, after) = (Expander(rules, facts: Array(facts[..<first])), Expander(rules, facts: facts))
      let old = list(
        Array(timed[..<first]), before, before.duties(in: Self.whole, explained: false, keepsGiven: true), today)
      let wanted = list(timed, after, after.duties(in: Self.whole, explained: false, keepsGiven: true), today)
      let reached = after.tasks(reachedBy: facts[first...])
      let own = list(timed, after, after.duties(in: Self.whole, among: reached, keepsGiven: true), today)
      let (merged, places) = old.list.with(reached, of: own.list)
      #expect(told(merged) == told(wanted.list), "\(facts.map(\.text))")
      for (item, place) in zip(merged.items, places) {
        let former = place.map { old.list.items[$0].delay(old.delay) } ?? item.delay(own.delay)
        #expect("\(former as Any)" == "\(item.delay(wanted.delay) as Any)", "\(facts.map(\.text))")
      }
    }
  }
}
