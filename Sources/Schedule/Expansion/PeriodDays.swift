import CivilCalendar
import Deadlines

/// A period span as days, with the key of what is served in it.
struct ResolvedSpan {
  var days: DayRange
  var key: String
  /// Set where the span is exactly one period.
  var period: Period?
}

extension DeadlineContext {
  /// Nil if the year is not said and the plan has several, or the period does not exist.
  func period(_ expression: PeriodExpression, defaultYear: Int? = nil) -> Period? {
    guard let year = expression.year ?? defaultYear ?? planYear, (1...9999).contains(year) else { return nil }
    let period: Period?
    switch expression.unit {
    case .year: period = .year(year)
    case .schoolYear: period = .schoolYear(year)
    case .fiscalYear: period = .fiscalYear(year)
    case .half: period = expression.index.map { .half(year: year, $0) }
    case .quarter: period = expression.index.map { .quarter(year: year, $0) }
    case .month: period = expression.index.map { .month(year: year, $0) }
    case .week: period = expression.index.map { .week(year: year, $0) }
    case .term: period = expression.index.map { .term(schoolYear: year, $0) }
    }
    return period
  }

  func days(of period: Period) -> DayRange? { period.days(in: conventions) }

  /// The days of a span, its year taken from its other end, from `defaultYear` or from the plan where it has none.
  func resolve(
    _ span: PeriodSpan, defaultYear: Int? = nil, trace: inout Trace
  ) throws(Unresolved) -> ResolvedSpan {
    let fallback = defaultYear ?? planYear
    let firstYear = span.first.year ?? span.last.year ?? fallback
    let lastYear = span.last.year ?? span.first.year ?? fallback
    guard let first = period(span.first, defaultYear: firstYear), let start = days(of: first) else {
      throw Unresolved(.noSuchPeriod(span.first))
    }
    guard let last = period(span.last, defaultYear: lastYear), let end = days(of: last) else {
      throw Unresolved(.noSuchPeriod(span.last))
    }
    guard start.first <= end.last else { throw Unresolved(.endsBeforeItBegins(start.first, end.last)) }
    if span.first.year == nil, span.last.year == nil, defaultYear == nil, let planYear {
      trace.add(.planYear(planYear))
    }
    let whole = DayRange(first: start.first, last: end.last)
    let isSingle = first == last
    if isSingle { trace.add(.period(first, whole)) } else { trace.add(.window(span, whole)) }
    let key = isSingle ? first.key : spanKey(first, last)
    guard let part = span.part else {
      return ResolvedSpan(days: whole, key: key, period: isSingle ? first : nil)
    }
    guard let days = days(of: part, in: whole) else { throw Unresolved(.noSuchPart(span)) }
    trace.add(.reading(part, days))
    return ResolvedSpan(days: days, key: key, period: nil)
  }

  private func spanKey(_ first: Period, _ last: Period) -> String {
    if case .year(let from) = first, case .year(let through) = last { return Period.years(from, through).key }
    return "\(first.key)..\(last.key)"
  }

  /// Nil where a part has no settled reading: a third of a week, of months that thirds don't divide
  /// (decision: parts-of-periods).
  func days(of part: PeriodPart, in whole: DayRange) -> DayRange? {
    if case .week(let position) = part { return week(position, of: whole) }
    let index =
      switch part {
      case .early: 0
      case .middle: 1
      case .late, .week: 2
      }
    let (year, month, day) = whole.first.components
    guard day == 1, whole.last == whole.last.endOfMonth else { return nil }
    let end = whole.last.components
    let months = (end.year - year) * 12 + end.month - month + 1
    if months == 1 {
      let first = whole.first.adding(days: index * 10)
      return DayRange(first: first, last: index == 2 ? whole.last : first.adding(days: 9))
    }
    guard months % 3 == 0, let first = whole.first.adding(months: index * months / 3),
      let last = first.adding(months: months / 3 - 1)?.endOfMonth
    else { return nil }
    return DayRange(first: first, last: last)
  }

  /// Days 1–7, 8–14, …; -1 the last seven days.
  private func week(_ position: Int, of whole: DayRange) -> DayRange? {
    if position > 0 {
      let first = whole.first.adding(days: 7 * (position - 1))
      guard first <= whole.last else { return nil }
      return DayRange(first: first, last: min(first.adding(days: 6), whole.last))
    }
    guard position < 0 else { return nil }
    let last = whole.last.adding(days: 7 * (position + 1))
    guard last >= whole.first else { return nil }
    return DayRange(first: max(last.adding(days: -6), whole.first), last: last)
  }
}

/// Why a wording has no days here.
struct Unresolved: Error {
  let reason: ExpansionProblem.Reason

  init(_ reason: ExpansionProblem.Reason) { self.reason = reason }
}
