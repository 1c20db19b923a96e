import CivilCalendar
import Diagnostics
import Expansion
import Foundation
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// The year 2024 of a real plan with facts of every kind, drawn as `year.txt`: what was recorded and said about each duty of
/// the story, and a row a unit and month. Read by people; written anew with NHACVIEC_RECORD=1, which fails the test.
@Suite("A year with every kind of fact")
struct YearPictureTests {
  /// When each line is recorded: the day, the hour, the line.
  static let story: [(String, Int, String)] = [
    ("2024-01-15", 10, "ban hành kế hoạch skhcn-2024 số 12/QĐ-SKHCN ngày 15/01/2024"),
    // Reported, returned with a new day, reported again and confirmed.
    ("2024-01-17", 9, "tiếp nhận I.1 ngày 17/01/2024"),
    ("2024-01-17", 10, "giao I.1 cho Nguyễn Thị Lan"),
    ("2024-02-06", 9, "tiến độ I.1 ngày 06/02/2024: đã rà soát 40%"),
    ("2024-02-26", 9, "báo cáo hoàn thành I.1 ngày 26/02/2024 số 55/SKHCN-VP"),
    ("2024-02-29", 15, "trả lại I.1 ngày 29/02/2024, hạn mới 15/3/2024 vì thiếu phụ lục"),
    ("2024-03-11", 9, "báo cáo hoàn thành I.1 ngày 11/3/2024 số 70/SKHCN-VP"),
    ("2024-03-13", 9, "xác nhận I.1 ngày 13/3/2024: đạt"),
    // A request that is taken back, an explanation, done on a day that nobody knows.
    ("2024-02-27", 9, "xin gia hạn I.6 ngày 27/02/2024 đến 20/3/2024 vì chờ góp ý"),
    ("2024-03-04", 9, "rút đề nghị gia hạn I.6 ngày 04/3/2024"),
    ("2024-03-08", 14, "yêu cầu giải trình I.6 ngày 08/3/2024 vì quá hạn"),
    ("2024-03-12", 9, "giải trình I.6 ngày 12/3/2024: các phòng góp ý chậm"),
    ("2024-03-14", 9, "I.6 xong không rõ ngày"),
    // More time refused, then given; done on its last day.
    ("2024-03-25", 9, "xin gia hạn II.5 ngày 25/3/2024 đến 15/4/2024 vì chờ số liệu"),
    ("2024-03-27", 9, "không đồng ý gia hạn II.5 ngày 27/3/2024 vì đã giao chỉ tiêu"),
    ("2024-04-02", 9, "gia hạn II.5 đến 12/4/2024 theo Quyết định số 60/QĐ-SKHCN"),
    ("2024-04-12", 16, "II.5 xong ngày 12/4/2024"),
    ("2024-03-20", 9, "miễn VII.2 vì đã lồng ghép vào VII.3"),
    ("2024-03-20", 10, "VII.3 xong ngày 20/3/2024"),
    ("2024-03-29", 14, "mở lại VII.3 vì còn thiếu số liệu"),
    ("2024-04-05", 10, "VII.3 xong ngày 05/4/2024"),
    // Set, handed over, silenced over its day.
    ("2024-05-02", 9, "ấn định II.4 hạn chậm nhất ngày 30/9/2024 theo Công văn số 100/VP"),
    ("2024-08-15", 9, "chuyển II.4 cho Phòng Quản lý Khoa học theo Thông báo số 5/TB-SKHCN"),
    ("2024-09-20", 14, "ngừng nhắc II.4 đến 15/10/2024 vì chờ ý kiến"),
    ("2024-10-21", 9, "II.4 xong ngày 21/10/2024"),
    // Work without a day: its event recorded, corrected, withdrawn, recorded again; returned without a day.
    ("2024-05-22", 9, "kh-pci-tinh ngày 20/5/2024"),
    ("2024-05-27", 9, "sửa kh-pci-tinh thành ngày 22/5/2024"),
    ("2024-06-03", 9, "hủy ghi nhận kh-pci-tinh"),
    ("2024-06-20", 9, "kh-pci-tinh ngày 19/6/2024"),
    ("2024-07-10", 9, "báo cáo hoàn thành I.4 ngày 10/7/2024"),
    ("2024-07-16", 9, "trả lại I.4 ngày 16/7/2024 vì chưa có phụ lục"),
    ("2024-07-25", 9, "báo cáo hoàn thành I.4 ngày 25/7/2024"),
    ("2024-07-26", 9, "xác nhận I.4 ngày 26/7/2024: đạt"),
  ]

  private static let live = at(day("2024-01-01"), 0)

  let rules: RuleSet
  let facts: [TimedFact]
  let walk: RoundWalk

