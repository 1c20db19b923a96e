import CivilCalendar
import Deadlines
package import Rules

// What lists, figures, files, letters' tables and the interface for programs have of classified work (decision:
// classified-tasks): its id, its day, and whether it is still to be done. The rest is not there, so that nobody can count, filter or
// sort by it.

extension DutyLists {
  /// The same with nothing else in what is classified.
  /// - Parameter isOfPast: of an instant that has passed. Of it nothing is told, since two of them would tell between which
  ///   classified work was done.
  package func withoutSecrets(_ rules: RuleSet, isOfPast: Bool = false) -> DutyLists {
    guard rules.tasks.indices.contains(where: rules.isClassified) else { return self }
    guard !isOfPast else {
      return DutyLists(
        dated: dated.filter { !rules.isClassified($0.task) }, open: open.filter { !rules.isClassified($0.task) })
    }
    return DutyLists(
      dated: dated.map { $0.withoutSecrets(rules) }, open: open.map { $0.withoutSecrets(rules) })
  }
}

extension Duty<DueDays> {
  /// The same with its id and day alone, and whether it is still to be done, where it is classified.
  package func withoutSecrets(_ rules: RuleSet) -> Duty {
    guard rules.isClassified(task) else { return self }
    return bare(DueDays(nominal: state.effective, effective: state.effective), day: state.effective)
  }
}

extension Duty<OpenState> {
  /// The same with its id alone, and whether it is still to be done, where it is classified.
  package func withoutSecrets(_ rules: RuleSet) -> Duty {
    guard rules.isClassified(task) else { return self }
    // What stands without an end is never done, and counted as such.
    if case .standing = state { return bare(state, day: .first) }
    return bare(.openUndated(since: .first), day: .first)
  }
}

extension AnyDuty {
  /// The same with its id and day alone, and whether it is still to be done, where it is classified.
  package func withoutSecrets(_ rules: RuleSet) -> AnyDuty {
    switch state {
    case .dated(let days): with(days).withoutSecrets(rules).any
    case .open(let open): with(open).withoutSecrets(rules).any
    }
  }
}

extension Duty {
  /// - Parameter day: on which it is said to be withdrawn, where it is, as nobody is told when.
  fileprivate func bare(_ state: State, day: CivilDate) -> Duty {
    var bare = Duty(id: id, task: task, dueLine: dueLine, state: state)
    bare.isClassified = true
    switch closed {
    case .done, .waived: bare.closed = .done(on: nil, document: nil)
    case .withdrawn: bare.closed = .withdrawn(on: day)
    case nil: break
    }
    return bare
  }
}
