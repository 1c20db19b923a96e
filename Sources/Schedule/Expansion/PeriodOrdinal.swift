import CivilCalendar
import Deadlines

extension DeadlineContext {
  /// The number of the period of `unit` that holds `day`, on a line without gaps, so that the n-th period is reached
  /// directly. Nil for terms where the calendar knows none.
  func ordinal(of unit: PeriodUnit, containing day: CivilDate) -> Int? {
    let (year, month, _) = day.components
    switch unit {
    case .day, .workingDay: return Int(day.dayNumber)
    case .week: return (Int(day.dayNumber) - 1) / 7
    case .month: return year * 12 + month - 1
    case .quarter: return year * 4 + (month - 1) / 3
    case .half: return year * 2 + (month - 1) / 6
    case .year: return year
    case .schoolYear: return conventions.schoolYear.yearBeginning(containing: day)
    case .fiscalYear: return conventions.fiscalYear.yearBeginning(containing: day)
    case .term:
      guard case .term(let year, let index) = Period.term(containing: day, in: conventions) else { return nil }
      return year * conventions.terms.count + index - 1
    }
  }

  func period(_ unit: PeriodUnit, ordinal: Int) -> Period {
    switch unit {
    case .day, .workingDay: .day(CivilDate(dayNumber: ordinal) ?? .last)
    case .week: .week(containing: CivilDate(dayNumber: ordinal * 7 + 1) ?? .last)
    case .month: .month(year: ordinal / 12, ordinal % 12 + 1)
    case .quarter: .quarter(year: ordinal / 4, ordinal % 4 + 1)
    case .half: .half(year: ordinal / 2, ordinal % 2 + 1)
    case .year: .year(ordinal)
    case .schoolYear: .schoolYear(ordinal)
    case .fiscalYear: .fiscalYear(ordinal)
    case .term:
      .term(
        schoolYear: ordinal / max(conventions.terms.count, 1), ordinal % max(conventions.terms.count, 1) + 1)
    }
  }

  /// The numbers of the periods that lie in the plan's span: those that begin in it; weeks by their Thursday, as
  /// ISO 8601 gives weeks to years, or, where single weekdays are meant, all that touch it.
  func ordinals(of unit: PeriodUnit, touching: Bool) -> ClosedRange<Int>? {
    let span = self.span
    switch unit {
    case .month: return years.lowerBound * 12...years.upperBound * 12 + 11
    case .quarter: return years.lowerBound * 4...years.upperBound * 4 + 3
    case .half: return years.lowerBound * 2...years.upperBound * 2 + 1
    case .year, .schoolYear, .fiscalYear: return years
    case .day, .workingDay: return Int(span.first.dayNumber)...Int(span.last.dayNumber)
    case .week:
      let first = Int(span.first.dayNumber)
      let last = Int(span.last.dayNumber)
      return touching ? (first - 1) / 7...(last - 1) / 7 : (first + 2) / 7...(last - 4) / 7
    case .term:
      let count = conventions.terms.count
      guard count > 0 else { return nil }
      let candidates = (years.lowerBound - 1) * count...(years.upperBound + 1) * count - 1
      let inside = candidates.filter { ordinal in
        days(of: period(.term, ordinal: ordinal)).map { span.contains($0.first) } ?? false
      }
      guard let first = inside.first, let last = inside.last else { return nil }
      return first...last
    }
  }
}

/// One period of a rhythm; with an interval, several neighbouring ones taken together.
struct RhythmPeriod {
  var unit: PeriodUnit
  var first: Period
  var last: Period
  var days: DayRange
  /// Position in the list of reporting periods; nil for a plain rhythm.
  var position: Int?

  var key: String {
    if first == last { return first.key }
    if case .year(let from) = first, case .year(let through) = last { return Period.years(from, through).key }
    return "\(first.key)..\(last.key)"
  }
}

extension DeadlineContext {
  /// Calls `body` with each period of the rhythm whose days, widened by `slack` days on both sides, meet `window`.
  /// The cost grows with the window, not with the plan.
  /// - Parameter origin: the ordinal from which several units are counted; nil: the first of the plan's span.
  func forEachPeriod(
    of rhythm: Rhythm, from origin: Int?, in window: DayRange, slack: Int, touching: Bool = false,
    _ body: (RhythmPeriod) -> Void
  ) {
    let from = window.first.adding(days: -slack)
    let through = window.last.adding(days: slack)
    switch rhythm.cycle {
    case .every(let unit, let interval):
      let step = max(interval, 1)
      // *hai năm một lần, vào năm lẻ*: the other years have no part in it.
      let length = if case .parity? = rhythm.start { 1 } else { step }
      guard let all = ordinals(of: unit, touching: touching) else { return }
      // The first period of the span in the rhythm's phase, or the origin itself where it lies later.
      let first =
        origin.map { $0 >= all.lowerBound ? $0 : all.lowerBound + ((($0 - all.lowerBound) % step) + step) % step }
        ?? all.lowerBound
      let low = ordinal(of: unit, containing: from) ?? first
      let high = ordinal(of: unit, containing: through) ?? all.upperBound
      // The stretch before the first that can matter, so that one which began earlier is not lost.
      let start = max(0, (low - first) / step - 1)
      var ordinal = first + start * step
      while ordinal <= min(all.upperBound, high) {
        if let period = stretch(unit, ordinal, length),
          unit != .workingDay || calendar.isWorking(period.days.first) == true
        {
          body(period)
        }
        ordinal += step
      }
    case .reporting(let list):
      let low = max(years.lowerBound, from.year - 1)
      let high = min(years.upperBound, through.year)
      guard low <= high else { return }
      for year in low...high {
        for (position, entry) in expanded(list).enumerated() {
          let expression =
            entry.index.map { PeriodExpression.child(entry.unit, $0, of: .year(.year, year)) }
            ?? .year(entry.unit, year)
          var trace = Trace(isOn: false)
          guard let found = try? resolve(expression, in: nil, trace: &trace), let period = found.period else {
            continue
          }
          body(RhythmPeriod(unit: entry.unit, first: period, last: period, days: found.days, position: position))
        }
      }
    }
  }

  private func stretch(_ unit: PeriodUnit, _ ordinal: Int, _ length: Int) -> RhythmPeriod? {
    let first = period(unit, ordinal: ordinal)
    let last = length == 1 ? first : period(unit, ordinal: ordinal + length - 1)
    guard let start = days(of: first), let end = length == 1 ? start : days(of: last) else { return nil }
    return RhythmPeriod(
      unit: unit, first: first, last: last, days: DayRange(first: start.first, last: end.last), position: nil)
  }

  /// A nil index is each of that unit in the year.
  func expanded(_ list: [ReportingPeriod]) -> [ReportingPeriod] {
    guard list.contains(where: { $0.index == nil && perYear($0.unit) != nil }) else { return list }
    return list.flatMap { entry -> [ReportingPeriod] in
      guard entry.index == nil, let count = perYear(entry.unit) else { return [entry] }
      return (1...count).map { ReportingPeriod(entry.unit, $0) }
    }
  }

  /// How many of a unit a year has; nil for units that are years, and weeks, whose number varies.
  private func perYear(_ unit: PeriodUnit) -> Int? {
    switch unit {
    case .half: 2
    case .quarter: 4
    case .month: 12
    case .term: conventions.terms.isEmpty ? nil : conventions.terms.count
    case .day, .workingDay, .week, .year, .schoolYear, .fiscalYear: nil
    }
  }
}
