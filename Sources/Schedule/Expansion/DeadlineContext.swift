package import CivilCalendar
package import Deadlines

/// The surroundings in which a deadline gets its days: what a plan settles for all its rows.
///
/// The `deadline` command makes one of its options, the expander one of each plan; there is one engine behind both.
package struct DeadlineContext: Sendable {
  /// The plan's span: a wording without a year means the plan's, if it is one year (decision: plan-span).
  package var years: ClosedRange<Int>
  package var calendar: WorkingCalendar
  package var law: any ComputationOfTime
  /// Of the plan or task; a clause of the deadline goes before it.
  package var dayOff: DayOffRule
  /// `dayOff` is the task's own.
  var isTasksDayOff = false
  /// Open-ended rows end before this day (`thay thế`).
  package var replacedFrom: CivilDate?

  package init(
    years: ClosedRange<Int>, calendar: WorkingCalendar, law: any ComputationOfTime, dayOff: DayOffRule = .keep,
    replacedFrom: CivilDate? = nil
  ) {
    self.years = years
    self.calendar = calendar
    self.law = law
    self.dayOff = dayOff
    self.replacedFrom = replacedFrom
  }

  var conventions: YearConventions { calendar.definition.conventions }

  /// The only year of the plan; nil in a plan of several years.
  var planYear: Int? { years.count == 1 ? years.lowerBound : nil }

  /// First to last day of the plan's years.
  package var span: DayRange {
    DayRange(
      first: CivilDate(year: max(years.lowerBound, 1), month: 1, day: 1) ?? .first,
      last: CivilDate(year: min(years.upperBound, 9999), month: 12, day: 31) ?? .last)
  }

  /// `2024`, or `2021..2025`: the key of what is owed once in the whole span.
  var spanKey: String {
    planYear.map { Period.year($0).key } ?? Period.years(years.lowerBound, years.upperBound).key
  }
}
