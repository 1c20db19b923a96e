import CivilCalendar
import TestSupport
import Testing

@Suite struct `Holidays by law` {
  /// Before announcement the law alone gives what was announced later: off under every choice is off, and no announced
  /// day off is plainly working, except those of swaps (which the law does not foresee).
  @Test func announcedDaysOffAreCertainOrDoubtful() throws {
    let swapped: Set = ["2024-04-29", "2025-05-02", "2026-01-02", "2026-08-31"]
    var announced: Set<CivilDate> = []
    for row in try corpus("vn_days_off_2021_2026.csv") where row[2] == "off" {
      let date = day(row[0])
      announced.insert(date)
      let status = try #require(VietnameseCalendar.computed.status(of: date))
      #expect(swapped.contains(row[0]) == (status == .working), "\(date) \(row[3])")
    }
    var date = day("2021-01-01")
    while date.year <= 2026 {
      switch VietnameseCalendar.computed.status(of: date) {
      case .holiday, .substitute: #expect(announced.contains(date), "\(date)")
      default: break
      }
      date = date.adding(days: 1)
    }
  }

  /// By hand from the calendar of 2027: Tết is Saturday 6 February, so 2 + 3 days are 4–8 February with Tuesday the 9th
  /// and Wednesday the 10th for the weekend; 1 + 4 days are 5–9 February with the 10th and 11th.
  @Test(arguments: [
    ("2027-02-03", DayStatus.working), ("2027-02-04", .doubtful("Tết Nguyên đán")),
    ("2027-02-05", .holiday("Tết Nguyên đán")), ("2027-02-06", .holiday("Tết Nguyên đán")),
    ("2027-02-08", .holiday("Tết Nguyên đán")), ("2027-02-10", .substitute("Tết Nguyên đán")),
    ("2027-02-11", .doubtful("Tết Nguyên đán")), ("2027-02-12", .working),
    ("2027-04-16", .holiday("Giỗ Tổ Hùng Vương")), ("2027-05-01", .holiday("Ngày Quốc tế lao động")),
    ("2027-05-03", .substitute("Ngày Quốc tế lao động")), ("2027-05-08", .weeklyDayOff(.saturday)),
    ("2027-09-01", .doubtful("Quốc khánh")), ("2027-09-02", .holiday("Quốc khánh")),
    ("2027-09-03", .doubtful("Quốc khánh")), ("2027-11-24", .doubtful("Ngày Văn hóa Việt Nam")),
    ("2025-11-24", .working),
  ])
  func statusOfAYearNotAnnounced(iso: String, status: DayStatus) throws {
    #expect(VietnameseCalendar.computed.status(of: day(iso)) == status)
  }

  /// 2023: Hùng Kings on Saturday 29 April, 30 April on Sunday, 1 May on Monday: Tuesday and Wednesday in their place.
  @Test func compensationCascades() throws {
    let calendar = VietnameseCalendar.computed
    #expect(calendar.status(of: day("2023-05-01")) == .holiday("Ngày Quốc tế lao động"))
    #expect(calendar.status(of: day("2023-05-02")) == .substitute("Giỗ Tổ Hùng Vương"))
    #expect(calendar.status(of: day("2023-05-03")) == .substitute("Ngày Chiến thắng"))
    #expect(calendar.status(of: day("2023-05-04")) == .working)
  }

  @Test func doubtfulDaysCountAsWorkingAndSayWhichYearIsOpen() throws {
    let calendar = VietnameseCalendar.computed
    #expect(calendar.isWorking(day("2027-09-01")) == true)
    #expect(calendar.isWorking(day("2027-09-02")) == false)
    #expect(!calendar.isAnnounced(2027))
    #expect(try VietnameseCalendar.announced().isAnnounced(2024))
    #expect(WorkingCalendar(.init(), covering: 2020...2030).isAnnounced(2027))
  }

