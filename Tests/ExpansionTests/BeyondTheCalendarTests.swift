import CivilCalendar
import Deadlines
import Expansion
import Rules
import TestSupport
import Testing

@Suite("Beyond the calendar")
struct BeyondTheCalendarTests {
  @Test("A count that the calendar does not cover gives no day: the work is open and a day is asked for")
  func notCovered() {
    var office = Office()
    let event = office.event("x")
    office.task("T", after("x", CalendarDuration(40, .year)))
    let expander = office.expander([EventTests.happened(event, "2024-03-29")])
    #expect(expander.obligations(in: everything).isEmpty)
    guard case .openUndated(let since) = expander.openDuties().first?.state else {
      Issue.record("lost")
      return
    }
    #expect(since == day("2024-03-29"))
    #expect(expander.problems(in: everything).map(\.reason) == [.notCovered(day("2024-03-29"))])
  }

  @Test("A row without a day here is listed as unclear")
  func unclear() {
    var office = Office()
    office.task("T", by(2023, 2, 29))
    guard case .unclear = office.expander().openDuties().first?.state else {
      Issue.record("lost")
      return
    }
  }

  @Test("One period that is not covered leaves its neighbours")
  func oneOfSeveral() {
    let context = DeadlineContext(
      years: 2034...2036, calendar: Vietnam.calendar, law: VietnameseCivilCode(), dayOff: .workingDayAfter)
    let result = Expander.occurrences(
      of: Deadline(.each(.every(.year), [Place(.by, .day(.civil(year: nil, month: 6, day: 28)))])),
      in: context, window: everything)
    #expect(result.dated.map(\.key) == ["2034", "2035"])
    #expect(result.problems == [.notCovered(day("2036-06-28"))])
  }
}
