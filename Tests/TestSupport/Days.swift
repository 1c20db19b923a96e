package import CivilCalendar
import Testing

/// The day of an ISO date such as `2024-05-31`. If there is no such day, the test fails.
package func day(_ iso: String) -> CivilDate {
  guard let day = CivilDate(iso: iso) else {
    Issue.record("“\(iso)” is no day")
    return .first
  }
  return day
}

/// The days from one to another, both included.
package func days(_ first: String, _ last: String) -> DayRange { DayRange(first: day(first), last: day(last)) }
