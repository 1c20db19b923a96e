import CivilCalendar
import Deadlines
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

/// The statements of `kiểm thử` blocks (docs/language.md, "Tests").
@Suite("Tests in rule files")
struct TestRunnerTests {
  /// A quarterly report, a window behind a gate, a timetable with and without a backstop, a standing duty, two events.
  struct Book {
    var office = Office(2022...2022)
    let report, gated, scheduled, firm, standing, both, expected, cases: TaskID
    let guidance, papi, par: EventID

    init() {
      guidance = office.event("hd")
      papi = office.event("papi")
      par = office.event("par")
      office.event("ca", .eachCase)
      report = office.task("VII.9", FactTests.quarterly)
      gated = office.task(
        "II.1", window(.period(year(2022))), clauses { $0.gate = .event(.single(EventMention("hd"))) })
      let timetable = DeadlineForm.timetable(Timetable(kinds: [.schedule], source: "tỉnh"))
      scheduled = office.task("III.1", timetable)
      firm = office.task("I.2", timetable, clauses { $0.backstop = Place(.on, .window(.period(year(2022)))) })
      standing = office.task("V.2", .standing(.period(year(2022))))
      both = office.task(
        "I.3.9", .counted(CountedDeadline(.after, of: .event(.all([EventMention("papi"), EventMention("par")])))))
      expected = office.task(
        "I.5", after("hd", CalendarDuration(30, .day)), clauses { $0.expected = .period(quarter(2, 2022)) })
      cases = office.task("VII.7", .eachCase(trigger: .single(EventMention("ca")), durations: []))
    }

    func expectation(
      _ task: TaskID?, _ kind: StatementKind, _ days: [CivilDate] = [], at day: CivilDate? = nil, count: Int? = nil,
      events: [EventID] = [], words: String? = nil, key: String? = nil, open: Bool = false, because: String? = nil
    ) -> Rules.Expectation {
      Rules.Expectation(
        kind, of: task.map { .init(task: $0, key: key) }, day: day, days: days, count: count,
        recipient: kind == .reminder ? .unit(0) : nil, events: events, words: words, isOpen: open, because: because,
        text: "", span: office.span)
    }

    func run(_ expectations: [Rules.Expectation], on today: String = "2022-01-10", given: [Fact.Body] = [])
      -> TestResult
    {
      let test = TestCase(
        title: "t", plan: 0, today: day(today), given: given.map(office.fact), expected: expectations,
        span: office.span)
      return TestRunner(
        office.rules, explain: { ["Việc \($0.id.key) rơi vào  Chủ nhật", "it falls on a Sunday"] },
        remind: { test in { _ in .days(want: [], got: [test.today]) } }
      )
      .run(test)
    }
  }

  static let dues = ["2022-03-16", "2022-06-16", "2022-09-16", "2022-12-16"].map(day)

  @Test("Statements that hold")
  func holds() {
    let book = Book()
    let result = book.run([
      book.expectation(book.report, .due, Self.dues.reversed()),
      book.expectation(book.report, .due, [Self.dues[1]], key: "2022-Q2"),
      book.expectation(book.report, .due, [Self.dues[1]], at: day("2022-04-01"), key: "2022-Q2"),
      book.expectation(book.report, .due, [Self.dues[0]], open: true),
      book.expectation(book.report, .due, Self.dues, because: "rơi vào chủ nhật; FALLS on"),
      book.expectation(book.gated, .waiting, at: day("2022-12-31"), events: [book.guidance]),
      book.expectation(book.scheduled, .awaitingDate),
      book.expectation(book.firm, .awaitingDate, at: day("2022-12-31")),
      book.expectation(book.standing, .standing, at: day("2022-12-31")),
      book.expectation(book.both, .waiting, events: [book.par, book.papi]),
      book.expectation(book.expected, .expectedDue, [day("2022-06-30")]),
      book.expectation(book.cases, .noOccurrence),
    ])
    #expect(result.failures.map { "\($0.reason)" } == [])
  }

  @Test("Statements that hold of given facts")
  func holdsOfFacts() {
    let book = Book()
    let given: [Fact.Body] = [
      EventTests.happened(book.papi, "2022-04-02"), EventTests.happened(book.par, "2022-04-17"),
      FactTests.done(book.report, "2022-03-10", key: "2022-Q1"),
    ]
    let result = book.run(
      [
        book.expectation(book.both, .openUndated, at: day("2022-04-17")),
        book.expectation(book.report, .done, key: "2022-Q1"),
        book.expectation(book.report, .overdue, count: 4),
      ], on: "2022-06-20", given: given)
    #expect(result.isPassed)
  }

