import CivilCalendar
import Deadlines
import Expansion
import Rules
import Testing

/// *chậm nhất …* after a count holds whatever else happens.
@Suite("Backstops")
struct BackstopTests {
  static func office(_ backstop: Place) -> (Office, EventID, TaskID) {
    var office = Office()
    let event = office.event("x")
    let task = office.task("I.1", after("x", CalendarDuration(30, .day)), clauses { $0.backstop = backstop })
    return (office, event, task)
  }

  static let endOfJune = Place(.by, .day(.civil(year: 2024, month: 6, day: 30)))

  @Test(
    "The count binds before it, never after",
    arguments: [
      // The 30th day is Monday 3 June.
      ("2024-05-04", "once 2024-05-04..2024-06-03"),
      // The 30th day is Saturday 29 June; the next working day would be 1 July.
      ("2024-05-30", "once 2024-05-30..2024-06-30"),
      ("2024-06-20", "once 2024-06-20..2024-06-30"),
      // The event came too late: it was due all the same.
      ("2024-07-15", "once ..2024-06-30"),
    ])
  func count(_ happened: String, _ expected: String) {
    let (office, event, task) = Self.office(Self.endOfJune)
    let expander = office.expander([EventTests.happened(event, happened)])
    #expect(expander.drawn(task) == [expected])
    #expect(expander.problems(in: everything).isEmpty)
  }

  @Test("Its time binds on its own day")
  func cutoff() {
    let (office, event, task) = Self.office(
      Place(.before, .day(.civil(year: 2024, month: 6, day: 28)), time: ClockTime(hour: 16)))
    let expander = office.expander([EventTests.happened(event, "2024-05-29")])
    #expect(expander.drawn(task) == ["once 2024-05-29..2024-06-28<16:00"])
  }
}
