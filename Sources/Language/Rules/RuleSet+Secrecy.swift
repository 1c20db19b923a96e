/// What may be told by its id and day only (decision: classified-tasks).
extension RuleSet {
  /// Whether the task, or its plan, has `độ mật`.
  package func isClassified(_ task: TaskID) -> Bool {
    tasks[task].classified != nil || plans[tasks[task].plan].classified != nil
  }

  /// The events of classified plans, and those that only classified tasks wait for.
  package var classifiedEvents: Set<EventID> {
    let ofPlans = events.indices.filter { events[$0].plan.map { plans[$0].classified != nil } ?? false }
    let classified = tasks.indices.filter(isClassified)
    guard !classified.isEmpty || !ofPlans.isEmpty else { return [] }
    let awaited = self.events(awaitedBy: classified)
    return awaited.subtracting(self.events(awaitedBy: tasks.indices.filter { !isClassified($0) })).union(ofPlans)
  }

  /// The same rules with nothing but ids in what is classified, for those who may know no more of it.
  package var withoutSecrets: RuleSet {
    var open = self
    for task in tasks.indices where isClassified(task) {
      let old = tasks[task]
      var row = PlanTask(plan: old.plan, id: old.id, title: old.id, span: old.span)
      (row.section, row.classified, row.withdrawn) = (old.section, old.classified ?? "", old.withdrawn)
      row.withdrawn?.by = nil
      row.due = old.due.map { line in
        var line = line
        line.text = ""
        return line
      }
      open.tasks[task] = row
    }
    for plan in plans.indices where plans[plan].classified != nil {
      open.plans[plan].title = plans[plan].id
      (open.plans[plan].also, open.plans[plan].note, open.plans[plan].source) = ([], nil, nil)
      (open.plans[plan].issuedNumber, open.plans[plan].issuedBy) = (nil, nil)
      (open.plans[plan].focalPoint, open.plans[plan].leader) = (nil, nil)
    }
    for section in sections.indices where plans[sections[section].plan].classified != nil {
      open.sections[section].title = sections[section].id
      (open.sections[section].goal, open.sections[section].watchedBy) = (nil, [])
    }
    for event in classifiedEvents {
      (open.events[event].title, open.events[event].also, open.events[event].watchedBy) = (events[event].id, [], [])
    }
    return open
  }

  /// The events that deadlines of these tasks name, and those of which these are made.
  private func events(awaitedBy tasks: [TaskID]) -> Set<EventID> {
    var found: Set<EventID> = []
    var open = tasks.flatMap { self.tasks[$0].due }.flatMap { $0.events.values.map(\.event) }
    while let event = open.popLast() {
      guard events.indices.contains(event), found.insert(event).inserted else { continue }
      switch events[event].composition {
      case .all(let members), .any(let members): open += members
      case .simple: break
      }
    }
    return found
  }
}
