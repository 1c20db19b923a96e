import CivilCalendar
import Diagnostics
import Expansion
import Rules
import TestSupport
import Testing

@testable import Presentation

@Suite("The statistic")
struct StatisticTests {
  private let rules: RuleSet
  private let today = day("2024-06-20")

  init() {
    rules =
      RuleBook.read(
        own: [
          SourceText(
            name: "plan.rules",
            text: """
              kế hoạch k: Kế hoạch
                năm: 2024
                lịch: Lịch
                đầu mối: vp

              lịch l: Lịch

              đơn vị vp: Văn phòng
              đơn vị cn: Phòng Chuyên ngành

              nhiệm vụ I.1: Việc
                hạn: ngày 31/5/2024

              """)
        ]
      ).rules
  }

  private func item(_ due: String, _ closed: DutyEnd? = nil, _ leads: [UnitID] = [0]) -> UpcomingItem {
    let days = DueDays(nominal: day(due), effective: day(due))
    let id = ObligationID(plan: "k", task: "I.1", label: nil, key: due, unit: nil)
    let duty = Duty(id: id, task: 0, dueLine: 0, state: days, leads: leads.map { .unit($0) }, closed: closed)
    return UpcomingItem(duty, issued: .unknown, today: today, time: nil)
  }

  private func statistic(_ items: [UpcomingItem], from: CivilDate = .first, to: CivilDate = .last) -> Statistic {
    Statistic(CountedDuties(items, rules), in: DayRange(first: from, last: to), by: .unit, rules, .vi)
  }

  /// The figures that the Government published for its own tasks: 21,914 = 16,051 done (14,068 on time and 1,983 late) and
  /// 5,863 not done (5,640 within time and 223 overdue).
  @Test("The shape of a published figure") func published() {
    let kinds: [(Int, UpcomingItem)] = [
      (14_068, item("2024-05-31", .done(on: day("2024-05-31"), document: nil))),
      (1_983, item("2024-05-31", .done(on: day("2024-06-01"), document: nil))), (5_640, item("2024-06-20")),
      (223, item("2024-06-19")), (7, item("2024-05-31", .waived(because: nil))),
    ]
    let whole = statistic(kinds.flatMap { Array(repeating: $0.1, count: $0.0) }).whole
    #expect(whole.total == 21_914 && whole.done == 16_051 && whole.notDone == 5_863)
    #expect([whole[.onTime], whole[.late], whole[.within], whole[.overdue]] == [14_068, 1_983, 5_640, 223])
    #expect(whole[.waived] == 7)
  }

  @Test("Each duty in one row and one class, whatever is drawn") func sums() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let items = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        let due = day("2024-01-01").adding(days: Int.random(in: 0..<366, using: &random))
        let ends: [DutyEnd?] = [
          nil, nil, .done(on: due.adding(days: Int.random(in: -9...9, using: &random)), document: nil),
          .waived(because: nil), .withdrawn(on: due),
        ]
        return item(
          due.description, ends.randomElement(using: &random) ?? nil,
          [[0], [1], [0, 1]][Int.random(in: 0..<3, using: &random)])
      }
      let found = statistic(items)
      let outside = [Statistic.Class.waived, .withdrawn, .standing].map { found.whole[$0] }.reduce(0, +)
      #expect(found.whole.total + outside == items.count)
      #expect(found.rows.map(\.total).reduce(0, +) == found.whole.total)
      #expect(found.whole.done + found.whole.notDone == found.whole.total)
      for one in Statistic.Class.allCases { #expect(found.rows.map { $0[one] }.reduce(0, +) == found.whole[one]) }
    }
  }

  @Test("Binding days, and what was carried over") func period() {
    let items = [
      item("2024-03-31"), item("2024-03-31", .done(on: day("2024-03-20"), document: nil)),
      item("2024-03-31", .done(on: day("2024-04-02"), document: nil)), item("2024-04-01"), item("2024-06-30"),
      item("2024-07-01"),
    ]
    let found = statistic(items, from: day("2024-04-01"), to: day("2024-06-30"))
    #expect(found.whole.total == 2 && found.whole[.overdue] == 1 && found.whole[.within] == 1)
    #expect(found.carried?.total == 2 && found.carried?[.overdue] == 1 && found.carried?[.late] == 1)
    #expect(statistic(items).carried == nil)
  }

  @Test("Rows of the same title in two plans stay two rows") func sameTitles() {
    func plan(_ id: String) -> SourceText {
      SourceText(
        name: "\(id).rules",
        text: """
          kế hoạch \(id): Kế hoạch
            năm: 2024
            lịch: Lịch
            đầu mối: vp

          mục I: Cải cách

          nhiệm vụ I.1: Việc
            hạn: ngày 31/5/2024

          """)
    }
    let shared = SourceText(name: "units.rules", text: "lịch l: Lịch\n\nđơn vị vp: Văn phòng\n")
    let rules = RuleBook.read(own: [shared, plan("a"), plan("b")]).rules
    let items = rules.tasks.indices.map { task in
      UpcomingItem(
        Duty(
          id: ObligationID(plan: "a", task: "I.1", key: "once"), task: task, dueLine: 0,
          state: DueDays(nominal: day("2024-05-31"), effective: day("2024-05-31")), leads: [.unit(0)]),
        issued: .unknown, today: today, time: nil)
    }
    func names(_ division: Statistic.Division) -> [String] {
      Statistic(
        CountedDuties(items, rules), in: DayRange(first: .first, last: .last), by: division, rules, .vi
      ).rows.map(\.name)
    }
    #expect(items.count == 2)
    #expect(names(.plan) == ["Kế hoạch (a)", "Kế hoạch (b)"])
    #expect(names(.section) == ["I. Cải cách (a)", "I. Cải cách (b)"])
    #expect(names(.unit) == ["Văn phòng"])
    #expect(names(.person) == ["(chưa giao)"])
  }

  @Test("Days early and late: the most, and the middle one; of an even number the lower of two") func days() {
    func done(_ days: [Int]) -> Statistic.Row {
      statistic(
        days.map { item("2024-05-31", .done(on: day("2024-05-31").adding(days: $0), document: nil)) } + [
          item("2024-05-31"), item("2024-05-31", .waived(because: nil)),
        ]
      ).whole
    }
    let row = done([-9, 0, -2, 1, 30, 4, 7])
    #expect([row.early.median, row.early.most, row.late.median, row.late.most] == [2, 9, 4, 30])
    let none = done([])
    #expect([none.early.median, none.early.most, none.late.median, none.late.most] == [nil, nil, nil, nil])
  }
}
