import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

/// Deadlines of every kind, at random.
struct RandomDeadlines {
  var generator: SeededGenerator

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func pick<T>(_ list: [T]) -> T { list[number(0...list.count - 1)] }

  mutating func duration() -> CalendarDuration {
    CalendarDuration(number(1...40), pick([.day, .workingDay, .week, .month, .clearDay, .hour]))
  }

  mutating func date() -> DateExpression {
    chance(80)
      ? .civil(year: number(2021...2027), month: number(1...12), day: number(1...31))
      : .lunar(year: number(2021...2027), month: number(1...12), day: number(1...30))
  }

  mutating func span() -> PeriodSpan {
    let unit = pick([PeriodUnit.month, .quarter, .half, .year, .week])
    let count = [PeriodUnit.month: 12, .quarter: 4, .half: 2, .week: 52][unit]
    let first = PeriodExpression(unit, count.map { number(1...$0) }, year: number(2021...2026))
    let last =
      chance(30) ? PeriodExpression(unit, first.index.map { number($0...(count ?? $0)) }, year: first.year) : nil
    let part: PeriodPart? = chance(15) ? pick([.early, .middle, .late, .week(1), .week(-1)]) : nil
    return PeriodSpan(first, through: last, part: part)
  }

  mutating func rhythm() -> Rhythm {
    if chance(25) {
      return .reporting([
        ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3), ReportingPeriod(.year),
      ])
    }
    return .every(pick([.week, .month, .quarter, .half, .year, .term, .schoolYear]), interval: number(1...3))
  }

  mutating func pattern() -> DayPattern {
    switch number(0...6) {
    case 0: .whole
    case 1:
      .monthDays([number(1...15), number(16...31)], pick([.fromStart(0), .fromEnd(0), .fromEnd(1), .fromStart(-1)]))
    case 2: .yearDays([YearDay(month: number(1...6), day: number(1...31)), YearDay(month: number(7...12), day: -1)])
    case 3: .weekdays([.monday, .friday])
    case 4:
      .ordinal(Ordinal(pick([.workingDay, .day, .weekday(.tuesday)]), position: pick([1, 2, -1])), .fromStart(0))
    case 5: .afterEnd([CalendarDuration(number(1...60), pick([.day, .workingDay]))])
    default:
      .windows([
        PeriodSpan(PeriodExpression(.month, number(1...6))), PeriodSpan(PeriodExpression(.month, number(7...12))),
      ])
    }
  }

  mutating func form() -> DeadlineForm {
    switch number(0...9) {
    case 0: .day(DayDeadline(bound: pick(Bound.allCases), days: chance(30) ? [date(), date()] : [date()]))
    case 1: .window(chance(30) ? [span(), span(), span()] : [span()])
    case 2: .range(from: date(), to: date())
    case 3: .yearsOnward(from: number(2020...2026))
    case 4, 5, 6: .recurring(Recurrence(rhythm(), pattern(), bound: pick(Bound.allCases)))
    case 7: .times(CountRange(minimum: number(1...4), maximum: nil), per: pick([.month, .quarter, .year]), within: nil)
    case 8:
      .counted(
        CountedDeadline(pick([.within, .before]), [duration()], of: .event(.single(EventMention(pick(["x", "ca"]))))))
    default: .eachCase(trigger: .single(EventMention("ca")), durations: [duration()])
    }
  }

  mutating func deadline() -> Deadline {
    let count = chance(25) ? number(2...3) : 1
    return Deadline(
      items: (1...count).map { _ in
        var clauses = DeadlineClauses()
        if chance(15) { clauses.from = date() }
        if chance(15) { clauses.until = date() }
        if chance(20) { clauses.dayOff = pick(DayOffRule.allCases) }
        if chance(10) { clauses.gate = .event(.single(EventMention("x"))) }
        return DeadlineItem(label: chance(20) ? pick(["một", "hai"]) : nil, form: form(), clauses: clauses)
      })
  }
}

@Suite("Properties")
struct PropertyTests {
  static func office(seed: UInt64, tasks: Int) -> (Office, [Fact.Body]) {
    var random = RandomDeadlines(generator: SeededGenerator(seed: seed))
    var office = Office(2022...2025)
    let event = office.event("x")
    let cases = office.event("ca", .eachCase)
    for index in 0..<tasks {
      let task = office.task("T.\(index)", .unclear(""))
      office.rules.tasks[task].due = [office.line(random.deadline())]
    }
    var facts = [EventTests.happened(event, "2024-03-29")]
    for index in 1...4 { facts.append(EventTests.happened(cases, "2024-0\(index + 2)-1\(index)", ref: "HS-\(index)")) }
    facts.append(EventTests.happened(cases, "2024-08-01"))
    facts.append(EventTests.happened(cases, "2024-08-01"))
    return (office, facts)
  }

  @Test("Expansion over neighbouring windows adds up", arguments: UInt64(1)...6)
  func windowsAddUp(seed: UInt64) {
    let (office, facts) = Self.office(seed: seed, tasks: 60)
    let expander = office.expander(facts)
    let whole = expander.obligations(in: days("2021-06-01", "2027-06-30")).map { "\($0.id) \($0.drawn)" }
    #expect(whole.count > 100)
    var random = RandomDeadlines(generator: SeededGenerator(seed: seed &+ 1000))
    var parts: [String] = []
    var first = day("2021-06-01")
    while first <= day("2027-06-30") {
      let last = min(first.adding(days: random.number(0...200)), day("2027-06-30"))
      parts += expander.obligations(in: DayRange(first: first, last: last)).map { "\($0.id) \($0.drawn)" }
      first = last.adding(days: 1)
    }
    #expect(whole == parts)
  }

  @Test("Identities never collide", arguments: UInt64(100)...115)
  func identities(seed: UInt64) {
    let (office, facts) = Self.office(seed: seed, tasks: 60)
    let expander = office.expander(facts)
    let ids = expander.obligations(in: days("2015-01-01", "2045-12-31")).map(\.id) + expander.openDuties().map(\.id)
    let counted = Dictionary(grouping: ids) { $0 }
    #expect(counted.filter { $0.value.count > 1 }.keys.map(\.description).sorted() == [])
    #expect(Set(ids.map(\.description)).count == Set(ids).count)
  }

  @Test("The order of tasks changes nothing", arguments: UInt64(200)...202)
  func permutation(seed: UInt64) {
    let (office, facts) = Self.office(seed: seed, tasks: 40)
    var shuffled = office
    var generator = SeededGenerator(seed: seed)
    shuffled.rules.tasks.shuffle(using: &generator)
    let one = office.expander(facts).obligations(in: everything)
    let other = shuffled.expander(facts).obligations(in: everything)
    #expect(one.map { "\($0.id) \($0.drawn)" } == other.map { "\($0.id) \($0.drawn)" })
    #expect(
      office.expander(facts).openDuties().map(\.id) == shuffled.expander(facts).openDuties().map(\.id))
  }

  @Test("No window opens after it binds, and a derivation is given whenever asked for", arguments: UInt64(300)...304)
  func wellFormed(seed: UInt64) {
    let (office, facts) = Self.office(seed: seed, tasks: 60)
    for obligation in office.expander(facts).obligations(in: days("2015-01-01", "2035-12-31")) {
      if obligation.pending == nil,
        office.rules.tasks[obligation.task].due[0].deadline.items.allSatisfy({ $0.clauses.gate == nil })
      {
        #expect(obligation.opens.map { $0 <= obligation.effective } ?? true, "\(obligation.id) \(obligation.drawn)")
      }
      #expect(obligation.derivation.count >= 2, "\(obligation.id)")
    }
  }
}
