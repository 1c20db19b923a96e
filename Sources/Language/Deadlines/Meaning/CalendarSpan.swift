/// From the first day of a month to a day of another, as far as words alone say it.
struct CalendarSpan {
  /// Told from the plan's year, which the words do not say; months are counted from it, else from year 0.
  var isPlanned: Bool
  var months: ClosedRange<Int>
  /// The last day of the last month; 31 is whatever is its last.
  var lastDay = 31

  /// The month of a year in which one lies that is told from another.
  fileprivate func inYear(_ month: Int) -> Int { (month - 1) % 12 }
}

extension WindowExpression {
  /// Where a day lies: before the window (-1), in it, or after it; nil where that is not known.
  func side(of day: DateExpression) -> Int? {
    guard let told = day.span, let own = span else { return nil }
    let (month, first, last) = (told.months.upperBound, own.months.lowerBound, own.months.upperBound)
    // A year that only one of the two names holds for both, unless the day then lies outside.
    guard told.isPlanned == own.isPlanned else {
      let isInside = own.inYear(first) <= own.inYear(month) && own.inYear(month) < own.inYear(last)
      return isInside || own.inYear(month) == own.inYear(last) && told.lastDay <= own.lastDay ? 0 : nil
    }
    if month < first { return -1 }
    return month > last || month == last && told.lastDay > own.lastDay ? 1 : 0
  }

  /// The simplest window that begins with it.
  var beginning: WindowExpression {
    switch self {
    case .through(let first, _): first.beginning
    case .part(.early, let period), .part(.firstHalf, let period), .leading(1..., _, let period): .period(period)
    default: self
    }
  }

  private var span: CalendarSpan? {
    switch self {
    case .period(let period): return period.span
    case .through(let first, let last):
      guard let start = first.span, let end = last.span, start.isPlanned == end.isPlanned,
        start.months.lowerBound <= end.months.upperBound
      else { return nil }
      return CalendarSpan(
        isPlanned: end.isPlanned, months: start.months.lowerBound...end.months.upperBound, lastDay: end.lastDay)
    case .part(let part, let period): return period.span?.part(part)
    case .leading(let n, .month, let period): return period.span?.leading(n)
    case .leading(...(-1), _, let period): return period.span
    case .leading(let n, let unit, let period):
      guard var span = period.span, span.months.count == 1, unit == .day || unit == .week else { return nil }
      span.lastDay = unit == .week ? 7 * n : n
      return span
    }
  }
}

extension CalendarSpan {
  /// Of a month days, of longer periods thirds.
  fileprivate func part(_ part: PeriodPart) -> CalendarSpan? {
    var span = self
    guard months.count == 1 else {
      let third = months.count / 3
      guard months.count % 3 == 0 else { return nil }
      switch part {
      case .early: span.months = months.lowerBound...months.lowerBound + third - 1
      case .middle: span.months = months.lowerBound + third...months.upperBound - third
      case .late: span.months = months.upperBound - third + 1...months.upperBound
      case .firstHalf, .secondHalf, .week: return nil
      }
      return span
    }
    switch part {
    case .early: span.lastDay = 10
    case .firstHalf: span.lastDay = 15
    case .middle: span.lastDay = 20
    case .week(let n) where n > 0: span.lastDay = 7 * n
    case .week(-1), .late, .secondHalf: break
    case .week: return nil
    }
    return span
  }

  fileprivate func leading(_ n: Int) -> CalendarSpan? {
    guard n != 0, abs(n) <= months.count else { return nil }
    var span = self
    span.months =
      n > 0 ? months.lowerBound...months.lowerBound + n - 1 : months.upperBound + n + 1...months.upperBound
    return span
  }
}

extension DateExpression {
  fileprivate var span: CalendarSpan? {
    switch self {
    case .day(let n, let period):
      guard n > 0, var span = period.span, span.months.count == 1 else { return nil }
      span.lastDay = n
      return span
    case .last(.period(let period)): return period.span
    default: return nil
    }
  }
}

extension PeriodExpression {
  fileprivate var span: CalendarSpan? {
    switch self {
    case .planYear: return CalendarSpan(isPlanned: true, months: 1...12)
    case .year(.year, let year): return CalendarSpan(isPlanned: false, months: year * 12 + 1...year * 12 + 12)
    case .year(.schoolYear, let year):
      return CalendarSpan(isPlanned: false, months: year * 12 + 9...year * 12 + 20)
    case .neighbour(.year, let n, .planYear): return CalendarSpan(isPlanned: true, months: n * 12 + 1...n * 12 + 12)
    case .child(let unit, let n, let year):
      guard let length = unit.months, n > 0, year.unit == .year, let whole = year.span else { return nil }
      let first = whole.months.lowerBound + (n - 1) * length
      return CalendarSpan(isPlanned: whole.isPlanned, months: first...first + length - 1)
    default: return nil
    }
  }
}
