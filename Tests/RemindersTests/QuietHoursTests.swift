import CivilCalendar
import Reminders
import Rules
import TestSupport
import Testing

/// What would go outside slots waits for the end of the quiet hours, unless the policy says *khẩn: có*.
@Suite("Quiet hours")
struct QuietHoursTests {
  struct Case: Sendable {
    /// When it becomes known: an hour and a minute of Tuesday 5 March 2024.
    var known: (Int, Int)
    var due: String
    var policy = "tiêu chuẩn"
    var quiet = (from: 21 * 60, until: 6 * 60)
    /// Day, time and step of what the lead is told through Wednesday.
    var told: [String]
  }

  static let cases = [
    // Before and after the quiet hours what binds before the next slot goes at once.
    Case(
      known: (20, 59), due: "trước 07h00 ngày 06/3/2024",
      told: ["2024-03-05 20:59 opening", "2024-03-06 8:0 overdue:1"]),
    Case(
      known: (21, 0), due: "trước 07h00 ngày 06/3/2024", told: ["2024-03-06 6:0 opening", "2024-03-06 8:0 overdue:1"]),
    Case(
      known: (23, 30), due: "trước 07h00 ngày 06/3/2024", told: ["2024-03-06 6:0 opening", "2024-03-06 8:0 overdue:1"]),
    // What binds within them is told when it is overdue.
    Case(known: (23, 30), due: "trước 05h30 ngày 06/3/2024", told: ["2024-03-06 8:0 overdue:1"]),
    Case(
      known: (23, 30), due: "trước 07h00 ngày 06/3/2024", policy: "tiêu chuẩn; khẩn có",
      told: ["2024-03-05 23:30 opening", "2024-03-06 8:0 overdue:1"]),
    Case(
      known: (23, 30), due: "trước 05h30 ngày 06/3/2024", policy: "tiêu chuẩn; khẩn có",
      told: ["2024-03-05 23:30 opening", "2024-03-06 8:0 overdue:1"]),
    // The office's own hours, also within one day, and none.
    Case(
      known: (23, 30), due: "trước 07h00 ngày 06/3/2024", quiet: (22 * 60, 6 * 60 + 45),
      told: ["2024-03-06 6:45 opening", "2024-03-06 8:0 overdue:1"]),
    Case(
      known: (1, 0), due: "trước 07h00 ngày 05/3/2024", quiet: (0, 5 * 60),
      told: ["2024-03-05 5:0 opening", "2024-03-05 8:0 overdue:1"]),
    Case(
      known: (23, 30), due: "trước 07h00 ngày 06/3/2024", quiet: (0, 0),
      told: ["2024-03-05 23:30 opening", "2024-03-06 8:0 overdue:1"]),
    // A slot is what the office chose, whatever is quiet then.
    Case(
      known: (6, 0), due: "trước 17h00 ngày 05/3/2024", policy: "tiêu chuẩn; bắt đầu có", quiet: (5 * 60, 9 * 60),
      told: ["2024-03-05 8:0 opening", "2024-03-06 8:0 overdue:1"]),
  ]

  @Test(arguments: cases)
  func quiet(_ example: Case) throws {
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: \(example.due)\n  nhắc: \(example.policy)"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    var defaults = SchedulingDefaults()
    (defaults.quietFrom, defaults.quietUntil) = example.quiet
    let live = at(day("2024-03-05"), example.known.0, example.known.1)
    var walk = RoundWalk(
      office.rules, through: day("2025-12-31"), defaults: defaults, wentLive: { _, _ in live })
    walk.walk(from: live, until: at(day("2024-03-06"), 23))
    let told = walk.notices.filter { $0.recipient.unit == "cn" }.map { notice in
      let (day, minute) = Zone.vietnam.civil(notice.slot.instant)
      return "\(day) \(minute / 60):\(minute % 60) \(notice.kind.code)"
    }
    #expect(told == example.told)
  }
}
