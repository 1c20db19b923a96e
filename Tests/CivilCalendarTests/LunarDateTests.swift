import CivilCalendar
import TestSupport
import Testing

@Suite struct `Vietnamese lunar dates` {
  /// `lunar_months.py` computed the file from two ephemerides (astronomy-engine and PyEphem) and compared it with the
  /// tables of Hồ Ngọc Đức; where they differ, by a new moon within a minute of midnight, it has both days.
  @Test func everyMonthFrom1976To2199() throws {
    var expected: [Int: [(number: Int, isLeap: Bool, first: Set<String>)]] = [:]
    var disputed = 0
    for row in try corpus("lunar_months_1976_2199.csv") {
      let year = try #require(Int(row[0]))
      let number = try #require(Int(row[1]))
      let first = Set([row[3], row[4]].filter { !$0.isEmpty })
      disputed += first.count - 1
      expected[year, default: []].append((number, row[2] == "1", first))
    }
    #expect(disputed == 4)
    #expect(expected.count == 224)
    for (year, months) in expected {
      let found = try #require(LunarYear(year))
      try #require(found.months.count == months.count, "\(year)")
      for (month, wanted) in zip(found.months, months) {
        #expect(month.number == wanted.number && month.isLeap == wanted.isLeap, "\(year)/\(wanted.number)")
        #expect(wanted.first.contains(month.days.first.description), "\(year)/\(wanted.number)")
      }
    }
  }

  @Test func newYearAndHungKings() throws {
    for row in try corpus("vn_tet_hungkings_1990_2050.csv") {
      let year = try #require(Int(row[0]))
      #expect(LunarDate(year: year, month: 1, day: 1)?.civil.description == row[1])
      #expect(LunarDate(year: year, month: 3, day: 10)?.civil.description == row[2])
    }
  }

  /// China's new year is a day later in 2007 and 2030, a month later in 1985.
  @Test(arguments: [(1985, "1985-01-21"), (2007, "2007-02-17"), (2030, "2030-02-02")])
  func newYearDiffersFromChina(year: Int, newYear: String) {
    #expect(LunarDate(year: year, month: 1, day: 1)?.civil.description == newYear)
  }

  /// Leap months as printed in Vietnamese calendars.
  @Test(arguments: [
    (1976, 8), (1985, 2), (2014, 9), (2017, 6), (2020, 4), (2023, 2), (2025, 6), (2028, 5), (2033, 11),
  ])
  func leapMonths(year: Int, month: Int) throws {
    let leap = try #require(LunarYear(year)).months.filter(\.isLeap)
    #expect(leap.map(\.number) == [month])
  }

  @Test(arguments: [2021, 2022, 2024, 2026, 2027]) func yearsOfTwelveMonths(year: Int) throws {
    #expect(try #require(LunarYear(year)).months.map(\.number) == Array(1...12))
  }

  @Test func everyDayComesBack() throws {
    var date = day("2022-12-01")
    var previous: LunarDate?
    while date <= day("2024-03-31") {
      let lunar = try #require(LunarDate(date))
      #expect(lunar.civil == date)
      #expect(LunarDate(year: lunar.year, month: lunar.month, day: lunar.day, isLeap: lunar.isLeap) == lunar)
      if let previous { #expect(lunar.day == previous.day + 1 || lunar.day == 1) }
      previous = lunar
      date = date.adding(days: 1)
    }
  }

  @Test func outsideTheYearsThereIsNone() throws {
    #expect(LunarDate(day("1976-01-30")) == nil)
    #expect(LunarDate(day("1976-01-31"))?.description == "1/1")
    #expect(LunarDate(day("2200-02-14"))?.year == 2199)
    #expect(LunarDate(day("2200-02-15")) == nil)
    #expect(LunarDate(year: 1975, month: 1, day: 1) == nil)
    #expect(LunarDate(year: 2200, month: 1, day: 1) == nil)
    #expect(LunarDate(year: 2024, month: 3, day: 1, isLeap: true) == nil)
    #expect(LunarDate(year: 2024, month: 13, day: 1) == nil)
    #expect(LunarDate(year: 2024, month: 1, day: 30) == nil)
  }

  @Test func leapDaysAreMarked() throws {
    #expect(LunarDate(day("2023-03-22"))?.description == "1/2N")
  }
}
