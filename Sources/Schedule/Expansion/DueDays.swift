package import CivilCalendar
package import Deadlines
package import Rules

/// When a duty with a day is owed.
package struct DueDays: Sendable {
  /// How sure the day is.
  package enum Certainty: Hashable, Sendable {
    case final
    /// Computed over a year whose days off are not announced (decision: unannounced-years).
    case provisional
  }

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

  /// The first day of the window; nil where the work is open from the start.
  package var opens: CivilDate?
  /// The nominal due date: arithmetic's answer (JSON `due`).
  package var nominal: CivilDate
  /// The effective due date: the day that binds (JSON `effective` where it differs).
  package var effective: CivilDate
  /// The work is due before this time of the effective day; nil: by its end.
  package var cutoff: ClockTime?
  package var certainty: Certainty
  /// A whole window or several times within it: at least so many.
  package var count: CountRange?
  /// What it still waits for although its latest day is firm: a backstop, or a window behind a closed gate.
  package var pending: Pending?
  /// `pending` is a gate: the duty is waiting, never overdue, until it opens. False for a backstop, which binds.
  package var isGated: Bool
  package var isExtended = false
  /// The extension is the new day of what was returned.
  package var isOfReturn = false
  /// A fact set it.
  package internal(set) var isSet = false
  /// It had no day of its own before it was given this one.
  package internal(set) var isFirstGiven = false
  /// It was given a day although what it is counted from has not come.
  package internal(set) var isStillAwaited = false
  package var isSilencedUntil: CivilDate?

  package init(
    opens: CivilDate? = nil, nominal: CivilDate, effective: CivilDate, cutoff: ClockTime? = nil,
    certainty: Certainty = .final, count: CountRange? = nil, pending: Pending? = nil, isGated: Bool = false
  ) {
    self.opens = opens
    self.nominal = nominal
    self.effective = effective
    self.cutoff = cutoff
    self.certainty = certainty
    self.count = count
    self.pending = pending
    self.isGated = isGated
  }
}
