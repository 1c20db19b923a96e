/// The date of a mail header (RFC 5322, 3.3).
enum MailDate {
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Nil outside the years 1970 to 9998, and for an offset of a day or more.
  static func text(_ seconds: Int, zoneOffset: Int) -> String? {
    guard (0...253_370_764_800).contains(seconds), abs(zoneOffset) < 24 * 60 else { return nil }
    let local = seconds + zoneOffset * 60
    guard local >= 0 else { return nil }
    let (days, second) = local.quotientAndRemainder(dividingBy: 86_400)
    let (year, month, day) = civil(days)
    let clock = [second / 3600, second / 60 % 60, second % 60].map(two).joined(separator: ":")
    let sign = zoneOffset < 0 ? "-" : "+"
    let zone = sign + two(abs(zoneOffset) / 60) + two(abs(zoneOffset) % 60)
    return "\(weekdays[days % 7]), \(two(day)) \(months[month - 1]) \(year) \(clock) \(zone)"
  }

  /// The Gregorian day, by years that begin in March, so that leap days stand last.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
