import Diagnostics
package import Rules

/// The ids that duties had under former ids of their tasks and units (`trước đây`), and the ids that they have now. Whatever was kept
/// or sent by an id is found through here: what was told, addresses, links of letters, events of calendars
/// (decision: ids-never-reused).
package struct DutyNames: Sendable {
  /// The former ids of tasks, or of units, in each plan.
  private struct Names: Sendable {
    private struct Name: Hashable {
      var plan: String
      var id: FoldedName
    }

    private var former: [Name: [String]] = [:]
    private var current: [Name: String] = [:]

    var isEmpty: Bool { former.isEmpty }

    mutating func add(_ id: String, formerly: [String], in plan: String) {
      guard !formerly.isEmpty else { return }
      former[Name(plan: plan, id: FoldedName(id))] = formerly
      for old in formerly { current[Name(plan: plan, id: FoldedName(old))] = id }
    }

    func former(_ id: String, in plan: String) -> [String] {
      former.isEmpty ? [] : former[Name(plan: plan, id: FoldedName(id))] ?? []
    }

    func current(_ id: String, in plan: String) -> String? {
      current.isEmpty ? nil : current[Name(plan: plan, id: FoldedName(id))]
    }
  }

  private var tasks = Names()
  private var units = Names()

  package init(_ rules: RuleSet) {
    for task in rules.tasks {
      tasks.add(task.id, formerly: task.formerly, in: rules.plans[task.plan].id)
    }
    for (unit, row) in rules.units.enumerated() where !row.formerly.isEmpty {
      for plan in rules.plans(of: .unit(unit)) { units.add(row.id, formerly: row.formerly, in: rules.plans[plan].id) }
    }
    for (group, row) in rules.groups.enumerated() where !row.formerly.isEmpty {
      for plan in rules.plans(of: .group(group)) { units.add(row.id, formerly: row.formerly, in: rules.plans[plan].id) }
    }
  }

  /// Whether nothing had another id.
  package var isEmpty: Bool { tasks.isEmpty && units.isEmpty }

  /// The ids that a duty had, the oldest first; behind them the same in capitals and in small letters, since `trước đây` is read
  /// without regard to these, and logs have an id as it was spelled.
  package func former(_ id: ObligationID) -> [ObligationID] {
    guard !isEmpty else { return [] }
    func combined(_ spelled: (String) -> String) -> [ObligationID] {
      (self.tasks.former(id.task, in: id.plan).map(spelled) + [id.task]).flatMap { task in
        ((id.unit.map { units.former($0, in: id.plan) } ?? []).map(spelled) + [id.unit]).map { unit in
          var old = id
          (old.task, old.unit) = (task, unit)
          return old
        }
      }
    }
    var found: [ObligationID] = []
    let spelled = combined(\.self) + combined({ $0.uppercased() }) + combined({ $0.lowercased() })
    for old in spelled where old != id && !found.contains(old) {
      found.append(old)
    }
    return found
  }

  /// The first id that it had, by which calendars know it for ever; its own if it had no other.
  package func first(_ id: ObligationID) -> ObligationID { former(id).first ?? id }

  /// Its id now, and those that it had.
  package func all(_ id: ObligationID) -> [ObligationID] { [id] + former(id) }

  /// The id that the duty of an id has now.
  package func current(_ id: ObligationID) -> ObligationID {
    var now = id
    if let task = tasks.current(id.task, in: id.plan) { now.task = task }
    if let unit = id.unit.flatMap({ units.current($0, in: id.plan) }) { now.unit = unit }
    return now
  }

  /// The same of an id as it is written, `plan/task[:label]@key[/unit]`; that of a task may stand alone (`plan/task`).
  package func current(written id: String) -> String {
    guard !isEmpty, let slash = id.firstIndex(of: "/") else { return id }
    let plan = String(id[..<slash])
    let start = id.index(after: slash)
    let at = id[start...].firstIndex(of: "@") ?? id.endIndex
    var tail = String(id[at...])
    if let slash = tail.lastIndex(of: "/"), case let after = tail.index(after: slash),
      let unit = units.current(String(tail[after...]), in: plan)
    {
      tail = tail[..<after] + unit
    }
    // A label may have colons, and so may the id of a task.
    for end in [at] + id[start..<at].indices.filter({ id[$0] == ":" }).reversed() {
      guard let task = tasks.current(String(id[start..<end]), in: plan) else { continue }
      return "\(plan)/\(task)\(id[end..<at])\(tail)"
    }
    return "\(id[..<at])\(tail)"
  }
}
