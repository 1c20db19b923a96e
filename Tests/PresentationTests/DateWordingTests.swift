import CivilCalendar
import Presentation
import TestSupport
import Testing

@Suite("Dates in words")
struct DateWordingTests {
  @Test(
    "A day as an office writes it",
    arguments: [
      ("2024-05-31", "31/5/2024", "31 May 2024", "thứ Sáu 31/5/2024", "Friday 31 May 2024"),
      ("2024-02-05", "05/02/2024", "5 February 2024", "thứ Hai 05/02/2024", "Monday 5 February 2024"),
      ("2024-06-08", "08/6/2024", "8 June 2024", "thứ Bảy 08/6/2024", "Saturday 8 June 2024"),
      ("2022-02-13", "13/02/2022", "13 February 2022", "Chủ nhật 13/02/2022", "Sunday 13 February 2022"),
      ("2024-12-31", "31/12/2024", "31 December 2024", "thứ Ba 31/12/2024", "Tuesday 31 December 2024"),
    ])
  func days(iso: String, vi: String, en: String, viWeekday: String, enWeekday: String) throws {
    let date = day(iso)
    #expect(DateWording(.vi).day(date) == vi)
    #expect(DateWording(.en).day(date) == en)
    #expect(DateWording(.vi).weekdayAndDay(date) == viWeekday)
    #expect(DateWording(.en).weekdayAndDay(date) == enWeekday)
  }

  @Test(
    "How far a due day is",
    arguments: [
      (-3, "quá hạn 3 ngày", "3 days overdue"), (-1, "quá hạn 1 ngày", "1 day overdue"), (0, "hôm nay", "today"),
      (1, "ngày mai", "tomorrow"), (5, "còn 5 ngày", "in 5 days"),
    ])
  func distance(days: Int, vi: String, en: String) throws {
    let today = day("2024-02-28")
    #expect(DateWording(.vi).distance(to: today.adding(days: days), from: today) == vi)
    #expect(DateWording(.en).distance(to: today.adding(days: days), from: today) == en)
  }

  @Test("A time of day")
  func time() throws {
    let time = try #require(ClockTime(hour: 16, minute: 5))
    #expect(DateWording(.vi).time(time) == "16h05")
    #expect(DateWording(.en).time(time) == "16:05")
  }

  @Test(
    "The language follows the locale",
    arguments: [
      ("vi_VN.UTF-8", Language.vi), ("vi", .vi), ("C.UTF-8", .en), ("en_US", .en), (nil, .en),
    ] as [(String?, Language)])
  func locale(name: String?, language: Language) {
    #expect(Language(locale: name) == language)
  }
}
