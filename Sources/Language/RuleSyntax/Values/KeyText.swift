package import CivilCalendar
package import Deadlines

/// The key of an occurrence: as written in identities (`2024-Q1`), or as a person writes it (*Quý I/2024*).
package enum KeyText: Hashable, Sendable {
  /// A key as it is, or free words (the reference number of a case).
  case literal(String)
  /// A period in words; a nil year is the plan's.
  case period(WindowExpression)

  /// Reads a key; `reader` reads the words of a person.
  package static func read(_ text: String, with reader: DeadlineReader) -> KeyText {
    let trimmed = String(text.drop(while: { $0 == " " }))
    if isCanonical(trimmed) { return .literal(trimmed.uppercasedKey) }
    for candidate in [trimmed, "năm " + trimmed] {
      if let window = reader.window(candidate), period(window, year: 2000) != nil { return .period(window) }
      if !trimmed.utf8.allSatisfy({ (0x2D...0x39).contains($0) }) { break }
    }
    return .literal(trimmed)
  }

  /// The key, with the year where the words name none; nil if there is no such year, or no period has such a key.
  package func key(year: Int?) -> String? {
    switch self {
    case .literal(let text): text
    case .period(let window): KeyText.period(window, year: year)?.key
    }
  }

  /// The period that `window` names; only years may be several.
  static func period(_ window: WindowExpression, year: Int?) -> Period? {
    switch window {
    case .period(let expression): return period(expression, year: year)
    case .through(.period(let first), .period(let last)):
      guard case .year(let start) = period(first, year: year), case .year(let end)? = period(last, year: year),
        start < end
      else { return nil }
      return .years(start, end)
    case .through, .part, .leading: return nil
    }
  }

  private static func period(_ expression: PeriodExpression, year: Int?) -> Period? {
    guard let year = expression.year ?? year else { return nil }
    switch expression {
    case .own(.year), .year(.year, _): return .year(year)
    case .own(.schoolYear), .year(.schoolYear, _): return .schoolYear(year)
    case .own(.fiscalYear), .year(.fiscalYear, _): return .fiscalYear(year)
    case .child(let unit, let index, .own(.year)), .child(let unit, let index, .own(.schoolYear)),
      .child(let unit, let index, .year):
      switch unit {
      case .half: return .half(year: year, index)
      case .quarter: return .quarter(year: year, index)
      case .month: return .month(year: year, index)
      case .week: return .week(year: year, index)
      case .term: return .term(schoolYear: year, index)
      case .day, .workingDay, .year, .schoolYear, .fiscalYear: return nil
      }
    default: return nil
    }
  }

  /// `2024`, `2024-H1`, `2024-Q1`, `2024-05`, `2024-W07`, `2021..2025`, `2023-2024`, `2024.1`, `2024-05-31`, `FY2024`, `once`.
  static func isCanonical(_ text: String) -> Bool {
    let lower = text.lowercased()
    if lower == "once" { return true }
    var rest = Substring(lower)
    if rest.hasPrefix("fy") { rest = rest.dropFirst(2) }
    guard rest.utf8.count >= 4, WordLine.number(rest.prefix(4)) != nil else { return false }
    rest = rest.dropFirst(4)
    return rest.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || [UInt8(ascii: "h"), UInt8(ascii: "q"), UInt8(ascii: "w"), UInt8(ascii: "t")].contains(byte)
    } && (rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix("."))
  }
}

extension String {
  fileprivate var uppercasedKey: String { lowercased() == "once" ? "once" : uppercased() }
}

extension KeyText {
  /// The days that `window` takes, the year where it names none; nil if there are no such days, or for a part of a period.
  package static func days(_ window: WindowExpression, year: Int?) -> DayRange? {
    if case .through(let first, let last) = window {
      guard let start = days(first, year: year), let end = days(last, year: year), start.first <= end.last else {
        return nil
      }
      return DayRange(first: start.first, last: end.last)
    }
    return period(window, year: year)?.days()
  }
}
