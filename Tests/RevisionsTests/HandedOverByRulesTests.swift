import CivilCalendar
import Expansion
import FactLog
import Reminders
import Revisions
import Rules
import TestSupport
import Testing

/// Letters after a promotion in which work has another lead: the same as after a fact that hands it over
/// (decision: handed-over-by-rules).
@Suite("Handed over by rules")
struct HandedOverByRulesTests {
  static let units = """
    đơn vị a1: Phòng Một
      email: a1@so.example

    đơn vị a2: Phòng Hai
      email: a2@so.example

    đơn vị a3: Phòng Ba
      email: a3@so.example
    """

  /// Rules that go live, and facts that are recorded, one after the other, and rounds whenever there is something to do.
  final class Office {
    let desk: RevisionDesk
    var walk: RoundWalk?

    init() throws { desk = try RevisionDesk() }

    static func at(_ day: String, _ hour: Int) -> Instant { RevisionDesk.at(day, hour) }

    func rules(_ tasks: String, units: String = HandedOverByRulesTests.units, at now: Instant, accepted: Bool = false)
      throws
    {
      run(until: now)
      desk.now = now
      if let walk { desk.log = walk.log }
      try desk.write(SmallOffice.plan(tasks, units: units), to: "rules/plan.rules")
      let outcome = try desk.promote()
      if accepted {
        _ = desk.promoted(try desk.promote(accepting: desk.waiting(outcome).hash))
      } else {
        _ = desk.promoted(outcome)
      }
      try revise()
    }

    func fact(_ line: String, at now: Instant) throws {
      run(until: now)
      desk.record(line, now)
      try revise()
    }

    private func revise() throws {
      let live = try #require(try desk.store.live())
      let facts = ReplayedFacts(desk.facts, rules: live.rules, place: "facts")
      #expect(facts.problems.isEmpty)
      var walk =
        self.walk ?? RoundWalk(live.rules, through: CivilDate(iso: "2025-12-31") ?? .first, wentLive: live.wentLive)
      walk.revise(
        live.rules, facts: facts.facts, wentLive: live.wentLive, leads: live.leads, at: live.revised)
      self.walk = walk
    }

    private func run(until end: Instant) {
      guard var walk else { return }
      walk.walk(from: max(walk.lastRound ?? .distantPast, desk.now), until: end.adding(seconds: -1))
      self.walk = walk
    }

    /// Day, unit and code of each notice that went out by that day, those that came late marked.
    func letters(until day: String) throws -> [String] {
      run(until: Self.at(day, 23))
      let walk = try #require(walk)
      #expect(walk.decisions.allSatisfy { $0.decision.held == nil })
      return walk.notices.map {
        "\(Zone.vietnam.day(of: $0.slot.instant)) \($0.recipient) \($0.kind.code)\($0.isLate ? " late" : "")"
      }
    }

