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

  /// T of each case in 10 days, V 5 days after T is done.
  private static func following() -> (office: Office, event: EventID, task: TaskID, follower: TaskID) {
    var office = Office()
    let event = office.event("vu-viec", .eachCase)
    let task = office.task(
      "T", .eachCase(trigger: .single(EventMention("vu-viec")), durations: [CalendarDuration(10, .day)]))
    let follower = office.task(
      "V", .counted(CountedDeadline(.within, [CalendarDuration(5, .day)], of: .taskDone(TaskMention(id: "T")))))
    return (office, event, task, follower)
  }

  @Test("Whatever was recorded of a case before does not stand in the way of withdrawing it")
  func recordedBefore() {
    let (office, event, task, follower) = Self.following()
    for subject in [Fact.Subject(task: task, key: "12"), Fact.Subject(task: follower, key: "12")] {
      let bodies: [Fact.Body] = [
        .extended(subject, to: day("2024-03-20"), by: "1/QĐ"), .waived(subject, because: "thôi"),
        .silenced(subject, until: day("2024-03-10"), because: "nghỉ"),
        .reassigned(subject, to: .unit(0), by: "2/QĐ"), .done(subject, on: day("2024-03-11"), document: nil),
        Fact.Body(.accepted, .task(subject), day: day("2024-03-05")),
        Fact.Body(.assigned, .task(subject), person: "An"),
      ]
      for body in bodies {
        let facts = [happened(event, "2024-03-04", ref: "12"), body, .withdrawn(event, key: nil, reference: "12")]
        let problems = office.expander(facts).factProblems
        #expect(problems.isEmpty, "\(body.kind): \(problems)")
      }
    }
    // After it there is nothing that could be given more time.
    let late = office.expander([
      happened(event, "2024-03-04", ref: "12"), .withdrawn(event, key: nil, reference: "12"),
      .extended(.init(task: task, key: "12"), to: day("2024-03-20"), by: nil),
    ])
    #expect(late.factProblems.count == 1 && late.drawn(task).isEmpty)
  }

  @Test("Without a key a fact means what is owed of the cases that stand, and what was done of those that do not")
  func withoutKey() {
    let (office, event, task, follower) = Self.following()
    let said = [happened(event, "2024-03-04", ref: "12"), happened(event, "2024-03-04", ref: "13")]
    let done = Fact.Body.done(.init(task: task, key: "12"), on: day("2024-03-08"), document: nil)
    let withdrawn = Fact.Body.withdrawn(event, key: nil, reference: "12")
    func closed(_ expander: Expander) -> [String] {
      expander.duties(in: everything).all.filter { $0.closed != nil }.map { "\($0.id.task)@\($0.id.key)" }.sorted()
    }
    // V@12 is due since T@12 was done; V@13 waits for T@13.
    let followed = office.expander(
      said + [done, withdrawn, .done(.init(task: follower), on: day("2024-03-11"), document: nil)])
    #expect(followed.factProblems.isEmpty && closed(followed) == ["T@12", "V@12"], "\(closed(followed))")
    let undone = office.expander(said + [done, withdrawn, .undone(.init(task: task), because: nil)])
    #expect(undone.factProblems.isEmpty && closed(undone).isEmpty)
    // T@12 is not owed any more, so that T@13 alone is meant.
    let other = office.expander(
      said + [withdrawn, .done(.init(task: task), on: day("2024-03-08"), document: nil)])
    #expect(other.factProblems.isEmpty && closed(other) == ["T@13"])
  }

  @Test("A case that was recorded by its number is withdrawn by it, whether it is called key or number")
  func byNumber() {
    let (office, event, task, _) = Self.following()
    let gone = office.expander([
      happened(event, "2024-03-04", ref: "7/Đ"), .withdrawn(event, key: "7/Đ", reference: nil),
    ])
    #expect(gone.factProblems.isEmpty && gone.drawn(task).isEmpty)
  }

  @Test("What follows from an event that happens once and was done stays on its day when the event is withdrawn")
  func once() {
    var office = Office()
    let event = office.event("thong-tu")
    let task = office.task(
      "W",
      .counted(CountedDeadline(.within, [CalendarDuration(20, .day)], of: .event(.single(EventMention("thong-tu"))))))
    let said = Fact.Body.happened(event, key: nil, reference: nil, on: day("2024-01-05"), at: nil)
    let done = Fact.Body.done(.init(task: task, key: "once"), on: day("2024-02-07"), document: nil)
    let withdrawn = Fact.Body.withdrawn(event, key: nil, reference: nil)
    // 5 January + 20 days = 25 January 2024, a Thursday.
    let kept = office.expander([said, done, withdrawn]).duties(in: everything)
    #expect(kept.dated.map(\.drawn) == ["once 2024-01-05..2024-01-25"] && kept.dated.map(\.isDone) == [true])
    #expect(kept.open.isEmpty)
    for facts in [[said, withdrawn], [said, done, withdrawn, .undone(.init(task: task, key: "once"), because: nil)]] {
      let waiting = office.expander(facts)
      #expect(waiting.drawn(task).isEmpty && waiting.openDuties().map(\.id.key) == ["once"])
      #expect(waiting.factProblems.isEmpty)
    }
    // It happens after all: the day is that of the new record.
    let again = office.expander([
      said, withdrawn, .happened(event, key: nil, reference: nil, on: day("2024-02-01"), at: nil),
    ])
    #expect(again.drawn(task) == ["once 2024-02-01..2024-02-21"])
  }
}
