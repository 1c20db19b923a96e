import CivilCalendar
import Deadlines
import Expansion
import TestSupport
import Testing

@Suite("Rhythms")
struct RecurrenceTests {
  static let monthly = Rhythm.every(.month)
  static let quarterly = Rhythm.every(.quarter)
  static let yearly = Rhythm.every(.year)
  static let weekly = Rhythm.every(.week)

  static func each(_ rhythm: Rhythm, _ bound: Bound, _ days: DateExpression..., time: ClockTime? = nil) -> DeadlineForm
  {
    .each(rhythm, days.map { Place(bound, .day($0), time: time) })
  }

  static func yearDay(_ month: Int, _ day: Int) -> DateExpression { .civil(year: nil, month: month, day: day) }

  static let cases: [DatedCase] = [
    DatedCase(
      "hằng quý", .each(quarterly, []), "2024-Q1 2024-01-01..2024-03-31", "2024-Q2 2024-04-01..2024-06-30",
      "2024-Q3 2024-07-01..2024-09-30", "2024-Q4 2024-10-01..2024-12-31"),
    DatedCase(
      "hằng quý, trước ngày 17 tháng cuối quý",
      each(quarterly, .before, .day(17, of: .child(.month, -1, of: .own(.quarter)))),
      "2024-Q1 2024-01-01..2024-03-16", "2024-Q2 2024-04-01..2024-06-16", "2024-Q3 2024-07-01..2024-09-16",
      "2024-Q4 2024-10-01..2024-12-16"),
    DatedCase(
      "định kỳ Quý I, 6 tháng, Quý III và năm, trước ngày 17 của tháng cuối kỳ",
      each(.fourReports, .before, .day(17, of: .child(.month, -1, of: .own(nil)))), years: 2022...2022,
      "2022-Q1 2022-01-01..2022-03-16", "2022-H1 2022-01-01..2022-06-16", "2022-Q3 2022-07-01..2022-09-16",
      "2022 2022-01-01..2022-12-16"),
    DatedCase(
      "…, lần lượt trước 15/3, 15/6, 15/9 và 25/11",
      each(.fourReports, .before, yearDay(3, 15), yearDay(6, 15), yearDay(9, 15), yearDay(11, 25)), years: 2022...2022,
      "2022-Q1 2022-01-01..2022-03-14", "2022-H1 2022-01-01..2022-06-14", "2022-Q3 2022-07-01..2022-09-14",
      "2022 2022-01-01..2022-11-24"),
    DatedCase(
      "định kỳ trước 15/3, 15/9 hằng năm: the second opens after the first",
      each(yearly, .before, yearDay(3, 15), yearDay(9, 15)),
      "2024.1 2024-01-01..2024-03-14", "2024.2 2024-03-16..2024-09-14"),
    DatedCase(
      "trước ngày 30 của tháng đầu quý sau",
      each(quarterly, .before, .day(30, of: .child(.month, 1, of: .neighbour(.quarter, 1, of: .own(.quarter))))),
      "2024-Q1 2024-04-01..2024-04-29", "2024-Q2 2024-07-01..2024-07-29", "2024-Q3 2024-10-01..2024-10-29",
      "2024-Q4 2025-01-01..2025-01-29"),
    DatedCase(
      "trước ngày 15 của tháng liền kề trước quý",
      each(quarterly, .before, .day(15, of: .child(.month, -1, of: .neighbour(.quarter, -1, of: .own(.quarter))))),
      "2024-Q1 2023-12-01..2023-12-14", "2024-Q2 2024-03-01..2024-03-14", "2024-Q3 2024-06-01..2024-06-14",
      "2024-Q4 2024-09-01..2024-09-14"),
    DatedCase(
      "by the 10th day of the second month following the quarter",
      each(quarterly, .by, .day(10, of: .child(.month, 2, of: .neighbour(.quarter, 1, of: .own(.quarter))))),
      "2024-Q1 2024-04-01..2024-05-10", "2024-Q2 2024-07-01..2024-08-10", "2024-Q3 2024-10-01..2024-11-10",
      "2024-Q4 2025-01-01..2025-02-10"),
    DatedCase(
      "trong 20 ngày kể từ ngày kết thúc quý (20/4 and 20/10 are weekend days; Q1 2025 is not announced)",
      each(
        quarterly, .by,
        .shifted([CalendarDuration(20, .day)], backwards: false, from: .last(of: .period(.own(.quarter))))),
      "2024-Q1 2024-04-01..2024-04-20=2024-04-22", "2024-Q2 2024-07-01..2024-07-20=2024-07-22",
      "2024-Q3 2024-10-01..2024-10-20=2024-10-21", "2024-Q4 2025-01-01..2025-01-20~"),
    DatedCase(
      "chậm nhất ngày 15/3 năm sau",
      each(yearly, .by, .day(15, of: .child(.month, 3, of: .neighbour(.year, 1, of: .own(.year))))),
      years: 2015...2015, "2015 2016-01-01..2016-03-15"),
    DatedCase(
      "tháng 3, tháng 9 hằng năm",
      .each(yearly, [Place(.on, .window(.period(month(3, nil)))), Place(.on, .window(.period(month(9, nil))))]),
      "2024-03 2024-03-01..2024-03-31", "2024-09 2024-09-01..2024-09-30"),
    DatedCase(
      "tuần đầu tháng 12 hằng năm", .each(yearly, [Place(.on, .window(.part(.week(1), of: month(12, nil))))]),
      years: 2023...2024, "2023 2023-12-01..2023-12-07", "2024 2024-12-01..2024-12-07"),
    DatedCase(
      "10/3 âm lịch hằng năm",
      each(yearly, .on, .lunar(LunarDay(month: 3, day: 10), of: .own(.year))), years: 2022...2024,
      "2022 2022-04-10..2022-04-10", "2023 2023-04-29..2023-04-29", "2024 2024-04-18..2024-04-18"),
    DatedCase(
      "02 lần/năm", .times(CountRange(minimum: 2, maximum: 2), .every(.year), within: nil),
      "2024.1 2024-01-01..2024-12-31", "2024.2 2024-01-01..2024-12-31"),
    DatedCase(
      "mỗi 6 tháng một lần", .times(CountRange(minimum: 1, maximum: 1), .every(.half), within: nil),
      "2024-H1 2024-01-01..2024-06-30", "2024-H2 2024-07-01..2024-12-31"),
    DatedCase(
      "ít nhất 02 cuộc trong năm 2024",
      .times(CountRange(minimum: 2, maximum: nil), .every(.year), within: .period(year(2024))),
      "2024.1 2024-01-01..2024-12-31", "2024.2 2024-01-01..2024-12-31"),
    DatedCase(
      "5 năm một lần", .each(.every(.year, interval: 5), []), years: 2021...2030,
      "2021..2025 2021-01-01..2025-12-31", "2026..2030 2026-01-01..2030-12-31"),
    DatedCase(
      "năm 2021 và các năm tiếp theo, đến 2023", .yearsOnward(from: 2021),
      clauses { $0.until = .last(of: .period(year(2023))) }, years: 2021...2021,
      "2021 2021-01-01..2021-12-31", "2022 2022-01-01..2022-12-31", "2023 2023-01-01..2023-12-31"),
    DatedCase(
      "hằng quý, đến 30/6/2024", .each(quarterly, []),
      clauses { $0.until = .civil(year: 2024, month: 6, day: 30) },
      "2024-Q1 2024-01-01..2024-03-31", "2024-Q2 2024-04-01..2024-06-30"),
    DatedCase(
      "hằng tháng, từ 01/11/2024", .each(monthly, []), clauses { $0.from = .civil(year: 2024, month: 11, day: 1) },
      "2024-11 2024-11-01..2024-11-30", "2024-12 2024-12-01..2024-12-31"),
    DatedCase(
      "hằng quý, trong năm 2023 (of a plan of three years)", .each(quarterly, []),
      clauses { $0.backstop = Place(.on, .window(.period(year(2023)))) }, years: 2022...2024,
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
    let before30 = Self.dues(Self.each(Self.monthly, .before, .day(30, of: .own(.month))))
    #expect(Array(before30.prefix(3)) == ["2024-01-29", "2024-02-29", "2024-03-29"])
    let by30 = Self.dues(Self.each(Self.monthly, .by, .day(30, of: .own(.month))))
    #expect(Array(by30.prefix(3)) == ["2024-01-30", "2024-02-29", "2024-03-30"])
    let before31 = Self.dues(Self.each(Self.monthly, .before, .day(31, of: .own(.month))), 2023...2023)
    #expect(Array(before31.prefix(4)) == ["2023-01-30", "2023-02-28", "2023-03-30", "2023-04-30"])
    let before1 = Self.dues(Self.each(Self.monthly, .before, .day(1, of: .neighbour(.month, 1, of: .own(.month)))))
    #expect(Array(before1.prefix(3)) == ["2024-01-31", "2024-02-29", "2024-03-31"])
    let last = Self.dues(Self.each(Self.monthly, .by, .day(-1, of: .own(.month))))
    #expect(Array(last.prefix(2)) == ["2024-01-31", "2024-02-29"])
  }

  @Test("Weekdays of a year are those that lie in it")
  func weekdays() {
    let wednesdays = Self.dues(Self.each(Self.weekly, .on, .ordinal(.weekday(.wednesday), 1, of: .period(.own(.week)))))
    #expect(wednesdays.count == 52)
    #expect(Array(wednesdays.prefix(2)) == ["2024-01-03", "2024-01-10"])
    let mondays = Self.dues(
      Self.each(Self.weekly, .on, .ordinal(.weekday(.monday), 1, of: .period(.own(.week)))), 2025...2025)
    #expect(mondays.first == "2025-01-06" && mondays.last == "2025-12-29" && mondays.count == 52)
    let friday = Expander.occurrences(
      of: Deadline(
        Self.each(
          Self.weekly, .before, .ordinal(.weekday(.friday), 1, of: .period(.own(.week))), time: ClockTime(hour: 16))),
      in: Vietnam.context(2024...2024), window: everything)
    #expect(friday.dated.first?.drawn == "2024-W01 2024-01-01..2024-01-05<16:00")
  }

  @Test("Working days of a month are counted over holidays")
  func ordinals() {
    let second = Self.dues(
      Self.each(Self.monthly, .on, .ordinal(.workingDay, 2, of: .period(.neighbour(.month, 1, of: .own(.month))))))
    // 1 May is off, so the second working day of May 2024 is Friday 3 May.
    #expect(Array(second.prefix(4)) == ["2024-02-02", "2024-03-04", "2024-04-02", "2024-05-03"])
    let tuesday = Self.dues(
      Self.each(Self.monthly, .on, .ordinal(.weekday(.tuesday), 2, of: .period(.own(.month)))))
    #expect(Array(tuesday.prefix(3)) == ["2024-01-09", "2024-02-13", "2024-03-12"])
    let first10 = Expander.occurrences(
      of: Deadline(
        .each(
          Self.monthly, [Place(.on, .window(.leading(10, .workingDay, of: .neighbour(.month, 1, of: .own(.month)))))])),
      in: Vietnam.context(2024...2024), window: everything)
    // February 2024: 1, 2, 5, 6, 7, 15, 16, 19, 20, 21.
    #expect(first10.dated.first?.drawn == "2024-01 2024-02-01..2024-02-21")
  }

  @Test("The fifth Tuesday is not in every month")
  func fifthTuesday() {
    let dues = Self.dues(
      Self.each(Self.monthly, .on, .ordinal(.weekday(.tuesday), 5, of: .period(.own(.month)))))
    #expect(dues == ["2024-01-30", "2024-04-30", "2024-07-30", "2024-10-29", "2024-12-31"])
  }

  @Test("The 31st never drifts")
  func neverDrifts() {
    let dues = Self.dues(Self.each(Self.monthly, .on, .day(31, of: .own(.month))))
    #expect(
      dues == [
        "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31", "2024-06-30", "2024-07-31",
        "2024-08-31", "2024-09-30", "2024-10-31", "2024-11-30", "2024-12-31",
      ])
  }

  @Test("Quarterly until a day and monthly from the next meet without gap or overlap")
  func boundsMeet() {
    let until = Expander.occurrences(
      of: Deadline(.each(Self.quarterly, []), clauses { $0.until = .civil(year: 2024, month: 6, day: 30) }),
      in: Vietnam.context(2024...2024), window: everything)
    let from = Expander.occurrences(
      of: Deadline(.each(Self.monthly, []), clauses { $0.from = .civil(year: 2024, month: 7, day: 1) }),
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
