import CivilCalendar
import Glibc

/// The clocks of this machine. Nothing else in the room reads them.
enum Clock {
  /// Seconds since 1970.
  static var now: Int64 { Int64(time(nil)) }

  /// Milliseconds of a clock that nobody sets.
  static var monotonic: Int { microseconds(CLOCK_MONOTONIC) / 1000 }

  /// Microseconds, as `MONOTONIC_USEC` wants them (sd_notify(3)).
  static var monotonicMicroseconds: Int { microseconds(CLOCK_MONOTONIC) }

  private static func microseconds(_ clock: clockid_t) -> Int {
    var moment = timespec()
    clock_gettime(clock, &moment)
    return moment.tv_sec * 1_000_000 + moment.tv_nsec / 1000
  }

  /// `Mon, 16 Mar 2026 01:00:00 GMT` (RFC 9110, IMF-fixdate).
  static func httpDate(_ instant: Int64) -> String {
    var (instant, parts) = (time_t(instant), tm())
    gmtime_r(&instant, &parts)
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1900 + parts.tm_year)"
    return "\(days[Int(parts.tm_wday)]), \(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
}
