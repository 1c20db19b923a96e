/// Which days of a year a holiday takes.
package enum HolidayDays: Hashable, Sendable {
  /// The same day of every civil year; 29 February only in leap years.
  case fixed(month: Int, day: Int)
  /// A day of the Vietnamese lunar year whose new year falls in the civil year; never of a leap month.
  case lunar(month: Int, day: Int)
  /// The n-th weekday of a month: 1 is the first, -1 the last.
  case weekday(Weekday, position: Int, month: Int)
  /// From edge to edge, both included; an end before the start is that of the next year.
  case range(from: HolidayEdge, through: HolidayEdge)

  /// Nil where the year has no such day.
  package func days(in year: Int) -> DayRange? {
    days(in: year, lunar: isLunar ? LunarYear(year) : nil)
  }

  /// The same with the year's lunar months at hand.
  func days(in year: Int, lunar: LunarYear?) -> DayRange? {
    switch self {
    case .fixed(let month, let day):
      return CivilDate(year: year, month: month, day: day).map { DayRange(first: $0, last: $0) }
    case .lunar(let month, let day):
      return lunar?.date(month: month, day: day).map { DayRange(first: $0, last: $0) }
    case .weekday(let weekday, let position, let month):
      return CivilDate(weekday, position: position, ofMonth: month, year: year).map { DayRange(first: $0, last: $0) }
    case .range(let from, let through):
      guard let first = from.day(in: year, lunar: lunar), var last = through.day(in: year, lunar: lunar) else {
        return nil
      }
      if last < first {
        let next = through.reckoning == .lunar ? LunarYear(year + 1) : nil
        guard let later = through.day(in: year + 1, lunar: next), later >= first else { return nil }
        last = later
      }
      return DayRange(first: first, last: last)
    }
  }

  var isLunar: Bool {
    switch self {
    case .fixed, .weekday: false
    case .lunar: true
    case .range(let from, let through): from.reckoning == .lunar || through.reckoning == .lunar
    }
  }
}

/// One end of a range of holidays: a day of the civil or lunar year, and so many days after it.
package struct HolidayEdge: Hashable, Sendable {
  package enum Reckoning: Hashable, Sendable { case civil, lunar }

  package let reckoning: Reckoning
  package let month: Int
  package let day: Int
  /// Days after (positive) or before (negative) the named day, -366...366.
  package let offset: Int

  /// An `offset` beyond a year is held to it.
  package init(_ reckoning: Reckoning, month: Int, day: Int, offset: Int = 0) {
    self.reckoning = reckoning
    self.month = month
    self.day = day
    self.offset = min(max(offset, -366), 366)
  }

  func day(in year: Int, lunar: LunarYear?) -> CivilDate? {
    let named =
      switch reckoning {
      case .civil: CivilDate(year: year, month: month, day: day)
      case .lunar: lunar?.date(month: month, day: day)
      }
    return named?.adding(days: offset)
  }
}
