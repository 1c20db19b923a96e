import CivilCalendar
import Deadlines
import TestSupport
import Testing

@testable import Expansion

@Suite struct `Counted office hours` {
  private let hours: [ClosedRange<ClockTime>]
  private let context: DeadlineContext

  init() throws {
    func time(_ hour: Int, _ minute: Int) throws -> ClockTime { try #require(ClockTime(minutes: hour * 60 + minute)) }
    hours = [try time(7, 30)...time(11, 30), try time(13, 30)...time(17, 0)]
    let holidays = [HolidayRule(name: "30/4", alternatives: [.fixed(month: 4, day: 30)])]
    let calendar = WorkingCalendar(.init(holidays: holidays, officeHours: hours), covering: 2024...2025)
    context = DeadlineContext(years: 2024...2024, calendar: calendar, law: VietnameseCivilCode())
  }

  private func end(_ count: Int, from date: CivilDate, _ minute: Int?, backwards: Bool) throws -> [Int] {
    var trace = Trace(isOn: false)
    let found = try context.counting(
      CalendarDuration(count, .workingHour), from: date, minute.flatMap { ClockTime(minutes: $0) },
      backwards: backwards,
      trace: &trace)
    return [Int(found.day.dayNumber), found.time.minutes]
  }

  /// By hand: an office day has 7½ hours. 29 April 2024 is a Monday, Tuesday is off.
  @Test(arguments: [
    (8, "2024-04-29", 9 * 60, false, "2024-05-01", 9 * 60 + 30),
    (3, "2024-04-29", nil, false, "2024-04-29", 10 * 60 + 30),
    (8, "2024-05-01", 9 * 60, true, "2024-04-29", 8 * 60 + 30),
    (1, "2024-04-30", 9 * 60, false, "2024-05-01", 8 * 60 + 30),
    (15, "2024-04-26", 17 * 60, false, "2024-05-01", 17 * 60),
  ])
  func examples(count: Int, from: String, minute: Int?, backwards: Bool, last: String, clock: Int) throws {
    #expect(try end(count, from: day(from), minute, backwards: backwards) == [Int(day(last).dayNumber), clock])
  }

  /// A walk from minute to minute.
  @Test func agreeWithAWalk() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<300 {
      let start = day("2024-03-01").adding(days: Int.random(in: 0..<120, using: &random))
      let minute = Int.random(in: 0...1439, using: &random)
      let count = Int.random(in: 1...40, using: &random)
      let isBack = Bool.random(using: &random)
      var (date, clock, left) = (start, minute, count * 60)
      while left > 0 {
        // The minute that is passed.
        let passed = isBack ? clock - 1 : clock
        if context.calendar.isWorking(date) == true,
          hours.contains(where: { $0.lowerBound.minutes <= passed && passed < $0.upperBound.minutes })
        {
          left -= 1
        }
        clock += isBack ? -1 : 1
        guard left > 0 else { break }
        if clock == (isBack ? 0 : 1440) { (date, clock) = (date.adding(days: isBack ? -1 : 1), isBack ? 1440 : 0) }
      }
      #expect(
        try end(count, from: start, minute, backwards: isBack) == [Int(date.dayNumber), clock],
        "\(count) \(start) \(minute) \(isBack)")
    }
  }
}
