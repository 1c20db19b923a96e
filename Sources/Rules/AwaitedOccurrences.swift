/// Which occurrences of periodic events deadlines wait for.
struct AwaitedOccurrences {
  private var keys: [EventID: Set<String>] = [:]
  private var open: Set<EventID> = []

  init(_ rules: RuleSet) {
    var waiting = Set(rules.tasks.flatMap { task in task.due.flatMap { $0.events.values } })
    var open = Array(waiting)
    while let binding = open.popLast() {
      if let key = binding.key { keys[binding.event, default: []].insert(key) } else { self.open.insert(binding.event) }
      switch rules.events[binding.event].composition {
      case .simple: break
      case .all(let members), .any(let members):
        for member in members {
          let inner = EventBinding(event: member, key: binding.key)
          if waiting.insert(inner).inserted { open.append(inner) }
        }
      }
    }
  }

  func onlyKey(of event: EventID) -> String? {
    guard !open.contains(event), let keys = keys[event], keys.count == 1 else { return nil }
    return keys.first
  }
}
