import CivilCalendar
package import Reminders

/// An instant as ISO 8601 writes it in UTC: `2024-01-10T02:00:00Z`.
package struct UTCTime: CustomStringConvertible {
  let day: CivilDate
  private let second: Int

  /// The instant so many seconds since 1970. Days outside the years 1 to 9999 become the nearest one inside.
  init(_ seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    day = (CivilDate(year: 1970, month: 1, day: 1) ?? .first).adding(days: days)
    second = ((seconds % 86_400) + 86_400) % 86_400
  }

  package init(_ instant: Instant) { self.init(Int(instant.seconds)) }

  package var description: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day)T\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))Z"
  }
}