  /// 31 December 2022 is a Saturday, 1 January 2023 a Sunday: their compensations are Monday and Tuesday, in this order
  /// of naming or the other.
  @Test func compensationCrossesTheYear() throws {
    let holidays = [
      HolidayRule(name: "cuối năm", alternatives: [.fixed(month: 12, day: 31)]),
      HolidayRule(name: "đầu năm", alternatives: [.fixed(month: 1, day: 1)]),
    ]
    let calendar = WorkingCalendar(
      .init(holidays: holidays, substitution: .nextWorkingDay), covering: 2022...2023)
    #expect(calendar.isWorking(day("2023-01-02")) == false)
    #expect(calendar.isWorking(day("2023-01-03")) == false)
    #expect(calendar.isWorking(day("2023-01-04")) == true)
    let later = WorkingCalendar(.init(holidays: holidays, substitution: .nextWorkingDay), covering: 2023...2023)
    #expect(later.isWorking(day("2023-01-03")) == false)
  }

  /// US holidays of 2024 as printed: Martin Luther King Day 15 January, Memorial Day 27 May, Thanksgiving 28 November.
  @Test func weekdaysOfAMonth() throws {
    #expect(
      HolidayDays.weekday(.monday, position: 3, month: 1).days(in: 2024) == days("2024-01-15", "2024-01-15"))
    #expect(
      HolidayDays.weekday(.monday, position: -1, month: 5).days(in: 2024) == days("2024-05-27", "2024-05-27"))
    #expect(
      HolidayDays.weekday(.thursday, position: 4, month: 11).days(in: 2024) == days("2024-11-28", "2024-11-28"))
    #expect(HolidayDays.weekday(.thursday, position: 5, month: 11).days(in: 2024) == nil)
    #expect(
      HolidayDays.weekday(.friday, position: 5, month: 11).days(in: 2024) == days("2024-11-29", "2024-11-29"))
  }

  @Test func rangesMayCrossTheYear() throws {
    let winter = HolidayDays.range(from: .init(.civil, month: 12, day: 24), through: .init(.civil, month: 1, day: 2))
    #expect(winter.days(in: 2024) == days("2024-12-24", "2025-01-02"))
    let yearEnd = HolidayDays.range(from: .init(.lunar, month: 12, day: 23), through: .init(.lunar, month: 1, day: 1))
    #expect(yearEnd.days(in: 2023) == days("2024-02-02", "2024-02-10"))
  }

  @Test func manyChoicesStayBoundedAndCautious() throws {
    let holidays = (1...12).map { month in
      HolidayRule(
        name: "\(month)", alternatives: [.fixed(month: month, day: 10), .fixed(month: month, day: 11)])
    }
    let calendar = WorkingCalendar(
      .init(holidays: holidays, substitution: .nextWorkingDay), covering: 2024...2024)
    #expect(calendar.status(of: day("2024-01-10")) == .doubtful("1"))
    #expect(calendar.workingDays(from: day("2024-01-01"), through: day("2024-12-31")) == 262)
  }

  @Test func everyDayOffLeavesNoWorkingDay() throws {
    let definition = WorkingCalendar.Definition(
      weeklyDaysOff: Set(Weekday.allCases), holidays: VietnameseCalendar.holidays, substitution: .nextWorkingDay)
    let calendar = WorkingCalendar(definition, covering: 2024...2025)
    #expect(calendar.workingDay(onOrAfter: day("2024-05-05")) == nil)
    #expect(calendar.workingDay(1, before: day("2024-05-05")) == nil)
  }

  @Test func lunarHolidaysHoldTheYearsInside1976To2199() {
    let calendar = WorkingCalendar(
      .init(holidays: VietnameseCalendar.holidays, substitution: .nextWorkingDay), covering: 1900...1980)
    #expect(calendar.years == 1976...1980)
  }
}

@Suite struct `Announced years` {
  @Test func everyDayOf2021To2026() throws {
    let calendar = try VietnameseCalendar.announced()
    var expected: [CivilDate: Bool] = [:]
    for row in try corpus("vn_days_off_2021_2026.csv") { expected[day(row[0])] = row[2] != "off" }
    var date = day("2021-01-01")
    while date.year <= 2026 {
      let isWeekend = date.weekday == .saturday || date.weekday == .sunday
      #expect(calendar.isWorking(date) == expected[date] ?? !isWeekend, "\(date)")
      date = date.adding(days: 1)
    }
  }

