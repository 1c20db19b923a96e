import CivilCalendar
import Deadlines
import Rules
import TestSupport
import Testing

@testable import Expansion

@Suite("Cases of events that are withdrawn")
struct WithdrawnCaseTests {
  private func happened(_ event: EventID, _ day: String, ref: String) -> Fact.Body {
    .happened(event, key: nil, reference: ref, on: TestSupport.day(day), at: nil)
  }

  @Test("What was done of a case stays when the case is withdrawn; what was not goes")
  func withdrawnCase() {
    var office = Office()
    let event = office.event("vu-viec", .eachCase)
    let task = office.task(
      "T", .eachCase(trigger: .single(EventMention("vu-viec")), durations: [CalendarDuration(10, .day)]))
    let undated = office.task("U", .eachCase(trigger: .single(EventMention("vu-viec")), durations: []))
    let follower = office.task(
      "V", .counted(CountedDeadline(.within, [CalendarDuration(5, .day)], of: .taskDone(TaskMention(id: "T")))))
    let said = happened(event, "2024-03-04", ref: "12")
    let done = Fact.Body.done(.init(task: task, key: "12"), on: day("2024-03-08"), document: nil)
    let doneUndated = Fact.Body.done(.init(task: undated, key: "12"), on: day("2024-03-08"), document: nil)
    let withdrawn = Fact.Body.withdrawn(event, key: nil, reference: "12")
    // 4 March + 10 days = 14 March 2024, a Thursday; 8 March + 5 days = 13 March.
    let kept = office.expander([said, done, doneUndated, withdrawn])
    #expect(kept.drawn(task) == ["12 2024-03-04..2024-03-14"] && kept.drawn(follower) == ["12 2024-03-08..2024-03-13"])
    #expect(kept.openDuties().filter { $0.task == undated }.map(\.id.key).sorted() == ["12", "once"])
    for facts in [[said, withdrawn], [said, done, withdrawn, .undone(.init(task: task, key: "12"), because: nil)]] {
      let gone = office.expander(facts)
      #expect(gone.drawn(task).isEmpty && gone.drawn(follower).isEmpty)
      #expect(gone.openDuties().filter { $0.task == undated }.map(\.id.key) == ["once"])
    }
    // Recorded again, with another day, it is one case.
    let again = office.expander([said, done, withdrawn, happened(event, "2024-03-05", ref: "12")])
    #expect(again.drawn(task) == ["12 2024-03-05..2024-03-15"])
  }
}
