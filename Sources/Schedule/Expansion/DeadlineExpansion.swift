/// What a deadline yields for one period, before facts about its task and without anybody who owes it.
package struct DeadlineOccurrence<State: Sendable>: Sendable {
  /// Index in `Deadline.items`.
  package var item: Int
  /// Of what is reported or served (decision: key-is-period).
  package var key: String
  package var state: State
  /// Empty unless asked for.
  package var derivation: [DerivationStep]
  /// The place of the fact that withdrew the case from which it follows: only what was done of it is owed. Nil: the case stands.
  var withdrawnBy: Int?
}

/// All that a deadline yields in a window.
package struct DeadlineExpansion: Sendable {
  /// By effective day, then in the order of the items and their periods.
  package var dated: [DeadlineOccurrence<DueDays>] = []
  package var open: [DeadlineOccurrence<OpenState>] = []
  package var problems: [ExpansionProblem.Reason] = []

  package init() {}

  /// Marks all but the first so many of each list as following from a case that this fact withdrew.
  mutating func markWithdrawn(after dated: Int, _ open: Int, by fact: Int) {
    for place in self.dated.indices.dropFirst(dated) { self.dated[place].withdrawnBy = fact }
    for place in self.open.indices.dropFirst(open) { self.open[place].withdrawnBy = fact }
  }

  /// What follows both from something that was withdrawn and from what stands: from an event that happens once it was withdrawn,
  /// and is awaited again.
  struct Twin: Hashable {
    let item: Int
    let key: String
  }

  var twins: Set<Twin> {
    // Almost nothing was ever withdrawn.
    guard dated.contains(where: { $0.withdrawnBy != nil }) || open.contains(where: { $0.withdrawnBy != nil }) else {
      return []
    }
    let all =
      dated.map { (twin: Twin(item: $0.item, key: $0.key), isGone: $0.withdrawnBy != nil) }
      + open.map { (twin: Twin(item: $0.item, key: $0.key), isGone: $0.withdrawnBy != nil) }
    return Set(all.filter(\.isGone).map(\.twin)).intersection(all.filter { !$0.isGone }.map(\.twin))
  }

  mutating func removeAll() {
    dated.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