  /// Resolution 80-NQ/TW means 24 November to be off, and no law says so yet.
  @Test func anIntendedDayStaysDoubtful() throws {
    let calendar = try VietnameseCalendar.announced()
    #expect(calendar.status(of: day("2026-11-24")) == .doubtful("Vietnam Cultural Day"))
    #expect(calendar.workingDay(1, after: day("2026-11-23")) == day("2026-11-24"))
    #expect(calendar.workingDay(1, before: day("2026-11-25")) == day("2026-11-23"))
    #expect(
      calendar.doubt(from: day("2026-11-30"), through: day("2026-11-20"))
        == .intended(day("2026-11-24"), "Vietnam Cultural Day"))
    #expect(calendar.doubt(from: day("2026-11-25"), through: day("2026-12-31")) == nil)
    #expect(calendar.doubt(from: day("2026-12-31"), through: day("2027-01-01")) == .unannounced(year: 2027))
  }

  @Test func swapsNameTheirOtherDay() throws {
    let announcement = WorkingCalendar.Announcement(
      year: 2024, swaps: [.init(off: day("2024-04-29"), work: day("2024-05-04"))])
    let calendar = WorkingCalendar(.init(announcements: [2024: announcement]), covering: 2024...2024)
    #expect(calendar.status(of: day("2024-04-29")) == .substitute("↔ 04/05/2024"))
    #expect(calendar.status(of: day("2024-05-04")) == .makeUp("↔ 29/04/2024"))
    #expect(calendar.workingDay(1, after: day("2024-05-03")) == day("2024-05-04"))
  }

  @Test func theListReplacesTheComputedHolidays() throws {
    let announcement = WorkingCalendar.Announcement(
      year: 2027, off: [.init(day("2027-09-01"), "Quốc khánh"), .init(day("2027-09-02"), "Quốc khánh")])
    let calendar = WorkingCalendar(
      .init(
        holidays: VietnameseCalendar.holidays, substitution: .nextWorkingDay, announcements: [2027: announcement]),
      covering: 2026...2028)
    #expect(calendar.isWorking(day("2027-09-01")) == false)
    #expect(calendar.status(of: day("2027-09-03")) == .working)
    #expect(calendar.status(of: day("2027-02-08")) == .working)
  }
}

@Suite struct `Counting over doubtful days` {
  /// By hand: Tết 2027 is off from 4 to 10 February or from 5 to 11 February, 2 September with the 1st or the 3rd.
  @Test func takesTheEarliestDayOfAnyChoice() {
    let calendar = VietnameseCalendar.computed
    // Back: 11 February if Tết begins on the 4th, else 4 February, but never the 3rd.
    #expect(calendar.workingDay(1, before: day("2027-02-12")) == day("2027-02-04"))
    #expect(calendar.workingDay(2, before: day("2027-02-12")) == day("2027-02-03"))
    // Forward: 4 February if Tết begins on the 5th; a second day is the 12th under both.
    #expect(calendar.workingDay(1, after: day("2027-02-03")) == day("2027-02-04"))
    #expect(calendar.workingDay(2, after: day("2027-02-03")) == day("2027-02-12"))
    #expect(calendar.workingDay(onOrBefore: day("2027-09-03")) == day("2027-09-01"))
    #expect(calendar.workingDay(onOrAfter: day("2027-09-03")) == day("2027-09-03"))
    #expect(calendar.workingDay(onOrBefore: day("2027-11-24")) == day("2027-11-23"))
  }

