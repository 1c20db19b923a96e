import CivilCalendar
import Reminders
import Rules
import TestSupport
import Testing

/// Single decisions, each with the reason by which docs/reminders.md gives it.
@Suite("What a round decides")
struct RoundTests {
  // MARK: Recipients

  @Test("A year's window under the standard policy: opening, middle, 30, 7 and 1; support hears the first and the last")
  func year() throws {
    let walk = try walk(
      "phối hợp: Văn phòng\n  hạn: trong năm 2024", from: "2024-01-01", until: "2024-12-31")
    // 31 December 2024 is a Tuesday; 1, 24 and 30 December are Sunday, Tuesday, Monday; 1 July, the middle, a Monday.
    #expect(
      said(walk, to: "cn") == [
        "2024-01-01 opening", "2024-07-01 middle", "2024-11-29 before:30", "2024-12-24 before:7", "2024-12-30 before:1",
      ])
    #expect(said(walk, to: "vp") == ["2024-01-01 opening", "2024-12-30 before:1"])
  }

  /// The window opens on Friday 1 March and is due on Friday 29: leads hear 7 days and 1 day before.
  @Test(
    "Support units hear with the lead's first step and not before, unless their policy has them told at the opening")
  func support() throws {
    let task = "phối hợp: Văn phòng\n  hạn: từ 01/3/2024 đến 29/3/2024"
    let standard = try walk(task, from: "2024-02-20", until: "2024-03-29")
    #expect(said(standard, to: "cn") == ["2024-03-22 before:7", "2024-03-28 before:1"])
    #expect(said(standard, to: "vp") == ["2024-03-22 before:7", "2024-03-28 before:1"])
    let own = try walk(task + "\n  nhắc: tiêu chuẩn; bắt đầu (phối hợp): có", from: "2024-02-20", until: "2024-03-29")
    #expect(said(own, to: "vp") == ["2024-03-01 opening", "2024-03-28 before:1"])
    // A lead who is told nothing beforehand leaves support units nothing to hear with.
    let silent = try walk(task + "\n  nhắc: tiêu chuẩn; trước không", from: "2024-02-20", until: "2024-03-29")
    #expect(said(silent, to: "vp").isEmpty)
  }

  @Test("Quarterly duties: each occurrence has steps of its own") func quarterly() throws {
    let walk = try walk(
      "hạn: hằng quý, trước ngày 17 tháng cuối quý\n  nhắc: trước 15, 7, 1 ngày; quá hạn không",
      from: "2024-01-01", until: "2024-06-30")
    // Due Saturday 16 March and Sunday 16 June: counted from Friday 15 and 14, as in the language's page.
    #expect(
      said(walk, to: "cn") == [
        "2024-02-29 before:15", "2024-03-08 before:7", "2024-03-14 before:1", "2024-05-30 before:15",
        "2024-06-07 before:7", "2024-06-13 before:1",
      ])
  }

  @Test("A week's duty is not told in the week before") func weeklyDuty() throws {
    let walk = try walk(
      "hạn: hằng tuần\n  nhắc: trước 7, 2 ngày; quá hạn không", live: at(day("2024-03-04"), 0), from: "2024-03-04",
      until: "2024-03-17")
    // Due on Sundays 10 and 17 March, counted from the Fridays before them.
    #expect(said(walk, to: "cn") == ["2024-03-06 before:2", "2024-03-13 before:2"])
  }

  @Test("Superiors one after the other, each a working day after the one below at the earliest") func chain() throws {
    let walk = try walk(
      "hạn: chậm nhất 04/3/2024\n  nhắc: quá hạn mỗi 5 ngày làm việc, tối đa 2 lần; báo cấp trên sau 2 ngày làm việc",
      from: "2024-03-01", until: "2024-03-13")
    #expect(
      said(walk) == [
        "2024-03-05 cn overdue:1", "2024-03-06 gd superior", "2024-03-08 ct superior", "2024-03-12 cn overdue:2",
      ])
    // Both are told when the lead was told, not the one below them.
    let told = walk.notices.compactMap {
      if case .superior(let day, let level) = $0.kind { "\(day ?? .first) \(level)" } else { nil }
    }
    #expect(told == ["2024-03-05 1", "2024-03-05 2"])
  }

  /// Due on Monday 4 March, told on the 5th. The director leads beside a unit that stands below; the chairman is the
  /// director's superior and the unit's second one.
  @Test("Who stands above several leads is told once, as the nearest of them, and who leads is no superior beside that")
  func sharedSuperiors() throws {
    func told(_ leads: String) throws -> [String] {
      let text = DrawnOffice.book(
        "  hạn: chậm nhất 04/3/2024\n  nhắc: quá hạn mỗi 9 ngày làm việc, tối đa 1 lần; báo cấp trên sau 2 ngày làm việc"
      )
      let office = try DrawnOffice(
        text.replacing("chủ trì: Phòng Chuyên ngành", with: "chủ trì: \(leads)"),
        calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
      var walk = RoundWalk(office.rules, through: day("2025-12-31"))
      walk.walk(from: at(day("2024-03-01"), 0), until: at(day("2024-03-11"), 0))
      return walk.notices.compactMap { notice in
        guard case .superior(_, let level) = notice.kind else { return nil }
        return "\(Zone.vietnam.day(of: notice.slot.instant)) \(notice.recipient) \(level)"
      }
    }
    #expect(try told("Phòng Chuyên ngành") == ["2024-03-06 gd 1", "2024-03-08 ct 2"])
    #expect(try told("Phòng Chuyên ngành; Giám đốc") == ["2024-03-06 ct 1"])
    #expect(try told("Phòng Chuyên ngành; Phòng Kế hoạch") == ["2024-03-06 gd 1", "2024-03-08 ct 2"])
    #expect(try told("Phòng Theo dõi") == [])
  }

  @Test("A step is called by its policy, and says how many days there are where days off made it more") func daysLeft()
  {
    let sunday = day("2024-03-17")
    let seven = NoticeKind.before(7, working: false)
    #expect(seven.words(of: sunday, on: day("2024-03-08")).vi == "trước hạn 7 ngày (còn 9 ngày)")
    #expect(seven.words(of: sunday, on: day("2024-03-10")).en == "7 days before")
    let five = NoticeKind.before(5, working: true)
    #expect(five.words(of: day("2024-03-15"), on: day("2024-03-08")).en == "5 working days before (7 days left)")
  }

  @Test("A lead without an address: nobody above is told, and the decision says why") func noAddress() throws {
    let walk = try walk(
      "hạn: chậm nhất 04/3/2024", from: "2024-03-01", until: "2024-03-29",
      change: { rules in rules.units[rules.units.firstIndex { $0.id == "cn" } ?? 0].email = nil })
    #expect(said(walk).isEmpty)
    let last = try #require(walk.decisions.last?.decision.unreachable.first)
    guard case .noAddress = last.reason else { return #expect(Bool(false), "\(last)") }
  }

  @Test("A group not kept here gets nothing, and the decision says so") func notKept() throws {
    let walk = try walk("phối hợp: các xã\n  hạn: chậm nhất 29/3/2024", from: "2024-03-20", until: "2024-03-29")
    #expect(said(walk) == ["2024-03-22 cn before:7", "2024-03-28 cn before:1"])
    for (_, decision) in walk.decisions {
      let reasons = decision.unreachable.map { unreachable in
        if case .groupNotKept = unreachable.reason { true } else { false }
      }
      #expect(reasons == [true])
    }
  }

  @Test("Mail and webhook: two notices, one decision") func channels() throws {
    let walk = try walk(
      "hạn: chậm nhất 29/3/2024\n  nhắc: trước 1 ngày; quá hạn không", from: "2024-03-20", until: "2024-03-29",
      change: { rules in rules.units[rules.units.firstIndex { $0.id == "cn" } ?? 0].webhook = "https://chat.so.example"
      })
    #expect(walk.notices.map(\.channel) == [.mail, .webhook])
    #expect(Set(walk.notices.map(\.key)).count == 2)
  }

  @Test("A merged unit's work is its successor's") func merged() throws {
    let walk = try walk(
      "hạn: chậm nhất 28/3/2024\n  nhắc: trước 1 ngày; quá hạn mỗi 1 ngày làm việc; báo cấp trên không",
      from: "2024-03-20", until: "2024-04-02",
      change: { rules in
        let (old, new) = (rules.units.firstIndex { $0.id == "cn" } ?? 0, rules.units.firstIndex { $0.id == "kh2" } ?? 0)
        rules.units[old].mergedInto = (new, day("2024-04-01"))
      })
    #expect(
      said(walk) == [
        "2024-03-27 cn before:1", "2024-03-29 cn overdue:1", "2024-04-01 cn handed-over:1", "2024-04-01 kh2 overdue:1",
        "2024-04-02 kh2 overdue:2",
      ])
  }

  @Test("Marked as classified") func classified() throws {
    let walk = try walk("độ mật: Mật\n  hạn: chậm nhất 29/3/2024", from: "2024-03-20", until: "2024-03-29")
    #expect(walk.notices.count == 2)
    #expect(walk.notices.map(\.isClassified) == [true, true])
  }

  // MARK: After the day

  @Test("Five notices, every three working days, then once a week") func weekly() throws {
    let walk = try walk("hạn: chậm nhất 01/3/2024", from: "2024-02-20", until: "2024-04-02")
    // Friday 1 March; overdue from Monday 4 on: 4, 7, 12, 15, 20, then Mondays 25 March and 1 April.
    #expect(
      said(walk, to: "cn") == [
        "2024-02-23 before:7", "2024-02-29 before:1", "2024-03-04 overdue:1", "2024-03-07 overdue:2",
        "2024-03-12 overdue:3",
        "2024-03-15 overdue:4", "2024-03-20 overdue:5", "2024-03-25 still-overdue:2024-03-25",
        "2024-04-01 still-overdue:2024-04-01",
      ])
    #expect(said(walk, to: "gd") == ["2024-03-08 superior"])
  }

  // MARK: Known since

  @Test("Installed in November: what runs is told once, what had passed is listed for the focal point") func late()
    throws
  {
    let live = at(day("2024-11-18"), 10)
    let more = (1...20).map {
      "nhiệm vụ R.\($0): Việc\n  chủ trì: Phòng Chuyên ngành\n  hạn: \($0 > 5 ? "chậm nhất \($0)/3/2024" : "trong năm 2024")\n"
    }
    let walk = try walk(
      "hạn: chậm nhất 01/3/2024", more: more.joined(separator: "\n"), live: live, from: "2024-11-18",
      until: "2024-11-28")
    // Monday 18 November, ten o'clock: the next slot is Tuesday; the weekly one Monday 25.
    #expect(
      walk.messages.map { "\(Zone.vietnam.day(of: $0.slot.instant)) \($0.recipient) \($0.notices.count)" } == [
        "2024-11-19 cn 5", "2024-11-25 vp 16",
      ])
    #expect(walk.notices.filter { $0.recipient.unit == "vp" }.allSatisfy { $0.kind.name == .settle })
    #expect(walk.decisions.last?.decision.toSettle.count == 16)
  }

  // MARK: The leader

  @Test("The leader's sheet on the first working day of the week, counts first; none when nothing is left") func sheet()
    throws
  {
    let walk = try walk(
      "hạn: từ ngày 04/3/2024 đến ngày 13/3/2024\n  nhắc: quá hạn không",
      plan: "nhắc: tiêu chuẩn\n  lãnh đạo: Chủ tịch",
      facts: [(at(day("2024-03-20"), 9), "T xong ngày 20/3/2024")], from: "2024-02-26", until: "2024-05-30")
    #expect(
      said(walk, to: "ct") == [
        "2024-03-04 weekly-sheet:2024-03-04", "2024-03-11 weekly-sheet:2024-03-11",
        "2024-03-18 weekly-sheet:2024-03-18",
      ])
    let sheets = walk.notices.compactMap(\.sheet)
    #expect(sheets.map(\.open.count) == [1, 1, 0])
    #expect(sheets.map(\.dueThisWeek.count) == [0, 1, 0])
    #expect(sheets.map(\.overdue.count) == [0, 0, 1])
  }

  /// Due on Thursday 7 March, more time asked for on Wednesday 6. The director decides: asked on the 7th and every three
  /// working days, the 12th, 15th and 20th. The lead is told on the 14th, after the pause of five working days, and the
  /// director, who is its superior too, a working day later.
  @Test("One message never tells of one duty twice: the most urgent speaks, and the other in the next slot")
  func onceInMessage() throws {
    let walk = try walk(
      "hạn: chậm nhất 07/3/2024\n  nhắc: trước không; quá hạn mỗi 2 ngày làm việc; báo cấp trên sau 1 ngày",
      facts: [(at(day("2024-03-06"), 12), "xin gia hạn T ngày 06/3/2024 đến 29/3/2024 vì chờ")],
      from: "2024-03-01", until: "2024-03-20")
    #expect(said(walk, to: "cn") == ["2024-03-14 overdue:1", "2024-03-18 overdue:2", "2024-03-20 overdue:3"])
    #expect(
      said(walk, to: "gd") == [
        "2024-03-07 decide:0@2024-03-06", "2024-03-12 decide:1@2024-03-06", "2024-03-15 superior",
        "2024-03-18 decide:2@2024-03-06", "2024-03-20 decide:3@2024-03-06",
      ])
  }
  /// Due on Friday 15 March, seven days and one day before told on the 8th and 14th. More time is asked for on Tuesday 5, so
  /// that reminders pause to the end of the 12th, five working days later; handed over on Wednesday 6, 12:00.
  @Test(
    "What is to come has a hand-over at once too, also while reminders pause, and the new lead's steps from then on")
  func scheduledHandOver() throws {
    var office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 15/3/2024\n  nhắc: trước 10, 7, 1 ngày; quá hạn không; báo cấp trên không"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    office.record("xin gia hạn T ngày 05/3/2024 đến 29/3/2024 vì chờ", at(day("2024-03-05"), 12))
    office.record("chuyển T cho Phòng Kế hoạch theo 5/TB", at(day("2024-03-06"), 12))
    func coming(_ more: String?) throws -> [String] {
      var office = office
      if let more { office.record(more, at(day("2024-03-06"), 13)) }
      let agenda = Agenda(office.rules, facts: office.facts, through: day("2025-12-31"))
      let id = try #require(agenda.obligations.first?.id)
      let (last, now) = (at(day("2024-03-06"), 8), at(day("2024-03-06"), 14))
      var rounds = ComingRounds(agenda, from: RoundInput(now: now, lastRound: last), MemoryLog())
      let found = rounds.steps(about: id)
      return try #require(found).steps.filter { office.rules.units[$0.unit].id == "kh2" }.map {
        "\(Zone.vietnam.day(of: $0.slot)) \($0.kind.code)"
      }
    }
    #expect(try coming(nil) == ["2024-03-07 assigned", "2024-03-14 before:1"])
    // A silence keeps everything back.
    #expect(try coming("ngừng nhắc T đến 14/3/2024 vì chờ") == [])
  }

  @Test("A message that never arrived is said again in the next weekly slot") func undelivered() throws {
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 20 ngày; quá hạn không"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    var walk = RoundWalk(office.rules, through: day("2025-12-31"))
    let first = try #require(walk.round(at: at(day("2024-03-08"), 8)).notices.first)
    let lost = Undelivered(subject: SubjectKey(first.subject), recipient: first.recipient)
    let then = walk.round(at: at(day("2024-03-08"), 9)) { $0.undelivered = [lost] }
    #expect(then.messages.isEmpty)
    #expect(then.nextInstant == at(day("2024-03-11"), 8))
    let again = walk.round(at: at(day("2024-03-11"), 8)) { $0.undelivered = [lost] }
    #expect(again.notices.map(\.kind) == [.again(week: day("2024-03-11"))])
  }

  @Test(
    "Slots lie in office hours",
    arguments: [
      ("06:00", 7 * 60 + 30), ("12:00", 13 * 60 + 30), ("20:00", 17 * 60), ("09:15", 9 * 60 + 15),
    ])
  func officeHours(time: String, minute: Int) throws {
    var hours: [ClosedRange<ClockTime>] = []
    for (from, to) in [(450, 690), (810, 1020)] {
      if let from = ClockTime(hour: from / 60, minute: from % 60), let to = ClockTime(hour: to / 60, minute: to % 60) {
        hours.append(from...to)
      }
    }
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 1 ngày; quá hạn không; lúc \(time)"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [], officeHours: hours), covering: 2020...2030))
    var walk = RoundWalk(office.rules, through: day("2025-12-31"))
    walk.walk(from: at(day("2024-03-25"), 0), until: at(day("2024-04-10"), 0))
    #expect(walk.notices.map { Zone.vietnam.civil($0.slot.instant).minute } == [minute])
  }
}
