public import CivilCalendar
public import RuleSyntax
public import Rules

/// A duty that has no day to put it on: waiting, undated, standing, or unclear. One with a backstop is an `Obligation`.
public struct OpenDuty: Sendable {
  public enum Kind: Sendable {
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

  public var id: ObligationID
  public var task: TaskID
  public var dueLine: Int
  public var kind: Kind
  public var leads: [Recipient]
  public var supports: [Recipient]
  public var closed: Obligation.Closed?
  public var derivation: [DerivationStep]

  public init(
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