  /// Every choice for two years in turn, as calendars of their own; 24 November 2029 is a Saturday.
  @Test func agreesWithEveryChoiceByItself() {
    let years = 2028...2029
    let both = WorkingCalendar(
      .init(holidays: VietnameseCalendar.holidays, substitution: .nextWorkingDay), covering: years)
    let every = (0..<64).map { number in
      var holidays = VietnameseCalendar.holidays.filter { $0.alternatives.count == 1 && !$0.isIntended }
      for (place, year) in years.enumerated() {
        let choice = number >> (3 * place)
        for (bit, rule) in VietnameseCalendar.holidays.filter({ $0.alternatives.count == 2 }).enumerated() {
          let chosen = rule.alternatives[choice >> bit & 1]
          holidays.append(HolidayRule(name: rule.name, firstYear: year, lastYear: year, alternatives: [chosen]))
        }
        guard choice >> 2 & 1 == 1 else { continue }
        holidays.append(
          HolidayRule(name: "24/11", firstYear: year, lastYear: year, alternatives: [.fixed(month: 11, day: 24)]))
      }
      return WorkingCalendar(.init(holidays: holidays, substitution: .nextWorkingDay), covering: years)
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<400 {
      let start = day("2028-01-01").adding(days: Int.random(in: 0..<731, using: &random))
      let n = Int.random(in: 1...(Bool.random(using: &random) ? 30 : 300), using: &random)
      #expect(
        both.workingDay(n, before: start) == earliest(every.map { $0.workingDay(n, before: start) }), "\(n) \(start)")
      #expect(
        both.workingDay(n, after: start) == earliest(every.map { $0.workingDay(n, after: start) }), "\(n) \(start)")
    }
  }

  /// Nil where one of them has none.
  private func earliest(_ days: [CivilDate?]) -> CivilDate? {
    days.contains(nil) ? nil : days.compactMap { $0 }.min()
  }
}

@Suite struct `Counting working days` {
  @Test func agreesWithANaiveLoop() throws {
    let calendar = try VietnameseCalendar.announced()
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let start = day("2021-06-01").adding(days: Int.random(in: 0..<1800, using: &random))
      let n = Int.random(in: 1...60, using: &random)
      var forward = start
      var left = n
      while left > 0 {
        forward = forward.adding(days: 1)
        if calendar.isWorking(forward) == true { left -= 1 }
      }
      #expect(calendar.workingDay(n, after: start) == forward)
      var backward = start
      left = n
      while left > 0 {
        backward = backward.adding(days: -1)
        if calendar.isWorking(backward) == true { left -= 1 }
      }
      #expect(calendar.workingDay(n, before: start) == backward)
      let end = start.adding(days: n)
      let count = (0...n).filter { calendar.isWorking(start.adding(days: $0)) == true }.count
      #expect(calendar.workingDays(from: start, through: end) == count)
    }
  }

  @Test func afterAndBeforeAreInverse() throws {
    let calendar = try VietnameseCalendar.announced()
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let any = day("2021-01-04").adding(days: Int.random(in: 0..<1400, using: &random))
      let start = try #require(calendar.workingDay(onOrAfter: any))
      let n = Int.random(in: 1...400, using: &random)
      let end = try #require(calendar.workingDay(n, after: start))
      #expect(calendar.workingDay(n, before: end) == start)
      #expect(calendar.workingDays(from: start, through: end) == n + 1)
    }
  }

  @Test func edgesOfTheYearsCovered() throws {
    let calendar = WorkingCalendar(.init(), covering: 2024...2024)
    #expect(calendar.status(of: day("2023-12-31")) == nil)
    #expect(calendar.status(of: day("2025-01-01")) == nil)
    #expect(calendar.workingDay(1, before: day("2024-01-01")) == nil)
    #expect(calendar.workingDay(1, after: day("2024-12-31")) == nil)
    #expect(calendar.workingDay(1, after: day("2024-12-30")) == day("2024-12-31"))
    #expect(calendar.workingDay(onOrAfter: day("2024-12-31")) == day("2024-12-31"))
    #expect(calendar.workingDay(0, after: day("2024-05-06")) == nil)
    #expect(calendar.workingDay(-1, before: day("2024-05-06")) == nil)
    #expect(calendar.workingDay(.max, after: day("2024-05-06")) == nil)
    #expect(calendar.workingDay(.max, before: day("2024-05-06")) == nil)
    #expect(calendar.workingDays(from: day("2024-05-06"), through: day("2024-05-05")) == 0)
    #expect(calendar.workingDays(from: day("2024-05-06"), through: day("2025-05-05")) == nil)
  }
}
