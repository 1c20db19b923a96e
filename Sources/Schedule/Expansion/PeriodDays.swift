import CivilCalendar
import Deadlines

/// A period as days, and which one of the calendar's it is, if it is one.
struct ResolvedPeriod {
  var days: DayRange
  var period: Period?
}

/// A window as days, with the key of what is served in it.
struct ResolvedWindow {
  var days: DayRange
  var key: String
}

/// The period of a rhythm in which a place is looked for, and the calendar year that its days of the year take.
struct PlaceFrame {
  var own: RhythmPeriod
  var year: Int
}

extension DeadlineContext {
  func days(of period: Period) -> DayRange? { period.days(in: conventions) }

  /// The days of a period: in `frame` of a rhythm's period, else of the plan. Errors name `whole`, which is told from it.
  func resolve(
    _ expression: PeriodExpression, whole: PeriodExpression? = nil, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> ResolvedPeriod {
    let whole = whole ?? expression
    switch expression {
    case .own(let unit): return try own(unit, whole, in: frame, trace: &trace)
    case .each: throw Unresolved(.noSuchPeriod(whole))
    case .year(let unit, let year): return try known(Self.year(unit, year), whole)
    case .child(let unit, let n, let of):
      let outer = try resolve(of, whole: whole, in: frame, trace: &trace)
      return try child(unit, n, of: outer, whole)
    case .neighbour(let unit, let n, let of):
      let base = try resolve(of, whole: whole, in: frame, trace: &trace).days
      guard let ordinal = ordinal(of: unit, containing: n > 0 ? base.last : base.first) else {
        throw Unresolved(.noSuchPeriod(whole))
      }
      return try known(period(unit, ordinal: ordinal + n), whole)
    }
  }

  private func known(_ period: Period?, _ expression: PeriodExpression) throws(Unresolved) -> ResolvedPeriod {
    guard let period, let days = days(of: period) else { throw Unresolved(.noSuchPeriod(expression)) }
    return ResolvedPeriod(days: days, period: period)
  }

  private static func year(_ unit: PeriodUnit, _ year: Int) -> Period? {
    guard (1...9999).contains(year) else { return nil }
    return switch unit {
    case .year: .year(year)
    case .schoolYear: .schoolYear(year)
    case .fiscalYear: .fiscalYear(year)
    case .day, .workingDay, .week, .month, .quarter, .half, .term: nil
    }
  }

  private func own(
    _ unit: PeriodUnit?, _ expression: PeriodExpression, in frame: PlaceFrame?, trace: inout Trace
  ) throws(Unresolved) -> ResolvedPeriod {
    guard let frame else {
      guard let unit, unit.isYear, let planYear else { throw Unresolved(.noSuchPeriod(expression)) }
      trace.add(.planYear(planYear))
      return try known(Self.year(unit, planYear), expression)
    }
    if unit == nil || unit == frame.own.unit {
      let isOne = frame.own.first == frame.own.last
      return ResolvedPeriod(days: frame.own.days, period: isOne ? frame.own.first : nil)
    }
    guard let unit, unit.isYear else { throw Unresolved(.noSuchPeriod(expression)) }
    return try known(Self.year(unit, frame.year), expression)
  }

  private func child(
    _ unit: PeriodUnit, _ n: Int, of outer: ResolvedPeriod, _ expression: PeriodExpression
  ) throws(Unresolved) -> ResolvedPeriod {
    switch (outer.period, unit) {
    case (.year(let year)?, .week) where n > 0: return try known(.week(year: year, n), expression)
    case (.schoolYear(let year)?, .term) where n > 0: return try known(.term(schoolYear: year, n), expression)
    case (.schoolYear(let year)?, .month) where n > 0, (.fiscalYear(let year)?, .month) where n > 0:
      // By its name: of the two calendar years the one that puts it into the period.
      return try known(.month(year: n < outer.days.first.month ? year + 1 : year, n), expression)
    case (.year(let year)?, .term) where n > 0: return try known(.term(schoolYear: year, n), expression)
    default: break
    }
    guard let first = ordinal(of: unit, containing: outer.days.first),
      let last = ordinal(of: unit, containing: outer.days.last)
    else { throw Unresolved(.noSuchPeriod(expression)) }
    let ordinal = n > 0 ? first + n - 1 : last + n + 1
    guard (first...last).contains(ordinal) else { throw Unresolved(.noSuchPeriod(expression)) }
    return try known(period(unit, ordinal: ordinal), expression)
  }

  /// The days of a window.
  func resolve(
    _ window: WindowExpression, in frame: PlaceFrame? = nil, trace: inout Trace
  ) throws(Unresolved) -> ResolvedWindow {
    switch window {
    case .period(let expression):
      let found = try resolve(expression, in: frame, trace: &trace)
      if let period = found.period { trace.add(.period(period, found.days)) }
      return ResolvedWindow(days: found.days, key: key(of: found, frame))
    case .part(let part, let expression):
      let whole = try resolve(.period(expression), in: frame, trace: &trace)
      guard let days = days(of: part, in: whole.days) else { throw Unresolved(.noSuchPart(window)) }
      trace.add(.reading(part, days))
      return ResolvedWindow(days: days, key: whole.key)
    case .through(let first, let last):
      var own = Trace(isOn: trace.isOn)
      let start = try resolve(first, in: frame, trace: &own)
      let end = try resolve(last, in: frame, trace: &own)
      guard start.days.first <= end.days.last else {
        throw Unresolved(.endsBeforeItBegins(start.days.first, end.days.last))
      }
      if frame == nil, let planYear, window.periods.contains(where: { $0.root == .planYear }) {
        trace.add(.planYear(planYear))
      }
      let days = DayRange(first: start.days.first, last: end.days.last)
      trace.add(.window(window, days))
      return ResolvedWindow(days: days, key: "\(start.key)..\(end.key)")
    case .leading(let count, let unit, let expression):
      let whole = try resolve(.period(expression), in: frame, trace: &trace)
      let days = try leading(count, unit, of: whole.days, window, trace: &trace)
      trace.add(.leading(count, unit, days))
      return ResolvedWindow(days: days, key: whole.key)
    }
  }

  private func key(of found: ResolvedPeriod, _ frame: PlaceFrame?) -> String {
    found.period?.key ?? frame?.own.key ?? spanKey
  }

  private func leading(
    _ count: Int, _ unit: DurationUnit, of whole: DayRange, _ window: WindowExpression, trace: inout Trace
  ) throws(Unresolved) -> DayRange {
    let n = abs(count)
    let edge: CivilDate?
    switch unit {
    case .workingDay:
      edge = try day(.workingDay, count, of: whole, trace: &trace)
      // The last three working days end with the last of them, whatever days off follow.
      if count < 0, let edge, let last = try day(.workingDay, -1, of: whole, trace: &trace) {
        return DayRange(first: edge, last: last)
      }
    case .week: edge = count > 0 ? whole.first.adding(days: 7 * n - 1) : whole.last.adding(days: 1 - 7 * n)
    case .month:
      edge =
        count > 0
        ? whole.first.adding(months: n).map { $0.adding(days: -1) }
        : whole.last.adding(days: 1).adding(months: -n)
    case .day, .clearDay: edge = count > 0 ? whole.first.adding(days: n - 1) : whole.last.adding(days: 1 - n)
    case .minute, .hour, .workingHour, .year: edge = nil
    }
    guard let edge, whole.contains(edge) else { throw Unresolved(.noSuchPart(window)) }
    return count > 0 ? DayRange(first: whole.first, last: edge) : DayRange(first: edge, last: whole.last)
  }

  /// Nil where a part has no settled reading: a third of a week, of months that thirds don't divide
  /// (decision: parts-of-periods).
  func days(of part: PeriodPart, in whole: DayRange) -> DayRange? {
    let index: Int
    switch part {
    case .week(let position): return week(position, of: whole)
    case .firstHalf: return DayRange(first: whole.first, last: whole.first.adding(days: 14))
    case .secondHalf: return DayRange(first: whole.first.adding(days: 15), last: whole.last)
    case .early: index = 0
    case .middle: index = 1
    case .late: index = 2
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
