import CivilCalendar
import Deadlines
package import Rules

// What pages, files, feeds and the interface for programs have of classified work (decision: classified-tasks): its id and day,
// which they tell, and what it is counted by, which they do not: whoever words a duty asks whether it is classified.

extension DutyLists {
  /// The same with nothing else in what is classified.
  package func withoutSecrets(_ rules: RuleSet) -> DutyLists {
    guard rules.tasks.indices.contains(where: rules.isClassified) else { return self }
    return DutyLists(
      dated: dated.map { rules.isClassified($0.task) ? $0.withoutSecrets : $0 },
      open: open.map { rules.isClassified($0.task) ? $0.withoutSecrets : $0 })
  }
}

extension Duty<DueDays> {
  package var withoutSecrets: Duty {
    var days = DueDays(
      opens: state.opens, nominal: state.isExtended || state.isSet ? state.effective : state.nominal,
      effective: state.effective, cutoff: state.cutoff,
      certainty: state.certainty, isGated: state.isGated)
    // Where it hangs on something, what that is would be most of the wording.
    if state.pending != nil { days.pending = .events([]) }
    return bare(days)
  }
}

extension Duty<OpenState> {
  fileprivate var withoutSecrets: Duty { bare(state.withoutSecrets) }
}

extension OpenState {
  /// Without what it waits for.
  fileprivate var withoutSecrets: OpenState {
    switch self {
    case .waiting, .waitingForTask: .waiting(for: [], expected: nil)
    case .awaitingDate: .awaitingDate(Timetable(kinds: [], source: nil), expected: nil)
    case .eachCase(_, let active): .eachCase(trigger: nil, active: active)
    case .unclear: .unclear("")
    case .openUndated, .notBefore, .standing: self
    }
  }
}

extension Duty {
  fileprivate func bare(_ state: State) -> Duty {
    var bare = Duty(id: id, task: task, dueLine: dueLine, state: state)
    (bare.bound, bare.isClassified) = (bound, true)
    switch closed {
    case .done(let day, _): bare.closed = .done(on: day, document: nil)
    case .waived: bare.closed = .waived(because: nil)
    case .withdrawn(let day): bare.closed = .withdrawn(on: day)
    case nil: break
    }
    if let report { (bare.course, bare.openReport) = ([report.withoutSecrets], 0) }
    if let request {
      bare.openRequest = bare.course.count
      bare.course.append(request.withoutSecrets)
    }
    return bare
  }
}
