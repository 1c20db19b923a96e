public import CivilCalendar
public import Expansion

/// What the leader of a plan reads once a week: counts first (decision 37).
public struct WeeklySheet: Sendable {
  /// The Monday of the week.
  public var week: CivilDate
  public var open = 0
  public var notOpen = 0
  public var done = 0
  /// Waiting for an event, a task or a date, or open without one.
  public var undated = 0
  public var overdue: [ObligationID] = []
  /// See `DueSoon`: today and seven days on, also what is not open yet or waits.
  public var dueThisWeek: [ObligationID] = []
  public var silenced: [ObligationID] = []
  public var toSettle: [ObligationID] = []

  public init(week: CivilDate) { self.week = week }

  /// Nothing that anybody could do now. What is due soon is counted in a sheet that goes out; none goes out for it.
  public var isEmpty: Bool {
    open == 0 && undated == 0 && overdue.isEmpty && silenced.isEmpty && toSettle.isEmpty
  }
}
