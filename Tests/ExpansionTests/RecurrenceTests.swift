import CivilCalendar
import Deadlines
import Expansion
import TestSupport
import Testing

@Suite("Rhythms")
struct RecurrenceTests {
  static let monthly = Rhythm.every(.month, interval: 1)
  static let quarterly = Rhythm.every(.quarter, interval: 1)
  static let yearly = Rhythm.every(.year, interval: 1)
  static let weekly = Rhythm.every(.week, interval: 1)
  static let reporting = Rhythm.reporting([
    ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3), ReportingPeriod(.year),
  ])

  static func recurring(
    _ rhythm: Rhythm, _ pattern: DayPattern = .whole, _ bound: Bound = .by, _ time: ClockTime? = nil
  ) -> DeadlineForm {
    .recurring(Recurrence(rhythm, pattern, bound: bound, time: time))
  }

  static let cases: [DatedCase] = [
    DatedCase(
      "hằng quý", recurring(quarterly), "2024-Q1 2024-01-01..2024-03-31", "2024-Q2 2024-04-01..2024-06-30",
      "2024-Q3 2024-07-01..2024-09-30", "2024-Q4 2024-10-01..2024-12-31"),
    DatedCase(
      "hằng quý, trước ngày 17 tháng cuối quý", recurring(quarterly, .monthDays([17], .fromEnd(0)), .before),
      "2024-Q1 2024-01-01..2024-03-16", "2024-Q2 2024-04-01..2024-06-16", "2024-Q3 2024-07-01..2024-09-16",
      "2024-Q4 2024-10-01..2024-12-16"),
    DatedCase(
      "định kỳ Quý I, 6 tháng, Quý III và năm, trước ngày 17 của tháng cuối kỳ",
      recurring(reporting, .monthDays([17], .fromEnd(0)), .before), years: 2022...2022,
      "2022-Q1 2022-01-01..2022-03-16", "2022-H1 2022-01-01..2022-06-16", "2022-Q3 2022-07-01..2022-09-16",
      "2022 2022-01-01..2022-12-16"),
    DatedCase(
      "…, lần lượt trước 15/3, 15/6, 15/9 và 25/11",
      recurring(
        reporting,
        .yearDays([
          YearDay(month: 3, day: 15), YearDay(month: 6, day: 15), YearDay(month: 9, day: 15),
          YearDay(month: 11, day: 25),
        ]), .before), years: 2022...2022,
      "2022-Q1 2022-01-01..2022-03-14", "2022-H1 2022-01-01..2022-06-14", "2022-Q3 2022-07-01..2022-09-14",
      "2022 2022-01-01..2022-11-24"),
    DatedCase(
      "định kỳ trước 15/3, 15/9 hằng năm: the second opens after the first",
      recurring(yearly, .yearDays([YearDay(month: 3, day: 15), YearDay(month: 9, day: 15)]), .before),
      "2024.1 2024-01-01..2024-03-14", "2024.2 2024-03-16..2024-09-14"),
    DatedCase(
      "trước ngày 30 của tháng đầu quý sau", recurring(quarterly, .monthDays([30], .fromEnd(1)), .before),
      "2024-Q1 2024-04-01..2024-04-29", "2024-Q2 2024-07-01..2024-07-29", "2024-Q3 2024-10-01..2024-10-29",
      "2024-Q4 2025-01-01..2025-01-29"),
    DatedCase(
      "trước ngày 15 của tháng liền kề trước quý", recurring(quarterly, .monthDays([15], .fromStart(-1)), .before),
      "2024-Q1 2023-12-01..2023-12-14", "2024-Q2 2024-03-01..2024-03-14", "2024-Q3 2024-06-01..2024-06-14",
      "2024-Q4 2024-09-01..2024-09-14"),
    DatedCase(
      "by the 10th day of the second month following the quarter",
      recurring(quarterly, .monthDays([10], .fromEnd(2))),
      "2024-Q1 2024-04-01..2024-05-10", "2024-Q2 2024-07-01..2024-08-10", "2024-Q3 2024-10-01..2024-11-10",
      "2024-Q4 2025-01-01..2025-02-10"),
    DatedCase(
      "trong 20 ngày kể từ ngày kết thúc quý (20/4 and 20/10 are weekend days; Q1 2025 is not announced)",
      recurring(quarterly, .afterEnd([CalendarDuration(20, .day)])),
      "2024-Q1 2024-04-01..2024-04-20=2024-04-22", "2024-Q2 2024-07-01..2024-07-20=2024-07-22",
      "2024-Q3 2024-10-01..2024-10-20=2024-10-21", "2024-Q4 2025-01-01..2025-01-20~"),
    DatedCase(
      "chậm nhất ngày 15/3 năm sau", recurring(yearly, .yearDays([YearDay(month: 3, day: 15, yearsLater: 1)])),
      years: 2015...2015, "2015 2016-01-01..2016-03-15"),
    DatedCase(
      "tháng 3, tháng 9 hằng năm",
      recurring(yearly, .windows([PeriodSpan(month(3, nil)), PeriodSpan(month(9, nil))])),
      "2024-03 2024-03-01..2024-03-31", "2024-09 2024-09-01..2024-09-30"),
    DatedCase(
      "tuần đầu tháng 12 hằng năm", recurring(yearly, .windows([PeriodSpan(month(12, nil), part: .week(1))])),
      years: 2023...2024, "2023 2023-12-01..2023-12-07", "2024 2024-12-01..2024-12-07"),
    DatedCase(
      "10/3 âm lịch hằng năm",
      recurring(yearly, .yearDays([YearDay(month: 3, day: 10, isLunar: true)]), .on), years: 2022...2024,
      "2022 2022-04-10..2022-04-10", "2023 2023-04-29..2023-04-29", "2024 2024-04-18..2024-04-18"),
    DatedCase(
      "02 lần/năm", .times(CountRange(minimum: 2, maximum: 2), per: .year, within: nil),
      "2024.1 2024-01-01..2024-12-31", "2024.2 2024-01-01..2024-12-31"),
    DatedCase(
      "mỗi 6 tháng một lần", .times(CountRange(minimum: 1, maximum: 1), per: .half, within: nil),
      "2024-H1 2024-01-01..2024-06-30", "2024-H2 2024-07-01..2024-12-31"),
    DatedCase(
      "ít nhất 02 cuộc trong năm 2024",
      .times(CountRange(minimum: 2, maximum: nil), per: .year, within: PeriodSpan(year(2024))),
      "2024.1 2024-01-01..2024-12-31", "2024.2 2024-01-01..2024-12-31"),
    DatedCase(
      "5 năm một lần", recurring(.every(.year, interval: 5)), years: 2021...2030,
      "2021..2025 2021-01-01..2025-12-31", "2026..2030 2026-01-01..2030-12-31"),
    DatedCase(
      "năm 2021 và các năm tiếp theo, đến 2023", .yearsOnward(from: 2021),
      clauses { $0.until = .end(of: PeriodSpan(year(2023))) }, years: 2021...2021,
      "2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"),
    DatedCase(
      "hằng quý, đến 30/6/2024", recurring(quarterly),
      clauses { $0.until = .civil(year: 2024, month: 6, day: 30) },
      "2024-Q1 2024-01-01..2024-03-31", "2024-Q2 2024-04-01..2024-06-30"),
    DatedCase(
      "hằng tháng, từ 01/11/2024", recurring(monthly), clauses { $0.from = .civil(year: 2024, month: 11, day: 1) },
      "2024-11 2024-11-01..2024-11-30", "2024-12 2024-12-01..2024-12-31"),
    DatedCase(
      "hằng quý, trong năm 2023 (of a plan of three years)", recurring(quarterly),
      clauses { $0.backstop = .within(PeriodSpan(year(2023))) }, years: 2022...2024,
      "2023-Q1 2023-01-01..2023-03-31", "2023-Q2 2023-04-01..2023-06-30", "2023-Q3 2023-07-01..2023-09-30",
      "2023-Q4 2023-10-01..2023-12-31"),
  ]

  @Test(arguments: cases) func yields(_ test: DatedCase) { #expect(test.drawn == test.expected) }

  static func dues(_ form: DeadlineForm, _ years: ClosedRange<Int> = 2024...2024) -> [String] {
    Expander.occurrences(of: Deadline(form), in: Vietnam.context(years), window: everything).dated
      .map(\.state.nominal.description)
  }

  @Test("An exclusive bound subtracts first and clamps after")
  func exclusiveSubtractsFirst() {
    let before30 = Self.dues(Self.recurring(Self.monthly, .monthDays([30], .fromStart(0)), .before))
    #expect(Array(before30.prefix(3)) == ["2024-01-29", "2024-02-29", "2024-03-29"])
    let by30 = Self.dues(Self.recurring(Self.monthly, .monthDays([30], .fromStart(0))))
    #expect(Array(by30.prefix(3)) == ["2024-01-30", "2024-02-29", "2024-03-30"])
    let before31 = Self.dues(Self.recurring(Self.monthly, .monthDays([31], .fromStart(0)), .before), 2023...2023)
    #expect(Array(before31.prefix(4)) == ["2023-01-30", "2023-02-28", "2023-03-30", "2023-04-30"])
    let before1 = Self.dues(Self.recurring(Self.monthly, .monthDays([1], .fromEnd(1)), .before))
    #expect(Array(before1.prefix(3)) == ["2024-01-31", "2024-02-29", "2024-03-31"])
    let last = Self.dues(Self.recurring(Self.monthly, .monthDays([-1], .fromStart(0))))
    #expect(Array(last.prefix(2)) == ["2024-01-31", "2024-02-29"])
  }

  @Test("Weekdays of a year are those that lie in it")
  func weekdays() {
    let wednesdays = Self.dues(Self.recurring(Self.weekly, .weekdays([.wednesday]), .on))
    #expect(wednesdays.count == 52)
    #expect(Array(wednesdays.prefix(2)) == ["2024-01-03", "2024-01-10"])
    let mondays = Self.dues(Self.recurring(Self.weekly, .weekdays([.monday]), .on), 2025...2025)
    #expect(mondays.first == "2025-01-06" && mondays.last == "2025-12-29" && mondays.count == 52)
    let friday = Expander.occurrences(
      of: Deadline(Self.recurring(Self.weekly, .weekdays([.friday]), .before, ClockTime(hour: 16))),
      in: Vietnam.context(2024...2024), window: everything)
    #expect(friday.dated.first?.drawn == "2024-W01 2024-01-01..2024-01-05<16:00")
  }

  @Test("Working days of a month are counted over holidays")
  func ordinals() {
    let second = Self.dues(
      Self.recurring(Self.monthly, .ordinal(Ordinal(.workingDay, position: 2), .fromEnd(1)), .on))
    // 1 May is off, so the second working day of May 2024 is Friday 3 May.
    #expect(Array(second.prefix(4)) == ["2024-02-02", "2024-03-04", "2024-04-02", "2024-05-03"])
    let tuesday = Self.dues(
      Self.recurring(Self.monthly, .ordinal(Ordinal(.weekday(.tuesday), position: 2), .fromStart(0)), .on))
    #expect(Array(tuesday.prefix(3)) == ["2024-01-09", "2024-02-13", "2024-03-12"])
    let first10 = Expander.occurrences(
      of: Deadline(
        Self.recurring(Self.monthly, .ordinal(Ordinal(.workingDay, position: 10), .fromEnd(1)), .within)),
      in: Vietnam.context(2024...2024), window: everything)
    // February 2024: 1, 2, 5, 6, 7, 15, 16, 19, 20, 21.
    #expect(first10.dated.first?.drawn == "2024-01 2024-02-01..2024-02-21")
  }

  @Test("The fifth Tuesday is not in every month")
  func fifthTuesday() {
    let dues = Self.dues(
      Self.recurring(Self.monthly, .ordinal(Ordinal(.weekday(.tuesday), position: 5), .fromStart(0)), .on))
    #expect(dues == ["2024-01-30", "2024-04-30", "2024-07-30", "2024-10-29", "2024-12-31"])
  }

  @Test("The 31st never drifts")
  func neverDrifts() {
    let dues = Self.dues(Self.recurring(Self.monthly, .monthDays([31], .fromStart(0)), .on))
    #expect(
      dues == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31",
        "2024-08-31", "2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31",
      ])
  }

  @Test("Quarterly until a day and monthly from the next meet without gap or overlap")
  func boundsMeet() {
    let until = Expander.occurrences(
      of: Deadline(Self.recurring(Self.quarterly), clauses { $0.until = .civil(year: 2024, month: 6, day: 30) }),
      in: Vietnam.context(2024...2024), window: everything)
    let from = Expander.occurrences(
      of: Deadline(Self.recurring(Self.monthly), clauses { $0.from = .civil(year: 2024, month: 7, day: 1) }),
      in: Vietnam.context(2024...2024), window: everything)
    #expect(
      (until.dated + from.dated).map(\.key) == [
        "2024-Q1", "2024-Q2", "2024-07", "2024-08", "2024-09", "2024-10", "2024-11", "2024-12",
      ])
  }

  @Test("Years without end are visited only as far as they are asked for")
  func yearsOnward() {
    var context = Vietnam.context(2021...2021)
    let far = days("2030-01-01", "2031-12-31")
    let found = Expander.occurrences(of: Deadline(.yearsOnward(from: 2021)), in: context, window: far)
    #expect(found.dated.map(\.key) == ["2030", "2031"])
    context.replacedFrom = day("2026-01-01")
    let replaced = Expander.occurrences(of: Deadline(.yearsOnward(from: 2021)), in: context, window: everything)
    #expect(replaced.dated.map(\.key) == ["2021", "2022", "2023", "2024", "2025"])
  }
}
