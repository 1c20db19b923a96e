package import Rules

/// The ids that duties had under former ids of their tasks (`trước đây`), and the ids that they have now. Whatever was kept
/// or sent by an id is found through here: what was told, addresses, links of letters, events of calendars
/// (decision: ids-never-reused).
package struct DutyNames: Sendable {
  private struct Name: Hashable {
    var plan: String
    var task: String
  }

  private var former: [Name: [String]] = [:]
  private var current: [Name: String] = [:]

  package init(_ rules: RuleSet) {
    for task in rules.tasks where !task.formerly.isEmpty {
      let plan = rules.plans[task.plan].id
      former[Name(plan: plan, task: task.id)] = task.formerly
      for old in task.formerly { current[Name(plan: plan, task: old)] = task.id }
    }
  }

  /// Whether no task had another id.
  package var isEmpty: Bool { former.isEmpty }

  /// The ids that a duty had, in the order in which its task names its own.
  package func former(_ id: ObligationID) -> [ObligationID] {
    (former[Name(plan: id.plan, task: id.task)] ?? []).map { task in
      var old = id
      old.task = task
      return old
    }
  }

  /// The first id that it had, by which calendars know it for ever; its own if it had no other.
  package func first(_ id: ObligationID) -> ObligationID { former(id).first ?? id }

  /// Its id now, and those that it had.
  package func all(_ id: ObligationID) -> [ObligationID] { [id] + former(id) }

  /// The id that the duty of an id has now.
  package func current(_ id: ObligationID) -> ObligationID {
    guard let task = current[Name(plan: id.plan, task: id.task)] else { return id }
    var now = id
    now.task = task
    return now
  }

  /// The same of an id as it is written, `plan/task[:label]@key[/unit]`; that of a task may stand alone (`plan/task`).
  package func current(written id: String) -> String {
    guard !isEmpty, let slash = id.firstIndex(of: "/") else { return id }
    let plan = String(id[..<slash])
    let start = id.index(after: slash)
    let end = id[start...].firstIndex(of: "@") ?? id.endIndex
    // A label may have colons, and so may the id of a task.
    let ends = [end] + id[start..<end].indices.filter { id[$0] == ":" }.reversed()
    for end in ends {
      guard let task = current[Name(plan: plan, task: String(id[start..<end]))] else { continue }
      return "\(plan)/\(task)\(id[end...])"
    }
    return id
  }
}
