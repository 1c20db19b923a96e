import CivilCalendar
import TestSupport
import Testing

@Suite struct `Periods` {
  static let conventions = YearConventions(
    schoolYear: .init(month: 9, day: 5), schoolYearEnd: .init(month: 5, day: 31),
    terms: [.init(month: 9, day: 5), .init(month: 1, day: 19)], fiscalYear: .init(month: 10, day: 1))

  static let examples: [(Period, String, String, String)] = [
    (.year(2024), "2024", "2024-01-01", "2024-12-31"), (.half(year: 2024, 2), "2024-H2", "2024-07-01", "2024-12-31"),
    (.quarter(year: 2024, 1), "2024-Q1", "2024-01-01", "2024-03-31"),
    (.month(year: 2024, 2), "2024-02", "2024-02-01", "2024-02-29"),
    (.week(year: 2024, 1), "2024-W01", "2024-01-01", "2024-01-07"),
    (.week(year: 2020, 53), "2020-W53", "2020-12-28", "2021-01-03"),
    (.schoolYear(2023), "2023-2024", "2023-09-05", "2024-05-31"),
    (.term(schoolYear: 2023, 1), "2023-2024-T1", "2023-09-05", "2024-01-18"),
    (.term(schoolYear: 2023, 2), "2023-2024-T2", "2024-01-19", "2024-05-31"),
    (.fiscalYear(2023), "FY2023", "2023-10-01", "2024-09-30"),
    (.years(2021, 2025), "2021..2025", "2021-01-01", "2025-12-31"),
    (.day(.first), "0001-01-01", "0001-01-01", "0001-01-01"),
  ]

  @Test(arguments: examples)
  func keysAndDays(period: Period, key: String, first: String, last: String) throws {
    #expect(period.key == key)
    #expect(period.days(in: Self.conventions) == days(first, last))
  }

  /// The years of 53 weeks of 2000–2035 as ISO 8601 has them: those with 1 January on a Thursday, or leap on a Wednesday.
  @Test func yearsOf53Weeks() {
    let long = (2000...2035).filter { Period.week(year: $0, 53).days() != nil }
    #expect(long == [2004, 2009, 2015, 2020, 2026, 2032])
  }

  @Test(arguments: [
    ("2021-01-01", "2020-W53"), ("2024-12-30", "2025-W01"), ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"),
    ("2023-01-01", "2022-W52"), ("2024-05-17", "2024-W20"),
  ])
  func weekOfADay(iso: String, key: String) throws {
    #expect(Period.week(containing: day(iso)).key == key)
  }

  @Test(arguments: [
    ("2024-01-01", "2024-H1", "2024-Q1", "2024-01"),
    ("2024-06-30", "2024-H1", "2024-Q2", "2024-06"),
    ("2024-09-04", "2024-H2", "2024-Q3", "2024-09"),
    ("2024-09-05", "2024-H2", "2024-Q3", "2024-09"),
    ("2024-12-31", "2024-H2", "2024-Q4", "2024-12"),
  ])
  func periodsOfADay(iso: String, half: String, quarter: String, month: String) {
    let date = day(iso)
    #expect(Period.half(containing: date).key == half)
    #expect(Period.quarter(containing: date).key == quarter)
    #expect(Period.month(containing: date).key == month)
    #expect(Period.year(containing: date).key == "2024")
  }

  @Test func termsOfADay() throws {
    #expect(Period.term(containing: day("2024-01-18"), in: Self.conventions)?.key == "2023-2024-T1")
    #expect(Period.term(containing: day("2024-01-19"), in: Self.conventions)?.key == "2023-2024-T2")
    #expect(Period.term(containing: day("2024-07-01"), in: Self.conventions) == nil)
    #expect(Period.term(containing: day("2024-01-19"), in: .civil) == nil)
  }

