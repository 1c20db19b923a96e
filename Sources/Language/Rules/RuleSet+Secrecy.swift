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
