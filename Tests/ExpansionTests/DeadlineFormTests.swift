import CivilCalendar
import Deadlines
import Expansion
import TestSupport
import Testing

/// One wording's meaning and the days that follow, worked out by hand from docs/language.md and docs/decisions.md.
struct DatedCase: CustomTestStringConvertible, Sendable {
  let words: String
  let form: DeadlineForm
  var years = 2024...2024
  var clauses = DeadlineClauses()
  let expected: [String]

  init(
    _ words: String, _ form: DeadlineForm, years: ClosedRange<Int> = 2024...2024, _ expected: String...
  ) {
    self.words = words
    self.form = form
    self.years = years
    self.expected = expected
  }

  init(
    _ words: String, _ form: DeadlineForm, _ clauses: DeadlineClauses, years: ClosedRange<Int> = 2024...2024,
    _ expected: String...
  ) {
    self.words = words
    self.form = form
    self.clauses = clauses
    self.years = years
    self.expected = expected
  }

  var testDescription: String { words }

  var drawn: [String] {
    let end = CivilDate(year: years.upperBound + 9, month: 12, day: 31) ?? .last
    return Expander.occurrences(
      of: Deadline(form, clauses), in: Vietnam.context(years), window: DayRange(first: .first, last: end)
    ).dated.map(\.drawn)
  }
}

@Suite("Named days and windows")
struct DeadlineFormTests {
  static let days: [DatedCase] = [
    DatedCase("chậm nhất 23/01/2024", by(2024, 1, 23), "once ..2024-01-23"),
    DatedCase("vào ngày 23/01/2024", by(2024, 1, 23, .on), "once 2024-01-23..2024-01-23"),
    DatedCase("trước ngày 15/01/2024", by(2024, 1, 15, .before), "once ..2024-01-14"),
    DatedCase("trước 01/3 năm 2022", by(2022, 3, 1, .before), years: 2022...2022, "once ..2022-02-28"),
    DatedCase("trước 25/12/2023, a Sunday that stays", by(2023, 12, 25, .before), "once ..2023-12-24"),
    DatedCase("chậm nhất 30/6, the plan's year", by(nil, 6, 30), "once ..2024-06-30"),
    DatedCase(
      "trước 16h00 ngày 05/5/2024", by(2024, 5, 5, .before, ClockTime(hour: 16)), "once ..2024-05-05<16:00"),
    DatedCase("trước 0h ngày 05/5/2024", by(2024, 5, 5, .before, ClockTime(hour: 0)), "once ..2024-05-04"),
    DatedCase("chậm nhất 24h ngày 05/5/2024", by(2024, 5, 5, .by, ClockTime(hour: 24)), "once ..2024-05-05"),
    DatedCase(
      "đến năm 2025", .day(DayDeadline(bound: .by, days: [.end(of: PeriodSpan(year(2025)))])),
      "once ..2025-12-31"),
    DatedCase(
      "trước Quý II/2024", .day(DayDeadline(bound: .before, days: [.start(of: PeriodSpan(quarter(2)))])),
      "once ..2024-03-31"),
    DatedCase(
      "giữa tháng 5/2024", .day(DayDeadline(bound: .by, days: [.middle(of: month(5))])), "once ..2024-05-15"),
    DatedCase(
      "giữa năm 2024", .day(DayDeadline(bound: .by, days: [.middle(of: year(2024))])), "once ..2024-06-30"),
    DatedCase(
      "trước Tết Nguyên đán 2025 (29/01/2025)",
      .day(DayDeadline(bound: .before, days: [.lunar(year: 2025, month: 1, day: 1)])), "once ..2025-01-28"),
    DatedCase(
      "ngày 10/3 âm lịch (18/4/2024)",
      .day(DayDeadline(bound: .on, days: [.lunar(year: nil, month: 3, day: 10)])),
      "once 2024-04-18..2024-04-18"),
    DatedCase(
      "thứ Ba tuần thứ hai của tháng 3/2024",
      .day(
        DayDeadline(bound: .on, days: [.ordinal(Ordinal(.weekday(.tuesday), position: 2), of: PeriodSpan(month(3)))])),
      "once 2024-03-12..2024-03-12"),
    DatedCase(
      "ngày làm việc cuối cùng của tháng 3/2024 (31 and 30 are a weekend)",
      .day(DayDeadline(bound: .by, days: [.ordinal(Ordinal(.workingDay, position: -1), of: PeriodSpan(month(3)))])),
      "once ..2024-03-29"),
    DatedCase(
      "trước ngày 20/6, 20/11",
      .day(
        DayDeadline(
          bound: .before, days: [.civil(year: nil, month: 6, day: 20), .civil(year: nil, month: 11, day: 20)])),
      "2024.1 ..2024-06-19", "2024.2 ..2024-11-19"),
  ]