  @Test(arguments: [
    (Period.quarter(year: 2024, 4), 1, "2025-Q1"), (.quarter(year: 2024, 1), -1, "2023-Q4"),
    (.half(year: 2024, 1), 3, "2025-H2"), (.month(year: 2024, 1), -13, "2022-12"),
    (.month(year: 2024, 1), 12, "2025-01"),
    (.week(year: 2020, 53), 1, "2021-W01"), (.week(year: 2021, 1), -1, "2020-W53"),
    (.term(schoolYear: 2023, 2), 1, "2024-2025-T1"), (.years(2021, 2025), 1, "2026..2030"),
    (.schoolYear(2023), 1, "2024-2025"), (.year(2024), -4, "2020"),
  ])
  func neighbours(period: Period, count: Int, key: String) {
    #expect(period.advanced(by: count, in: Self.conventions)?.key == key)
  }

  @Test func thereIsNoneBeyondTheYears() {
    #expect(Period.year(9999).advanced(by: 1) == nil)
    #expect(Period.year(1).advanced(by: -1) == nil)
    #expect(Period.month(year: 9999, 12).advanced(by: 1) == nil)
    #expect(Period.day(.last).advanced(by: 1) == nil)
    #expect(Period.year(2024).advanced(by: .max) == nil)
    #expect(Period.year(2024).advanced(by: .min) == nil)
    #expect(Period.term(schoolYear: 2023, 1).advanced(by: 1, in: .civil) == nil)
    #expect(Period.week(year: 2021, 53).days() == nil)
    #expect(Period.quarter(year: 2024, 5).days() == nil)
  }

  /// Neighbours touch: nothing lies between a period and the next, and none overlaps.
  @Test(arguments: [
    Period.week(year: 1999, 1), .month(year: 1999, 1), .quarter(year: 1999, 1), .half(year: 1999, 1), .year(1999),
    .fiscalYear(1999),
  ])
  func neighboursTouch(start: Period) throws {
    var period = start
    for _ in 0..<120 {
      let next = try #require(period.advanced(by: 1, in: Self.conventions))
      let days = try #require(period.days(in: Self.conventions))
      let following = try #require(next.days(in: Self.conventions))
      #expect(days.last.adding(days: 1) == following.first)
      #expect(next.advanced(by: -1, in: Self.conventions) == period)
      period = next
    }
  }
}

@Suite("Periods by their keys and days")
struct PeriodKeyTests {
  @Test(
    "A key is read back as its period",
    arguments: [
      ("2024", Period.year(2024)), ("2024-H1", .half(year: 2024, 1)), ("2024-Q3", .quarter(year: 2024, 3)),
      ("2024-05", .month(year: 2024, 5)), ("2024-W07", .week(year: 2024, 7)), ("2023-2024", .schoolYear(2023)),
      ("2023-2024-T1", .term(schoolYear: 2023, 1)), ("FY2024", .fiscalYear(2024)), ("2021..2025", .years(2021, 2025)),
      ("2024-05-31", .day(day("2024-05-31"))),
    ])
  func keys(key: String, period: Period) {
    #expect(Period(key: key) == period && period.key == key)
  }

  @Test(
    "What resembles a key is none",
    arguments: [
      "", "once", "2024-", "2024-Q", "24", "2024-5", "2024-Q03", "2023-2025", "2024.1", "FY24", "2024-05-32", "-Q1",
      "2024-Q1-T1", "2021...2025", "standing",
    ])
  func others(key: String) { #expect(Period(key: key) == nil) }

  @Test("Days that are all of a month, quarter, half or year are called so; others are not")
  func days() {
    func period(_ first: String, _ last: String) -> Period? { Period(of: DayRange(first: day(first), last: day(last))) }
    #expect(period("2024-02-01", "2024-02-29") == .month(year: 2024, 2))
    #expect(period("2024-04-01", "2024-06-30") == .quarter(year: 2024, 2))
    #expect(period("2024-07-01", "2024-12-31") == .half(year: 2024, 2))
    #expect(period("2024-01-01", "2024-12-31") == .year(2024))
    #expect(period("2024-02-01", "2024-02-28") == nil && period("2024-02-01", "2024-04-30") == nil)
  }
}
