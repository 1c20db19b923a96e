package import Rules

/// Who leads by the rules alone, whatever facts say.
extension RuleSet {
  /// The labels by which the duties of a task are told apart; nil stands for none.
  package func labels(of task: TaskID) -> [String?] {
    var labels: [String?] = []
    for line in tasks[task].due {
      for label in line.deadline.items.map(line.label(of:)) where !labels.contains(label) { labels.append(label) }
    }
    return labels
  }

  /// The units that lead the work of a label, together or each on its own.
  package func leads(of task: TaskID, label: String?) -> Set<UnitID> { Set(leadsByForm(of: task, label: label).keys) }

  /// The same, with whether each leads some of it on its own.
  package func leadsByForm(of task: TaskID, label: String?) -> [UnitID: Bool] {
    var found: [UnitID: Bool] = [:]
    for (leads, owner) in Owners(of: tasks[task], label: label, in: self).parties {
      for unit in leads.flatMap(units(of:)) { found[unit] = owner != nil || found[unit] ?? false }
    }
    return found
  }
}
