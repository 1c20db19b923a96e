package import CivilCalendar
import TimeZones

/// Turns an instant into the civil day of a time zone.
package enum CivilClock {
  /// The day in `zone` (an IANA name; nil stands for Asia/Ho_Chi_Minh) at `now` seconds since 1970. It is nil if this
  /// machine does not know the zone, because a guessed zone gives a wrong day.
  package static func today(now: Int, zone: String?) -> CivilDate? {
    guard let zone, zone != "Asia/Ho_Chi_Minh", zone != "Asia/Saigon" else {
      // Việt Nam has kept UTC+7 without summer time since 1975 (IANA, Asia/Ho_Chi_Minh).
      return day(secondsSince1970: now + 7 * 3600)
    }
    guard let file = try? TimeZoneFile.named(zone) else { return nil }
    return day(secondsSince1970: now + Int(file.offset(at: Int64(now))))
  }

  private static func day(secondsSince1970 seconds: Int) -> CivilDate? {
    CivilDate(year: 1970, month: 1, day: 1)?.adding(days: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}
