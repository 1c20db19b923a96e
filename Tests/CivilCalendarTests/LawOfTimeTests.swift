import CivilCalendar
import TestSupport
import Testing

@Suite struct `Vietnamese Civil Code 2015` {
  let law = VietnameseCivilCode()

  /// `law_examples.json`, vn-30d-swap and vn-30d-noswap: 30 days from 29 March 2024 end on Sunday 28 April.
  @Test func thirtyDaysAcrossASwap() throws {
    let announced = try VietnameseCalendar.announced()
    let counted = try #require(law.counted([.init(30, .day)], from: day("2024-03-29"), in: announced))
    #expect(counted.nominal == day("2024-04-28"))
    #expect(counted.effective == day("2024-05-02"))
    #expect(counted.moveArticle?.vi == "khoản 5 Điều 148 Bộ luật Dân sự 2015")
    let law = try #require(law.counted([.init(30, .day)], from: day("2024-03-29"), in: VietnameseCalendar.computed))
    #expect(law.effective == day("2024-04-29"))
  }

  /// Hand-computed from articles 147 and 148; the last column is the day that binds.
  @Test(arguments: [
    // 148.1 and 147.3: the day of the event is not counted; Saturday 8 June rolls to Monday (148.5).
    ("2024-05-09", [CalendarDuration(30, .day)], "2024-06-08", "2024-06-10"),
    ("2024-01-01", [CalendarDuration(1, .day)], "2024-01-02", "2024-01-02"),
    // 148.3: no 31st, so the last day of the month.
    ("2024-01-31", [CalendarDuration(1, .month)], "2024-02-29", "2024-02-29"),
    ("2023-01-31", [CalendarDuration(1, .month)], "2023-02-28", "2023-02-28"),
    ("2023-11-30", [CalendarDuration(3, .month)], "2024-02-29", "2024-02-29"),
    // 148.4
    ("2024-02-29", [CalendarDuration(1, .year)], "2025-02-28", "2025-02-28"),
    ("2021-07-02", [CalendarDuration(3, .year)], "2024-07-02", "2024-07-02"),
    // 148.2: the same weekday; the 18th of April 2024 is Hùng Kings' day.
    ("2024-04-03", [CalendarDuration(2, .week)], "2024-04-17", "2024-04-17"),
    ("2024-04-04", [CalendarDuration(2, .week)], "2024-04-18", "2024-04-19"),
    // In order: nine months, then a day.
    ("2024-06-30", [CalendarDuration(9, .month), CalendarDuration(1, .day)], "2025-03-31", "2025-03-31"),
    // Over 30 April, with Saturday 4 May worked.
    ("2024-04-26", [CalendarDuration(5, .workingDay)], "2024-05-07", "2024-05-07"),
    // Tết 2024: 8 to 14 February.
    ("2024-02-07", [CalendarDuration(1, .workingDay)], "2024-02-15", "2024-02-15"),
    ("2024-01-25", [CalendarDuration(15, .day)], "2024-02-09", "2024-02-15"),
    // Seven whole days between; the 9th of March 2024 is a Saturday.
    ("2024-03-01", [CalendarDuration(7, .clearDay)], "2024-03-09", "2024-03-11"),
  ])
  func forward(event: String, durations: [CalendarDuration], nominal: String, effective: String) throws {
    let found = try #require(law.counted(durations, from: day(event), in: VietnameseCalendar.announced()))
    #expect(found.nominal == day(nominal))
    #expect(found.effective == day(effective))
    #expect((found.moveArticle == nil) == (nominal == effective))
    #expect(found.countArticle != nil)
  }

