/// Which days are worked, over a range of years. Every query is a look-up: O(1), over doubtful
/// days a few.
///
/// A doubtful day counts as working. Counts over doubtful days take the earliest day to which any choice of them leads, both
/// forward and back (decision: unannounced-years).
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

  /// Why the days off from `first` to `last`, in either order, are not final; nil if they are.
  package func doubt(from first: CivilDate, through last: CivilDate) -> DayOffDoubt? {
    let (first, last) = (min(first, last), max(first, last))
    if let year = (first.year...last.year).first(where: { !isAnnounced($0) }) { return .unannounced(year: year) }
    return days.doubtfulDay(from: first, through: last).map { .intended($0, status(of: $0)?.name ?? "") }
  }

  /// The `n`-th working day after `day`, `n` at least 1. Nil outside the years covered.
  package func workingDay(_ n: Int, after day: CivilDate) -> CivilDate? {
    day == .last ? nil : workingDay(n, onOrAfter: day.adding(days: 1))
  }

  /// The `n`-th working day before `day`, `n` at least 1. Nil outside the years covered.
  package func workingDay(_ n: Int, before day: CivilDate) -> CivilDate? {
    day == .first ? nil : workingDay(n, onOrBefore: day.adding(days: -1))
  }

  /// The first working day from `day` on. Nil outside the years covered.
  package func workingDay(onOrAfter day: CivilDate) -> CivilDate? { workingDay(1, onOrAfter: day) }

  /// The last working day up to `day`. Nil outside the years covered.
  package func workingDay(onOrBefore day: CivilDate) -> CivilDate? { workingDay(1, onOrBefore: day) }

  private func workingDay(_ n: Int, onOrAfter day: CivilDate) -> CivilDate? {
    guard (1...3_652_059).contains(n), let before = days.workingDays(before: day) else { return nil }
    // Doubtful days that are off even under the kindest choice lead further.
    var off = 0
    while let found = days.workingDay(at: before + n - 1 + off) {
      let fewest = days.doubtfulDaysOff(from: day, through: found).lowerBound
      if fewest <= off { return found }
      off = fewest
    }
    return nil
  }

  private func workingDay(_ n: Int, onOrBefore day: CivilDate) -> CivilDate? {
    guard (1...3_652_059).contains(n), let through = days.workingDays(through: day) else { return nil }
    // The choice that leaves most doubtful days off leads furthest back.
    var off = 0
    while let found = days.workingDay(at: through - n - off) {
      let most = days.doubtfulDaysOff(from: found, through: day).upperBound
      if most <= off { return found }
      off = most
    }
    return nil
  }

  /// Working days from `first` through `last`, both included; 0 if `last` is earlier. Nil outside the years covered.
  package func workingDays(from first: CivilDate, through last: CivilDate) -> Int? {
    guard let before = days.workingDays(before: first), let through = days.workingDays(through: last) else {
      return nil
    }
    return first <= last ? through - before : 0
  }

  private static func coverable(_ years: ClosedRange<Int>, _ definition: Definition) -> ClosedRange<Int> {
    let isLunar = definition.holidays.contains { $0.alternatives.contains(where: \.isLunar) }
    return years.clamped(to: isLunar ? LunarDate.years : 1...9999)
  }
}
