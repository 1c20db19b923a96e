package import CivilCalendar
package import Expansion

/// What the leader of a plan reads once a week: counts first (decision: weekly-sheet).
package struct WeeklySheet: Sendable {
  /// The Monday of the week.
  package var week: CivilDate
  package var open: [ObligationID] = []
  package var notOpen: [ObligationID] = []
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

  /// The figures on top, which count each duty once: what stands in a list there, and the rest by its state.
  package enum Figure: String, CaseIterable, Sendable {
    case overdue, soon, open, undated, toSettle, silenced, notOpen, reported, done
  }

  /// How many duties the figure counts.
  package func count(_ figure: Figure) -> Int {
    switch figure {
    case .overdue: overdue.count
    case .soon: dueThisWeek.count
    case .open: unlisted(open).count
    case .undated: waiting.count
    case .toSettle: toSettle.count
    case .silenced: silenced.count
    case .notOpen: unlisted(notOpen).count
    case .reported: reported.count
    case .done: done
    }
  }

  /// What waits, without what is due soon all the same.
  package var waiting: [ObligationID] { unlisted(undated) }

  /// Without what is due soon or silenced.
  private func unlisted(_ ids: [ObligationID]) -> [ObligationID] {
    let listed = Set(dueThisWeek + silenced)
    return ids.filter { !listed.contains($0) }
  }

  /// Whether there is nothing that anybody could do now, so that no sheet goes out. Work that is due soon and not open
  /// yet is counted in a sheet, but is no reason for one.
  package var isEmpty: Bool {
    [open, undated, reported, overdue, silenced, toSettle].allSatisfy(\.isEmpty)
  }
}
