package import CivilCalendar
package import Deadlines

/// The key of an occurrence: as written in identities (`2024-Q1`), or as a person writes it (*Quý I/2024*).
package enum KeyText: Hashable, Sendable {
  /// A key as it is, or free words (the reference number of a case).
  case literal(String)
  /// A period in words; a nil year is the plan's.
  case period(PeriodSpan)

  /// Reads a key; `reader` reads the words of a person.
  package static func read(_ text: String, with reader: DeadlineReader) -> KeyText {
    let trimmed = String(text.drop(while: { $0 == " " }))
    if isCanonical(trimmed) { return .literal(trimmed.uppercasedKey) }
    for candidate in [trimmed, "năm " + trimmed] {
      for reading in reader.read(candidate).readings {
        if case .window(let spans) = reading.items.first?.form, reading.items.count == 1, spans.count == 1,
          let span = spans.first, span.part == nil, reading.items.first?.clauses == DeadlineClauses()
        {
          return .period(span)
        }
      }
      if !trimmed.utf8.allSatisfy({ (0x2D...0x39).contains($0) }) { break }
    }
    return .literal(trimmed)
  }

  /// The key, with the year where the words name none; nil if there is no such year, or no period has such a key.
  package func key(year: Int?) -> String? {
    switch self {
    case .literal(let text): text
    case .period(let span): KeyText.period(span, year: year)?.key
    }
  }

  /// The period that `span` names; only years may be several.
  static func period(_ span: PeriodSpan, year: Int?) -> Period? {
    guard let first = period(span.first, year: span.last.year ?? year) else { return nil }
    if span.first == span.last { return first }
    guard case .year(let start) = first, case .year(let end)? = period(span.last, year: year), start < end else {
      return nil
    }
    return .years(start, end)
  }

  private static func period(_ expression: PeriodExpression, year: Int?) -> Period? {
    guard let year = expression.year ?? year else { return nil }
    switch (expression.unit, expression.index) {
    case (.year, _): return .year(year)
    case (.half, let index?): return .half(year: year, index)
    case (.quarter, let index?): return .quarter(year: year, index)
    case (.month, let index?): return .month(year: year, index)
    case (.week, let index?): return .week(year: year, index)
    case (.term, let index?): return .term(schoolYear: year, index)
    case (.schoolYear, _): return .schoolYear(year)
    case (.fiscalYear, _): return .fiscalYear(year)
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
  /// The days of `span`, in `year` where it names none; nil if there are no such days, or for a part of a period.
  package static func days(_ span: PeriodSpan, year: Int?) -> DayRange? {
    guard span.part == nil, let first = period(span.first, year: span.last.year ?? year)?.days(),
      let last = period(span.last, year: year)?.days(), first.first <= last.last
    else { return nil }
    return DayRange(first: first.first, last: last.last)
  }
}
