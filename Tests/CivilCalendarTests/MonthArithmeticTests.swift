import CivilCalendar
import TestSupport
import Testing

@Suite struct `Month arithmetic` {
  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-01-31", 2, "2024-03-31"), ("2024-12-15", 1, "2025-01-15"), ("2024-10-31", 13, "2025-11-30"),
    ("2024-01-15", -25, "2021-12-15"), ("2000-02-29", 1200, "2100-02-28"),
  ])
  func endsOnTheCorrespondingDayOrTheLast(from: String, months: Int, to: String) {
    #expect(day(from).adding(months: months) == day(to))
  }

  @Test func yearsRoundOnlyTheLeapDay() throws {
    #expect(day("2024-02-29").adding(years: 1) == day("2025-02-28"))
    #expect(day("2024-02-29").adding(years: 4) == day("2028-02-29"))
    #expect(day("2024-05-17").adding(years: -3) == day("2021-05-17"))
  }

  @Test func outsideTheYearsThereIsNone() throws {
    #expect(CivilDate.last.adding(months: 1) == nil)
    #expect(CivilDate.first.adding(months: -1) == nil)
    #expect(CivilDate.first.adding(months: .min) == nil)
    #expect(CivilDate.last.adding(years: .max) == nil)
    #expect(CivilDate.last.adding(days: .max) == .last)
    #expect(CivilDate.first.adding(days: .min) == .first)
    #expect(CivilDate.first.adding(years: 9998)?.description == "9999-01-01")
  }

  /// The way back leads home where the month has the day; else it lands up to three days earlier.
  @Test func wayBack() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let start = day("1900-01-01").adding(days: Int.random(in: 0..<100_000, using: &random))
      let months = Int.random(in: -600...600, using: &random)
      let there = try #require(start.adding(months: months))
      let back = try #require(there.adding(months: -months))
      #expect(back <= start && start.days(since: back) <= 3)
      if there.day == start.day { #expect(back == start) }
    }
  }

  @Test func everyDayHasOneNumber() throws {
    var number = 1
    for year in [1, 2, 3, 4, 5, 1899, 1900, 1999, 2000, 2023, 2024, 9998, 9999] {
      number = Int(try #require(CivilDate(year: year, month: 1, day: 1)).dayNumber)
      for month in 1...12 {
        for date in 1...CivilDate.daysInMonth(year: year, month: month) {
          let day = try #require(CivilDate(year: year, month: month, day: date))
          #expect(Int(day.dayNumber) == number)
          #expect(day.components == (year, month, date))
          number += 1
        }
      }
    }
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2024, 2, 30), (2023, 2, 29), (1900, 2, 29), (2024, 13, 1), (2024, 4, 31),
  ])
  func daysThatDoNotExist(year: Int, month: Int, date: Int) {
    #expect(CivilDate(year: year, month: month, day: date) == nil)
  }
}
