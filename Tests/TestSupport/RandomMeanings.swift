import CivilCalendar
import Deadlines

/// Draws what deadlines can mean at random, only such values as the reader makes of words.
///
/// Periods, windows and days; forms are in the extension.
package struct RandomMeanings {
  private var generator: SeededGenerator

  /// The same seed gives the same meanings.
  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { generator.pick(elements) }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  private mutating func year() -> PeriodExpression {
    switch number(0...5) {
    case 0, 1: .planYear
    case 2, 3: .year(.year, number(2020...2029))
    case 4: .neighbour(.year, 1, of: .planYear)
    default: .neighbour(.year, -1, of: .planYear)
    }
  }

  /// A period of the plan's time.
  mutating func planned() -> PeriodExpression {
    switch number(0...7) {
    case 0: year()
    case 1, 2: .child(.month, number(1...12), of: year())
    case 3: .child(.quarter, number(1...4), of: year())
    case 4: .child(.half, number(1...2), of: year())
    case 5: .year(pick([.schoolYear, .fiscalYear]), number(2020...2029))
    case 6: .child(.term, number(1...2), of: pick([.planYear, .year(.schoolYear, number(2020...2029))]))
    default: .child(.week, number(1...52), of: year())
    }
  }

  /// A period told from that of a rhythm.
  mutating func told(from unit: PeriodUnit) -> PeriodExpression {
    let own = PeriodExpression.own(unit)
    guard let months = unit.months else { return own }
    switch number(0...5) {
    case 1: return .neighbour(unit, pick([1, -1]), of: own)
    case 2 where unit == .year:
      return chance(50) ? .child(.month, number(1...12), of: own) : .child(.quarter, number(1...4), of: own)
    case 2 where months > 1 && !unit.isYear: return .child(.month, pick([1, -1, number(1...months)]), of: own)
    case 3 where months > 1 && !unit.isYear:
      return .child(.month, pick([1, -1, number(1...months)]), of: .neighbour(unit, pick([1, -1]), of: own))
    case 4 where unit == .year: return .child(.month, number(1...12), of: .neighbour(.year, 1, of: own))
    default: return own
    }
  }

  mutating func window(of period: PeriodExpression) -> WindowExpression {
    switch (number(0...5), period.unit) {
    case (0, .month), (0, .quarter), (0, .half): .part(pick([.early, .middle, .late]), of: period)
    case (1, .month): .part(pick([.firstHalf, .secondHalf]), of: period)
    case (2, .month), (2, .quarter): .part(.week(pick([1, 2, 3, 4, -1])), of: period)
    case (3, let unit) where unit != .week && unit != .term:
      .leading(pick([3, 5, 10, -5]), pick([.day, .workingDay]), of: period)
    default: .period(period)
    }
  }

  /// - Parameter isInner: nothing is counted from it: a count from a count would be one count of two durations.
  mutating func day(of period: PeriodExpression, isInner: Bool = false) -> DateExpression {
    if period.unit == .week { return .ordinal(.weekday(pick(Weekday.allCases)), 1, of: .period(period)) }
    switch number(0...7) {
    case 0, 1: return numbered(in: period)
    case 2:
      let kind: DayKind = chance(50) ? .workingDay : .weekday(pick(Weekday.allCases))
      return .ordinal(kind, pick([1, 2, 3, -1, -2]), of: window(of: period))
    case 3 where period.unit == .year: return .middle(of: period)
    case 4 where !isInner:
      return .shifted(durations(.daysOnly), backwards: chance(50), from: day(of: period, isInner: true))
    case 5 where !isInner: return .next(pick(Weekday.allCases), pick([1, 2, -1]), from: plainDay(of: period))
    case 6: return .last(of: window(of: period))
    default: return plainDay(of: period)
    }
  }

  /// A day by its number; of a named month one that each year has.
  private mutating func numbered(in period: PeriodExpression) -> DateExpression {
    switch period.unit {
    case .month:
      if case .child(.month, 1..., let year) = period, year.unit?.isYear == true { return plainDay(of: period) }
      return .day(number(1...31), of: period)
    case .quarter, .half, .year: return .day(number(2...90), of: period)
    default: return .last(of: .period(period))
    }
  }

  mutating func plainDay(of period: PeriodExpression) -> DateExpression {
    period.unit == .month ? .day(number(2...28), of: period) : .last(of: .period(period))
  }

  /// Which units a count may have.
  enum DurationUnits { case daysOnly, all }

  mutating func durations(_ units: DurationUnits) -> [CalendarDuration] {
    let days: [DurationUnit] = [.day, .workingDay, .week, .month, .year]
    let unit = pick(units == .daysOnly ? days : days + [.hour, .minute, .workingHour, .clearDay])
    let count = number(2...90)
    // *09-12 năm* is 9 December as well.
    if chance(10), unit != .year { return [CalendarDuration(count, unit, least: number(1...count - 1))] }
    if chance(10), unit == .month { return [CalendarDuration(count, unit), CalendarDuration(1, .day)] }
    return [CalendarDuration(count, unit)]
  }
}
