import CivilCalendar
import Expansion
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// Each duty that a sheet knows is counted in one of its figures, and in no other.
func expectOnceEach(_ sheet: WeeklySheet) {
  let all = [
    sheet.overdue, sheet.dueThisWeek, sheet.open, sheet.undated, sheet.toSettle, sheet.silenced, sheet.notOpen,
    sheet.reported,
  ]
  let sum = WeeklySheet.Figure.allCases.reduce(0) { $0 + sheet.count($1) }
  #expect(sum == Set(all.joined()).count + sheet.done, "\(sheet)")
}

/// *Đến hạn trong 7 ngày* means one thing: today and seven days on, whether a window is open or not.
@Suite("What is due within seven days")
struct DueSoonTests {
  @Test("The sheet of every week of each plan's year has all of it", arguments: RealPlanTests.plans)
  func year(plan: RealPlanTests.Plan) throws {
    var rules = try RealPlanTests.rules(plan)
    rules.units.append(Unit(id: "lanh-dao-thu", title: "Lãnh đạo thử", span: rules.units[0].span))
    rules.units[rules.units.count - 1].email = "lanh-dao@so.example"
    for index in rules.plans.indices { rules.plans[index].leader = .unit(rules.units.count - 1) }
    let start = at(day("\(plan.year)-01-01"), 0)
    var walk = RoundWalk(rules, through: day("\(plan.year + 7)-12-31"), wentLive: { _, _ in start })
    walk.walk(from: start, until: at(day("\(plan.year)-12-31"), 23))
    let sheets = walk.notices.compactMap { notice in notice.sheet.map { (notice.slot.instant, notice.subject, $0) } }
    #expect(sheets.count >= 40)
    // Independent of rounds: everything that is owed, as `upcoming --days 7` lists it. Nothing is reported here.
    let owed = Expander(rules, facts: []).obligations(in: DayRange(first: .first, last: .last), explained: false)
    var found = 0
    for (slot, subject, sheet) in sheets {
      let today = Zone.vietnam.day(of: slot)
      let expected = owed.filter {
        .plan($0.id.plan) == subject && $0.closed == nil && today <= $0.effective
          && $0.effective <= today.adding(days: 7)
      }
      #expect(Set(sheet.dueThisWeek) == Set(expected.map(\.id)), "\(today)")
      found += expected.count
      // What is not open yet brought none of them.
      let now = [sheet.open, sheet.undated, sheet.overdue, sheet.silenced, sheet.toSettle].joined()
      #expect(!now.isEmpty)
      expectOnceEach(sheet)
    }
    #expect(found > 0)
  }

