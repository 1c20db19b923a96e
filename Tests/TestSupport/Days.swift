package import CivilCalendar
import Testing

/// `2024-05-31` as a day; a slip in a test's own table fails that test.
package func day(_ iso: String) -> CivilDate {
  guard let day = CivilDate(iso: iso) else {
    Issue.record("“\(iso)” is no day")
    return .first
  }
  return day
}

/// The days from one to another, both included.
package func days(_ first: String, _ last: String) -> DayRange { DayRange(first: day(first), last: day(last)) }