  init() throws {
    let own = try ruleFiles(in: "rules/khanh-hoa-skhcn-2024").map { file in
      let text = String(decoding: file.bytes, as: UTF8.self)
      return SourceText(
        name: file.name,
        text: text.replacing("  đầu mối: Văn phòng Sở\n", with: "  đầu mối: Văn phòng Sở\n  xác nhận: Giám đốc Sở\n"))
    }
    let (rules, diagnostics) = RuleBook.read(own: own, shipped: try shippedRules())
    for diagnostic in diagnostics where diagnostic.severity == .error { Issue.record("\(diagnostic.words.en)") }
    self.rules = rules
    let order = Self.story.sorted { at(day($0.0), $0.1) < at(day($1.0), $1.1) }
    let text = order.map(\.2).joined(separator: "\n")
    let (read, problems) = FactFile.read(SourceText(name: "facts", text: text), rules: rules)
    for problem in problems { Issue.record("\(problem.words.en)") }
    facts = zip(read, order).map { TimedFact($0, recorded: at(day($1.0), $1.1)) }
    var walk = RoundWalk(rules, facts: facts, through: day("2031-12-31"), wentLive: { _, _ in Self.live })
    walk.walk(from: Self.live, until: at(day("2024-12-31"), 23))
    self.walk = walk
  }

  @Test("The story has every kind of fact, and both forms of those that have two") func everyKind() {
    #expect(Set(facts.map(\.fact.body.kind)) == Set(FactKind.allCases))
    #expect(facts.contains { $0.fact.body.kind == .done && $0.fact.body.day == nil })
    #expect(Set(facts.filter { $0.fact.body.kind == .returned }.map { $0.fact.body.newDay == nil }).count == 2)
  }

  @Test("One message a recipient, slot and channel; no duty twice in one") func once() {
    var slots: Set<String> = []
    for message in walk.messages {
      #expect(slots.insert("\(message.recipient) \(message.channel) \(message.slot.instant)").inserted)
      #expect(Set(message.notices.map(\.subject)).count == message.notices.count)
    }
  }

  @Test("Nothing is said of what is closed but that it is, and every reason holds on its day") func reasons() throws {
    var expanders: [Int: [ObligationID: AnyDuty]] = [:]
    for notice in walk.notices {
      guard case .obligation(let id) = notice.subject else { continue }
      let known = facts.filter { $0.recorded.map { $0 <= notice.slot.instant } ?? true }
      let duties: [ObligationID: AnyDuty]
      if let found = expanders[known.count] {
        duties = found
      } else {
        let all = Expander(rules, facts: known.map(\.fact)).duties(
          in: DayRange(first: .first, last: day("2031-12-31")), explained: false, keepsGiven: true
        ).all
        duties = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        expanders[known.count] = duties
      }
      let duty = try #require(duties[id], "\(id)")
      #expect(holds(notice, duty), "\(Zone.vietnam.day(of: notice.slot.instant)) \(notice.recipient) \(drawn(notice))")
    }
  }

  /// Whether a notice says what is so, by the duty as it stood when it went out.
  private func holds(_ notice: Notice, _ duty: AnyDuty) -> Bool {
    let today = Zone.vietnam.day(of: notice.slot.instant)
    let before = walk.notices.filter {
      $0.subject == notice.subject && $0.recipient == notice.recipient && $0.slot.instant < notice.slot.instant
    }
    let isLead = duty.leads.flatMap(rules.units).contains(notice.unit)
    let isOwed = duty.closed == nil && duty.report == nil
    let effective = duty.days?.effective
    let isDated = isOwed && effective != nil && notice.told == effective
    let since: CivilDate? = if case .open(.openUndated(let since)) = duty.state { since } else { nil }
    switch notice.kind {
    case .opens(let first): return isDated && first <= today
    case .running(let known): return isDated && known <= today
    case .middle, .during: return isDated && today < notice.told ?? .first
    case .before, .again: return isDated && today <= notice.told ?? .first
    case .overdue(let time):
      return isDated && (effective ?? .last) < today
        && before.count { $0.kind.name.isOverdue && $0.told == effective } == time - 1
    case .stillOverdue(let week, let told):
      return isDated && (effective ?? .last) < today && week.weekday == .monday
        && before.count { $0.kind.name.isOverdue && $0.told == effective } == told
    case .superior(let leadTold, _):
      let leads = duty.leads.flatMap(rules.units)
      return isDated && leadTold.map { $0 < today } == true
        && leads.contains { rules.units[$0].superior == notice.unit }
    case .assigned: return isDated && isLead && facts.contains { $0.fact.body.kind == .reassigned }
    case .moved(_, let from, _): return isDated && before.last?.told == from && from != effective
    case .openingMoved(_, let from):
      return isOwed && isLead && notice.told == since && (from == nil || before.last?.told == from)
    case .dayGone: return isOwed && effective == nil && !before.isEmpty
    case .released(_, let release):
      guard !before.isEmpty else { return false }
      switch duty.closed {
      case .waived: return release == .waived
      case .withdrawn: return release != .waived
      case .done, nil: return false
      }
    case .handedOver: return isOwed && !isLead && !before.isEmpty
    case .silenced(let until): return isOwed && duty.days?.isSilencedUntil == until && today <= until
    case .settle: return isOwed && (effective ?? .last) < day("2024-01-16")
    case .confirm(_, let reported):
      return duty.closed == nil && duty.report?.day == reported && notice.role == .confirmer
    case .returned(_, let on): return isOwed && isLead && duty.isReturned && on < today
    case .reopened(let time):
      return isOwed && isLead && before.count { $0.kind.name == .reopened } == time - 1
        && duty.reopening.map { facts[$0].recorded ?? .distantPast < notice.slot.instant } ?? false
    case .decide(_, let asked): return isOwed && duty.request?.day == asked && notice.role == .decider
    case .refused(_, let on): return isOwed && isLead && duty.isRefused && on < today
    case .lapsed(_, .reportTakenBack): return isOwed && before.last?.kind.name == .confirm
    case .lapsed(_, .requestWithdrawn), .lapsed(_, .reopened), .lapsed(_, .daySet):
      return isOwed && duty.request == nil && before.last?.kind.name == .decide
    case .lapsed(_, .requestOver): return !isOwed && before.last?.kind.name == .decide
    case .askDay(_, let day): return isOwed && isLead && day == since
    case .askAcceptance, .askProgress: return false
    case .question(_, let awaited, _):
      guard case .open(.awaitingDate) = duty.state else { return false }
      return isOwed && awaited == .timetable
    case .weeklySheet: return false
    }
  }

