import CivilCalendar
import Reminders
import Rules
import TestSupport
import Testing

/// A round that would send far too much asks first, however few units it writes to.
@Suite("Bursts of messages")
struct BurstTests {
  @Test("Many messages to few units are a burst too; the parts of one count") func manyMessages() throws {
    let more = (1...5).map { index in
      """
      nhiệm vụ R.\(index): Việc
        chủ trì: Phòng Chuyên ngành
        hạn: chậm nhất 29/3/2024
        nhắc: trước 1 ngày

      """
    }
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 1 ngày", more: more.joined(separator: "\n")),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    let agenda = Agenda(office.rules, through: day("2025-12-31"))
    let now = at(day("2024-03-28"), 8)
    func reasons(_ change: (inout RoundInput) -> Void) -> [HeldRound.Reason]? {
      var input = RoundInput(now: now, lastRound: now.adding(seconds: -600))
      input.limits.noticesPerPart = 2
      change(&input)
      return agenda.decide(input, log: MemoryLog()).held?.reasons
    }
    // Six notices to one unit, two a part.
    #expect(reasons { $0.limits.messages = 3 } == nil)
    #expect(reasons { $0.limits.messages = 2 } == [.manyMessages(3, limit: 2)])
    #expect(reasons { ($0.limits.messages, $0.limits.noticesPerPart) = (1, 6) } == nil)
    // Three are far more than one, but two units may always get one on each of two channels.
    func usual(_ allowed: Int) -> [HeldRound.Reason]? {
      reasons { ($0.usualMessages, $0.limits.timesUsual, $0.limits.alwaysAllowed) = (1, 2, allowed) }
    }
    #expect(usual(1) == [.manyMoreMessages(3, usual: 1)])
    #expect(usual(2) == nil)
  }
}
