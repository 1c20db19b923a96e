import CivilCalendar
import Testing

@testable import Deadlines
@testable import RuleSyntax

@Suite("Lines of calendars and reminders")
struct CalendarValueTests {
  @Test(
    "holidays",
    arguments: [
      ("01/01 (Tết Dương lịch)", HolidayRule(name: "Tết Dương lịch", alternatives: [.fixed(month: 1, day: 1)])),
      ("1 January (New Year's Day)", HolidayRule(name: "New Year's Day", alternatives: [.fixed(month: 1, day: 1)])),
      ("10/3 âm lịch (Giỗ Tổ)", HolidayRule(name: "Giỗ Tổ", alternatives: [.lunar(month: 3, day: 10)])),
      ("lunar 10/3", HolidayRule(name: "lunar 10/3", alternatives: [.lunar(month: 3, day: 10)])),
      (
        "từ 1 ngày trước 01/01 âm lịch đến 04/01 âm lịch (Tết Nguyên đán)",
        HolidayRule(
          name: "Tết Nguyên đán",
          alternatives: [
            .range(
              from: HolidayEdge(.lunar, month: 1, day: 1, offset: -1), through: HolidayEdge(.lunar, month: 1, day: 4))
          ])
      ),
      (
        "from 1 day before lunar 1/1 to lunar 4/1 (Tết)",
        HolidayRule(
          name: "Tết",
          alternatives: [
            .range(
              from: HolidayEdge(.lunar, month: 1, day: 1, offset: -1), through: HolidayEdge(.lunar, month: 1, day: 4))
          ])
      ),
      (
        "từ 1 ngày trước 01/01 âm lịch đến 04/01 âm lịch, hoặc từ 2 ngày trước 01/01 âm lịch đến 03/01 âm lịch (Tết)",
        HolidayRule(
          name: "Tết",
          alternatives: [
            .range(
              from: HolidayEdge(.lunar, month: 1, day: 1, offset: -1), through: HolidayEdge(.lunar, month: 1, day: 4)),
            .range(
              from: HolidayEdge(.lunar, month: 1, day: 1, offset: -2), through: HolidayEdge(.lunar, month: 1, day: 3)),
          ])
      ),
      (
        "02/9 và 1 ngày liền kề (Quốc khánh)",
        HolidayRule(
          name: "Quốc khánh",
          alternatives: [
            .range(
              from: HolidayEdge(.civil, month: 9, day: 2), through: HolidayEdge(.civil, month: 9, day: 2, offset: 1)),
            .range(
              from: HolidayEdge(.civil, month: 9, day: 2, offset: -1), through: HolidayEdge(.civil, month: 9, day: 2)),
          ])
      ),
      (
        "third Monday of January (Birthday of Martin Luther King, Jr.)",
        HolidayRule(
          name: "Birthday of Martin Luther King, Jr.", alternatives: [.weekday(.monday, position: 3, month: 1)])
      ),
      (
        "last Monday of May",
        HolidayRule(name: "last Monday of May", alternatives: [.weekday(.monday, position: -1, month: 5)])
      ),
      (
        "thứ Hai tuần thứ ba tháng 01",
        HolidayRule(name: "thứ Hai tuần thứ ba tháng 01", alternatives: [.weekday(.monday, position: 3, month: 1)])
      ),
      (
        "24/11, từ năm 2026 (Ngày Văn hóa)",
        HolidayRule(name: "Ngày Văn hóa", firstYear: 2026, alternatives: [.fixed(month: 11, day: 24)])
      ),
      (
        "24/11, từ năm 2026, dự kiến (Ngày Văn hóa)",
        HolidayRule(
          name: "Ngày Văn hóa", firstYear: 2026, alternatives: [.fixed(month: 11, day: 24)], isIntended: true)
      ),
      (
        "24 November (Culture), intended, from 2026",
        HolidayRule(name: "Culture", firstYear: 2026, alternatives: [.fixed(month: 11, day: 24)], isIntended: true)
      ),
      (
        "15/5 (dự kiến)",
        HolidayRule(name: "15/5", alternatives: [.fixed(month: 5, day: 15)], isIntended: true)
      ),
      (
        "24 November, from 2026, until 2030",
        HolidayRule(name: "24 November", firstYear: 2026, lastYear: 2030, alternatives: [.fixed(month: 11, day: 24)])
      ),
    ])
  func holidays(_ text: String, _ expected: HolidayRule) {
    let read = HolidayReader.holiday(text)
    #expect(read?.name == expected.name)
    #expect(read?.firstYear == expected.firstYear && read?.lastYear == expected.lastYear)
    #expect(read?.isIntended == expected.isIntended)
    #expect(Set(read?.alternatives ?? []) == Set(expected.alternatives))
  }

