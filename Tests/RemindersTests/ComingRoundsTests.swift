import CivilCalendar
import Reminders
import Rules
import TestSupport
import Testing

/// What rounds to come tell is decided as they decide it, over the log of what was sent.
@Suite("Rounds to come")
struct ComingRoundsTests {
  /// Due on Thursday 12 September 2024; reminders by the standard policy.
  private static let book = DrawnOffice.book("  hạn: chậm nhất 12/9/2024")
  private static let renamed = book.replacing("nhiệm vụ T: Việc\n", with: "nhiệm vụ T2: Việc\n  trước đây: T\n")

  private func agenda(_ text: String) throws -> Agenda {
    let office = try DrawnOffice(
      text, calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    return Agenda(office.rules, through: day("2026-12-31"))
  }

  /// The log after the first round of all, on Monday 23 September.
  private func told(at now: Instant = at(day("2024-09-23"), 8, 1)) throws -> MemoryLog {
    var log = MemoryLog()
    let decision = try agenda(Self.book).decide(RoundInput(now: now), log: log)
    #expect(decision.notices.map(\.kind.code) == ["overdue:1"])
    log.add(decision)
    return log
  }

  private func coming(
    _ agenda: Agenda, _ log: MemoryLog, at now: Instant, after last: Instant?
  ) throws -> [String] {
    var rounds = ComingRounds(agenda, from: RoundInput(now: now, lastRound: last), log)
    let id = try #require(agenda.obligations.first?.id)
    let found = rounds.steps(about: id)
    let coming = try #require(found)
    #expect(coming.unreached.isEmpty)
    return coming.steps.map { step in
      "\(Zone.vietnam.day(of: step.slot)) \(agenda.rules.units[step.unit].id) \(step.kind.code)"
    }
  }

  /// Told on 23 September, its lead is told again every third working day: 26 September, 1, 4 and 9 October; then on Mondays.
  /// Five working days after the due day are over, so that the superior is told on the next working day; the one above him ten
  /// working days after it, on 26 September. The list ends 30 days from now, on 23 October.
  private static let afterTheFirst = [
    "2024-09-24 gd superior", "2024-09-26 cn overdue:2", "2024-09-26 ct superior", "2024-10-01 cn overdue:3",
    "2024-10-04 cn overdue:4", "2024-10-09 cn overdue:5", "2024-10-14 cn still-overdue:2024-10-14",
    "2024-10-21 cn still-overdue:2024-10-21",
  ]

  @Test("After a first round that came late, what follows counts from it") func late() throws {
    let (log, now) = (try told(), at(day("2024-09-23"), 16, 10))
    #expect(try coming(agenda(Self.book), log, at: now, after: at(day("2024-09-23"), 8, 1)) == Self.afterTheFirst)
  }

  /// The round of 1 October tells the lead the second time, and the superior, late; the one above hears on the next working day.
  @Test("After a week without rounds, the next round is told as it will be") func downtime() throws {
    let (log, now) = (try told(), at(day("2024-10-01"), 8, 10))
    #expect(
      try coming(agenda(Self.book), log, at: now, after: at(day("2024-09-23"), 8, 1)) == [
        "2024-10-01 cn overdue:2", "2024-10-01 gd superior", "2024-10-02 ct superior", "2024-10-04 cn overdue:3",
        "2024-10-09 cn overdue:4", "2024-10-14 cn overdue:5", "2024-10-21 cn still-overdue:2024-10-21",
        "2024-10-28 cn still-overdue:2024-10-28",
      ])
  }

  @Test("Where more rounds would be needed than are decided, nothing is told") func costly() throws {
    let agenda = try agenda(Self.book)
    var rounds = ComingRounds(agenda, from: RoundInput(now: at(day("2024-09-23"), 8)), MemoryLog(), most: 5)
    let id = try #require(agenda.obligations.first?.id)
    let coming = rounds.steps(about: id)
    #expect(coming == nil)
  }

