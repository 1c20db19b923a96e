package import Rules

extension LeadChanges {
  /// The facts with who led by the rules when more time was asked for, where others lead now and nobody stands on record as who asked.
  package func namingThen(_ facts: [TimedFact], _ rules: RuleSet) -> [TimedFact] {
    guard !isEmpty else { return facts }
    return facts.map { timed in
      guard timed.fact.body.kind == .extensionAsked, let subject = timed.fact.body.subject, isAny(of: subject.task),
        let recorded = timed.recorded
      else { return timed }
      var timed = timed
      timed.fact.ledThen = led(subject.task, subject.label, at: recorded, rules).map { .unit($0) }
      return timed
    }
  }

  /// The units that led at an instant, as far as their last changes tell.
  private func led(_ task: TaskID, _ label: String?, at instant: Instant, _ rules: RuleSet) -> [UnitID] {
    let now = rules.leads(of: task, label: label)
    return now.union(ended(task).filter { $0.label == label }.map(\.unit)).sorted().filter { unit in
      guard let change = change(task, label, unit) else { return true }
      if let began = change.began, instant < began { return change.ended.map { instant < $0 && $0 <= began } ?? false }
      if let ended = change.ended, ended > change.began ?? .distantPast { return instant < ended }
      return now.contains(unit)
    }
  }
}
