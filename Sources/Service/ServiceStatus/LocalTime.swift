import Glibc
package import Presentation

/// Shows instants in the time zone of the office.
package enum LocalTime {
  /// Sets the time zone of the whole process, which must have no other threads yet. Returns false if this machine does
  /// not know the zone, and then uses UTC.
  ///
  /// - Parameter zone: an IANA name.
  @discardableResult
  package static func use(_ zone: String) -> Bool {
    // Việt Nam has kept UTC+7 without summer time since 1975 (IANA, Asia/Ho_Chi_Minh).
    let isVietnam = zone == "Asia/Ho_Chi_Minh" || zone == "Asia/Saigon"
    let isKnown = isVietnam || access("/usr/share/zoneinfo/\(zone)", R_OK) == 0
    setenv("TZ", isVietnam ? "<+07>-7" : isKnown ? ":\(zone)" : "UTC", 1)
    tzset()
    return isKnown
  }

  /// `08:00 06/3/2026` in Vietnamese, `2026-03-06 08:00` in English.
  ///
  /// - Parameter instant: seconds since 1970.
  package static func text(_ instant: Int64, _ language: Language) -> String {
    var (instant, parts) = (time_t(instant), tm())
    guard localtime_r(&instant, &parts) != nil else { return String(instant) }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let (time, year) = ("\(two(parts.tm_hour)):\(two(parts.tm_min))", 1900 + parts.tm_year)
    return language.choose(
      vi:
        "\(time) \(two(parts.tm_mday))/\(parts.tm_mon < 2 ? two(parts.tm_mon + 1) : String(parts.tm_mon + 1))/\(year)",
      en: "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) \(time)")
  }
}
