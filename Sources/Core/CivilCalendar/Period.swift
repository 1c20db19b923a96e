/// A named stretch of the calendar that plans speak of: a quarter, a school year, the years 2021–2025.
///
/// `key` is the identity of what is reported or served in it and never changes (decision: key-is-period).
package enum Period: Hashable, Sendable {
  case year(Int)
  /// 1...2
  case half(year: Int, Int)
  /// 1...4
  case quarter(year: Int, Int)
  /// 1...12
  case month(year: Int, Int)
  /// ISO 8601 week, 1...53, of the week-numbering year.
  case week(year: Int, Int)
  /// The school year that begins in `Int`.
  case schoolYear(Int)
  /// A term (1...3) of the school year that begins in `schoolYear`.
  case term(schoolYear: Int, Int)
  /// The fiscal year called by the calendar year in which it begins.
  case fiscalYear(Int)
  /// Several whole years, both included.
  case years(Int, Int)
  /// A single day.
  case day(CivilDate)

  /// `2024`, `2024-H1`, `2024-Q1`, `2024-05`, `2024-W07`, `2023-2024`, `2023-2024-T1`, `FY2024`, `2021..2025`, `2024-05-31`.
  package var key: String {
    switch self {
    case .year(let year): padded(year, 4)
    case .half(let year, let index): "\(padded(year, 4))-H\(index)"
    case .quarter(let year, let index): "\(padded(year, 4))-Q\(index)"
    case .month(let year, let index): "\(padded(year, 4))-\(padded(index, 2))"
    case .week(let year, let index): "\(padded(year, 4))-W\(padded(index, 2))"
    case .schoolYear(let year): "\(padded(year, 4))-\(padded(year + 1, 4))"
    case .term(let year, let index): "\(padded(year, 4))-\(padded(year + 1, 4))-T\(index)"
    case .fiscalYear(let year): "FY\(padded(year, 4))"
    case .years(let first, let last): "\(padded(first, 4))..\(padded(last, 4))"
    case .day(let day): day.description
    }
  }

  /// The days of the period; nil if it does not exist (week 53 of a year of 52, year 0 or 10000).
  package func days(in conventions: YearConventions = .civil) -> DayRange? {
    switch self {
    case .year(let year): monthSpan(year, 1, 12)
    case .half(let year, let index): (1...2).contains(index) ? monthSpan(year, index * 6 - 5, index * 6) : nil
    case .quarter(let year, let index): (1...4).contains(index) ? monthSpan(year, index * 3 - 2, index * 3) : nil
    case .month(let year, let index): (1...12).contains(index) ? monthSpan(year, index, index) : nil
    case .week(let year, let index): isoWeek(year, index)
    case .schoolYear(let year): conventions.schoolYearDays(beginningIn: year)
    case .term(let year, let index): conventions.term(index, ofSchoolYear: year)
    case .fiscalYear(let year): conventions.fiscalYear.days(beginningIn: year)
    case .years(let first, let last):
      if let start = CivilDate(year: first, month: 1, day: 1), let end = CivilDate(year: last, month: 12, day: 31),
        start <= end
      {
        DayRange(first: start, last: end)
      } else {
        nil
      }
    case .day(let day): DayRange(first: day, last: day)
    }
  }
}

private func monthSpan(_ year: Int, _ first: Int, _ last: Int) -> DayRange? {
  guard let start = CivilDate(year: year, month: first, day: 1),
    let end = CivilDate(year: year, month: last, day: CivilDate.daysInMonth(year: year, month: last))
  else { return nil }
  return DayRange(first: start, last: end)
}

/// ISO 8601: week 1 holds 4 January; weeks begin on Monday.
private func isoWeek(_ year: Int, _ index: Int) -> DayRange? {
  guard (1...53).contains(index), let fourth = CivilDate(year: year, month: 1, day: 4) else { return nil }
  let monday = fourth.adding(days: 1 - fourth.weekday.rawValue + 7 * (index - 1))
  let thursday = monday.adding(days: 3)
  guard thursday.year == year else { return nil }
  return DayRange(first: monday, last: monday.adding(days: 6))
}

/// When the years that are not calendar years begin.
package struct YearConventions: Hashable, Sendable {
  /// A year that begins on the same day of every calendar year.
  package struct YearStart: Hashable, Sendable {
    package var month: Int
    package var day: Int

    package init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }

    /// From the day in `year` to the day before it in the next year; nil outside the years 1 to 9998.
    package func days(beginningIn year: Int) -> DayRange? {
      guard let start = CivilDate(year: year, month: month, day: day),
        let next = CivilDate(year: year + 1, month: month, day: day)
      else { return nil }
      return DayRange(first: start, last: next.adding(days: -1))
    }
  }

  package var schoolYear: YearStart
  /// The last day of the school year where it ends before the next one begins (31 May); nil: the day before that.
  package var schoolYearEnd: YearStart?
  /// The first day of each term of the school year, in order; the last ends with the school year.
  package var terms: [YearStart]
  package var fiscalYear: YearStart

  package init(
    schoolYear: YearStart, schoolYearEnd: YearStart? = nil, terms: [YearStart], fiscalYear: YearStart
  ) {
    self.schoolYear = schoolYear
    self.schoolYearEnd = schoolYearEnd
    self.terms = terms
    self.fiscalYear = fiscalYear
  }

  /// Every year begins on 1 January and no terms are known.
  package static let civil = YearConventions(
    schoolYear: YearStart(month: 1, day: 1), terms: [], fiscalYear: YearStart(month: 1, day: 1))

  /// Nil outside the years 1 to 9998.
  func schoolYearDays(beginningIn year: Int) -> DayRange? {
    guard let whole = schoolYear.days(beginningIn: year) else { return nil }
    guard let schoolYearEnd, let last = day(schoolYearEnd, ofSchoolYear: year) else { return whole }
    return DayRange(first: whole.first, last: last)
  }

  func term(_ index: Int, ofSchoolYear year: Int) -> DayRange? {
    guard terms.indices.contains(index - 1), let whole = schoolYearDays(beginningIn: year),
      let first = day(terms[index - 1], ofSchoolYear: year)
    else { return nil }
    let next = terms.indices.contains(index) ? day(terms[index], ofSchoolYear: year) : nil
    let last = next.map { $0.adding(days: -1) } ?? whole.last
    return first <= last ? DayRange(first: first, last: last) : nil
  }

  private func day(_ day: YearStart, ofSchoolYear year: Int) -> CivilDate? {
    let inFirstYear = (day.month, day.day) >= (schoolYear.month, schoolYear.day)
    return CivilDate(year: inFirstYear ? year : year + 1, month: day.month, day: day.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601, `2024-05-31`.
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Reads exactly `YYYY-MM-DD`.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (48...57).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.utf8.count >= width ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
