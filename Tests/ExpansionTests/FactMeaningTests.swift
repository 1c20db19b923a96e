import CivilCalendar
import Deadlines
import Expansion
import RuleSyntax
import Rules
import TestSupport
import Testing

/// A kind that can be written and read must also mean something.
@Suite("Each kind of fact means something")
struct FactMeaningTests {
  @Test("It changes what is owed", arguments: FactKind.allCases)
  func changes(_ kind: FactKind) {
    var office = Office()
    let event = office.event("x")
    let task = office.task("T", after("x", CalendarDuration(30, .day)))
    let unit = office.unit("tt")
    var known = [Fact.Body.happened(event, key: nil, reference: nil, on: day("2024-03-29"), at: nil)]
    if kind == .undone { known.append(.done(.init(task: task), on: day("2024-04-01"), document: nil)) }
    let target: Fact.Body.Target =
      switch kind.form.about {
      case .task: .task(.init(task: task))
      case .event: .event(Fact.EventCase(event))
      }
    let fact: Fact.Body =
      switch kind.form.says {
      case .nothing: Fact.Body(kind, target)
      case .day: Fact.Body(kind, target, day: day("2024-06-05"))
      case .deadline: Fact.Body(kind, target, deadline: office.line(Deadline(by(2024, 9, 30))))
      case .recipient: Fact.Body(kind, target, recipient: .unit(unit))
      case .person: Fact.Body(kind, target, person: "Nguyễn Văn An")
      }
    let (before, after) = (office.expander(known), office.expander(known + [fact]))
    #expect(after.factProblems.isEmpty)
    #expect(DutyChange.between(before, after, in: everything).map(\.duty?.task) == [task])
  }
}