  @Test(arguments: [
    ("2024-05-10", [CalendarDuration(10, .day)], "2024-04-30", "2024-04-26"),
    ("2024-05-02", [CalendarDuration(5, .workingDay)], "2024-04-22", "2024-04-22"),
    ("2024-05-31", [CalendarDuration(28, .clearDay)], "2024-05-02", "2024-05-02"),
    ("2024-03-31", [CalendarDuration(1, .month)], "2024-02-29", "2024-02-29"),
    ("2024-06-10", [CalendarDuration(1, .week), CalendarDuration(1, .day)], "2024-06-02", "2024-05-31"),
  ])
  func backwardTakesTheCautiousSide(event: String, durations: [CalendarDuration], nominal: String, effective: String)
    throws
  {
    let found = try #require(law.counted(durations, before: day(event), in: VietnameseCalendar.announced()))
    #expect(found.nominal == day(nominal))
    #expect(found.effective == day(effective))
    #expect((found.moveArticle == nil) == (nominal == effective))
  }

  /// 1 September 2027 may become a day off; until that is announced it binds.
  @Test func doubtfulDaysBind() throws {
    let found = try #require(law.counted([.init(2, .day)], from: day("2027-08-30"), in: VietnameseCalendar.computed))
    #expect(found.effective == day("2027-09-01"))
  }

  @Test func thereIsNoAnswerToHoursNothingAndDaysNotCovered() throws {
    let calendar = VietnameseCalendar.computed
    #expect(law.counted([.init(24, .hour)], from: day("2024-05-06"), in: calendar) == nil)
    #expect(law.counted([.init(0, .day)], from: day("2024-05-06"), in: calendar) == nil)
    #expect(law.counted([.init(-3, .day)], before: day("2024-05-06"), in: calendar) == nil)
    #expect(law.counted([.init(.max, .month)], from: day("2024-05-06"), in: calendar) == nil)
    #expect(law.counted([.init(100, .year)], from: day("2024-05-06"), in: calendar) == nil)
    #expect(law.counted([.init(1, .day)], from: .last, in: calendar) == nil)
    #expect(law.counted([.init(1, .day)], before: .first, in: calendar) == nil)
  }

  /// Forward the effective day is never earlier than the nominal, backward never later, and both on a working day.
  @Test func whatBindsIsAWorkingDay() throws {
    let calendar = try VietnameseCalendar.announced()
    var random = SeededGenerator(seed: 4)
    let units: [DurationUnit] = [.day, .workingDay, .week, .month, .clearDay]
    for _ in 0..<200 {
      let anchor = day("2021-01-01").adding(days: Int.random(in: 0..<2000, using: &random))
      let durations = [
        CalendarDuration(.random(in: 1...30, using: &random), units[.random(in: 0..<5, using: &random)])
      ]
      let after = try #require(law.counted(durations, from: anchor, in: calendar))
      #expect(after.effective >= after.nominal && calendar.isWorking(after.effective) == true)
      let before = try #require(law.counted(durations, before: anchor, in: calendar))
      #expect(before.effective <= before.nominal && calendar.isWorking(before.effective) == true)
    }
  }
}

@Suite struct `Plain law` {
  @Test func countsLikeTheCodeAndNeverMoves() throws {
    let weekends = WorkingCalendar(.init(), covering: 2020...2030)
    let found = try #require(PlainLaw().counted([.init(30, .day)], from: day("2024-03-29"), in: weekends))
    #expect(found == CountedDay(nominal: day("2024-04-28"), effective: day("2024-04-28")))
    let before = try #require(PlainLaw().counted([.init(1, .month)], before: day("2024-03-31"), in: weekends))
    #expect(before.effective == day("2024-02-29"))
  }
}

@Suite struct `Laws by name` {
  @Test func idsAreFoundAndDiffer() {
    #expect(ComputationsOfTime.named("vn-civil-code")?.id == "vn-civil-code")
    #expect(ComputationsOfTime.named("plain")?.id == "plain")
    #expect(ComputationsOfTime.named("eu-1182-71") == nil)
    #expect(Set(ComputationsOfTime.all.map(\.id)).count == ComputationsOfTime.all.count)
  }
}
