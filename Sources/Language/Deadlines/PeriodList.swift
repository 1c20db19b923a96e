import CivilCalendar

/// Lists of periods as plans write them, told apart by their separators.
enum PeriodList {
  enum Separator { case range, comma, and }

  /// *Quý I-IV* and *Quý II, III* are one window; *Tháng 1 và tháng 5* and *Tháng 3, 6, 9, 12* are several.
  /// A year written last holds for those before it that have none. Nil: the order runs backwards.
  static func spans(_ items: [PeriodExpression], _ separators: [Separator]) -> [PeriodSpan]? {
    var items = items
    for index in items.indices.dropLast().reversed() where items[index].year == nil {
      items[index].year = items[index + 1].year
    }
    if items.count == 1 { return [PeriodSpan(items[0])] }
    if separators.contains(.range) {
      guard items.count == 2, ordinal(items[0]) < ordinal(items[1]) else { return nil }
      return [PeriodSpan(items[0], through: items[1])]
    }
    for (earlier, later) in zip(items, items.dropFirst()) where ordinal(earlier) >= ordinal(later) { return nil }
    let adjacent = zip(items, items.dropFirst()).allSatisfy { ordinal($0) + 1 == ordinal($1) }
    if adjacent, !separators.contains(.and) { return [PeriodSpan(items[0], through: items[items.count - 1])] }
    return items.map { PeriodSpan($0) }
  }

  /// Position among all periods of the unit, for order and adjacency.
  private static func ordinal(_ period: PeriodExpression) -> Int {
    let perYear: Int
    switch period.unit {
    case .week: perYear = 53
    case .month: perYear = 12
    case .quarter: perYear = 4
    case .half: perYear = 2
    case .term: perYear = 3
    case .year, .schoolYear, .fiscalYear: perYear = 1
    }
    return (period.year ?? 0) * perYear + (period.index ?? 1)
  }

  /// A year written last holds for the days before it that have none.
  static func sharingYear(_ list: [DateExpression]) -> [DateExpression] {
    guard case .civil(let last?, _, _)? = list.last else { return list }
    return list.map {
      if case .civil(nil, let month, let day) = $0 { .civil(year: last, month: month, day: day) } else { $0 }
    }
  }

  /// Days that a following *năm sau* moves: all of them, or, where the list runs over the turn of the year (*1/10 và 1/1
  /// năm sau*), those after the turn.
  static func moved(_ days: [YearDay], yearsLater: Int) -> [YearDay] {
    let turn = days.indices.dropFirst().last { (days[$0].month, days[$0].day) < (days[$0 - 1].month, days[$0 - 1].day) }
    return days.indices.map { index in
      var day = days[index]
      if index >= turn ?? 0 { day.yearsLater = yearsLater }
      return day
    }
  }

  /// Which units have an early, middle and late part, or weeks (decision: parts-of-periods).
  static func canDivide(_ unit: PeriodUnit, _ part: PeriodPart) -> Bool {
    if case .week = part { return unit == .month }
    return unit == .month || unit == .quarter || unit == .half
  }
}

extension Rhythm {
  /// Quarter 1, half year, quarter 3 and year: *kỳ báo cáo* where nothing else is said.
  static let fourReports = Rhythm.reporting([
    ReportingPeriod(.quarter, 1), ReportingPeriod(.half, 1), ReportingPeriod(.quarter, 3), ReportingPeriod(.year),
  ])
}
