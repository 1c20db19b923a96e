/// What a deadline yields for one period, before facts about its task and without anybody who owes it.
package struct DeadlineOccurrence<State: Sendable>: Sendable {
  /// Index in `Deadline.items`.
  package var item: Int
  /// Of what is reported or served (decision: key-is-period).
  package var key: String
  package var state: State
  /// Empty unless asked for.
  package var derivation: [DerivationStep]
  /// It follows from a case that was withdrawn: only what was done of it is owed.
  var isOfWithdrawn = false
}

/// All that a deadline yields in a window.
package struct DeadlineExpansion: Sendable {
  /// By effective day, then in the order of the items and their periods.
  package var dated: [DeadlineOccurrence<DueDays>] = []
  package var open: [DeadlineOccurrence<OpenState>] = []
  package var problems: [ExpansionProblem.Reason] = []

  package init() {}

  /// Marks all but the first so many of each list as following from a withdrawn case.
  mutating func markWithdrawn(after dated: Int, _ open: Int) {
    for place in self.dated.indices.dropFirst(dated) { self.dated[place].isOfWithdrawn = true }
    for place in self.open.indices.dropFirst(open) { self.open[place].isOfWithdrawn = true }
  }

  mutating func removeAll() {
    dated.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
