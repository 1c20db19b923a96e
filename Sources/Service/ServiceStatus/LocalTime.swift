import Glibc
package import Presentation

/// Instants in the time zone of the office, for people.
package enum LocalTime {
  /// Takes the zone for the whole process. Called before any thread is made.
  ///
  /// - Parameter zone: an IANA name. False: this machine does not know it, and UTC is used and named.
  @discardableResult
  package static func use(_ zone: String) -> Bool {
    // Việt Nam has kept UTC+7 without summer time since 1975 (IANA, Asia/Ho_Chi_Minh).
    let isVietnam = zone == "Asia/Ho_Chi_Minh" || zone == "Asia/Saigon"
    let isKnown = isVietnam || access("/usr/share/zoneinfo/\(zone)", R_OK) == 0
    setenv("TZ", isVietnam ? "<+07>-7" : isKnown ? ":\(zone)" : "UTC", 1)
    tzset()
    return isKnown
  }

  /// `08:00 16/3/2026`, `2026-03-16 08:00`.
  package static func text(_ instant: Int64, _ language: Language) -> String {
    var (instant, parts) = (time_t(instant), tm())
    guard localtime_r(&instant, &parts) != nil else { return String(instant) }
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : String(number) }
    let (time, year) = ("\(two(parts.tm_hour)):\(two(parts.tm_min))", 1900 + parts.tm_year)
    return language.choose(
      vi: "\(time) \(parts.tm_mday)/\(parts.tm_mon + 1)/\(year)",
      en: "\(year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) \(time)")
  }
}
