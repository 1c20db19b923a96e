/// A year, or a month of it, as people write it: `YYYY`, `YYYY-MM` or `MM/YYYY`, of the years 1 to 9999.
package struct YearOrMonth {
  package let year: Int
  /// If it is nil, the whole year is meant.
  package let month: Int?

  package init?(written text: String) {
    let isISO = text.utf8.contains(UInt8(ascii: "-"))
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
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

/// The years of a plan as people write them: `2025` or `2021-2030`, from 1990 to 2199.
package struct PlanYears {
  package let years: ClosedRange<Int>

  package init?(written text: String) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0) }
    let known = parts.compactMap { $0 }.filter { (1990...2199).contains($0) }
    guard known.count == parts.count, let first = known.first, let last = known.last, known.count <= 2, first <= last
    else { return nil }
    years = first...last
  }
}
