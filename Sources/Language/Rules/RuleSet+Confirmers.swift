/// Who confirms what is reported.
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
}
