package import CivilCalendar
package import Deadlines

/// One dated occurrence of a deadline, before facts about its task and without anybody who owes it.
package struct DeadlineOccurrence: Sendable {
  /// Index in `Deadline.items`.
  package var item: Int
  /// Of what is reported or served (decision: key-is-period).
  package var key: String
  /// The first day of the window; nil where the work is open from the start.
  package var opens: CivilDate?
  package var counted: CivilDate
  package var binding: CivilDate
  package var cutoff: ClockTime?
  package var certainty: Obligation.Certainty
  package var count: CountRange?
  package var pending: Obligation.Pending?
  package var isGated: Bool
  /// Empty unless asked for.
  package var derivation: [DerivationStep]
}

/// What of a deadline has no day to put it on.
package struct OpenOccurrence: Sendable {
  package var item: Int
  package var key: String
  package var kind: OpenDuty.Kind
  package var derivation: [DerivationStep]
}

/// All that a deadline yields in a window.
package struct DeadlineExpansion: Sendable {
  /// By binding day, then in the order of the items and their periods.
  package var dated: [DeadlineOccurrence] = []
  package var open: [OpenOccurrence] = []
  package var problems: [ExpansionProblem.Reason] = []

  package init() {}

  mutating func removeAll() {
    dated.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
