import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

/// Deadlines that hang on something that happens, and the facts that say so.
@Suite("Events")
struct EventTests {
  static func happened(_ event: EventID, _ iso: String, key: String? = nil, ref: String? = nil, at: ClockTime? = nil)
    -> Fact.Body
  {
    .happened(event, key: key, reference: ref, on: day(iso), at: at)
  }

  static func counted(
    _ relation: CountedDeadline.Relation, _ durations: [CalendarDuration] = [], _ event: String,
    _ time: ClockTime? = nil
  ) -> DeadlineForm {
    .counted(
      CountedDeadline(relation, durations, of: .event(.single(EventMention(event))), time: time))
  }

  /// Worked examples: Civil Code 147, 148 with the days off of 2022 and 2024 as announced (../corpus/law_examples).
  @Test(
    "Counted from an event, the day binds as the law says",
    arguments: [
      // 30 days from 9 May: the 30th is Saturday 8 June, Monday 10 June binds.
      (counted(.within, [CalendarDuration(30, .day)], "x"), "2024-05-09", "once 2024-05-09..2024-06-08=2024-06-10"),
      // 29 March + 30 = 28 April, a Sunday; 29 and 30 April and 1 May are off.
      (counted(.within, [CalendarDuration(30, .day)], "x"), "2024-03-29", "once 2024-03-29..2024-04-28=2024-05-02"),
      (counted(.within, [CalendarDuration(30, .day)], "x"), "2022-01-14", "once 2022-01-14..2022-02-13=2022-02-14"),
      (counted(.within, [CalendarDuration(1, .month)], "x"), "2024-01-31", "once 2024-01-31..2024-02-29"),
      (counted(.within, [CalendarDuration(3, .workingDay)], "x"), "2024-04-26", "once 2024-04-26..2024-05-04"),
      (counted(.within, [CalendarDuration(5, .workingDay)], "x"), "2024-03-14", "once 2024-03-14..2024-03-21"),
      // 9 months after 31 December is 30 September; and 1 day.
      (
        counted(.within, [CalendarDuration(9, .month), CalendarDuration(1, .day)], "x"), "2023-12-31",
        "once 2023-12-31..2024-10-01"
      ),
      (counted(.immediately, [], "x"), "2024-06-07", "once 2024-06-07..2024-06-10"),
      (counted(.same, [], "x"), "2024-06-08", "once ..2024-06-08"),
      // The day before Monday 10 June is a Sunday: the working day before, the cautious side.
      (counted(.before, [], "x"), "2024-06-10", "once ..2024-06-09=2024-06-07"),
      (counted(.before, [CalendarDuration(10, .day)], "x"), "2024-05-20", "once ..2024-05-10"),
      (counted(.before, [CalendarDuration(56, .day)], "x"), "2024-05-16", "once ..2024-03-21"),
      // Back over 4 May (worked), 3 and 2 May, 26 and 25 April.
      (counted(.before, [CalendarDuration(5, .workingDay)], "x"), "2024-05-06", "once ..2024-04-25"),
      // 28 clear days leave 28 whole days between: 10 June to 12 May, a Sunday.
      (counted(.before, [CalendarDuration(28, .clearDay)], "x"), "2024-06-10", "once ..2024-05-12=2024-05-10"),
      (
        counted(.inPeriod(Place(.before, .day(.day(15, of: .neighbour(.month, 1, of: .own(.month)))))), [], "x"),
        "2024-01-20", "once 2024-01-20..2024-02-14"
      ),
      // Without a recorded time hours run from 00:00, so 24 hours are that day.
      (counted(.within, [CalendarDuration(24, .hour)], "x"), "2024-06-05", "once 2024-06-05..2024-06-05"),
      (counted(.within, [CalendarDuration(36, .hour)], "x"), "2024-06-05", "once 2024-06-05..2024-06-06<12:00"),
      (counted(.before, [CalendarDuration(1, .hour)], "x"), "2024-06-05", "once ..2024-06-04<23:00"),
      (
        counted(.within, [CalendarDuration(1, .day)], "x", ClockTime(hour: 14)), "2024-06-05",
        "once 2024-06-05..2024-06-06<14:00"
      ),
    ])
  func counts(_ form: DeadlineForm, _ on: String, _ expected: String) {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", form)
    #expect(office.expander([Self.happened(event, on)]).drawn(task) == [expected])
  }

