import ArgumentParser

/// `YYYY` or `YYYY-MM`, also `MM/YYYY`.
struct MonthArgument: ExpressibleByArgument {
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
