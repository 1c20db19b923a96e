import CivilCalendar
import TestSupport
import Testing

@testable import Rules

@Suite("Columns, policies and calendars")
struct PolicyAndCalendarTests {
  @Test("extra columns of the plan are fields of its tasks")
  func columns() {
    let base = RuleBookFixture.base.replacing(
      "  lịch: Việt Nam\n", with: "  lịch: Việt Nam\n  cột bổ sung: kinh phí; phân công\n")
    let read = RuleBookFixture.read("nhiệm vụ I.2: A\n  Kinh phí: theo dự toán\n  hạn: Quý II\n", base: base)
    #expect(read.diagnostics.isEmpty)
    #expect(read.rules.tasks[1].extra.map(\.text) == ["theo dự toán"])
  }

  @Test("policies inherit, and a task may change one")
  func policies() {
    let read = RuleBookFixture.read(
      """
      cách nhắc bc: báo cáo
        dựa trên: tiêu chuẩn
        trước: 10, 3 ngày làm việc

      nhiệm vụ I.2: A
        nhắc: báo cáo; lúc 07:30
        hạn: Quý II
      """)
    #expect(read.diagnostics.isEmpty)
    let policy = read.rules.tasks[1].policies.first.map { read.rules.policies[$0.1] }
    let times = policy?.fields.compactMap { field -> Int? in
      if case .at(let time) = field.setting { time.minutes } else { nil }
    }
    #expect(times == [450])
    #expect(
      policy?.fields.contains { field in
        if case .before(let leads) = field.setting { leads.map(\.days) == [10, 3] } else { false }
      } == true)
  }

  @Test("What was announced for a calendar leaves alone the holidays of one that is based on it")
  func ownHolidays() throws {
    let read = RuleBookFixture.read(
      "lịch s: Lịch của Sở\n  dựa trên: Việt Nam\n  ngày lễ: 15/8 (Ngày thành lập)\n")
    let own = read.rules.calendars[try #require(read.rules.calendar(named: "s"))].calendar
    // 15 August 2024 is a Thursday, 15 August 2025 a Friday; 2024 is announced, 2025 is not.
    #expect(own.status(of: day("2024-08-15")) == .holiday("Ngày thành lập"))
    #expect(own.status(of: day("2025-08-15")) == .holiday("Ngày thành lập"))
    #expect(own.status(of: day("2024-01-01"))?.isWorking == false)
    let base = read.rules.calendars[try #require(read.rules.calendar(named: "Việt Nam"))].calendar
    #expect(base.status(of: day("2024-08-15")) == .working)
  }

  @Test("calendars take what they are based on, and the announced years")
  func calendars() throws {
    let read = RuleBookFixture.read("lịch l: Lịch của Sở\n  dựa trên: Việt Nam\n  nghỉ hằng tuần: Chủ nhật\n")
    #expect(read.diagnostics.isEmpty)
    let own = try #require(read.rules.calendar(named: "lịch của Sở"))
    let calendar = read.rules.calendars[own]
    #expect(calendar.law.id == "vn-civil-code")
    #expect(calendar.calendar.definition.weeklyDaysOff == [.sunday])
    #expect(calendar.calendar.isAnnounced(2024) && !calendar.calendar.isAnnounced(2025))
    #expect(calendar.calendar.years == 2022...2036)
    #expect(calendar.calendar.isWorking(try #require(CivilDate(iso: "2024-01-06"))) == true)
  }
}
