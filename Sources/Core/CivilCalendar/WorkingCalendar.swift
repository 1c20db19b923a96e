/// Which days are worked, over a range of years. Every query is a look-up: O(1).
///
/// In a year that is not announced a doubtful day counts as working, which gives the earliest day
/// (decision: unannounced-years).
package struct WorkingCalendar: Sendable {
  package let definition: Definition
  /// The years covered: those asked for, held inside the lunar years where a holiday is lunar.
  package let years: ClosedRange<Int>

  let days: DayTable

  package init(_ definition: Definition, covering years: ClosedRange<Int>) {
    self.definition = definition
    self.years = WorkingCalendar.coverable(years, definition)
    days = DayTable(definition, years: self.years)
  }

  /// Nil outside the years covered.
  package func status(of day: CivilDate) -> DayStatus? { days.status(of: day) }

  /// Nil outside the years covered.
  package func isWorking(_ day: CivilDate) -> Bool? { days.isWorking(day) }

  /// Whether the days off of `year` are final: announced, or a calendar without holidays.
  package func isAnnounced(_ year: Int) -> Bool {
    definition.holidays.isEmpty || definition.announcements[year] != nil
  }

  /// The `n`-th working day after `day`, `n` at least 1. Nil outside the years covered.
  package func workingDay(_ n: Int, after day: CivilDate) -> CivilDate? {
    guard (1...3_652_059).contains(n), let before = days.workingDays(through: day) else { return nil }
    return days.workingDay(at: before + n - 1)
  }

  /// The `n`-th working day before `day`, `n` at least 1. Nil outside the years covered.
  package func workingDay(_ n: Int, before day: CivilDate) -> CivilDate? {
    guard (1...3_652_059).contains(n), let before = days.workingDays(before: day) else { return nil }
    return days.workingDay(at: before - n)
  }

  /// Working days from `first` through `last`, both included; 0 if `last` is earlier. Nil outside the years covered.
  package func workingDays(from first: CivilDate, through last: CivilDate) -> Int? {
    guard let before = days.workingDays(before: first), let through = days.workingDays(through: last) else {
      return nil
    }
    return first <= last ? through - before : 0
  }

  /// `day` itself if it is worked, else the next working day. Nil outside the years covered.
  package func workingDay(onOrAfter day: CivilDate) -> CivilDate? {
    days.workingDays(before: day).flatMap(days.workingDay(at:))
  }

  /// `day` itself if it is worked, else the working day before it. Nil outside the years covered.
  package func workingDay(onOrBefore day: CivilDate) -> CivilDate? {
    days.workingDays(through: day).flatMap { days.workingDay(at: $0 - 1) }
  }

  private static func coverable(_ years: ClosedRange<Int>, _ definition: Definition) -> ClosedRange<Int> {
    let isLunar = definition.holidays.contains { $0.alternatives.contains(where: \.isLunar) }
    return years.clamped(to: isLunar ? LunarDate.years : 1...9999)
  }
}
