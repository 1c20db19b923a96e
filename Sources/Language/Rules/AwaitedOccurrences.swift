/// Which occurrences of periodic events deadlines wait for.
///
/// They are searched for when first asked, because most facts name their occurrence.
final class AwaitedOccurrences {
  private let rules: RuleSet
  private lazy var found = Found(rules)

  init(_ rules: RuleSet) { self.rules = rules }

  /// The key of the one occurrence that deadlines wait for; nil if there are several, or one is named without a key.
  func onlyKey(of event: EventID) -> String? { found.onlyKey(of: event) }
}

private struct Found {
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
