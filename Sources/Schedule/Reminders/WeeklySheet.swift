package import CivilCalendar
package import Expansion

/// What the leader of a plan reads once a week: counts first (decision: weekly-sheet).
package struct WeeklySheet: Sendable {
  /// The Monday of the week.
  package var week: CivilDate
  package var open = 0
  package var notOpen = 0
  package var done = 0
  package var overdue: [ObligationID] = []
  /// What is due from today through the next seven days (`DueSoon`), even if it is not open yet or waits.
  package var dueThisWeek: [ObligationID] = []
  /// What nobody is reminded of, other than what is overdue or due soon: there the mark says so.
  package var silenced: [ObligationID] = []
  /// What waits for an event, a task or a date, or is open without one.
  package var undated: [ObligationID] = []
  /// What was reported as done and waits for confirmation.
  package var reported: [ObligationID] = []
  package var toSettle: [ObligationID] = []

  package init(week: CivilDate) { self.week = week }

  /// What waits, without what is due soon all the same.
  package var waiting: [ObligationID] {
    let soon = Set(dueThisWeek)
    return undated.filter { !soon.contains($0) }
  }

  /// Whether there is nothing that anybody could do now, so that no sheet goes out. Work that is due soon and not open
  /// yet is counted in a sheet, but is no reason for one.
  package var isEmpty: Bool {
    open == 0 && [undated, reported, overdue, silenced, toSettle].allSatisfy(\.isEmpty)
  }
}
