import CivilCalendar
import Glibc

/// Turns an instant into the civil day of a time zone.
enum Clock {
  /// The day in `zone` (an IANA name; nil: Asia/Ho_Chi_Minh) at `now` seconds since 1970; nil if this machine does not
  /// know the zone, because a guessed zone gives a wrong day.
  static func today(now: Int, zone: String?) -> CivilDate? {
    guard let zone, zone != "Asia/Ho_Chi_Minh", zone != "Asia/Saigon" else {
      // Việt Nam has kept UTC+7 without summer time since 1975 (IANA, Asia/Ho_Chi_Minh).
      return day(secondsSince1970: now + 7 * 3600)
    }
    let isName = zone.utf8.allSatisfy { byte in
      (97...122).contains(byte | 32) || (48...57).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard isName, access("/usr/share/zoneinfo/\(zone)", R_OK) == 0 else { return nil }
    setenv("TZ", ":\(zone)", 1)
    tzset()
    var instant = time_t(now)
    var parts = tm()
    guard localtime_r(&instant, &parts) != nil else { return nil }
    return CivilDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private static func day(secondsSince1970 seconds: Int) -> CivilDate? {
    CivilDate(year: 1970, month: 1, day: 1)?.adding(days: Int((Double(seconds) / 86_400).rounded(.down)))
  }
}
