import CivilCalendar
import Glibc

/// The clocks of the daemon: those of the machine, or those of a test.
package struct Clock: Sendable {
  /// Seconds since 1970.
  let now: @Sendable () -> Int64
  /// Milliseconds of the monotonic clock, which nobody sets.
  let monotonic: @Sendable () -> Int

  /// The clocks of this machine.
  package static let machine = Clock(now: { Int64(time(nil)) }, monotonic: { microseconds(CLOCK_MONOTONIC) / 1000 })

  /// The monotonic clock in microseconds, for `MONOTONIC_USEC` (sd_notify(3)).
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
