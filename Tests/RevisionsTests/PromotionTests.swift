import CivilCalendar
import FactLog
import Reminders
import Revisions
import RuleSyntax
import Rules
import StateFolder
import TestSupport
import Testing

@Suite("What a promotion asks about")
struct PromotionTests {
  private typealias Desk = RevisionDesk

  @Test("Errors refuse; what was live stays live")
  func refused() throws {
    let desk = try Desk()
    #expect(desk.promoted(try desk.promote()) == 1)
    try desk.write(SmallOffice.plan(SmallOffice.task("A", "khi nào xong thì thôi nhé")), to: "rules/plan.rules")
    guard case .refused(let diagnostics) = try desk.promote() else {
      Issue.record("not refused")
      return
    }
    #expect(diagnostics.contains { $0.severity == .error && $0.span.source.name == desk.rules + "/plan.rules" })
    #expect(try desk.store.live()?.number == 1)
    #expect(throws: RevisionFailure.noFolder(path: desk.root + "/none")) {
      try desk.promote(folder: desk.root + "/none")
    }
  }

  @Test("A calendar whose zone this machine does not have is refused; one that it has decides the instants")
  func timeZones() throws {
    func plan(_ zone: String) -> String {
      SmallOffice.plan().replacing("lịch: Việt Nam", with: "lịch: Xa") + "\n\nlịch xa: Xa\n  múi giờ: \(zone)\n"
    }
    let desk = try Desk(["plan.rules": plan("Europe/Atlantis")])
    guard case .refused(let diagnostics) = try desk.promote() else {
      Issue.record("not refused")
      return
    }
    let errors = diagnostics.errors
    #expect(errors.map(\.code) == ["unknown-time-zone"])
    #expect(errors.first?.words.en.contains("“Europe/Atlantis”, which “Xa” names") ?? false)
    try desk.write(plan("Europe/Berlin"), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 1)
    let zone = try #require(try desk.store.live()).zones()("Europe/Berlin")
    // Midnight of 1 July there is 22:00 UTC.
    #expect(zone.instant(CivilDate(iso: "2024-07-01") ?? .first) == Instant(seconds: 1_719_784_800))
  }

  @Test("The same sources change nothing; a comment is a change")
  func unchanged() throws {
    let desk = try Desk()
    #expect(desk.promoted(try desk.promote()) == 1)
    guard case .unchanged(1) = try desk.promote() else {
      Issue.record("changed")
      return
    }
    try desk.write("# chú thích\n" + SmallOffice.plan(), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
  }

  @Test("A fact that would lose its task waits, is named, and goes live once accepted by hash")
  func lostTask() throws {
    let desk = try Desk([
      "plan.rules": SmallOffice.plan(SmallOffice.task("A", "29/3/2024") + SmallOffice.task("B", "28/6/2024"))
    ])
    #expect(desk.promoted(try desk.promote()) == 1)
    desk.record("kh/x ngày 01/3/2024")
    desk.record("kh/B kỳ once xong ngày 01/3/2024")
    try desk.write(SmallOffice.plan(SmallOffice.task("A", "29/3/2024")), to: "rules/plan.rules")
    let waiting = try desk.waiting(try desk.promote())
    #expect(
      waiting.reasons.en.hasPrefix("1 fact that has an effect now would have none:\n  number 2: kh/B kỳ once xong"))
    #expect(waiting.reasons.vi.contains("số 2: kh/B kỳ once xong ngày 01/3/2024"))
    #expect(desk.state.readWaitingRules() == waiting)
    #expect(try desk.store.live()?.number == 1)
    // Asking again changes neither the answer nor since when it waits.
    desk.now = desk.now.adding(seconds: 3600)
    #expect(try desk.waiting(try desk.promote()) == waiting)
    // Other digits accept nothing; too few accept nothing.
    for wrong in ["deadbeef", String(waiting.hash.prefix(7))] {
      guard case .otherSources(let found) = try desk.promote(accepting: wrong) else {
        Issue.record("accepted \(wrong)")
        return
      }
      #expect(found.description == waiting.hash)
    }
    #expect(desk.promoted(try desk.promote(accepting: String(waiting.hash.prefix(12)))) == 2)
    #expect(desk.state.readWaitingRules() == nil)
  }

  @Test("What was accepted and then edited is not what was accepted")
  func editedMeanwhile() throws {
    let desk = try Desk([
      "plan.rules": SmallOffice.plan(SmallOffice.task("A", "29/3/2024") + SmallOffice.task("B", "28/6/2024"))
    ])
    #expect(desk.promoted(try desk.promote()) == 1)
    desk.record("kh/B kỳ once xong ngày 01/3/2024")
    try desk.write(SmallOffice.plan(SmallOffice.task("A", "29/3/2024")), to: "rules/plan.rules")
    let waiting = try desk.waiting(try desk.promote())
    try desk.write(SmallOffice.plan(SmallOffice.task("A", "28/3/2024")), to: "rules/plan.rules")
    guard case .otherSources = try desk.promote(accepting: waiting.hash) else {
      Issue.record("accepted something else")
      return
    }
    #expect(try desk.store.live()?.number == 1)
    // Putting the task back supersedes what waited.
    try desk.write(
      SmallOffice.plan(SmallOffice.task("A", "29/3/2024") + SmallOffice.task("B", "28/6/2024")), to: "rules/plan.rules")
    guard case .unchanged(1) = try desk.promote() else {
      Issue.record("changed")
      return
    }
    #expect(desk.state.readWaitingRules() == nil)
  }

  @Test("A key that vanishes, an event that vanishes and a plan that vanishes wait; a task under a new id does not")
  func lostKeys() throws {
    func live(_ fact: String) throws -> Desk {
      let tasks = SmallOffice.task("A", "hằng quý, trước ngày 17 tháng cuối quý")
      let desk = try Desk(["kh/plan.rules": SmallOffice.plan(tasks), "b/plan.rules": SmallOffice.plan(id: "b")])
      #expect(desk.promoted(try desk.promote()) == 1)
      desk.record(fact, plan: fact.hasPrefix("b/") ? "b" : "kh")
      return desk
    }
    let quarter = try live("kh/A kỳ 2024-Q1 xong ngày 01/3/2024")
    try quarter.write(SmallOffice.plan(SmallOffice.task("A", "hằng tháng, trước ngày 17")), to: "rules/kh/plan.rules")
    #expect(try quarter.waiting(try quarter.promote()).reasons.en.contains("number 1: kh/A kỳ 2024-Q1"))

    let event = try live("kh/x ngày 01/3/2024")
    let without = SmallOffice.plan(SmallOffice.task("A", "29/3/2024")).split(separator: "\n").filter {
      !$0.hasPrefix("sự kiện")
    }
    try event.write(without.joined(separator: "\n"), to: "rules/kh/plan.rules")
    #expect(try event.waiting(try event.promote()).reasons.en.contains("number 1: kh/x"))

    let plan = try live("b/A kỳ once xong ngày 01/3/2024")
    try Folder.remove(plan.rules + "/b")
    #expect(try plan.waiting(try plan.promote()).reasons.vi.contains("— không có kế hoạch này"))

    let renamed = try live("kh/A kỳ 2024-Q1 xong ngày 01/3/2024")
    try renamed.write(
      SmallOffice.plan(SmallOffice.task("II.1", "hằng quý, trước ngày 17 tháng cuối quý", more: "  trước đây: A")),
      to: "rules/kh/plan.rules")
    #expect(renamed.promoted(try renamed.promote()) == 2)
  }

  @Test("A fact that never had an effect is no reason to wait; a first promotion never waits for facts")
  func noEffect() throws {
    let desk = try Desk()
    desk.record("kh/Z kỳ once xong ngày 01/3/2024")
    desk.record("không ai hiểu dòng này")
    desk.record("c/A kỳ once xong ngày 01/3/2024", plan: "c")
    #expect(desk.promoted(try desk.promote()) == 1)
    try desk.write("# khác\n" + SmallOffice.plan(), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
  }

  @Test("What somebody was reminded of and is not done waits; what is done with its fact is told as the fact's loss")
  func reminded() throws {
    let desk = try Desk([
      "plan.rules": SmallOffice.plan(SmallOffice.task("A", "29/3/2024") + SmallOffice.task("B", "11/3/2024"))
    ])
    #expect(desk.promoted(try desk.promote()) == 1)
    let live = try #require(try desk.store.live())
    var walk = RoundWalk(live.rules, through: CivilDate(iso: "2024-12-31") ?? .first, wentLive: live.wentLive)
    walk.walk(from: desk.now, until: desk.now.adding(seconds: 8 * 86_400))
    // Of B a day before and on Tuesday 12 March; of A nothing yet.
    #expect(walk.notices.map { "\($0.subject)" }.allSatisfy { $0 == "o:kh/B@once" } && !walk.notices.isEmpty)
    (desk.log, desk.now) = (walk.log, desk.now.adding(seconds: 8 * 86_400))
    try desk.write(SmallOffice.plan(SmallOffice.task("B", "11/3/2024")), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
    try desk.write(SmallOffice.plan(SmallOffice.task("A", "29/3/2024")), to: "rules/plan.rules")
    let waiting = try desk.waiting(try desk.promote())
    #expect(waiting.reasons.en == "1 that reminders went out for and that is not done would be gone: kh/B")
  }

  @Test("What is done and would be found nowhere waits, though its fact would count for something else")
  func vanishedDone() throws {
    let desk = try Desk(["plan.rules": SmallOffice.plan(SmallOffice.task("A", "29/3/2024"))])
    #expect(desk.promoted(try desk.promote()) == 1)
    desk.record("kh/A xong ngày 01/3/2024")
    try desk.write(
      SmallOffice.plan(SmallOffice.task("A", "hằng quý, trước ngày 17 tháng cuối quý")), to: "rules/plan.rules")
    // On 1 March the first quarter's stands open, so that the fact closes it.
    #expect(try desk.waiting(try desk.promote()).reasons.en == "1 that is done would be gone: kh/A")
    // Under its new id it stays.
    try desk.write(SmallOffice.plan(SmallOffice.task("B", "29/3/2024", more: "  trước đây: A")), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
  }
}
