/// What a deadline yields for one period, before facts about its task and without anybody who owes it.
package struct DeadlineOccurrence<State: Sendable>: Sendable {
  /// Index in `Deadline.items`.
  package var item: Int
  /// Of what is reported or served (decision: key-is-period).
  package var key: String
  package var state: State
  /// Empty unless asked for.
  package var derivation: [DerivationStep]
}

/// All that a deadline yields in a window.
package struct DeadlineExpansion: Sendable {
  /// By effective day, then in the order of the items and their periods.
  package var dated: [DeadlineOccurrence<DueDays>] = []
  package var open: [DeadlineOccurrence<OpenState>] = []
  package var problems: [ExpansionProblem.Reason] = []

  package init() {}

  mutating func removeAll() {
    dated.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
