import CivilCalendar

/// What rows of both languages make of their parts; nil where parts make no sense together.
enum Make {
  /// The n-th of a unit in a period. A month of two periods on is the same as one counted from its end.
  static func child(_ unit: PeriodUnit?, _ n: Int?, of period: PeriodExpression?) -> Value? {
    // Weeks of a month are parts of it; weeks of a year are named by their number.
    guard let unit, let n, n != 0, let period, unit.size > PeriodUnit.week.size else { return nil }
    if let outer = period.unit {
      // The months of a school or fiscal year go by name.
      guard outer != .schoolYear && outer != .fiscalYear || unit == .term else { return nil }
      guard outer.size > unit.size else { return nil }
      if let inside = unit.months, let all = outer.months, abs(n) > all / inside { return nil }
    }
    if unit == .half, n == -1 { return .period(.child(.half, 2, of: period)) }
    return .period(.child(unit, n, of: period))
  }

  /// The period before or after the one that the deadline stands in.
  static func beside(_ unit: PeriodUnit?, _ n: Int) -> Value? {
    unit.flatMap { $0 == .year || $0.size == 0 ? nil : .period(.neighbour($0, n, of: .own($0))) }
  }

  /// The n-th of a unit after a period. Months after a longer period that fall into the next one of its kind are told from
  /// that one: *the month after the quarter* is the first month of the next quarter.
  static func neighbour(_ unit: PeriodUnit?, _ n: Int?, of period: PeriodExpression?) -> Value? {
    guard let unit, let n, n != 0, let period, unit.size > 0 else { return nil }
    // *tháng liền kề quý tiếp theo* says the same twice, or two steps: not to be guessed.
    if case .neighbour = period { return nil }
    guard let outer = period.unit, outer != unit else { return .period(.neighbour(unit, n, of: period)) }
    guard outer.size > unit.size else { return nil }
    // The months of a school or fiscal year go by name: those after it are counted from its end.
    if outer == .schoolYear || outer == .fiscalYear { return .period(.neighbour(unit, n, of: period)) }
    guard let inside = unit.months, let all = outer.months, abs(n) <= all / inside else { return nil }
    return .period(.child(unit, n, of: .neighbour(outer, n > 0 ? 1 : -1, of: period)))
  }

  /// Which units have parts, and which weeks (decision: parts-of-periods). Early and late in a year name no days.
  static func part(_ part: PeriodPart?, of period: PeriodExpression?) -> Value? {
    guard let part, let period else { return nil }
    switch part {
    case .week(let n):
      guard n != 0, (-5...5).contains(n), (period.unit?.months ?? 0) > 0 else { return nil }
    case .early, .middle, .late:
      guard
        period.unit == .term || period.unit == .month || period.unit == .quarter || period.unit == .half
          || period.unit == .schoolYear
      else { return nil }
    case .firstHalf, .secondHalf:
      if period.unit == .year {
        return .period(.child(.half, part == .firstHalf ? 1 : 2, of: period)).period.map { .window(.period($0)) }
      }
      guard period.unit == .month else { return nil }
    }
    return .window(.part(part, of: period))
  }

  static func leading(_ n: Int?, _ sign: Int?, _ unit: DurationUnit, of period: PeriodExpression?) -> Value? {
    guard let n, n > 0, sign == 1 || sign == -1, let period, period.unit != .day else { return nil }
    if unit == .month, n == 6, period.unit == .year {
      return .window(.period(.child(.half, sign == 1 ? 1 : 2, of: period)))
    }
    if unit == .month, n >= period.unit?.months ?? 0 { return nil }
    if unit == .week, n == 1 { return part(.week(sign ?? 1), of: period) }
    return .window(.leading(n * (sign ?? 1), unit, of: period))
  }

  static func through(_ unit: PeriodUnit, _ a: Int?, _ b: Int?, of year: PeriodExpression?) -> Value? {
    guard let a, let b, a < b else { return nil }
    if unit == .year { return .window(.through(.period(.year(.year, a)), .period(.year(.year, b)))) }
    let year = year ?? .planYear
    return .window(.through(.period(.child(unit, a, of: year)), .period(.child(unit, b, of: year))))
  }

  /// *tuần 1-2 tháng 9*
  static func weeks(_ a: Int?, _ b: Int?, of period: PeriodExpression?) -> Value? {
    guard let a, let b, a < b, let period, period.unit == .month else { return nil }
    guard case .window(let first)? = part(.week(a), of: period), case .window(let last)? = part(.week(b), of: period)
    else { return nil }
    return .window(.through(first, last))
  }

  /// From one window to another; what names no year takes the other's.
  static func through(_ a: WindowExpression?, _ b: WindowExpression?) -> Value? {
    guard let a, let b, a != b else { return nil }
    if case .through = a { return nil }
    if case .through = b { return nil }
    // *từ tuần 2 đến tuần 4 tháng 10* names no week of the year.
    guard a.period?.unit != .week || b.period?.unit == .week else { return nil }
    guard let first = a.periods.first, var last = b.periods.last else { return nil }
    last = paired(first, last)
    if first.unit?.isYear == true, last.unit?.isYear != true { return nil }
    let (lent, other) = lending(first, last)
    guard lent == other ? arePartsInOrder(a, b) : !runsBackwards(lent, other) else { return nil }
    return .window(.through(a.mapped { _ in lent }, b.mapped { _ in other }))
  }

  /// A year that only one of two says holds for both.
  static func lending(_ a: PeriodExpression, _ b: PeriodExpression) -> (PeriodExpression, PeriodExpression) {
    if yearOf(a) == .planYear, b.root != .planYear, b.root.unit?.isYear == true { return (a.rooted(in: yearOf(b)), b) }
    if b.root == .planYear, case .year = a.root { return (a, b.rooted(in: a.root)) }
    return (a, b)
  }

  /// *từ … tháng trước đến … tháng sau*: a pair, told from the second.
  static func paired(_ a: PeriodExpression, _ b: PeriodExpression) -> PeriodExpression {
    for (unit, before, after) in besides where a.holds(before) && b.holds(after) {
      return b.replacing(after, by: .own(unit))
    }
    return b
  }

  /// Of each unit the one before its own and the one after.
  private static let besides = PeriodUnit.allCases.map { unit in
    (unit, PeriodExpression.neighbour(unit, -1, of: .own(unit)), PeriodExpression.neighbour(unit, 1, of: .own(unit)))
  }

  /// What stands at the root of a period, with *next* and *previous* on it.
  static func yearOf(_ period: PeriodExpression) -> PeriodExpression {
    switch period {
    case .child(_, _, let of): yearOf(of)
    case .neighbour(let unit, _, let of): unit.isYear ? period : yearOf(of)
    case .own, .each, .year: period
    }
  }

  private static func arePartsInOrder(_ a: WindowExpression, _ b: WindowExpression) -> Bool {
    let order: [PeriodPart] = [.early, .firstHalf, .middle, .secondHalf, .late]
    switch (a, b) {
    case (.part(.week(let m), _), .part(.week(let n), _)): return m > 0 && n > m
    case (.part(let one, _), .part(let other, _)):
      guard let first = order.firstIndex(of: one), let last = order.firstIndex(of: other) else { return false }
      return first < last
    default: return false
    }
  }

  private static func runsBackwards(_ a: PeriodExpression, _ b: PeriodExpression) -> Bool {
    switch (a, b) {
    case (.child(let unit, let first, let of), .child(let other, let last, let same)) where unit == other && of == same:
      first > 0 && last > 0 && first >= last
    case (.year(let unit, let first), .year(let other, let last)): unit == other && first >= last
    default: false
    }
  }
}
