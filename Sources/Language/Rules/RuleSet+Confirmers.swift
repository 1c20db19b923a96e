/// Who confirms what is reported, and who decides on more time.
extension RuleSet {
  /// Who confirms the work of these leads on the task. Nobody confirms their own work: a confirmer who is one of the leads
  /// is replaced by their superior, else by the plan's leader; nil where nobody is left, so that done is done.
  package func confirmer(of task: TaskID, leads: [Recipient]) -> Recipient? {
    guard let named = tasks[task].confirmer else { return nil }
    let own = Set(leads.flatMap(units))
    func isApart(_ recipient: Recipient) -> Bool { own.isDisjoint(with: units(of: recipient)) }
    if isApart(named) { return named }
    if case .unit(let unit) = named, let superior = units[unit].superior, isApart(.unit(superior)) {
      return .unit(superior)
    }
    return plans[tasks[task].plan].leader.flatMap { isApart($0) ? $0 : nil }
  }

  /// Who confirms what the plan's tasks report, as far as neither they nor their sections say otherwise; nil: nobody, or it
  /// may not be told.
  package func confirmer(ofPlan plan: PlanID) -> Recipient? {
    guard plans[plan].classified == nil, case .recipient(let recipient)? = plans[plan].confirmer else { return nil }
    return recipient
  }

  /// Who decides whether these leads get more time for the task: who confirms, else the first superior of one of them, the
  /// plan's leader, or its focal point, who is none of them; nil where nobody is left.
  package func decider(of task: TaskID, leads: [Recipient]) -> Recipient? {
    let own = leads.flatMap(units)
    let plan = plans[tasks[task].plan]
    let others =
      own.compactMap { units[$0].superior.map { Recipient.unit($0) } }
      + [plan.leader, plan.focalPoint].compactMap { $0 }
    return confirmer(of: task, leads: leads)
      ?? others.first { Set(own).isDisjoint(with: units(of: $0)) }
  }
}
