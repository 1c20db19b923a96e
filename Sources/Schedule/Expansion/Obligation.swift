package import CivilCalendar
package import Deadlines
package import Rules

/// Who owes what by when: one occurrence of one due line.
package struct Obligation: Sendable {
  /// How sure the day is.
  package enum Certainty: Hashable, Sendable {
    case final
    /// Computed over a year whose days off are not announced (decision: unannounced-years).
    case provisional
  }

  package var id: ObligationID
  package var task: TaskID
  /// Index in the task's `due`.
  package var dueLine: Int
  /// The first day of the window; nil where the work is open from the start.
  package var opens: CivilDate?
  /// Arithmetic's answer (JSON `due`).
  package var counted: CivilDate
  /// The day that binds (JSON `effective` where it differs).
  package var binding: CivilDate
  /// The work is due before this time of the binding day; nil: by its end.
  package var cutoff: ClockTime?
  package var certainty: Certainty
  /// A whole window or several times within it: at least so many.
  package var count: CountRange?
  /// Leads of this occurrence after reassignment and mergers; the single owing unit where each owes.
  package var leads: [Recipient]
  package var supports: [Recipient]
  /// What it still waits for although its latest day is firm: a backstop, or a window behind a closed gate.
  package var pending: Pending?
  /// `pending` is a gate: the obligation is waiting, never overdue, until it opens. False for a backstop, which binds.
  package var isGated: Bool
  package var isExtended: Bool
  package var isSilencedUntil: CivilDate?
  package var closed: Closed?
  /// How the days came out, step by step.
  package var derivation: [DerivationStep]

  /// What its day still waits for.
  package enum Pending: Hashable, Sendable {
    /// Events not yet recorded.
    case events([EventBinding])
    /// The day that a timetable will name.
    case timetable(Timetable)
    /// Another task that is not done.
    case task(TaskBinding)
    /// *khi có phát sinh*
    case occurrence
  }

  /// How the obligation ended.
  package enum Closed: Hashable, Sendable {
    case done(on: CivilDate, document: String?)
    case waived(because: String?)
    case withdrawn(on: CivilDate)
  }

  package init(
    id: ObligationID, task: TaskID, dueLine: Int, opens: CivilDate?, counted: CivilDate, binding: CivilDate,
    cutoff: ClockTime? = nil, certainty: Certainty = .final, count: CountRange? = nil, leads: [Recipient] = [],
    supports: [Recipient] = [], pending: Pending? = nil, derivation: [DerivationStep] = []
  ) {
    self.id = id
    self.task = task
    self.dueLine = dueLine
    self.opens = opens
    self.counted = counted
    self.binding = binding
    self.cutoff = cutoff
    self.certainty = certainty
    self.count = count
    self.leads = leads
    self.supports = supports
    self.pending = pending
    isGated = false
    isExtended = false
    isSilencedUntil = nil
    closed = nil
    self.derivation = derivation
  }
}
