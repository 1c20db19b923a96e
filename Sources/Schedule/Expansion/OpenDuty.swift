package import CivilCalendar
package import Deadlines
package import Rules

/// A duty that has no day to put it on: waiting, undated, standing, or unclear. One with a backstop is an `Obligation`.
package struct OpenDuty: Sendable {
  /// Why it has no day.
  package enum Kind: Sendable {
    /// For events not yet recorded; `expected` is when they are expected (provisional, never overdue).
    case waiting(for: [EventBinding], expected: DayRange?)
    /// For another task to be done or dated; `key` is its occurrence.
    case waitingForTask(TaskBinding, key: String, expected: DayRange?)
    /// For a timetable's day.
    case awaitingDate(Timetable, expected: DayRange?)
    /// Open since its event; its lead is asked for a date.
    case openUndated(since: CivilDate)
    /// Within the days, both included; `last` nil where it has no end. `review`: the next review is an obligation.
    case standing(first: CivilDate, last: CivilDate?)
    /// Owed whenever the trigger happens; nothing recorded is pending. Nil trigger: *khi có phát sinh*.
    case eachCase(trigger: EventBinding?, active: DayRange?)
    /// *chưa rõ*: to settle.
    case unclear(String)
  }

  package var id: ObligationID
  package var task: TaskID
  package var dueLine: Int
  package var kind: Kind
  package var leads: [Recipient]
  package var supports: [Recipient]
  package var closed: Obligation.Closed?
  package var derivation: [DerivationStep]

  package init(
    id: ObligationID, task: TaskID, dueLine: Int, kind: Kind, leads: [Recipient] = [],
    supports: [Recipient] = [], derivation: [DerivationStep] = []
  ) {
    self.id = id
    self.task = task
    self.dueLine = dueLine
    self.kind = kind
    self.leads = leads
    self.supports = supports
    closed = nil
    self.derivation = derivation
  }
}