    /// Those of them that say besides that the work was handed over.
    func handedOver() throws -> [String] {
      try #require(walk).notices.filter { $0.isHandedOver && $0.kind.name != .assigned }.map {
        "\(Zone.vietnam.day(of: $0.slot.instant)) \($0.recipient) \($0.kind.code)"
      }
    }
  }

  static func task(
    _ due: String = "chậm nhất 29/3/2024", lead: String, id: String = "T", more: String = ""
  ) -> String { SmallOffice.task(id, due, lead: lead, more: more) }

  static let start = Office.at("2024-03-04", 9)
  static let change = Office.at("2024-03-25", 10)

  @Test("The old lead hears that it is gone, the new one at once, and the steps from there on")
  func dated() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
    try office.rules(Self.task(lead: "Phòng Hai"), at: Self.change)
    // Friday 29 March; seven days before is Friday 22. The change comes on Monday, after the slot.
    #expect(
      try office.letters(until: "2024-04-04") == [
        "2024-03-22 a1 before:7", "2024-03-26 a1 handed-over:1", "2024-03-26 a2 assigned", "2024-03-28 a2 before:1",
        "2024-04-01 a2 overdue:1", "2024-04-04 a2 overdue:2",
      ])
  }

  @Test("Nobody hears anything where nothing was told yet but the new lead")
  func untold() throws {
    let office = try Office()
    try office.rules(Self.task("chậm nhất 28/6/2024", lead: "Phòng Một"), at: Self.start)
    try office.rules(Self.task("chậm nhất 28/6/2024", lead: "Phòng Hai"), at: Self.change)
    #expect(try office.letters(until: "2024-04-04") == ["2024-03-26 a2 assigned"])
  }

  @Test("A first promotion, a new task and the same lead again hand nothing over")
  func nothing() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
    try office.rules("# khác\n" + Self.task(lead: "a1") + Self.task(lead: "Phòng Hai", id: "U"), at: Self.change)
    #expect(
      try office.letters(until: "2024-03-28") == [
        "2024-03-22 a1 before:7", "2024-03-28 a1 before:1", "2024-03-28 a2 before:1",
      ])
  }

  /// Rules before and after, and what is recorded before the change.
  struct Twin: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var due = "chậm nhất 29/3/2024"
    var more = ""
    /// Of the rules that hand it over, which name supports otherwise.
    var moreAfter: String?
    var facts: [(day: String, line: String)] = []
    var after: [(day: String, line: String)] = []
  }

  private static let loud =
    "\n  nhắc: trước 7, 1 ngày; quá hạn mỗi 3 ngày làm việc, tối đa 5 lần; gửi tới chủ trì, phối hợp"

  static let twins = [
    Twin(testDescription: "dated"), Twin(testDescription: "overdue", due: "chậm nhất 15/3/2024"),
    Twin(
      testDescription: "reported, confirmed by another", more: "  xác nhận: Văn phòng",
      facts: [("2024-03-22", "báo cáo hoàn thành T ngày 22/3/2024")],
      after: [("2024-04-01", "trả lại T ngày 01/4/2024 vì thiếu")]),
    Twin(
      testDescription: "more time asked for",
      facts: [("2024-03-22", "xin gia hạn T ngày 22/3/2024 đến 12/4/2024 vì chờ")],
      after: [("2024-03-27", "không đồng ý gia hạn T ngày 27/3/2024 vì gấp")]),
    Twin(
      testDescription: "without a day", due: "sau khi Bộ công bố",
      facts: [("2024-03-11", "Bộ công bố ngày 11/3/2024")]),
    Twin(testDescription: "monthly", due: "hằng tháng, trước ngày 20"),
    Twin(testDescription: "weekly", due: "hằng tuần, trước thứ sáu"),
    Twin(testDescription: "done before", facts: [("2024-03-22", "T xong ngày 22/3/2024")]),
    Twin(testDescription: "waived before", facts: [("2024-03-22", "miễn T vì thôi")]),
    Twin(testDescription: "silenced", facts: [("2024-03-22", "ngừng nhắc T đến 28/3/2024 vì chờ")]),
    Twin(
      testDescription: "the old lead supports it", more: "  phối hợp: Phòng Một" + loud),
    Twin(testDescription: "the new lead supported it", more: "  phối hợp: Phòng Hai" + loud),
  ]

  @Test("It is told as after a fact that hands it over", arguments: twins)
  func asByFact(_ twin: Twin) throws {
    func letters(byFact: Bool) throws -> [String] {
      let office = try Office()
      try office.rules(Self.task(twin.due, lead: "Phòng Một", more: twin.more), at: Self.start)
      for (day, line) in twin.facts { try office.fact(line, at: Office.at(day, 12)) }
      if byFact {
        try office.fact("chuyển T cho Phòng Hai theo 5/TB", at: Self.change)
      } else {
        try office.rules(
          Self.task(twin.due, lead: "Phòng Hai", more: twin.moreAfter ?? twin.more), at: Self.change)
      }
      for (day, line) in twin.after { try office.fact(line, at: Office.at(day, 12)) }
      return try office.letters(until: "2024-05-10")
    }
    let expected = try letters(byFact: true)
    #expect(try letters(byFact: false) == expected)
    #expect(expected.allSatisfy { !$0.hasSuffix("late") })
  }

  @Test("Of weekly work the new lead hears once that it is its own, and not of each week to come")
  func weekly() throws {
    let office = try Office()
    try office.rules(Self.task("hằng tuần, trước thứ sáu", lead: "Phòng Một"), at: Self.change)
    try office.rules(Self.task("hằng tuần, trước thứ sáu", lead: "Phòng Hai"), at: Office.at("2024-04-10", 10))
    let told = try office.letters(until: "2024-04-11").filter { $0.hasPrefix("2024-04-11 a2 assigned") }
    #expect(told.count == 2)
  }

  @Test("A lead that joins others hears it, one that leaves them too, the others nothing")
  func joint() throws {
    let office = try Office()
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Một"), at: Self.start)
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Một, Phòng Hai"), at: Self.change)
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Hai"), at: Office.at("2024-04-22", 10))
    // Seven days before Friday 26 April is the 19th.
    #expect(
      try office.letters(until: "2024-04-25") == [
        "2024-03-26 a2 assigned", "2024-04-19 a1 before:7", "2024-04-19 a2 before:7", "2024-04-23 a1 handed-over:1",
        "2024-04-25 a2 before:1",
      ])
  }

  @Test("A unit that comes to those who each owe it knows it since then: what was due before is to be settled")
  func joinsEach() throws {
    let office = try Office()
    func tasks(_ leads: String) -> String {
      Self.task("chậm nhất 15/3/2024", lead: leads) + Self.task(lead: leads, id: "U")
    }
    try office.rules(tasks("Phòng Một (từng đơn vị); Phòng Hai (từng đơn vị)"), at: Self.start)
    let before = try office.letters(until: "2024-03-22")
    try office.rules(
      tasks("Phòng Một (từng đơn vị); Phòng Hai (từng đơn vị); Phòng Ba (từng đơn vị)"), at: Self.change)
    let after = try office.letters(until: "2024-04-01").dropFirst(before.count)
    // Of the first the focal point is asked on Monday; the second runs, and is due on Friday.
    #expect(
      after.filter { $0.contains(" a3 ") } == [
        "2024-03-26 a3 opening", "2024-03-28 a3 before:1", "2024-04-01 a3 overdue:1",
      ])
    #expect(after.filter { $0.contains("vp-kh") } == ["2024-04-01 vp-kh settle"])
  }

  @Test("A unit that leaves those who each owe it hears that it owes nothing; the others hear nothing of that")
  func leavesEach() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một (từng đơn vị); Phòng Hai (từng đơn vị)"), at: Self.start)
    try office.rules(Self.task(lead: "Phòng Một (từng đơn vị)"), at: Self.change, accepted: true)
    #expect(
      try office.letters(until: "2024-03-29") == [
        "2024-03-22 a1 before:7", "2024-03-22 a2 before:7", "2024-03-26 a2 released:1", "2024-03-28 a1 before:1",
      ])
  }

  @Test("Where each owes it from then on, who goes on hears that it is its own, who left that it owes nothing")
  func sharedToEach() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một, Phòng Hai"), at: Self.start)
    try office.rules(
      Self.task(lead: "Phòng Một (từng đơn vị); Phòng Ba (từng đơn vị)"), at: Self.change, accepted: true)
    #expect(
      try office.letters(until: "2024-03-28") == [
        "2024-03-22 a1 before:7", "2024-03-22 a2 before:7", "2024-03-26 a1 assigned", "2024-03-26 a2 released:1",
        "2024-03-26 a3 opening", "2024-03-28 a1 before:1", "2024-03-28 a3 before:1",
      ])
  }

  @Test("A unit that was renamed goes on; where its former id is named, all that it was told counts")
  func renamed() throws {
    for former in ["  trước đây: a1\n", "  trước đây: A1\n", ""] {
      let office = try Office()
      try office.rules(Self.task("chậm nhất 15/3/2024", lead: "Phòng Một"), at: Self.start)
      try office.rules(
        Self.task("chậm nhất 15/3/2024", lead: "Phòng Một"),
        units: Self.units.replacing("đơn vị a1: Phòng Một\n", with: "đơn vị b1: Phòng Một\n\(former)"), at: Self.change)
      let all = try office.letters(until: "2024-03-29")
      #expect(all.allSatisfy { !$0.contains("assigned") && !$0.contains("handed-over") })
      guard !former.isEmpty else { continue }
      // Overdue on Monday 18, then every three working days.
      #expect(
        all == [
          "2024-03-08 a1 before:7", "2024-03-14 a1 before:1", "2024-03-18 a1 overdue:1", "2024-03-21 a1 overdue:2",
          "2024-03-26 b1 overdue:3", "2024-03-29 b1 overdue:4",
        ])
    }
  }

  @Test("A merger is told as it always was, also where the rules name the successor at the same time")
  func merged() throws {
    func letters(_ lead: String) throws -> [String] {
      let office = try Office()
      try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
      try office.rules(
        Self.task(lead: lead),
        units: Self.units.replacing(
          "đơn vị a1: Phòng Một\n", with: "đơn vị a1: Phòng Một\n  sáp nhập vào: Phòng Hai từ 25/3/2024\n"),
        at: Self.change)
      return try office.letters(until: "2024-04-04")
    }
    let expected = try letters("Phòng Một")
    #expect(try letters("Phòng Hai") == expected)
    #expect(expected.allSatisfy { !$0.contains("assigned") })
  }

  @Test("Rules that go back hand it back; before anybody heard of it nothing is told")
  func rolledBack() throws {
    func letters(_ back: Instant) throws -> [String] {
      let office = try Office()
      try office.rules(Self.task("chậm nhất 05/4/2024", lead: "Phòng Một"), at: Self.start)
      try office.rules(Self.task("chậm nhất 05/4/2024", lead: "Phòng Hai"), at: Office.at("2024-04-01", 10))
      try office.rules(Self.task("chậm nhất 05/4/2024", lead: "Phòng Một"), at: back)
      return try office.letters(until: "2024-04-04")
    }
    #expect(
      try letters(Office.at("2024-04-02", 10)) == [
        "2024-03-29 a1 before:7", "2024-04-02 a1 handed-over:1", "2024-04-02 a2 assigned", "2024-04-03 a1 assigned",
        "2024-04-03 a2 handed-over:1", "2024-04-04 a1 before:1",
      ])
    #expect(
      try letters(Office.at("2024-04-01", 15)) == ["2024-03-29 a1 before:7", "2024-04-04 a1 before:1"])
  }

  @Test("Rules that say what a fact said already hand nothing over, and a fact stays stronger")
  func agreeing() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
    try office.fact("chuyển T cho Phòng Hai theo 5/TB", at: Office.at("2024-03-20", 10))
    try office.rules(Self.task(lead: "Phòng Hai"), at: Self.change)
    #expect(
      try office.letters(until: "2024-03-28") == [
        "2024-03-21 a2 assigned", "2024-03-22 a2 before:7", "2024-03-28 a2 before:1",
      ])
    try office.rules(Self.task(lead: "Phòng Ba"), at: Office.at("2024-03-28", 10))
    #expect(try office.letters(until: "2024-04-01").last == "2024-04-01 a2 overdue:1")
  }

  @Test("A task that is renamed at the same time is handed over as well; later promotions keep when that was")
  func kept() throws {
    let office = try Office()
    try office.rules(Self.task(lead: "Phòng Một"), at: Self.start)
    let renamed = Self.task(lead: "Phòng Hai", id: "T2", more: "  trước đây: T")
    try office.rules(renamed, at: Self.change)
    try office.rules("# khác\n" + renamed, at: Self.change.adding(seconds: 3600))
    #expect(
      try office.letters(until: "2024-03-28") == [
        "2024-03-22 a1 before:7", "2024-03-26 a1 handed-over:1", "2024-03-26 a2 assigned", "2024-03-28 a2 before:1",
      ])
    let manifest = try office.desk.store.manifest(3)
    #expect(try office.desk.store.live()?.leads.isEmpty == false)
    // Its hash is that of what is stored, which names its form.
    #expect(manifest.before == (try office.desk.store.manifest(3)).before)
    try office.rules(renamed, at: Self.change.adding(seconds: 7200))
  }

  @Test("Facts that name the former id of a unit or an event stay in effect")
  func factsOfFormerIDs() throws {
    let office = try Office()
    try office.rules(Self.task("trong 10 ngày sau khi Bộ công bố", lead: "Phòng Một (từng đơn vị)"), at: Self.start)
    try office.fact("x ngày 11/3/2024", at: Office.at("2024-03-11", 12))
    try office.fact("T của a1 xong ngày 12/3/2024", at: Office.at("2024-03-12", 12))
    let plan = SmallOffice.plan(
      Self.task("trong 10 ngày sau khi Bộ công bố", lead: "Phòng Một (từng đơn vị)"),
      units: Self.units.replacing("đơn vị a1: Phòng Một\n", with: "đơn vị b1: Phòng Một\n  trước đây: a1\n")
    ).replacing("sự kiện x: Bộ công bố\n", with: "sự kiện y: Bộ công bố\n  trước đây: x\n")
    try office.desk.write(plan, to: "rules/plan.rules")
    #expect(office.desk.promoted(try office.desk.promote()) == 2)
  }

  @Test("Who asked for more time is who led then, whatever rules say since")
  func asked() throws {
    let office = try Office()
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Một"), at: Self.start)
    try office.fact("xin gia hạn T ngày 22/3/2024 đến 10/5/2024 vì chờ", at: Office.at("2024-03-22", 12))
    func askers() throws -> [String] {
      let live = try #require(try office.desk.store.live())
      let facts = ReplayedFacts(office.desk.facts, rules: live.rules, place: "facts").facts
      let agenda = Agenda(
        live.rules, facts: live.leads.namingThen(facts, live.rules), through: CivilDate(iso: "2025-12-31") ?? .first,
        wentLive: live.wentLive, leads: live.leads)
      return agenda.obligations.flatMap { ($0.request?.askers ?? []).map(live.rules.id(of:)) }
    }
    #expect(try askers() == ["a1"])
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Hai"), at: Self.change)
    #expect(try askers() == ["a1"])
    // Back again, and to a third: the first change is forgotten, and so it is said neutrally or rightly, never wrongly.
    try office.rules(Self.task("chậm nhất 26/4/2024", lead: "Phòng Ba"), at: Office.at("2024-04-01", 10))
    #expect(try askers() == ["a1"])
  }
}