  // MARK: The picture

  private func drawn(_ notice: Notice) -> String {
    let told = notice.told.map { " [\($0)]" } ?? ""
    return "\(notice.kind.code)\(told) – \(notice.kind.words.vi)"
  }

  /// What was recorded and said about the duties of one task, in time.
  private func story(of task: TaskID) -> String {
    var lines: [(Instant, Int, String)] = []
    for timed in facts {
      let isAbout: Bool
      switch timed.fact.body.target {
      case .task(let subject): isAbout = subject.task == task
      case .event(let named):
        isAbout = rules.tasks[task].due.contains { $0.events.values.contains { $0.event == named.event } }
      }
      if isAbout, let recorded = timed.recorded { lines.append((recorded, 0, "»  \(timed.fact.text)")) }
    }
    struct Said: Hashable {
      var slot: Instant
      var words: String
    }
    let said = Dictionary(grouping: walk.notices.filter { $0.task == task && $0.sheet == nil }) {
      Said(slot: $0.slot.instant, words: drawn($0))
    }
    for (said, notices) in said.sorted(by: { $0.key.words < $1.key.words }) {
      let recipients = notices.map(\.recipient.description).sorted().joined(separator: ", ")
      lines.append((said.slot, 1, "   \(recipients): \(said.words)"))
    }
    let sorted = lines.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    return sorted.map { instant, _, words in
      let (date, minute) = Zone.vietnam.civil(instant)
      let clock = (minute < 600 ? "0" : "") + "\(minute / 60)h"
      return "\(date) \(["T2", "T3", "T4", "T5", "T6", "T7", "CN"][date.weekday.rawValue - 1]) \(clock) \(words)\n"
    }.joined()
  }

  /// A row a unit and month, a character a day: what is most urgent in its message, as in `Picture`.
  private func rows(of unit: RecipientName) -> String {
    let calendar = rules.calendars[rules.plans[0].calendar].calendar
    let mine = Dictionary(grouping: walk.messages.filter { $0.recipient == unit }) {
      Zone.vietnam.day(of: $0.slot.instant)
    }
    return (1...12).map { month in
      let first = day("2024-\(month < 10 ? "0" : "")\(month)-01")
      let days = (0..<31).map { first.adding(days: $0) }.filter { $0.month == month }
      let row = days.map { date -> Character in
        if let message = mine[date]?.first { return mark(message) }
        return calendar.isWorking(date) == true ? "." : "-"
      }
      return "  \(month < 10 ? " " : "")\(month) \(String(row))\n"
    }.joined()
  }

  private func mark(_ message: OutgoingMessage) -> Character {
    message.notices.first { $0.sheet == nil }.map { character($0.kind.name) } ?? "l"
  }

  @Test("The picture") func picture() throws {
    var text = "Kế hoạch khanh-hoa-skhcn-2024, năm 2024; » là ghi nhận, còn lại là lời nhắc [ngày được báo]\n"
    for id in ["QD.2", "I.1", "I.6", "II.5", "VII.2", "VII.3", "II.4", "I.4"] {
      let task = try #require(rules.tasks.firstIndex { $0.id == id })
      text += "\n== \(id): \(rules.tasks[task].title.prefix(60))\n" + story(of: task)
    }
    for unit in Set(walk.messages.map(\.recipient)).sorted() { text += "\n== \(unit)\n" + rows(of: unit) }
    let url = repository.appending(path: "Tests/RemindersTests/year.txt")
    if ProcessInfo.processInfo.environment["NHACVIEC_RECORD"] != nil {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded year.txt")
      return
    }
    let wanted = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    guard text != wanted else { return }
    let line = zip(text.split(separator: "\n"), wanted.split(separator: "\n")).first { $0 != $1 }
    Issue.record("year.txt: \(line.map { "“\($0.0)” instead of “\($0.1)”" } ?? "other length")")
  }
}