  @Test(
    "no holiday", arguments: ["", "hôm nào đó", "31/02", "01/01/2024", "từ 01/01", "24/11, từ năm 2030, đến năm 2026"])
  func noHoliday(_ text: String) { #expect(HolidayReader.holiday(text) == nil) }

  @Test("weekly days off and office hours")
  func hours() {
    #expect(CalendarReader.weeklyDaysOff("thứ Bảy, Chủ nhật") == [.saturday, .sunday])
    #expect(CalendarReader.weeklyDaysOff("Saturday and Sunday") == [.saturday, .sunday])
    #expect(CalendarReader.weeklyDaysOff("không") == [])
    #expect(CalendarReader.weeklyDaysOff("thứ Chín") == nil)
    let hours = CalendarReader.officeHours("07:30-11:30, 13:30 – 17:00")
    #expect(hours?.map { [$0.lowerBound.minutes, $0.upperBound.minutes] } == [[450, 690], [810, 1020]])
    #expect(CalendarReader.officeHours("13:30-17:00, 07:30-11:30") == nil)
    #expect(CalendarReader.yearStart("từ 05/9") == YearConventions.YearStart(month: 9, day: 5))
    #expect(CalendarReader.yearStart("from 1 October") == YearConventions.YearStart(month: 10, day: 1))
    #expect(CalendarReader.yearStart("29/02") == nil)
  }

  @Test("announced days and swaps")
  func announced() {
    let days = CalendarReader.namedDays("08/02/2024 đến 14/02/2024 (Tết Nguyên đán)")
    #expect(days?.count == 7)
    #expect(days?.last.map { $0.day } == CivilDate(iso: "2024-02-14"))
    #expect(days?.first?.name == "Tết Nguyên đán")
    #expect(CalendarReader.namedDays("14/02/2024 đến 08/02/2024") == nil)
    let swap = CalendarReader.swap("nghỉ 29/4/2024, làm bù 04/5/2024")
    #expect(swap?.off == CivilDate(iso: "2024-04-29") && swap?.work == CivilDate(iso: "2024-05-04"))
    #expect(CalendarReader.swap("off 29/4/2024, work 04/5/2024") == swap)
    #expect(CalendarReader.years("2021-2030") == 2021...2030)
    #expect(CalendarReader.years("2024") == 2024...2024)
    for wrong in ["2030-2021", "24", "0", "2024 2025", "20240", ""] { #expect(CalendarReader.years(wrong) == nil) }
  }

  @Test("fields of reminders")
  func reminders() throws {
    let reader = PolicyReader(deadlines: DeadlineReader())
    func lead(_ days: Int, _ working: Bool = false) -> PolicyField.Lead {
      PolicyField.Lead(days: days, working: working)
    }
    let rows: [(FieldKey, String?, String, PolicyField)] = [
      (.before, nil, "15, 7, 1 ngày", PolicyField(.before([lead(15), lead(7), lead(1)]))),
      (.before, "kỳ dài từ 90 ngày", "30 days", PolicyField(.before([lead(30)]), if: .windowsOfAtLeast(days: 90))),
      (.before, "support", "1 working day", PolicyField(.before([lead(1, true)]), if: .support)),
      (.atStart, "windows of 90 days or more", "yes", PolicyField(.atStart(true), if: .windowsOfAtLeast(days: 90))),
      (.atStart, "phối hợp", "có", PolicyField(.atStart(true), if: .support)),
      (.atStart, "phối hợp", "cùng chủ trì", PolicyField(.startWithLead, if: .support)),
      (.atStart, "support", "with the lead", PolicyField(.startWithLead, if: .support)),
      (.during, nil, "giữa kỳ", PolicyField(.during(middle: true, nil))),
      (.during, nil, "hằng quý", PolicyField(.during(middle: false, .every(.quarter, interval: 1)))),
      (.during, nil, "không", PolicyField(.during(middle: false, nil))),
      (.onTheDay, nil, "có", PolicyField(.onTheDay(true))),
      (.overdue, nil, "mỗi 3 ngày làm việc, tối đa 5 lần", PolicyField(.overdue(every: lead(3, true), atMost: 5))),
      (.overdue, nil, "every 5 working days, at most 6 times", PolicyField(.overdue(every: lead(5, true), atMost: 6))),
      (.overdue, nil, "no", PolicyField(.overdue(every: nil, atMost: nil))),
      (.tellSuperior, nil, "sau 5 ngày làm việc", PolicyField(.tellSuperior(after: lead(5, true)))),
      (.ask, nil, "mỗi 20 ngày làm việc", PolicyField(.ask(every: lead(20, true)))),
      (.audience, nil, "chủ trì; phối hợp; Văn phòng", PolicyField(.to([.lead, .support, .named("Văn phòng")]))),
      (.at, nil, "08:00", PolicyField(.at(try #require(ClockTime(hour: 8))))),
      (.urgent, nil, "yes", PolicyField(.urgent(true))),
    ]
    for (key, condition, value, expected) in rows {
      #expect(try reader.field(key, condition: condition, value: value).get() == expected, "\(value)")
    }
    #expect(try reader.inlineField("trước 15, 7, 1 ngày")?.get() == rows[0].3)
    #expect(try reader.inlineField("trước (kỳ dài từ 90 ngày): 30 ngày")?.get() == rows[1].3)
    #expect(reader.inlineField("việc thường xuyên") == nil)
    for (key, value) in [(FieldKey.before, "vài ngày"), (.at, "25:00"), (.overdue, "mỗi ngày"), (.atStart, "đôi khi")] {
      #expect(throws: PolicyReader.Failure.self) { try reader.field(key, condition: nil, value: value).get() }
    }
    // Nobody but support units can begin with the lead.
    #expect(throws: PolicyReader.Failure.self) {
      try reader.field(.atStart, condition: nil, value: "cùng chủ trì").get()
    }
  }
}
