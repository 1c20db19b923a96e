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
      "đến năm 2025", on(.by, .last(of: .period(year(2025)))),
      "once ..2025-12-31"),
    DatedCase(
      "trước Quý II/2024", on(.before, .first(of: .period(quarter(2)))),
      "once ..2024-03-31"),
    DatedCase(
      "giữa tháng 5/2024", on(.by, .middle(of: month(5))), "once ..2024-05-15"),
    DatedCase(
      "giữa năm 2024", on(.by, .middle(of: year(2024))), "once ..2024-06-30"),
    DatedCase(
      "trước Tết Nguyên đán 2025 (29/01/2025)",
      on(.before, .lunar(LunarDay(month: 1, day: 1), of: year(2025))), "once ..2025-01-28"),
    DatedCase(
      "ngày 10/3 âm lịch (18/4/2024)",
      on(.on, .lunar(LunarDay(month: 3, day: 10), of: year(nil))),
      "once 2024-04-18..2024-04-18"),
    DatedCase(
      "thứ Ba tuần thứ hai của tháng 3/2024",
      on(.on, .ordinal(.weekday(.tuesday), 2, of: .period(month(3)))),
      "once 2024-03-12..2024-03-12"),
    DatedCase(
      "ngày làm việc cuối cùng của tháng 3/2024 (31 and 30 are a weekend)",
      on(.by, .ordinal(.workingDay, -1, of: .period(month(3)))),
      "once ..2024-03-29"),
    DatedCase(
      "thứ Hai, ngày 03/6", on(.on, .agreed(.monday, .civil(year: nil, month: 6, day: 3))),
      "once 2024-06-03..2024-06-03"),
    DatedCase(
      "ngày 30 tháng Chạp năm 2024 (29 days)", on(.on, .lunar(LunarDay(month: 12, day: 30), of: year(2024))),
      years: 2024...2025, "once 2025-01-28..2025-01-28"),
    DatedCase(
      "trước ngày 20/6, 20/11",
      on(.before, .civil(year: nil, month: 6, day: 20), .civil(year: nil, month: 11, day: 20)),
      "2024.1 ..2024-06-19", "2024.2 ..2024-11-19"),
  ]

  static let windows: [DatedCase] = [
    DatedCase("Quý II/2024", window(.period(quarter(2))), "once 2024-04-01..2024-06-30"),
    DatedCase("Quý I, no year", window(.period(quarter(1, nil))), "once 2024-01-01..2024-03-31"),
    DatedCase("tháng 02/2024", window(.period(month(2))), "once 2024-02-01..2024-02-29"),
    DatedCase(
      "6 tháng đầu năm 2024", window(.period(.child(.half, 1, of: year(2024)))),
      "once 2024-01-01..2024-06-30"),
    DatedCase("trong năm 2024", window(.period(year(2024))), "once 2024-01-01..2024-12-31"),
    DatedCase(
      "giai đoạn 2021-2025", window(.through(.period(year(2021)), .period(year(2025)))), years: 2021...2030,
      "once 2021-01-01..2025-12-31"),
    DatedCase(
      "năm học 2023-2024", window(.period(.year(.schoolYear, 2023))),
      "once 2023-09-05..2024-09-04"),
    DatedCase(
      "week 12 of 2024", window(.period(.child(.week, 12, of: year(2024)))),
      "once 2024-03-18..2024-03-24"),
    DatedCase(
      "Quý I-IV năm 2024", window(.through(.period(quarter(1)), .period(quarter(4)))), "once 2024-01-01..2024-12-31"),
    DatedCase(
      "từ tháng 7 đến tháng 9/2022", window(.through(.period(month(7, 2022)), .period(month(9, 2022)))),
      "once 2022-07-01..2022-09-30"),
    DatedCase(
      "tháng 1 và tháng 5/2022", window(.period(month(1, 2022)), .period(month(5, 2022))),
      years: 2022...2022, "2022-01 2022-01-01..2022-01-31", "2022-05 2022-05-01..2022-05-31"),
    DatedCase(
      "03 ngày làm việc cuối quý I/2024 (31 and 30 are a weekend)",
      window(.leading(-3, .workingDay, of: quarter(1))), "once 2024-03-27..2024-03-29"),
    DatedCase(
      "đầu quý III", window(.part(.early, of: quarter(3, nil))), "once 2024-07-01..2024-07-31"),
    DatedCase("giữa tháng 2", window(.part(.middle, of: month(2))), "once 2024-02-11..2024-02-20"),
    DatedCase("cuối tháng 2", window(.part(.late, of: month(2))), "once 2024-02-21..2024-02-29"),
    DatedCase(
      "tuần đầu tháng 12", window(.part(.week(1), of: month(12))), "once 2024-12-01..2024-12-07"),
    DatedCase(
      "đầu và cuối quý I: one key, told apart",
      window(.part(.early, of: quarter(1)), .part(.late, of: quarter(1))),
      "2024-Q1.1 2024-01-01..2024-01-31", "2024-Q1.2 2024-03-01..2024-03-31"),
    DatedCase(
      "từ ngày 16/6/2026 đến hết ngày 15/6/2028",
      .at([Place(.by, .day(.civil(year: 2028, month: 6, day: 15)), opens: .civil(year: 2026, month: 6, day: 16))]),
      "once 2026-06-16..2028-06-15"),
    DatedCase(
      "trong năm 2024, từ 01/7/2024", window(.period(year(2024))),
      clauses { $0.from = .civil(year: 2024, month: 7, day: 1) }, "once 2024-07-01..2024-12-31"),
    DatedCase(
      "trong năm 2024, chậm nhất 30/11", window(.period(year(2024))),
      clauses { $0.backstop = Place(.by, .day(.civil(year: nil, month: 11, day: 30))) },
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
      window(.period(.child(.week, 53, of: year(2024)))),
      window(.through(.period(month(11)), .period(month(2)))),
      window(.part(.late, of: .child(.week, 3, of: year(2024)))),
      on(.by, .middle(of: quarter(1))),
      on(.by, .lunar(LunarDay(month: 1, day: 1), of: year(2300))),
      .at([Place(.by, .day(.civil(year: 2024, month: 6, day: 1)), opens: .civil(year: 2024, month: 6, day: 2))]),
    ] as [DeadlineForm])
  func refuses(_ form: DeadlineForm) {
    let result = Expander.occurrences(of: Deadline(form), in: Vietnam.context(2024...2024), window: everything)
    #expect(result.dated.isEmpty)
    #expect(result.problems.count == 1)
  }

  @Test("A bare quarter in a plan of several years is refused")
  func refusesBareQuarter() {
    let result = Expander.occurrences(
      of: Deadline(window(.period(quarter(2, nil)))), in: Vietnam.context(2021...2025), window: everything)
    #expect(result.problems == [.noSuchPeriod(quarter(2, nil))])
  }
}