  @Test("Hours run from the recorded time to the same time")
  func hours() {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", after("x", CalendarDuration(24, .hour)))
    let facts = [Self.happened(event, "2024-06-05", at: ClockTime(hour: 14, minute: 30))]
    #expect(office.expander(facts).drawn(task) == ["once 2024-06-05..2024-06-06<14:30"])
  }

  @Test("What is not recorded is waited for, with the deadline's expectation before the event's own")
  func waits() throws {
    var office = Office()
    let event = office.event("x", expected: .period(quarter(3, nil)))
    let own = office.task("A", after("x", CalendarDuration(30, .day)), clauses { $0.expected = .period(quarter(2)) })
    let inherited = office.task("B", after("x", CalendarDuration(30, .day)))
    let expander = office.expander()
    #expect(expander.obligations(in: everything).isEmpty)
    let expected: [DayRange?] = [own, inherited].map { task in
      guard let duty = expander.openDuties(of: task).first, case .waiting(let bindings, let expected) = duty.state,
        bindings == [EventBinding(event: event)]
      else { return nil }
      return expected
    }
    #expect(expected == [days("2024-04-01", "2024-06-30"), days("2024-07-01", "2024-09-30")])
  }

  @Test("A backstop is the firm day while the event is out, and the latest day afterwards")
  func backstop() {
    var office = Office()
    let event = office.event("x")
    let backstop = clauses { clauses in
      clauses.backstop = Place(.by, .day(.civil(year: nil, month: 6, day: 28)))
    }
    let task = office.task("T", after("x", CalendarDuration(30, .day)), backstop)
    let waiting = office.expander()
    #expect(waiting.drawn(task) == ["once ..2024-06-28"])
    #expect(waiting.openDuties().isEmpty)
    let pending = waiting.obligations(in: everything).first
    #expect(pending?.pending == .events([EventBinding(event: event)]))
    #expect(pending?.status(on: day("2024-06-28")) == .waiting)
    #expect(pending?.status(on: day("2024-06-30")) == .overdue(days: 2))
    #expect(
      office.expander([Self.happened(event, "2024-05-09")]).drawn(task) == ["once 2024-05-09..2024-06-08=2024-06-10"])
    #expect(office.expander([Self.happened(event, "2024-06-20")]).drawn(task) == ["once 2024-06-20..2024-06-28"])
  }

  @Test("A closed gate keeps the window as said; the obligation waits and is never overdue")
  func gate() {
    var office = Office(2022...2022)
    let event = office.event("hd")
    let task = office.task(
      "II.1", window(.period(year(2022))), clauses { $0.gate = .event(.single(EventMention("hd"))) })
    let closed = office.expander().obligations(in: everything, of: task)
    #expect(closed.map(\.drawn) == ["once 2022-01-01..2022-12-31"])
    #expect(closed.first?.status(on: day("2022-05-01")) == .waiting)
    #expect(closed.first?.status(on: day("2023-01-10")) == .waiting)
    let open = office.expander([Self.happened(event, "2022-04-04")]).obligations(in: everything, of: task)
    #expect(open.map(\.drawn) == ["once 2022-04-04..2022-12-31"])
    #expect(open.first?.status(on: day("2022-05-01")) == .open)
  }

  @Test("After both: the later decides; after either: the earlier; only what is missing is waited for")
  func composition() {
    var office = Office()
    let papi = office.event("papi", .yearly)
    let par = office.event("par", .yearly)
    let mentions = [EventMention("papi@2024"), EventMention("par@2024")]
    let both = office.task("A", .counted(CountedDeadline(.after, of: .event(.all(mentions)))))
    let either = office.task(
      "B", .counted(CountedDeadline(.within, [CalendarDuration(1, .day)], of: .event(.any(mentions)))))
    let first = office.expander([Self.happened(papi, "2024-04-02", key: "2024")])
    guard case .waiting(let missing, _) = first.openDuties(of: both).first?.state else {
      Issue.record("not waiting")
      return
    }
    #expect(missing == [EventBinding(event: par, key: "2024")])
    let all = office.expander([
      Self.happened(par, "2024-04-17", key: "2024"), Self.happened(papi, "2024-04-02", key: "2024"),
    ])
    guard let duty = all.openDuties(of: both).first, case .openUndated(let since) = duty.state else {
      Issue.record("not open")
      return
    }
    #expect(since == day("2024-04-17") && duty.id.key == "2024")
    #expect(all.drawn(either) == ["2024 2024-04-02..2024-04-03"])
  }

  @Test("Each case makes an obligation by its reference; nothing is awaited")
  func eachCase() {
    var office = Office()
    let event = office.event("ho-so", .eachCase)
    let task = office.task(
      "T", .eachCase(trigger: .single(EventMention("ho-so")), durations: [CalendarDuration(3, .workingDay)]))
    let none = office.expander()
    #expect(none.drawn(task).isEmpty)
    #expect(none.openDuties().map(\.id.key) == ["once"])
    let facts = [
      Self.happened(event, "2024-06-03", ref: "A-17"), Self.happened(event, "2024-06-05", ref: "A-18"),
      Self.happened(event, "2024-06-06"),
    ]
    #expect(
      office.expander(facts).drawn(task) == [
        "A-17 2024-06-03..2024-06-06", "A-18 2024-06-05..2024-06-10", "2024-06-06 2024-06-06..2024-06-11",
      ])
  }

  @Test("Composed events of cases meet by reference")
  func composedCases() {
    var office = Office()
    let expiry = office.event("expiry", .eachCase)
    let end = office.event("termination", .eachCase)
    office.event("support-ends", .once, .any([expiry, end]))
    let task = office.task("G.1", after("support-ends", CalendarDuration(90, .day)))
    let facts = [
      Self.happened(expiry, "2024-09-30", ref: "A-17"), Self.happened(end, "2024-08-30", ref: "A-17"),
    ]
    // 30 August + 90 days = 28 November 2024, a Thursday.
    #expect(office.expander(facts).drawn(task) == ["A-17 2024-08-30..2024-11-28"])
  }

  @Test("Later facts win: a correction moves, a withdrawal removes")
  func corrections() {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", after("x", CalendarDuration(30, .day)))
    let said = Self.happened(event, "2024-03-29")
    let corrected = Fact.Body.corrected(event, key: nil, reference: nil, to: day("2024-05-09"))
    #expect(office.expander([said, corrected]).drawn(task) == ["once 2024-05-09..2024-06-08=2024-06-10"])
    let withdrawn = office.expander([said, .withdrawn(event, key: nil, reference: nil)])
    #expect(withdrawn.drawn(task).isEmpty && withdrawn.openDuties().count == 1)
    let idle = office.expander([corrected])
    #expect(idle.factProblems.map(\.reason) == [.nothingMeant(task: nil, event: event)])
  }

  @Test("A yearly event without its year is taken only where one year is awaited")
  func periodicWithoutKey() {
    var office = Office()
    let event = office.event("papi", .yearly)
    let task = office.task("T", after("papi@2023", CalendarDuration(30, .day)))
    let one = office.expander([Self.happened(event, "2024-05-09")])
    #expect(one.drawn(task) == ["2023 2024-05-09..2024-06-08=2024-06-10"])
    office.task("U", after("papi@2024", CalendarDuration(30, .day)))
    let two = office.expander([Self.happened(event, "2024-05-09")])
    #expect(two.factProblems.map(\.reason) == [.occurrenceNotNamed(event, awaited: ["2023", "2024"])])
    #expect(two.drawn(task).isEmpty)
  }

  @Test("A count into a year that is not announced is provisional")
  func provisional() {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", after("x", CalendarDuration(10, .workingDay)))
    #expect(office.expander([Self.happened(event, "2024-12-25")]).drawn(task).first?.hasSuffix("~") == true)
    #expect(office.expander([Self.happened(event, "2024-11-25")]).drawn(task).first?.hasSuffix("~") == false)
  }

  @Test("A month's event opens each of several days in its month")
  func gateOfSeveralDays() {
    var office = Office()
    let event = office.event("m", .monthly)
    let task = office.task(
      "I.1", .each(.every(.month), [10, 20].map { Place(.by, .day(.day($0, of: .own(.month)))) }),
      clauses { $0.gate = .event(.single(EventMention("m"))) })
    let expander = office.expander([Self.happened(event, "2024-01-03", key: "2024-01")])
    let gated = expander.obligations(in: days("2024-01-01", "2024-02-29"), of: task).map(\.isGated)
    #expect(gated == [false, false, true, true])
  }
}
