import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

/// Deadlines that are counted from the day of another task, or from its completion.
@Suite("Counting from other tasks")
struct OtherTaskTests {
  @Test("Tasks count from other tasks, like from like")
  func otherTasks() {
    var office = Office()
    let report = office.task(
      "I.2", .each(.every(.quarter), [Place(.before, .day(.day(17, of: .child(.month, -1, of: .own(.quarter)))))]))
    let due = office.task(
      "I.3", .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDue(TaskMention(id: "I.2")))))
    let done = office.task(
      "I.4", .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDone(TaskMention(id: "I.2")))))
    let facts: [Fact.Body] = [
      .done(.init(task: report, key: "2024-Q2"), on: day("2024-06-12"), document: nil),
      .extended(.init(task: report, key: "2024-Q3"), to: day("2024-09-20"), by: nil),
    ]
    let expander = office.expander(facts)
    // 16/3 + 10 = 26/3; 16/6 + 10 = 26/6; 20/9 + 10 = 30/9; 16/12 + 10 = 26/12.
    #expect(
      expander.drawn(due) == [
        "2024-Q1 2024-03-16..2024-03-26", "2024-Q2 2024-06-16..2024-06-26", "2024-Q3 2024-09-20..2024-09-30",
        "2024-Q4 2024-12-16..2024-12-26",
      ])
    // 12 June + 10 = Saturday 22 June.
    #expect(expander.drawn(done) == ["2024-Q2 2024-06-12..2024-06-22=2024-06-24"])
    #expect(expander.openDuties(of: done).map(\.id.key) == ["2024-Q1", "2024-Q3", "2024-Q4"])
  }

  @Test("What counts from a task that is waived stays: its lead is asked for a day, and a day that is set holds")
  func endedTasks() {
    var office = Office()
    let first = office.task("I.2", by(2024, 3, 15))
    let after = CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDone(TaskMention(id: "I.2")))
    let follower = office.task("I.4", .counted(after))
    let bounded = office.task("I.5", .counted(after), clauses { $0.backstop = BackstopTests.endOfJune })
    let counted = office.task(
      "I.6", .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDue(TaskMention(id: "I.2")))))
    let waived = Fact.Body.waived(.init(task: first), because: "…")
    let expander = office.expander([waived])
    // Open since the day on which I.2 would have been due.
    #expect(expander.openDuties(of: follower).map { $0.status(on: day("2024-03-14")) } == [.notOpen])
    #expect(expander.openDuties(of: follower).map { $0.status(on: day("2024-03-15")) } == [.undated])
    #expect(expander.barrenLines(of: follower).isEmpty)
    // The latest day binds, and nothing is waited for.
    #expect(expander.drawn(bounded) == ["once 2024-03-15..2024-06-30"])
    #expect(expander.duties(in: DayRange(first: .first, last: .last), of: bounded).dated.first?.pending == nil)
    // 15/3 + 10: the plan's day stays a day.
    #expect(expander.drawn(counted) == ["once 2024-03-15..2024-03-25"])
    let extended = Fact.Body.extended(.init(task: follower), to: day("2024-04-10"), by: nil)
    #expect(office.expander([waived, extended]).factProblems.isEmpty)
    #expect(office.expander([waived, extended]).drawn(follower).map { $0.suffix(10) } == ["2024-04-10"])
    let done = Fact.Body.done(.init(task: follower), on: day("2024-04-01"), document: nil)
    #expect(office.expander([waived, done]).openDuties(of: follower).map(\.isDone) == [true])
    // Opened again it is waited for again.
    let undone = Fact.Body(.undone, .task(.init(task: first)))
    #expect(
      office.expander([waived, undone]).openDuties(of: follower).map { $0.status(on: day("2024-03-20")) } == [.waiting])
    office.rules.tasks[first].withdrawn = (on: day("2024-02-01"), by: nil)
    #expect(office.expander().openDuties(of: follower).map { $0.status(on: day("2024-03-15")) } == [.undated])
  }

  @Test("Of several periods only the one that counts from what is waived has no day, and of several units all must be")
  func endedPeriods() {
    var office = Office()
    let report = office.task(
      "I.2", .each(.every(.quarter), [Place(.before, .day(.day(17, of: .child(.month, -1, of: .own(.quarter)))))]))
    let done = office.task(
      "I.4", .counted(CountedDeadline(.within, [CalendarDuration(10, .day)], of: .taskDone(TaskMention(id: "I.2")))))
    let expander = office.expander([.waived(.init(task: report, key: "2024-Q2"), because: "…")])
    let states = expander.openDuties(of: done).map { "\($0.id.key) \($0.status(on: day("2024-07-01")))" }
    #expect(states == ["2024-Q1 waiting", "2024-Q2 undated", "2024-Q3 waiting", "2024-Q4 waiting"])
  }

  @Test("Of several lines the named label is meant, else the unlabelled one")
  func labelsOfOtherTasks() {
    var office = Office()
    let report = office.task("I.2", by(2024, 3, 15))
    office.rules.tasks[report].due.append(office.line(Deadline(by(2024, 6, 14)), label: "chính thức"))
    let plain = office.task("I.3", .counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "I.2")))))
    let named = office.task(
      "I.4", .counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "I.2", label: "chính thức")))))
    #expect(office.expander().drawn(plain) == ["once ..2024-03-15"])
    #expect(office.expander().drawn(named) == ["once ..2024-06-14"])
  }

  @Test("A row that hangs on an occurrence that never comes is listed with what is to settle")
  func missingOccurrence() {
    var office = Office()
    office.task("I.2", by(2024, 3, 15))
    let task = office.task(
      "I.3", .counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "I.2", key: "2024-Q1")))))
    let expander = office.expander()
    #expect(expander.openDuties(of: task).contains { if case .unclear = $0.state { true } else { false } })
    #expect(expander.problems(in: everything).map(\.reason) == [.otherOwesNothing(0)])
    // The same over a window in which the other task has nothing.
    #expect(expander.problems(in: days("2024-08-01", "2024-08-31")).map(\.reason) == [.otherOwesNothing(0)])
  }

  @Test("A circle of tasks ends with a problem")
  func circle() {
    var office = Office()
    let anchor = Anchor.taskDue(TaskMention(id: "B"))
    let a = office.task("A", .counted(CountedDeadline(.same, of: anchor)))
    office.task("B", .counted(CountedDeadline(.same, of: .taskDue(TaskMention(id: "A")))))
    // A's row was read before B existed.
    office.rules.tasks[a].due = [office.line(Deadline(.counted(CountedDeadline(.same, of: anchor))))]
    let expander = office.expander()
    #expect(expander.obligations(in: everything).isEmpty)
    #expect(expander.problems(in: everything).contains { $0.reason == .tooDeep })
  }
}
