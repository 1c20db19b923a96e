import CivilCalendar
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// Pictures drawn by hand from docs/reminders.md; the program's answer is drawn in the same way and compared.
@Suite("Steps of one obligation in time")
struct StepPictureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Policy, in the words of a task's `nhắc`.
    var policy: String
    var picture: String
    /// The day on which the work is recorded as done, counted from the first; recorded at noon.
    var doneOn: Int?
    /// The first round; the others follow by themselves.
    var from = 0
    /// Days on which no round runs, both included.
    var down: ClosedRange<Int>?
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "The picture of the issue: reminders, then overdue every day, the superior on the third",
      policy: "trước 6, 3, 1 ngày; quá hạn mỗi 1 ngày làm việc, tối đa 2 lần; báo cấp trên sau 3 ngày làm việc",
      picture: "..r..r-rD!!E"),
    Case(
      name: "The standard policy over a short window: 7 and 1 days before, then every three working days",
      policy: "tiêu chuẩn", picture: "...r.....rD!..!E.!..!..!"),
    Case(
      name: "A step that falls on a day off moves to the working day before",
      policy: "tiêu chuẩn; quá hạn không; báo cấp trên không", picture: "..r-.....rD..."),
    Case(
      name: "Due on a day off: steps count from the last working day, overdue begins after the day itself",
      policy: "trước 2, 1 ngày; quá hạn mỗi 1 ngày làm việc, tối đa 1 lần; báo cấp trên không",
      picture: ".rr.O!."),
    Case(
      name: "Two steps that move to one day are one notice",
      policy: "trước 3, 2, 1 ngày; quá hạn không; báo cấp trên không", picture: "..r---D."),
    Case(
      name: "A long holiday in front: what falls into it is said before it",
      policy: "trước 7, 1 ngày; quá hạn mỗi 3 ngày làm việc, tối đa 2 lần; báo cấp trên không",
      picture: "...r---------rD!..!..", doneOn: nil),
    Case(
      name: "Overdue falls silent over days off",
      policy: "trước 1 ngày; quá hạn mỗi 2 ngày làm việc, tối đa 3 lần; báo cấp trên không", picture: "..rD--!.--!.!."),
    Case(
      name: "Counted in working days",
      policy: "trước 3, 1 ngày làm việc; quá hạn không; báo cấp trên không", picture: "..r--.rD.."),
    Case(
      name: "On the day itself",
      policy: "trước 2 ngày; đúng hạn có; quá hạn không; báo cấp trên không", picture: "..r.T.."),
    Case(
      name: "Done before the day: silence from the recording on", policy: "tiêu chuẩn", picture: "...r......D...",
      doneOn: 5),
    Case(
      name: "Done after the first overdue notice: the superior hears nothing", policy: "tiêu chuẩn",
      picture: "...r.....rD!.....", doneOn: 12),
    Case(
      name: "A week of downtime: one late notice, the most urgent",
      policy: "trước 7, 3, 1 ngày; quá hạn không; báo cấp trên không",
      picture: "........rrD...", down: 2...7),
    Case(
      name: "Downtime over the due day: one overdue notice, the superior a working day later",
      policy: "trước 3 ngày; quá hạn mỗi 5 ngày làm việc, tối đa 3 lần; báo cấp trên sau 1 ngày làm việc",
      picture: "...D...!E...!.", down: 0...6),
    Case(
      name: "Back from downtime on a day off: it waits for the next slot",
      policy: "trước 3 ngày; quá hạn không; báo cấp trên không", picture: ".....-rD..", down: 3...4),
  ]

  @Test(arguments: cases)
  func pictures(_ example: Case) throws {
    let picture = Picture(example.picture)
    // Where D stands on a day off: the day before it in the picture is drawn as `-` by the case itself.
    let due = picture.due
    var office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất \(written(due))\n  nhắc: \(example.policy)"),
      calendar: .drawn(off: picture.daysOff))
    if let done = example.doneOn {
      office.record("T xong ngày \(written(picture.date(done)))", at(picture.date(done), 12))
    }
    // Known from the first day of the picture, so that nothing before it speaks.
    let live = at(Picture.start, 0)
    var walk = RoundWalk(office.rules, facts: office.facts, through: day("2025-12-31"), wentLive: { _, _ in live })
    let end = at(picture.date(picture.count), 0).adding(seconds: -1)
    if let down = example.down {
      if down.lowerBound > 0 {
        walk.walk(
          from: at(picture.date(example.from), 0), until: at(picture.date(down.lowerBound), 0).adding(seconds: -1))
      }
      walk.walk(from: at(picture.date(down.upperBound + 1), 10), until: end)
    } else {
      walk.walk(from: at(picture.date(example.from), 0), until: end)
    }
    #expect(drawn(walk.notices, like: picture, due: due) == picture.text)
  }
}
