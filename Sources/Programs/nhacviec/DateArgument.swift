import ArgumentParser
import CivilCalendar

/// A day on the command line: `2024-05-31` or `31/5/2024`.
struct DateArgument: ExpressibleByArgument {
  let date: CivilDate

  init?(argument: String) {
    guard let date = CivilDate(iso: argument) ?? Self.dayMonthYear(argument) else { return nil }
    self.date = date
  }

  init(_ date: CivilDate) { self.date = date }

  private static func dayMonthYear(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), parts[2].utf8.count == 4,
      let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `YYYY` or `YYYY-MM`, also `MM/YYYY`.
  struct Month: ExpressibleByArgument {
    let year: Int
    /// Nil: the whole year.
    let month: Int?

    init?(argument: String) {
      let isISO = argument.utf8.contains(UInt8(ascii: "-"))
      let parts = argument.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
        .map { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
      let ordered = isISO || parts.count < 2 ? parts : parts.reversed()
      guard (1...2).contains(ordered.count), let year = ordered.first ?? nil, (1...9999).contains(year) else {
        return nil
      }
      self.year = year
      guard ordered.count == 2 else {
        month = nil
        return
      }
      guard let month = ordered[1], (1...12).contains(month) else { return nil }
      self.month = month
    }
  }
}
