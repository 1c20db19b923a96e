import CivilCalendar
import Expansion
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// What the configuration says where policies and calendars say nothing, and what is foretold of an obligation.
@Suite("Office defaults and the schedule")
struct SchedulingDefaultsTests {
  private func office(_ task: String, plan: String = "nhắc: tiêu chuẩn") throws -> DrawnOffice {
    try DrawnOffice(
      DrawnOffice.book("  " + task, plan: plan),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
  }

  private func said(_ walk: RoundWalk, to unit: String) -> [String] {
    walk.notices.filter { $0.recipient.unit == unit }.map { notice in
      let (day, minute) = Zone.vietnam.civil(notice.slot.instant)
      return "\(day) \(minute / 60):\(minute % 60) \(notice.kind.code)"
    }
  }

  @Test("Messages go out at the office's hour where the policy has none") func slot() throws {
    var defaults = SchedulingDefaults()
    defaults.slot = 7 * 60 + 30
    let office = try office("hạn: chậm nhất 29/3/2024\n  nhắc: trước 7, 1 ngày; quá hạn không")
    var walk = RoundWalk(office.rules, through: day("2026-12-31"), defaults: defaults)
    walk.walk(from: at(day("2024-03-18"), 0), until: at(day("2024-04-05"), 23))
    // 29 March 2024 is a Friday.
    #expect(said(walk, to: "cn") == ["2024-03-22 7:30 before:7", "2024-03-28 7:30 before:1"])
  }

  @Test("The leader's sheet comes on the office's day and hour, the others keep theirs") func sheet() throws {
    var defaults = SchedulingDefaults()
    (defaults.sheetDay, defaults.sheetMinute) = (.wednesday, 9 * 60 + 30)
    let office = try office(
      "hạn: chậm nhất 29/3/2024\n  nhắc: trước 2 ngày; quá hạn không", plan: "nhắc: tiêu chuẩn\n  lãnh đạo: Chủ tịch")
    var walk = RoundWalk(office.rules, through: day("2026-12-31"), defaults: defaults)
    walk.walk(from: at(day("2024-03-13"), 0), until: at(day("2024-03-29"), 23))
    let sheets = walk.notices.filter { $0.sheet != nil }.map { notice in
      let (day, minute) = Zone.vietnam.civil(notice.slot.instant)
      return "\(day) \(minute)"
    }
    // Wednesdays at 09:30.
    #expect(sheets == ["2024-03-13 570", "2024-03-20 570", "2024-03-27 570"])
    #expect(said(walk, to: "cn") == ["2024-03-27 8:0 before:2"])
  }

  @Test("The schedule foretells what rounds say of undone work") func schedule() throws {
    let office = try office("phối hợp: Văn phòng\n  hạn: chậm nhất 29/3/2024")
    let agenda = Agenda(office.rules, through: day("2026-12-31"))
    let id = try #require(agenda.obligations.first?.id)
    let foretold = try #require(agenda.schedule(of: id)).filter { !$0.channels.isEmpty }
    var walk = RoundWalk(office.rules, through: day("2026-12-31"))
    walk.walk(from: at(day("2024-01-01"), 0), until: at(day("2024-04-30"), 23))
    let told = walk.notices.filter { notice in
      guard notice.subject == .obligation(id) else { return false }
      if notice.kind.name == .stillOverdue { return false }
      return true
    }
    func text(_ slot: Instant, _ unit: UnitID, _ kind: NoticeKind) -> String { "\(slot.seconds) \(unit) \(kind.code)" }
    #expect(!told.isEmpty)
    #expect(
      Set(told.map { text($0.slot.instant, $0.unit, $0.kind) })
        == Set(foretold.map { text($0.slot, $0.unit, $0.kind) }))
  }
}
