extension Period {
  /// The period of a key; nil if the text is none.
  package init?(key: String) {
    guard let period = Self.read(key), period.key == key else { return nil }
    self = period
  }

  /// Of whatever resembles a key.
  private static func read(_ key: String) -> Period? {
    if let day = CivilDate(iso: key) { return .day(day) }
    if key.hasPrefix("FY") { return Int(key.dropFirst(2)).map { .fiscalYear($0) } }
    let span = key.split(separator: ".").map(String.init)
    if span.count == 2 {
      guard let first = Int(span[0]), let last = Int(span[1]) else { return nil }
      return .years(first, last)
    }
    let parts = key.split(separator: "-").map(String.init)
    guard let year = parts.first.flatMap({ Int($0) }) else { return nil }
    switch parts.count {
    case 1: return .year(year)
    case 2: return part(parts[1], of: year)
    case 3: return parts[2].hasPrefix("T") ? Int(parts[2].dropFirst()).map { .term(schoolYear: year, $0) } : nil
    default: return nil
    }
  }

  private static func part(_ text: String, of year: Int) -> Period? {
    let number = Int(text.dropFirst())
    switch text.first {
    case "H": return number.map { .half(year: year, $0) }
    case "Q": return number.map { .quarter(year: year, $0) }
    case "W": return number.map { .week(year: year, $0) }
    default: return text.count == 4 ? .schoolYear(year) : Int(text).map { .month(year: year, $0) }
    }
  }

  /// The month, quarter, half or year of which these are all the days; nil if there is none.
  package init?(of days: DayRange) {
    let (year, month, _) = days.first.components
    let candidates: [Period] = [
      .month(year: year, month), .quarter(year: year, (month + 2) / 3), .half(year: year, (month + 5) / 6), .year(year),
    ]
    guard let period = candidates.first(where: { $0.days() == days }) else { return nil }
    self = period
  }
}
