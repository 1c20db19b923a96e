import CivilCalendar
import Reminders
import RuleSyntax
import Rules
import TestSupport
import Testing

/// Single decisions, each with the reason by which docs/reminders.md gives it.
@Suite("What a round decides")
struct RoundTests {
  /// A walk over the drawn office, every day worked but Saturdays and Sundays.
  private func walk(
    _ task: String, plan: String = "nhắc: tiêu chuẩn", more: String = "", facts: [(Instant, String)] = [],
    live: Instant? = nil, from start: String, until end: String, change: (inout RuleSet) -> Void = { _ in }
  ) throws -> RoundWalk {
    var office = try DrawnOffice(
      DrawnOffice.book("  " + task, plan: plan, more: more),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    change(&office.rules)
    for (recorded, line) in facts { office.record(line, recorded) }
    var walk = RoundWalk(
      office.rules, facts: office.facts, through: day("2026-12-31"), wentLive: { _, _ in live })
    walk.walk(from: at(day(start), 0), until: at(day(end), 23))
    return walk
  }

  private func said(_ walk: RoundWalk, to unit: String? = nil) -> [String] {
    walk.notices.filter { unit == nil || $0.recipient.unit == unit }
      .map { "\(Zone.vietnam.day(of: $0.slot.instant)) \(unit == nil ? "\($0.recipient) " : "")\($0.kind.code)" }
  }

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

  /// 1 April 2024 is a Monday, 31 May a Friday.
  private func asked(_ policy: String, _ facts: [(Instant, String)] = []) throws -> [String] {
    let walk = try walk(
      "hạn: từ ngày 01/4/2024 đến ngày 31/5/2024\n  nhắc: tiêu chuẩn; bắt đầu có; \(policy)", facts: facts,
      from: "2024-03-25", until: "2024-05-31")
    return said(walk, to: "cn")
  }

  @Test("A lead that does not accept is asked once, two working days after it first heard") func acceptance() throws {
    let steps = ["2024-04-01 opening", "2024-05-24 before:7", "2024-05-30 before:1"]
    #expect(
      try asked("hỏi tiếp nhận sau 2 ngày làm việc") == [steps[0], "2024-04-03 ask-acceptance", steps[1], steps[2]])
    #expect(
      try asked("hỏi tiếp nhận sau 2 ngày làm việc", [(at(day("2024-04-02"), 9), "tiếp nhận T ngày 02/4/2024")])
        == steps)
    #expect(try asked("hỏi tiếp nhận không") == steps)
  }

  @Test("A lead that says nothing for thirty days is asked how far it is, until it is due") func progress() throws {
    #expect(
      try asked("hỏi tiến độ sau 30 ngày") == [
        "2024-04-01 opening", "2024-05-01 ask-progress:2024-05-01", "2024-05-24 before:7", "2024-05-30 before:1",
        "2024-05-31 ask-progress:2024-05-31",
      ])
    // Said on Saturday 20 April: the thirtieth day is Monday 20 May.
    #expect(
      try asked("hỏi tiến độ sau 30 ngày", [(at(day("2024-04-20"), 9), "tiến độ T ngày 20/4/2024: 40%")]) == [
        "2024-04-01 opening", "2024-05-20 ask-progress:2024-05-20", "2024-05-24 before:7", "2024-05-30 before:1",
      ])
  }

  @Test("Of a rhythm only the first duty is asked about") func firstOfRhythm() throws {
    let walk = try walk(
      "hạn: ngày 25 hằng tháng\n  nhắc: tiêu chuẩn; hỏi tiếp nhận sau 1 ngày làm việc", from: "2024-01-01",
      until: "2024-04-30")
    // Seven days before 25 January is Thursday the 18th.
    #expect(said(walk, to: "cn").filter { $0.contains("ask") } == ["2024-01-19 ask-acceptance"])
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
      if case .superior(let day, let level) = $0.kind { "\(day) \(level)" } else { nil }
    }
    #expect(told == ["2024-03-05 1", "2024-03-05 2"])
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

  // MARK: Questions

  @Test("Who watches an event is asked at the start, middle and end of its window, then every 20 working days")
  func questions() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more: "sự kiện y: có hướng dẫn\n  theo dõi: Phòng Theo dõi\n  dự kiến: Quý II/2024",
      from: "2024-01-02", until: "2024-08-30")
    // 1 April to 30 June: Monday, the middle 16 May a Thursday, the end moves to Friday 28 June; 20 working days later.
    #expect(
      said(walk) == [
        "2024-04-01 td question:0", "2024-05-16 td question:1", "2024-06-28 td question:2", "2024-07-26 td question:3",
        "2024-08-23 td question:4",
      ])
  }

  @Test("Without a watcher the focal point; one question for several tasks") func focalPoint() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more:
        "sự kiện y: có hướng dẫn\n  dự kiến: Tháng 4/2024\n\nnhiệm vụ R.2: Việc\n  chủ trì: Phòng Kế hoạch\n  hạn: sau khi y\n",
      from: "2024-01-02", until: "2024-04-10")
    #expect(said(walk) == ["2024-04-01 vp question:0"])
  }

  @Test("An event is classified where only classified tasks wait for it", arguments: [true, false])
  func classifiedEvent(_ isOnly: Bool) throws {
    let other = "nhiệm vụ R.2: Việc\n  chủ trì: Phòng Kế hoạch\n  hạn: sau khi y\n" + (isOnly ? "  độ mật: Mật\n" : "")
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày z\n  độ mật: Mật",
      more:
        "sự kiện y: có hướng dẫn\n  dự kiến: Tháng 4/2024\n\nsự kiện z: có đủ văn bản\n  đủ cả: y; x\n\n" + other,
      from: "2024-01-02", until: "2024-04-10")
    let asked = walk.notices.filter { $0.subject.description == "e:kh/y" }
    #expect(asked.map(\.isClassified) == [isOnly])
  }

  @Test("Answered: no more questions") func answered() throws {
    let walk = try walk(
      "hạn: trong 10 ngày kể từ ngày y",
      more: "sự kiện y: có hướng dẫn\n  theo dõi: Phòng Theo dõi\n  dự kiến: Tháng 4/2024",
      facts: [(at(day("2024-04-09"), 9), "y ngày 08/4/2024"), (at(day("2024-04-16"), 9), "T xong ngày 16/4/2024")],
      from: "2024-01-02", until: "2024-08-30")
    #expect(said(walk) == ["2024-04-01 td question:0", "2024-04-10 cn opening", "2024-04-11 cn before:7"])
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

  // MARK: Guard

  private func agenda(units: Int = 1) throws -> (Agenda, Instant) {
    let office = try DrawnOffice(
      DrawnOffice.book("  hạn: chậm nhất 29/3/2024\n  nhắc: trước 1 ngày"),
      calendar: WorkingCalendar(.init(weeklyDaysOff: [.saturday, .sunday]), covering: 2020...2030))
    return (Agenda(office.rules, through: day("2025-12-31")), at(day("2024-03-28"), 8))
  }

  @Test("A burst is held and asks; accepted, it goes") func burst() throws {
    let (agenda, now) = try agenda()
    var input = RoundInput(now: now, lastRound: now.adding(seconds: -600))
    input.limits.recipients = 0
    let held = agenda.decide(input, log: MemoryLog())
    #expect(held.messages.isEmpty)
    #expect(held.held?.reasons == [.manyRecipients(1, limit: 0)])
    #expect(held.held?.messages.count == 1)
    #expect(!held.usesAcceptance)
    func decide(_ recipients: Int, _ reasons: Set<String>, messages: Int = 1, seconds: Int64 = 3600) -> RoundDecision {
      input.acceptance = Acceptance(
        recipients: recipients, messages: messages, since: .distantPast, until: now.adding(seconds: seconds),
        reasons: reasons)
      return agenda.decide(input, log: MemoryLog())
    }
    #expect(decide(1, ["recipients"]).messages.count == 1 && decide(1, ["recipients"]).usesAcceptance)
    #expect(decide(1, ["recipients"], seconds: -1).held != nil, "too late")
    #expect(decide(0, ["recipients"]).held != nil, "for fewer")
    #expect(decide(1, ["recipients"], messages: 0).held != nil, "for fewer messages")
    input.acceptance?.messages = 1
    input.acceptance?.since = now.adding(seconds: 60)
    #expect(agenda.decide(input, log: MemoryLog()).held == nil, "a clock is corrected by seconds")
    input.acceptance?.since = now.adding(seconds: 61)
    #expect(agenda.decide(input, log: MemoryLog()).held != nil, "given by a clock that ran ahead")
    #expect(decide(1, ["usual", "clock-ahead", "facts"]).held != nil, "for other reasons")
    input.limits.recipients = 200
    #expect(!decide(1, ["recipients"]).usesAcceptance, "it was not needed")
  }

  @Test("Facts that are gone are held with and without anything to send; accepted, those that were found go on")
  func factsGone() throws {
    let (agenda, now) = try agenda()
    for at in [now, now.adding(seconds: -3600)] {
      var input = RoundInput(now: at, lastRound: at.adding(seconds: -600))
      input.factsGone = FactsGone(seen: 3, found: 1, isAccepted: false)
      let held = agenda.decide(input, log: MemoryLog())
      #expect(held.held?.reasons == [.factsGone(seen: 3, found: 1)] && held.messages.isEmpty)
      #expect(input.doubts == [.factsGone(seen: 3, found: 1)])
      input.acceptance = Acceptance(recipients: 9, messages: 9, since: .distantPast, until: at, reasons: ["facts"])
      #expect(agenda.decide(input, log: MemoryLog()).held != nil, "others than those that were accepted")
      input.factsGone?.isAccepted = true
      let passed = agenda.decide(input, log: MemoryLog())
      #expect(passed.held == nil && passed.usesAcceptance && input.doubts.isEmpty)
    }
  }

  @Test("Many times the usual is held") func usual() throws {
    let (agenda, now) = try agenda()
    var input = RoundInput(now: now, lastRound: now.adding(seconds: -600))
    input.limits.alwaysAllowed = 0
    input.limits.timesUsual = 0
    input.usualRecipients = 3
    #expect(agenda.decide(input, log: MemoryLog()).held?.reasons == [.muchMoreThanUsual(1, usual: 3)])
  }

  @Test("A clock that jumps, runs backwards or is not synchronised is held") func clock() throws {
    let (agenda, now) = try agenda()
    let days = { (count: Int64) in now.adding(seconds: -86_400 * count) }
    func reasons(_ last: Instant, synchronised: Bool = true) -> [HeldRound.Reason]? {
      var input = RoundInput(now: now, lastRound: last)
      input.isClockSynchronised = synchronised
      return agenda.decide(input, log: MemoryLog()).held?.reasons
    }
    #expect(reasons(days(45)) == nil)
    #expect(reasons(days(46)) == [.clockAhead(days: 46)])
    #expect(reasons(days(1), synchronised: false) == [.clockUnsynchronised])
    #expect(reasons(now.adding(seconds: 61)) == [.clockBehindLastRound])
    #expect(reasons(now.adding(seconds: 60)) == nil, "a clock that was corrected")
    #expect(RoundInput(now: now, lastRound: now.adding(seconds: 60)).now == now.adding(seconds: 60))
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
