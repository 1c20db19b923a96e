import CivilCalendar
import Diagnostics
import Expansion
import Operations
import Presentation
import Reminders
import Rules
import TestSupport
import Testing

/// Sequences of facts in any order, also of those that mean nothing.
@Suite("Whatever is recorded")
struct FactWalkTests {
  static let rules = RuleBook.read(
    own: [
      SourceText(
        name: "plan.rules",
        text: """
          kế hoạch k: Kế hoạch
            năm: 2024
            lịch: Lịch
            ban hành: 01/01/2024
            đầu mối: vp
            lãnh đạo: gd
            xác nhận: gd

          lịch l: Lịch

          đơn vị vp: Văn phòng
          đơn vị cn: Phòng Chuyên ngành
          đơn vị kh: Phòng Kế hoạch
          đơn vị gd: Giám đốc

          nhóm cac: các phòng
            thành viên: cn; kh

          sự kiện x: Tỉnh công bố

          nhiệm vụ A: Việc một
            chủ trì: cn
            hạn: chậm nhất 10/5/2024

          nhiệm vụ B: Việc hai
            chủ trì: kh
            xác nhận: không
            hạn: hằng quý, trước ngày 17 tháng cuối quý

          nhiệm vụ C: Việc ba
            chủ trì: cac (từng đơn vị)
            hạn: trong 10 ngày kể từ ngày Tỉnh công bố, chậm nhất 30/6/2024

          nhiệm vụ D: Việc bốn
            chủ trì: kh
            hạn: trong 5 ngày sau khi hoàn thành nhiệm vụ A

          """)
    ])

  private static let targets = [
    "A", "B kỳ 2024-Q1", "B kỳ 2024-Q2", "B", "C của cn", "C của kh", "C", "D", "E", "B kỳ 2023-Q1",
  ]

  static func line(_ random: inout SeededGenerator) -> String {
    func any() -> CivilDate { day("2024-03-01").adding(days: Int(random.next() % 150)) }
    let (target, on, later) = (random.pick(targets), any().written, any().written)
    return random.pick([
      "\(target) xong ngày \(on)", "\(target) xong không rõ ngày", "\(target) xong ngày \(on), hạn \(later)",
      "báo cáo hoàn thành \(target) ngày \(on)", "báo cáo hoàn thành \(target) ngày \(on), hạn \(later)",
      "xác nhận \(target) ngày \(on)", "trả lại \(target) ngày \(on) vì thiếu",
      "trả lại \(target) ngày \(on), hạn mới \(later) vì thiếu", "xin gia hạn \(target) ngày \(on) đến \(later) vì gấp",
      "không đồng ý gia hạn \(target) ngày \(on) vì muộn", "rút đề nghị gia hạn \(target) ngày \(on)",
      "gia hạn \(target) đến \(later) theo CV 1", "miễn \(target) vì thôi", "mở lại \(target) vì nhầm",
      "chuyển \(target) cho vp theo CV 2", "ngừng nhắc \(target) đến \(later) vì chờ", "tiếp nhận \(target) ngày \(on)",
      "tiến độ \(target) ngày \(on): 40%", "giao \(target) cho Nguyễn Văn Bình",
      "yêu cầu giải trình \(target) ngày \(on) vì trễ", "giải trình \(target) ngày \(on): đang chờ",
      "Tỉnh công bố ngày \(on)", "hủy ghi nhận Tỉnh công bố", "sửa Tỉnh công bố thành ngày \(on)",
    ])
  }

  /// Everything that is owed, as text.
  private func state(_ facts: [Fact]) -> [String] {
    Expander(Self.rules.rules, facts: facts).duties(in: DayRange(first: .first, last: .last), explained: false).all
      .map { "\($0.id) \($0.state) \($0.closed as Any) \($0.course) \($0.isReturned) \($0.leads) \($0.bound as Any)" }
  }

  @Test("States follow from the facts, what is refused changes nothing, and every sum adds up") func walks() {
    #expect(!Self.rules.diagnostics.hasErrors, "\(Self.rules.diagnostics.map(\.words.en))")
    let rules = Self.rules.rules
    var random = SeededGenerator(seed: 2024)
    for _ in 0..<10_000 {
      let text = (0..<1 + Int(random.next() % 12)).map { _ in Self.line(&random) }.joined(separator: "\n")
      let facts = FactFile.read(SourceText(name: "f", text: text), rules: rules).facts
      let expander = Expander(rules, facts: facts)
      let refused = Set(expander.factProblems.map(\.text))
      // A line that stands twice may be refused the second time alone.
      if Set(facts.map(\.text)).count == facts.count, random.next() % 8 == 0 {
        #expect(state(facts) == state(facts.filter { !refused.contains($0.text) }), "\(text)")
      }
      let today = day("2024-03-01").adding(days: Int(random.next() % 200))
      let timed = facts.map { TimedFact($0, recorded: $0.body.day.map { Zone.vietnam.instant($0, minute: 540) }) }
      let account = DelayAccount(expander, timed, KnownDays(rules, timed), today: today)
      let items = UpcomingList(
        rules, expander.duties(in: DayRange(first: .first, last: day("2024-12-31")), explained: false), today: today,
        time: nil, includesClosed: true
      ).items
      let found = Statistic(
        CountedDuties(items, rules, delay: account.delay), in: DayRange(first: .first, last: .last),
        by: .unit,
        rules, .vi)
      let outside = Statistic.Class.allCases.reduce(0) { $0 + ($1.isCounted ? 0 : found.whole[$1]) }
      #expect(found.whole.total + outside == items.count, "\(text)")
      #expect(found.whole.done + found.whole.notDone == found.whole.total)
      #expect(found.rows.map(\.total).reduce(0, +) == found.whole.total)
      for item in items {
        guard let duty = item.duty.dated, let delay = account.delay(of: duty) else { continue }
        #expect(Delay.Cause.allCases.reduce(0) { $0 + delay[$1] } == delay.total && delay.total > 0)
        #expect(delay.stretches.first?.days.first == duty.binding.adding(days: 1))
      }
    }
  }
}
