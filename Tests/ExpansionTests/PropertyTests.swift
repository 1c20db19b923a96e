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
      : .lunar(LunarDay(month: number(1...12), day: number(1...30)), of: .year(.year, number(2021...2027)))
  }

  mutating func period() -> PeriodExpression {
    let unit = pick([PeriodUnit.month, .quarter, .half, .year, .week])
    let count = [PeriodUnit.month: 12, .quarter: 4, .half: 2, .week: 52][unit]
    let year = PeriodExpression.year(.year, number(2021...2026))
    return count.map { .child(unit, number(1...$0), of: year) } ?? year
  }

  mutating func window() -> WindowExpression {
    let first = period()
    if chance(15) { return .part(pick([.early, .middle, .late, .week(1), .week(-1)]), of: first) }
    return chance(30) ? .through(.period(first), .period(period())) : .period(first)
  }

  mutating func rhythm() -> Rhythm {
    chance(25)
      ? .fourReports
      : .every(pick([.week, .month, .quarter, .half, .year, .term, .schoolYear]), interval: number(1...3))
  }

  /// Days of the year for reporting periods, else days of the rhythm's own period.
  mutating func places(of rhythm: Rhythm) -> [Place] {
    let own = PeriodExpression.own(rhythm.unit)
    let month = pick([
      own, .child(.month, -1, of: own), .child(.month, 1, of: .neighbour(rhythm.unit ?? .year, 1, of: own)),
    ])
    let bound = pick(Bound.allCases)
    func days(_ days: DateExpression...) -> [Place] { days.map { Place(bound, .day($0)) } }
    switch number(0...6) {
    case 0: return []
    case 1: return days(.day(number(1...15), of: month), .day(number(16...31), of: month))
    case 2:
      return days(
        .civil(year: nil, month: number(1...6), day: number(1...31)),
        .day(-1, of: .child(.month, number(7...12), of: .planYear)))
    case 3:
      return days(.ordinal(.weekday(.monday), 1, of: .period(own)), .ordinal(.weekday(.friday), 1, of: .period(own)))
    case 4: return days(.ordinal(pick([.workingDay, .weekday(.tuesday)]), pick([1, 2, -1]), of: .period(own)))
    case 5:
      let length = CalendarDuration(number(1...60), pick([.day, .workingDay]))
      return days(.shifted([length], backwards: chance(30), from: .last(of: .period(own))))
    default:
      return [number(1...6), number(7...12)].map { Place(.on, .window(.period(.child(.month, $0, of: .planYear)))) }
    }
  }

  mutating func form() -> DeadlineForm {
    switch number(0...9) {
    case 0:
      let bound = pick(Bound.allCases)
      return .at((chance(30) ? [date(), date()] : [date()]).map { Place(bound, .day($0)) })
    case 1: return .at((chance(30) ? [window(), window(), window()] : [window()]).map { Place(.on, .window($0)) })
    case 2: return .at([Place(.by, .day(date()), opens: date())])
    case 3: return .yearsOnward(from: number(2020...2026))
    case 4, 5, 6:
      let rhythm = rhythm()
      return .each(rhythm, places(of: rhythm))
    case 7:
      return .times(
        CountRange(minimum: number(1...4), maximum: nil), .every(pick([.month, .quarter, .year])), within: nil)
    case 8:
      return .counted(
        CountedDeadline(pick([.within, .before]), [duration()], of: .event(.single(EventMention(pick(["x", "ca"]))))))
    default: return .eachCase(trigger: .single(EventMention("ca")), durations: [duration()])
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