  @Test("A task that is renamed goes on where it was, and is told nothing anew") func renamed() throws {
    let (log, agenda) = (try told(), try agenda(Self.renamed))
    #expect(agenda.obligations.map(\.id.description) == ["kh/T2@once"])
    let last = at(day("2024-09-23"), 8, 1)
    #expect(try coming(agenda, log, at: at(day("2024-09-23"), 16, 10), after: last) == Self.afterTheFirst)
    // Also in the slot in which it was told.
    #expect(agenda.decide(RoundInput(now: at(day("2024-09-23"), 8, 5)), log: log).notices.isEmpty)
    let next = agenda.decide(RoundInput(now: at(day("2024-09-24"), 8, 1), lastRound: last), log: log)
    #expect(next.notices.map { "\($0.subject) \($0.recipient) \($0.kind.code)" } == ["o:kh/T2@once gd superior"])
  }

  @Test("A superior is told on which day the lead was told, and of what never arrived that it did not") func lost()
    throws
  {
    let (log, agenda) = (try told(), try agenda(Self.book))
    let id = try #require(agenda.obligations.first?.id)
    var input = RoundInput(now: at(day("2024-09-24"), 8, 1), lastRound: at(day("2024-09-23"), 8, 1))
    #expect(agenda.decide(input, log: log).notices.map(\.kind) == [.superior(leadTold: day("2024-09-23"), level: 1)])
    input.undelivered = [Undelivered(subject: SubjectKey(.obligation(id)), recipient: RecipientName(unit: "cn"))]
    let notices = agenda.decide(input, log: log).notices
    #expect(notices.map(\.kind) == [.superior(leadTold: nil, level: 1)])
    #expect(notices.first?.kind.words.vi == "báo cấp trên: thư gửi đơn vị chủ trì không đến nơi")
  }

  @Test("What never arrived under the old id of a task is said again under the new one") func undelivered() throws {
    let text = DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 20 ngày; quá hạn không")
    let old = try agenda(text)
    var log = MemoryLog()
    // Twenty days before Friday 29 March is Saturday, so that it is told on Friday 8.
    let first = at(day("2024-03-08"), 8)
    log.add(old.decide(RoundInput(now: first), log: log))
    let new = try agenda(text.replacing("nhiệm vụ T: Việc\n", with: "nhiệm vụ T2: Việc\n  trước đây: T\n"))
    var input = RoundInput(now: at(day("2024-03-11"), 8), lastRound: first)
    let id = try #require(old.obligations.first?.id)
    input.undelivered = [Undelivered(subject: SubjectKey(.obligation(id)), recipient: RecipientName(unit: "cn"))]
    #expect(new.decide(input, log: log).notices.map(\.kind.code) == ["again:2024-03-11"])
  }

  /// What a walk of whole rounds tells is told by walking each matter alone, from any instant in the middle.
  @Test("Each matter walked alone gives what whole rounds give", arguments: 1...4)
  func alone(seed: Int) throws {
    let book = try RandomBook(UInt64(seed))
    let (middle, end) = (at(day("2024-05-07"), 10), at(day("2024-07-15"), 23))
    let facts = book.office.facts.filter { $0.recorded.map { $0 <= middle } ?? true }
    var walk = RoundWalk(book.office.rules, facts: facts, through: day("2025-12-31"))
    walk.walk(from: at(day("2024-03-01"), 7), until: middle)
    let agenda = Agenda(book.office.rules, facts: facts, through: day("2025-12-31"))
    var rounds = ComingRounds(agenda, from: RoundInput(now: middle, lastRound: walk.lastRound), walk.log)
    let found = rounds.notices(from: .distantPast, until: end)
    let told = try #require(found)
    let before = walk.notices.count
    walk.walk(from: middle, until: end)
    func text(_ notice: Notice) -> String {
      "\(notice.slot.instant.seconds) \(notice.recipient) \(notice.subject) \(notice.kind.code)"
    }
    let held = Set(walk.notices.dropFirst(before).filter { $0.sheet == nil }.map(text))
    #expect(!held.isEmpty)
    let alone = Set(told.map(text))
    #expect(
      alone == held,
      "only alone: \(alone.subtracting(held).sorted().prefix(3)) only whole: \(held.subtracting(alone).sorted().prefix(3)) \(book.story)"
    )
  }
}