  private static func sheets(_ tasks: String, facts: String = "") throws -> [WeeklySheet] {
    var office = try DrawnOffice(
      DrawnOffice.book(tasks, plan: "nhắc: tiêu chuẩn\n  lãnh đạo: Chủ tịch"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    if !facts.isEmpty { office.record(facts, at(day("2024-03-02"), 0)) }
    var walk = RoundWalk(
      office.rules, facts: office.facts, through: day("2025-12-31"), wentLive: { _, _ in at(day("2024-02-01"), 0) })
    walk.walk(from: at(day("2024-03-02"), 0), until: at(day("2024-03-04"), 23))
    return walk.notices.compactMap(\.sheet)
  }

  /// Monday 4 March: the seventh day after it is Monday 11.
  private static let open = "  hạn: chậm nhất 31/12/2024\n\n"

  @Test(
    "Borders, windows that are not open, and gates",
    arguments: [
      ("hạn: chậm nhất 04/3/2024", 1), ("hạn: chậm nhất 11/3/2024", 1), ("hạn: chậm nhất 12/3/2024", 0),
      ("hạn: từ 06/3/2024 đến 08/3/2024", 1), ("hạn: từ 08/3/2024 đến 12/3/2024", 0),
      ("hạn: từ 01/3/2024 đến 08/3/2024, sau khi Bộ công bố chỉ số", 1),
      ("hạn: trong 30 ngày kể từ ngày Bộ công bố chỉ số, chậm nhất 08/3/2024", 1),
    ])
  func borders(_ line: String, _ count: Int) throws {
    let task = Self.open + "nhiệm vụ U: Việc khác\n  chủ trì: Văn phòng\n  \(line)"
    #expect(try Self.sheets(task).map(\.dueThisWeek.count) == [count])
  }

  @Test(
    "What is silenced stands in one list: with what is overdue or due soon, else by itself; what is done in none",
    arguments: [
      ("chậm nhất 29/02/2024", "", 1, 0, 0), ("chậm nhất 08/3/2024", "", 0, 1, 0), ("chậm nhất 29/3/2024", "", 0, 0, 1),
      ("chậm nhất 29/3/2024", "\nU xong ngày 01/3/2024", 0, 0, 0),
    ])
  func silenced(_ due: String, _ more: String, _ overdue: Int, _ soon: Int, _ alone: Int) throws {
    let task = Self.open + "nhiệm vụ U: Việc khác\n  chủ trì: Văn phòng\n  hạn: \(due)"
    let sheet = try #require(try Self.sheets(task, facts: "ngừng nhắc U đến 30/4/2024" + more).first)
    #expect((sheet.overdue.count, sheet.dueThisWeek.count, sheet.silenced.count) == (overdue, soon, alone))
    // The other duty, of December, is the only one that is open and in no list.
    #expect(sheet.count(.open) == 1)
    expectOnceEach(sheet)
  }

  /// Due on Friday 1 March.
  @Test(
    "Of classified work a sheet has by its day whether it is still to be done, whatever was said of it",
    arguments: [
      ("chậm nhất 01/3/2024", "", 0), ("chậm nhất 01/3/2024", "báo cáo hoàn thành U ngày 01/3/2024", 0),
      ("chậm nhất 01/3/2024", "ngừng nhắc U đến 30/4/2024", 0), ("chậm nhất 01/3/2024", "U xong ngày 02/3/2024", 1),
      ("từ 26/02/2024 đến 01/3/2024, sau khi Bộ công bố chỉ số", "", 0),
    ])
  func classified(_ due: String, _ fact: String, _ done: Int) throws {
    let task =
      Self.open + "nhiệm vụ U: Việc khác\n  độ mật: Mật\n  chủ trì: Văn phòng\n  xác nhận: Giám đốc\n  hạn: \(due)"
    let sheet = try #require(try Self.sheets(task, facts: fact).first)
    #expect((sheet.overdue.count, sheet.done) == (1 - done, done), "\(sheet)")
    #expect(sheet.reported.isEmpty && sheet.silenced.isEmpty && sheet.undated.isEmpty && sheet.toSettle.isEmpty)
    expectOnceEach(sheet)
  }

  @Test("No sheet goes out only because something will open and be due") func none() throws {
    #expect(try Self.sheets("  hạn: từ 06/3/2024 đến 08/3/2024").isEmpty)
  }

  @Test("An obligation by itself")
  func definition() {
    let id = ObligationID(plan: "p", task: "T", key: "once")
    var obligation = Duty(
      id: id, task: 0, dueLine: 0,
      state: DueDays(
        opens: day("2024-03-08"), nominal: day("2024-03-08"), effective: day("2024-03-08"),
        cutoff: ClockTime(hour: 16)))
    #expect(obligation.isDueSoon(on: day("2024-03-01"), at: nil))
    #expect(!obligation.isDueSoon(on: day("2024-02-29"), at: nil))
    #expect(obligation.isDueSoon(on: day("2024-03-08"), at: ClockTime(hour: 15)))
    #expect(!obligation.isDueSoon(on: day("2024-03-08"), at: ClockTime(hour: 16, minute: 30)))
    #expect(!obligation.isDueSoon(on: day("2024-03-09"), at: nil))
    obligation.state.isGated = true
    obligation.state.pending = .occurrence
    #expect(obligation.isDueSoon(on: day("2024-03-01"), at: nil))
    obligation.closed = .waived(because: nil)
    #expect(!obligation.isDueSoon(on: day("2024-03-01"), at: nil))
  }
}
