package import CivilCalendar
package import Expansion

/// What the leader of a plan reads once a week: counts first (decision: weekly-sheet).
package struct WeeklySheet: Sendable {
  /// The Monday of the week.
  package var week: CivilDate
  package var open = 0
  package var notOpen = 0
  package var done = 0
  /// Waiting for an event, a task or a date, or open without one.
  package var undated = 0
  package var overdue: [ObligationID] = []
  /// See `DueSoon`: today and seven days on, also what is not open yet or waits.
  package var dueThisWeek: [ObligationID] = []
  package var silenced: [ObligationID] = []
  package var toSettle: [ObligationID] = []

  package init(week: CivilDate) { self.week = week }

  /// Nothing that anybody could do now. What is due soon is counted in a sheet that goes out; none goes out for it.
  package var isEmpty: Bool {
    open == 0 && undated == 0 && overdue.isEmpty && silenced.isEmpty && toSettle.isEmpty
  }
}
