import CivilCalendar
import Reminders
import Revisions
import RuleSyntax
import Rules
import TestSupport
import Testing

@Suite("A promotion floods nobody")
struct FloodTests {
  private typealias Desk = RevisionDesk

  /// Each of `count` units leads a task that was due.
  private func plan(_ count: Int, due: String, year: Int = 2024) -> String {
    var units = ""
    var tasks = ""
    for number in 1...count {
      units += "đơn vị u\(number): Phòng \(number)\n  email: u\(number)@so.example\n\n"
      tasks += SmallOffice.task("T.\(number)", due, lead: "Phòng \(number)")
    }
    return SmallOffice.plan(tasks, year: year, units: units)
  }

  @Test("Last year's plan, installed today: no unit hears that it is overdue, one sheet of what is to settle at most")
  func lateInstallation() throws {
    let desk = try Desk(["plan.rules": plan(30, due: "chậm nhất 29/11/2023", year: 2023)])
    desk.limits.recipients = 10
    #expect(desk.promoted(try desk.promote()) == 1)
    let live = try #require(try desk.store.live())
    func notices(_ wentLive: @escaping Agenda.WentLive) -> [Notice] {
      var walk = RoundWalk(live.rules, through: CivilDate(iso: "2025-12-31") ?? .first, wentLive: wentLive)
      walk.walk(from: desk.now, until: desk.now.adding(seconds: 60 * 86_400))
      return walk.notices
    }
    let sent = notices(live.wentLive)
    #expect(Set(sent.map(\.recipient.unit)).subtracting(["vp-kh"]).isEmpty)
    #expect(sent.allSatisfy { !$0.kind.name.isOverdue })
    // The same plan taken for known since it was issued: all thirty would be told.
    #expect(Set(notices { _, _ in nil }.map(\.recipient.unit)).isSuperset(of: (1...30).map { "u\($0)" }))
  }

  @Test("Rules whose first round would write to more units than the limit wait, also the first of all")
  func first() throws {
    // Due in three days: the seven days before are news to thirty units in the first slot.
    let desk = try Desk(["plan.rules": plan(30, due: "chậm nhất 12/3/2024")])
    desk.limits.recipients = 10
    let waiting = try desk.waiting(try desk.promote())
    #expect(waiting.reasons.en == "one of the first rounds would write to 30 units (limit 10)")
    #expect(waiting.reasons.vi == "một trong những lượt nhắc đầu tiên sẽ gửi cho 30 đơn vị (giới hạn 10)")
    #expect(try desk.store.live() == nil)
    desk.limits.recipients = 30
    #expect(desk.promoted(try desk.promote()) == 1)
  }

  @Test("The live rules are compared: what is due to go out anyway is no reason, what comes on top is")
  func compared() throws {
    let desk = try Desk(["plan.rules": plan(12, due: "chậm nhất 12/3/2024")])
    #expect(desk.promoted(try desk.promote()) == 1)
    desk.limits.recipients = 10
    try desk.write("# khác\n" + plan(12, due: "chậm nhất 12/3/2024"), to: "rules/plan.rules")
    #expect(desk.promoted(try desk.promote()) == 2)
    desk.limits.recipients = 15
    try desk.write(plan(30, due: "chậm nhất 12/3/2024"), to: "rules/plan.rules")
    let waiting = try desk.waiting(try desk.promote())
    #expect(waiting.reasons.en == "one of the first rounds would write to 30 units (limit 15; with the live rules: 12)")
  }

  @Test("Many times the usual waits too")
  func usual() throws {
    let desk = try Desk(["plan.rules": plan(30, due: "chậm nhất 12/3/2024")])
    desk.usual = 4
    let waiting = try desk.waiting(try desk.promote())
    #expect(waiting.reasons.en == "one of the first rounds would write to 30 units (usual: 4)")
  }
}
