import CivilCalendar
import Foundation
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// A clock that ran ahead for a round and is right again: what that round said counts for nothing, so that everything
/// comes in its own time.
@Suite("A clock that ran ahead")
struct ClockAheadTests {
  private func drawn(_ notices: [Notice]) -> Set<String> {
    Set(
      notices.map { notice in
        let (date, minute) = Zone.vietnam.civil(notice.slot.instant)
        let told = notice.told?.description ?? "-"
        return "\(date)+\(minute) \(notice.recipient) \(notice.subject) \(notice.kind.code) \(told)"
      })
  }

  /// Rounds until `back`, one `ahead` of it, and then, accepted by somebody, from `back` on.
  private func walk(_ walk: inout RoundWalk, from start: Instant, back: Instant, ahead: Instant, until end: Instant) {
    walk.walk(from: start, until: back.adding(seconds: -1))
    #expect(walk.round(at: ahead).held == nil)
    #expect(walk.round(at: back).held?.reasons == [.clockBehindLastRound])
    walk.round(at: back) {
      $0.acceptance = Acceptance(
        recipients: .max, messages: .max, since: .distantPast, until: back.adding(seconds: 3600),
        reasons: ["clock-behind"])
    }
    walk.walk(from: back.adding(seconds: 60), until: end)
  }

  /// What is said from `back` on, with the clock right all the time and with it once ahead.
  private func compare(
    _ make: () -> RoundWalk, from start: Instant, back: Instant, days: Int64, until end: Instant, _ story: String = ""
  ) -> Int {
    var (right, odd) = (make(), make())
    right.walk(from: start, until: back.adding(seconds: -1))
    let before = right.decisions.count
    right.walk(from: back, until: end)
    let ahead = back.adding(seconds: days * 86_400)
    walk(&odd, from: start, back: back, ahead: ahead, until: end)
    let early = odd.decisions[before].decision.notices
    let expected = drawn(right.decisions[before...].flatMap(\.decision.notices))
    let got = drawn(odd.decisions[(before + 1)...].flatMap(\.decision.notices))
    #expect(
      got == expected,
      "missing: \(expected.subtracting(got).sorted().prefix(3)) more: \(got.subtracting(expected).sorted().prefix(3)) \(story)"
    )
    #expect(Set(odd.notices.map(\.key)).count == odd.notices.count, "\(story)")
    return early.count
  }

  @Test("36 days ahead for one round, of a real plan: every later reminder comes, in its slot", arguments: [9, 11])
  func realPlan(hour: Int) throws {
    let plan = RealPlanTests.plans[0]
    let rules = try RealPlanTests.rules(plan)
    let live = at(day("2024-01-01"), 0)
    let early = compare(
      { RoundWalk(rules, through: day("2027-12-31"), wentLive: { _, _ in live }) }, from: live,
      back: at(day("2024-03-04"), hour), days: 36, until: at(day("2024-07-31"), 23))
    // Otherwise nothing would be tested.
    #expect(early > 10)
  }

  @Test("However far ahead, at any time, whatever is recorded before and after", arguments: 1...8)
  func random(seed: Int) throws {
    let book = try RandomBook(UInt64(seed))
    var numbers = SeededGenerator(seed: UInt64(seed) + 3000)
    let start = at(day("2024-03-01"), 7)
    let back = start.adding(seconds: Int64(numbers.next() % (80 * 86_400)) + 86_400)
    _ = compare(
      { RoundWalk(book.office.rules, facts: book.office.facts, through: day("2025-12-31")) }, from: start, back: back,
      days: Int64(numbers.next() % 44) + 1, until: at(day("2024-07-15"), 23),
      "\(book.story) \(Zone.vietnam.civil(back))")
  }
}
