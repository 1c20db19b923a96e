import ArgumentParser
import CivilCalendar
import Reminders

/// An instant on the command line: `2027-03-15T08:00`, `"15/3/2027 08:00"`, with seconds, and `Z` or `+07:00` behind it;
/// without an offset the time of Việt Nam. A day alone is its 08:00.
struct MomentArgument: ExpressibleByArgument {
  let instant: Instant

  init?(argument: String) {
    let parts = argument.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let first = parts.first, let day = CivilDate(argument: String(first)) else { return nil }
    guard parts.count > 1 else {
      instant = Zone.vietnam.instant(day, minute: 8 * 60)
      return
    }
    guard let (seconds, offset) = Self.time(parts[1]) else { return nil }
    instant = Zone(fixed: offset).instant(day).adding(seconds: seconds)
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

  /// `count` numbers of two digits below 60.
  private static func numbers(_ text: Substring, _ count: Int) -> [Int64]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == count,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    return numbers.allSatisfy { $0 < 60 } ? numbers : nil
  }
}
