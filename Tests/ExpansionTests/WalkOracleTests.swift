import CivilCalendar
import Deadlines
import Expansion
import TestSupport
import Testing

@Suite("The engine and a walk over days agree")
struct WalkOracleTests {
  /// Days off and made-up working days at random, twenty and five a year.
  struct Office {
    var off: Set<Int> = []
    var worked: Set<Int> = []
    var calendar: WorkingCalendar

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      var announcements: [Int: WorkingCalendar.Announcement] = [:]
      for year in 2015...2035 {
        let days = (0..<365).compactMap { CivilDate(year: year, month: 1, day: 1)?.adding(days: $0) }.shuffled(
          using: &random)
        let off = days.filter { $0.weekday.rawValue <= 5 }.prefix(20)
        let worked = days.filter { $0.weekday.rawValue > 5 }.prefix(5)
        self.off.formUnion(off.map { Int($0.dayNumber) })
        self.worked.formUnion(worked.map { Int($0.dayNumber) })
        announcements[year] = .init(
          year: year, off: off.sorted().map { .init($0, "off") }, work: worked.sorted().map { .init($0, "worked") })
      }
      calendar = WorkingCalendar(
        .init(
          conventions: YearConventions(
            schoolYear: .init(month: 9, day: 1), terms: [.init(month: 9, day: 1), .init(month: 1, day: 1)],
            fiscalYear: .init(month: 4, day: 1)),
          announcements: announcements), covering: 1900...2300)
    }
  }

  @Test(arguments: [2024, 2025])
  func randomMeanings(year: Int) {
    let office = Office(seed: UInt64(year))
    let walk = DayWalk(planYear: year, off: office.off, worked: office.worked)
    let context = DeadlineContext(years: year...year, calendar: office.calendar, law: VietnameseCivilCode())
    let window = DayRange(first: day("1901-01-01"), last: day("2200-12-31"))
    var random = RandomMeanings(seed: UInt64(year))
    var failures: [String] = []
    var days = 0
    for _ in 0..<2_000 {
      let form = random.datedForm()
      let expansion = Expander.occurrences(of: Deadline(form), in: context, window: window)
      let engine = expansion.dated.map { Self.drawn($0.state) }.sorted()
      let walked = walk.occurrences(of: form, until: 2200).map { Self.drawn($0, walk) }.sorted()
      days += walked.count
      if engine != walked {
        let differ = Set(engine).symmetricDifference(walked).sorted().prefix(6)
        failures.append("\(form)\n  engine \(engine.prefix(4))\n  walk   \(walked.prefix(4))\n  differ \(differ)")
      }
      #expect(Set(expansion.dated.map(\.key)).count == expansion.dated.count, "\(form)")
    }
    #expect(days > 10_000)
    #expect(failures.isEmpty, "\(failures.count):\n\(failures.prefix(20).joined(separator: "\n"))")
  }

  /// `OPENS..DUE=EFFECTIVE<TIME`
  private static func drawn(_ days: DueDays) -> String {
    drawn(days.opens, days.nominal, days.effective, days.cutoff)
  }

  /// No window opens after it binds.
  private static func drawn(_ found: DayWalk.Occurrence, _ walk: DayWalk) -> String {
    var effective = found.due
    while found.moves != 0, !walk.isWorking(effective) { effective += found.moves }
    let opens = found.opens.map { min($0, effective) }
    func day(_ number: Int) -> CivilDate { CivilDate(dayNumber: number) ?? .last }
    return drawn(opens.map(day), day(found.due), day(effective), found.time)
  }

  private static func drawn(_ opens: CivilDate?, _ due: CivilDate, _ effective: CivilDate, _ time: ClockTime?) -> String
  {
    "\(opens?.description ?? "")..\(due)=\(effective)<\(time?.minutes ?? 1440)"
  }
}
