import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

@Suite("The plan's own issue")
struct PlanIssueTests {
  @Test("A signed plan's issue has happened; a fact may correct it")
  func signed() {
    var office = Office(issued: .on(day("2024-01-15")))
    let task = office.task("T", after("ban-hanh", CalendarDuration(10, .workingDay)))
    #expect(office.expander().drawn(task) == ["once 2024-01-15..2024-01-29"])
    #expect(office.expander([EventTests.happened(0, "2024-01-16")]).drawn(task) == ["once 2024-01-16..2024-01-30"])
  }

  @Test("An unsigned plan's issue is awaited within its expected days")
  func unsigned() {
    var office = Office(issued: .within(days("2024-01-01", "2024-01-31")))
    office.task("T", after("ban-hanh", CalendarDuration(10, .day)))
    let duty = office.expander().openDuties().first
    #expect(duty?.state.expected == days("2024-01-01", "2024-01-31"))
  }
}
