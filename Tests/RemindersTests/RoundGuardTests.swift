import CivilCalendar
import Reminders
import TestSupport
import Testing

@Suite("Rounds that are held")
struct RoundGuardTests {
  private func agenda(units: Int = 1) throws -> (Agenda, Instant) {
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 1 ngày"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    return (Agenda(office.rules, through: day("2025-12-31")), at(day("2024-03-28"), 8))
  }

  @Test("A burst is held and asks; accepted, it goes") func burst() throws {
    let (agenda, now) = try agenda()
    var input = RoundInput(now: now, lastRound: now.adding(seconds: -600))
    input.limits.recipients = 0
    let held = agenda.decide(input, log: MemoryLog())
    #expect(held.messages.isEmpty)
    #expect(held.held?.reasons == [.manyRecipients(1, limit: 0)])
    #expect(held.held?.messages.count == 1)
    #expect(!held.usesAcceptance)
    func decide(_ recipients: Int, _ reasons: Set<String>, messages: Int = 1, seconds: Int64 = 3600) -> RoundDecision {
      input.acceptance = Acceptance(
        recipients: recipients, messages: messages, since: .distantPast, until: now.adding(seconds: seconds),
        reasons: reasons)
      return agenda.decide(input, log: MemoryLog())
    }
    #expect(decide(1, ["recipients"]).messages.count == 1 && decide(1, ["recipients"]).usesAcceptance)
    #expect(decide(1, ["recipients"], seconds: -1).held != nil, "too late")
    #expect(decide(0, ["recipients"]).held != nil, "for fewer")
    #expect(decide(1, ["recipients"], messages: 0).held != nil, "for fewer messages")
    input.acceptance?.messages = 1
    input.acceptance?.since = now.adding(seconds: 60)
    #expect(agenda.decide(input, log: MemoryLog()).held == nil, "a clock is corrected by seconds")
    input.acceptance?.since = now.adding(seconds: 61)
    #expect(agenda.decide(input, log: MemoryLog()).held != nil, "given by a clock that ran ahead")
    #expect(decide(1, ["usual", "clock-ahead", "facts"]).held != nil, "for other reasons")
    input.limits.recipients = 200
    #expect(!decide(1, ["recipients"]).usesAcceptance, "it was not needed")
  }

  @Test("Facts that are gone are held with and without anything to send; accepted, those that were found go on")
  func factsGone() throws {
    let (agenda, now) = try agenda()
    for at in [now, now.adding(seconds: -3600)] {
      var input = RoundInput(now: at, lastRound: at.adding(seconds: -600))
      input.factsGone = FactsGone(seen: 3, found: 1, isAccepted: false)
      let held = agenda.decide(input, log: MemoryLog())
      #expect(held.held?.reasons == [.factsGone(seen: 3, found: 1)] && held.messages.isEmpty)
      #expect(input.doubts == [.factsGone(seen: 3, found: 1)])
      input.acceptance = Acceptance(recipients: 9, messages: 9, since: .distantPast, until: at, reasons: ["facts"])
      #expect(agenda.decide(input, log: MemoryLog()).held != nil, "others than those that were accepted")
      input.factsGone?.isAccepted = true
      let passed = agenda.decide(input, log: MemoryLog())
      #expect(passed.held == nil && passed.usesAcceptance && input.doubts.isEmpty)
    }
  }

  @Test("Many times the usual is held") func usual() throws {
    let (agenda, now) = try agenda()
    var input = RoundInput(now: now, lastRound: now.adding(seconds: -600))
    input.limits.alwaysAllowed = 0
    input.limits.timesUsual = 0
    input.usualRecipients = 3
    #expect(agenda.decide(input, log: MemoryLog()).held?.reasons == [.muchMoreThanUsual(1, usual: 3)])
  }

  @Test("A clock that jumps, runs backwards or is not synchronised is held") func clock() throws {
    let (agenda, now) = try agenda()
    let days = { (count: Int64) in now.adding(seconds: -86_400 * count) }
    func reasons(_ last: Instant, synchronised: Bool = true) -> [HeldRound.Reason]? {
      var input = RoundInput(now: now, lastRound: last)
      input.isClockSynchronised = synchronised
      return agenda.decide(input, log: MemoryLog()).held?.reasons
    }
    #expect(reasons(days(45)) == nil)
    #expect(reasons(days(46)) == [.clockAhead(days: 46)])
    #expect(reasons(days(1), synchronised: false) == [.clockUnsynchronised])
    #expect(reasons(now.adding(seconds: 61)) == [.clockBehindLastRound])
    #expect(reasons(now.adding(seconds: 60)) == nil, "a clock that was corrected")
    #expect(RoundInput(now: now, lastRound: now.adding(seconds: 60)).now == now.adding(seconds: 60))
  }
}