  @Test("What is reported or returned")
  func onTheWay() {
    var book = Book()
    // Unit 0 leads.
    book.office.rules.tasks[book.report].confirmer = .unit(book.office.unit("gd"))
    func fact(_ kind: FactKind, _ key: String, _ date: String) -> Fact.Body {
      Fact.Body(kind, .task(.init(task: book.report, key: key)), day: day(date))
    }
    let given = [
      fact(.reported, "2022-Q1", "2022-03-10"), fact(.reported, "2022-Q2", "2022-06-10"),
      fact(.returned, "2022-Q2", "2022-06-11"), fact(.reported, "2022-Q3", "2022-06-12"),
      fact(.confirmed, "2022-Q3", "2022-06-13"),
    ]
    func passes(_ kind: StatementKind, _ key: String) -> Bool {
      book.run([book.expectation(book.report, kind, key: key)], on: "2022-06-20", given: given).isPassed
    }
    let quarters = ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]
    #expect(quarters.map { passes(.reported, $0) } == [true, false, false, false])
    #expect(quarters.map { passes(.returned, $0) } == [false, true, false, false])
    #expect(quarters.map { passes(.done, $0) } == [false, false, true, false])
  }

  @Test("What is waived, as it arises or to settle")
  func otherStates() {
    var book = Book()
    let cases = book.office.task("VII.8", .eachCase(trigger: nil, durations: []))
    let open = book.office.task("VII.10", .unclear("…"))
    let given: [Fact.Body] = [
      .waived(.init(task: book.report, key: "2022-Q1"), because: "…"),
      FactTests.done(cases, "2022-05-10", key: "12/TTr"),
    ]
    let result = book.run(
      [
        book.expectation(book.report, .waived, key: "2022-Q1"), book.expectation(cases, .asItArises),
        book.expectation(cases, .done, key: "12/TTr"), book.expectation(open, .unclear),
      ], on: "2022-06-20", given: given)
    #expect(result.failures.map { "\($0.reason)" } == [])
    let wrong = book.run([
      book.expectation(book.report, .waived, key: "2022-Q1"), book.expectation(book.report, .asItArises),
      book.expectation(cases, .unclear), book.expectation(open, .asItArises), book.expectation(open, .waived),
      book.expectation(book.cases, .asItArises),
    ])
    #expect(wrong.failures.count == 6)
  }

  @Test("Statements that do not hold fail with what was got")
  func fails() {
    let book = Book()
    let report = book.report
    func reason(_ expectation: Rules.Expectation) -> String {
      let failures = book.run([expectation]).failures
      guard failures.count == 1, let reason = failures.first?.reason else { return "\(failures.count) failures" }
      return switch reason {
      case .days(let want, let got): "days \(want.count) \(got.count)"
      case .opens(_, let got): "opens \(got.map(\.description) ?? "")"
      case .expectedDays: "expected days"
      case .standsOtherwise: "stands otherwise"
      case .wordsNotFound(let words): "no words \(words)"
      case .nothingMeant: "nothing meant"
      case .noSuchDiagnostic: "no diagnostic"
      case .fact: "fact"
      }
    }
    let three = Array(Self.dues.prefix(3))
    #expect(reason(book.expectation(report, .due, three)) == "days 3 4")
    let later = book.expectation(report, .due, Self.dues, at: day("2022-01-02"))
    #expect(reason(later) == "opens 2022-01-01")
    let because = book.expectation(report, .due, Self.dues, because: "thứ Bảy")
    #expect(reason(because) == "no words thứ Bảy")
    let key = book.expectation(report, .due, Self.dues, key: "2023-Q1")
    #expect(reason(key) == "nothing meant")
    #expect(reason(book.expectation(book.firm, .awaitingDate)) == "stands otherwise")
    #expect(reason(book.expectation(book.both, .waiting, events: [book.par])) == "stands otherwise")
    // Whoever runs the tests judges reminders.
    #expect(reason(book.expectation(report, .reminder)) == "days 0 1")
    #expect(reason(book.expectation(nil, .warning, words: "x")) == "no diagnostic")
  }

  @Test("A given fact that means nothing fails the test")
  func badFact() {
    let book = Book()
    let result = book.run([], given: [FactTests.done(book.report, "2022-07-05")])
    #expect(result.failures.count == 1)
  }

  @Test("A row without end is closed through the plan's span")
  func rowWithoutEnd() {
    var book = Book()
    let task = book.office.task("P.2", .yearsOnward(from: 2022))
    let result = book.run([
      book.expectation(task, .due, [day("2022-12-31")]),
      book.expectation(task, .due, [day("2022-12-31"), day("2023-12-31")]),
      book.expectation(task, .due, [day("2025-12-31")], open: true),
    ])
    #expect(result.isPassed)
  }
}
