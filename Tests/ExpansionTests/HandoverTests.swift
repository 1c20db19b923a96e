import CivilCalendar
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

/// Units that are merged into others: open work moves, history stays (decision: mergers).
@Suite("Mergers")
struct HandoverTests {
  static func office() -> (Office, UnitID, UnitID) {
    var office = Office()
    let a = office.unit("a")
    let b = office.unit("b")
    office.rules.units[b].mergedInto = (a, day("2024-07-01"))
    return (office, a, b)
  }

  @Test("What a unit did before it was merged stays, though its successor owes the same")
  func history() {
    var (office, a, b) = Self.office()
    var both = UnitGroup(id: "ab", title: "ab", span: office.span)
    both.members = [a, b]
    office.rules.groups = [both]
    let task = office.task("I.1", by(2024, 8, 15))
    office.rules.tasks[task].leads = [(nil, Assignment(.group(0), each: true))]
    let bare = office.expander().obligations(in: everything, of: task)
    #expect(bare.map(\.id.unit) == ["a"])
    let done = Fact.Body.done(Fact.Subject(task: task, unit: b), on: day("2024-06-20"), document: nil)
    let expander = office.expander([done])
    #expect(expander.factProblems.isEmpty)
    let obligations = expander.obligations(in: everything, of: task)
    #expect(obligations.map(\.id.unit) == ["a", "b"])
    #expect(obligations.map { $0.status(on: day("2024-08-16")) } == [.overdue(days: 1), .done(.onTime)])
  }

  @Test("Open work is the successor's from the merger on, also what was due before and what has no day")
  func openWork() {
    var (office, a, b) = Self.office()
    office.event("x")
    let dated = office.task("I.1", by(2024, 5, 15))
    let waiting = office.task("I.2", after("x", CalendarDuration(5, .day)))
    for task in [dated, waiting] {
      office.rules.tasks[task].leads = [(nil, Assignment(.unit(b)))]
    }
    let expander = office.expander()
    for (today, lead) in [("2024-06-30", b), ("2024-07-01", a)] {
      let duties = expander.handedOver(expander.duties(in: everything), on: day(today))
      #expect(duties.dated.map(\.leads) == [[.unit(lead)]])
      #expect(duties.open.map(\.leads) == [[.unit(lead)]])
    }
  }

  @Test("Who leads does not support, whether it was handed the work or a support unit was merged into it")
  func leadsDoNotSupport() {
    var (office, a, b) = Self.office()
    office.event("x")
    let c = office.unit("c")
    let dated = office.task("I.1", by(2024, 5, 15))
    let waiting = office.task("I.2", after("x", CalendarDuration(5, .day)))
    for task in [dated, waiting] {
      office.rules.tasks[task].leads = [(nil, Assignment(.unit(a)))]
      office.rules.tasks[task].supports = [Assignment(.unit(b)), Assignment(.unit(c))]
    }
    let before = office.expander()
    for (today, supports) in [("2024-06-30", [b, c]), ("2024-07-01", [c])] {
      let duties = before.handedOver(before.duties(in: everything), on: day(today)).all
      #expect(duties.map(\.supports) == [supports.map(Recipient.unit), supports.map(Recipient.unit)])
    }
    let handed = [dated, waiting].map {
      Fact.Body.reassigned(Fact.Subject(task: $0), to: .unit(c), by: nil)
    }
    let after = office.expander(handed).duties(in: everything).all
    #expect(after.map(\.leads) == [[.unit(c)], [.unit(c)]])
    #expect(after.map(\.supports) == [[.unit(b)], [.unit(b)]])
  }
}