  static let windows: [DatedCase] = [
    DatedCase("Quý II/2024", .window([PeriodSpan(quarter(2))]), "once 2024-04-01..2024-06-30"),
    DatedCase("Quý I, no year", .window([PeriodSpan(quarter(1, nil))]), "once 2024-01-01..2024-03-31"),
    DatedCase("tháng 02/2024", .window([PeriodSpan(month(2))]), "once 2024-02-01..2024-02-29"),
    DatedCase(
      "6 tháng đầu năm 2024", .window([PeriodSpan(PeriodExpression(.half, 1, year: 2024))]),
      "once 2024-01-01..2024-06-30"),
    DatedCase("trong năm 2024", .window([PeriodSpan(year(2024))]), "once 2024-01-01..2024-12-31"),
    DatedCase(
      "giai đoạn 2021-2025", .window([PeriodSpan(year(2021), through: year(2025))]), years: 2021...2030,
      "once 2021-01-01..2025-12-31"),
    DatedCase(
      "năm học 2023-2024", .window([PeriodSpan(PeriodExpression(.schoolYear, year: 2023))]),
      "once 2023-09-05..2024-09-04"),
    DatedCase(
      "week 12 of 2024", .window([PeriodSpan(PeriodExpression(.week, 12, year: 2024))]),
      "once 2024-03-18..2024-03-24"),
    DatedCase(
      "Quý I-IV năm 2024", .window([PeriodSpan(quarter(1), through: quarter(4))]), "once 2024-01-01..2024-12-31"),
    DatedCase(
      "từ tháng 7 đến tháng 9/2022", .window([PeriodSpan(month(7, nil), through: month(9, 2022))]),
      "once 2022-07-01..2022-09-30"),
    DatedCase(
      "tháng 1 và tháng 5/2022", .window([PeriodSpan(month(1, 2022)), PeriodSpan(month(5, 2022))]),
      years: 2022...2022, "2022-01 2022-01-01..2022-01-31", "2022-05 2022-05-01..2022-05-31"),
    DatedCase(
      "đầu quý III", .window([PeriodSpan(quarter(3, nil), part: .early)]), "once 2024-07-01..2024-07-31"),
    DatedCase("giữa tháng 2", .window([PeriodSpan(month(2), part: .middle)]), "once 2024-02-11..2024-02-20"),
    DatedCase("cuối tháng 2", .window([PeriodSpan(month(2), part: .late)]), "once 2024-02-21..2024-02-29"),
    DatedCase(
      "tuần đầu tháng 12", .window([PeriodSpan(month(12), part: .week(1))]), "once 2024-12-01..2024-12-07"),
    DatedCase(
      "đầu và cuối quý I: one key, told apart",
      .window([PeriodSpan(quarter(1), part: .early), PeriodSpan(quarter(1), part: .late)]),
      "2024-Q1.1 2024-01-01..2024-01-31", "2024-Q1.2 2024-03-01..2024-03-31"),
    DatedCase(
      "từ ngày 16/6/2026 đến hết ngày 15/6/2028",
      .range(from: .civil(year: 2026, month: 6, day: 16), to: .civil(year: 2028, month: 6, day: 15)),
      "once 2026-06-16..2028-06-15"),
    DatedCase(
      "trong năm 2024, từ 01/7/2024", .window([PeriodSpan(year(2024))]),
      clauses { $0.from = .civil(year: 2024, month: 7, day: 1) }, "once 2024-07-01..2024-12-31"),
    DatedCase(
      "trong năm 2024, chậm nhất 30/11", .window([PeriodSpan(year(2024))]),
      clauses { $0.backstop = .day(DayDeadline(bound: .by, days: [.civil(year: nil, month: 11, day: 30)])) },
      "once 2024-01-01..2024-11-30"),
  ]

  @Test(arguments: days) func namesADay(_ test: DatedCase) { #expect(test.drawn == test.expected) }

  @Test(arguments: windows) func makesAWindow(_ test: DatedCase) { #expect(test.drawn == test.expected) }

  @Test("A day off moves a named day only by a rule, and says so otherwise")
  func movesByRule() {
    // 30 June 2024 is a Sunday.
    let kept = Expander.occurrences(
      of: Deadline(by(2024, 6, 30)), in: Vietnam.context(2024...2024), window: everything)
    #expect(kept.dated.first?.derivation.contains(.kept(day("2024-06-30"), .weeklyDayOff(.sunday), .named)) == true)
    let plan = Expander.occurrences(
      of: Deadline(by(2024, 6, 30)), in: Vietnam.context(2024...2024, dayOff: .workingDayBefore), window: everything)
    #expect(plan.dated.map(\.drawn) == ["once ..2024-06-30=2024-06-28"])
    let clause = Expander.occurrences(
      of: Deadline(by(2024, 6, 30), clauses { $0.dayOff = .workingDayAfter }),
      in: Vietnam.context(2024...2024, dayOff: .workingDayBefore), window: everything)
    #expect(clause.dated.map(\.drawn) == ["once ..2024-06-30=2024-07-01"])
  }

  @Test(
    "What has no settled day gives none, with a reason",
    arguments: [
      by(2024, 2, 31), by(2023, 2, 29),
      .window([PeriodSpan(PeriodExpression(.week, 53, year: 2024))]),
      .window([PeriodSpan(month(11), through: month(2))]),
      .window([PeriodSpan(PeriodExpression(.week, 3, year: 2024), part: .late)]),
      .day(DayDeadline(bound: .by, days: [.middle(of: quarter(1))])),
      .day(DayDeadline(bound: .by, days: [.lunar(year: 2300, month: 1, day: 1)])),
      .range(from: .civil(year: 2024, month: 6, day: 2), to: .civil(year: 2024, month: 6, day: 1)),
    ] as [DeadlineForm])
  func refuses(_ form: DeadlineForm) {
    let result = Expander.occurrences(of: Deadline(form), in: Vietnam.context(2024...2024), window: everything)
    #expect(result.dated.isEmpty)
    #expect(result.problems.count == 1)
  }

  @Test("A bare quarter in a plan of several years is refused")
  func refusesBareQuarter() {
    let result = Expander.occurrences(
      of: Deadline(.window([PeriodSpan(quarter(2, nil))])), in: Vietnam.context(2021...2025), window: everything)
    #expect(result.problems == [.noSuchPeriod(quarter(2, nil))])
  }
}
