import CivilCalendar
package import Reminders

extension Instant {
  /// An instant as people write it: `2027-03-15T08:00` or `15/3/2027 08:00`, also with seconds, and with `Z` or
  /// `+07:00` behind it. Without an offset it is the time of Việt Nam; a day alone is 08:00 of that day.
  package init?(written text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let first = parts.first, let day = CivilDate(written: String(first)) else { return nil }
    guard parts.count > 1 else {
      self = Zone.vietnam.instant(day, minute: 8 * 60)
      return
    }
    guard let (seconds, offset) = Self.time(parts[1]) else { return nil }
    self = Zone(fixed: offset).instant(day).adding(seconds: seconds)
  }

  /// An instant that has been, or the end of a day that has come: as `init(written:)` reads it, or a day as people type it.
  /// - Parameter now: to which *hôm qua* refers.
  package static func past(_ text: String, now: Instant) throws(OperationFailure) -> Instant {
    let today = Zone.vietnam.day(of: now)
    let found =
      TypedDay(written: text).map {
        Zone.vietnam.instant($0.date(today: today, .past).adding(days: 1)).adding(seconds: -1)
      }
      ?? Instant(written: text)
    guard let found else {
      let fault = DayFault(in: text, today: today)?.words
      throw OperationFailure(
        vi: "“\(text)” không phải là một lúc" + (fault.map { ": \($0.vi)" } ?? ""),
        en: "“\(text)” is no instant" + (fault.map { ": \($0.en)" } ?? ""))
    }
    guard Zone.vietnam.day(of: found) <= today else {
      throw OperationFailure(vi: "“\(text)” chưa đến", en: "“\(text)” has not come yet")
    }
    return found
  }

  /// The time of what was asked for as of an instant; nil where that is the end of a day, so that the day alone says it.
  var timeAsOf: ClockTime? {
    let (next, minute) = Zone.vietnam.civil(adding(seconds: 1))
    let (day, own) = Zone.vietnam.civil(self)
    return minute == 0 && next != day ? nil : ClockTime(minutes: own)
  }

  /// Seconds since midnight, and seconds east of UTC.
  private static func time(_ text: Substring) -> (seconds: Int64, offset: Int64)? {
    var clock = text
    var offset: Int64 = 7 * 3600
    if text.hasSuffix("Z") {
      clock = text.dropLast()
      offset = 0
    } else if let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      guard let numbers = numbers(text[text.index(after: sign)...], 2), numbers[0] < 24 else { return nil }
      clock = text[..<sign]
      offset = (numbers[0] * 3600 + numbers[1] * 60) * (text[sign] == "-" ? -1 : 1)
    }
    guard let numbers = numbers(clock, 3) ?? numbers(clock, 2), numbers[0] < 24 else { return nil }
    return (numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0), offset)
  }

  /// `count` numbers of two digits, each below 60, with colons between them.
  private static func numbers(_ text: Substring, _ count: Int) -> [Int64]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == count,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    return numbers.allSatisfy { $0 < 60 } ? numbers : nil
  }
}
