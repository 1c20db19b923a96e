package import Rules

/// The tasks of which something else may be owed, or since another day, because of facts: those that the facts are about, those whose
/// deadlines name an event or a task that is reached, and so on. Nothing of any other task depends on them.
struct FactReach {
  private(set) var tasks: Set<TaskID> = []
  private var events: Set<EventID> = []
  private let rules: RuleSet

  init(of facts: some Sequence<Fact>, in rules: RuleSet) {
    self.rules = rules
    for fact in facts {
      switch fact.body.target {
      case .task(let subject): tasks.insert(subject.task)
      case .event(let named): events.insert(named.event)
      }
    }
    reachComposedEvents()
    // Since when work is known depends on the issue of its plan.
    let issued = Set(rules.plans.indices.filter { events.contains(rules.plans[$0].issueEvent) })
    if !issued.isEmpty { tasks.formUnion(rules.tasks.indices.filter { issued.contains(rules.tasks[$0].plan) }) }
    reachFollowers()
  }

  private mutating func reachComposedEvents() {
    guard !events.isEmpty else { return }
    var known: Int
    repeat {
      known = events.count
      for event in rules.events.indices {
        switch rules.events[event].composition {
        case .simple: break
        case .all(let members), .any(let members):
          if members.contains(where: events.contains) { events.insert(event) }
        }
      }
    } while events.count > known
  }

  private mutating func reachFollowers() {
    let counting = rules.tasks.indices.filter { task in
      rules.tasks[task].due.contains { !$0.events.isEmpty || !$0.tasks.isEmpty }
    }
    var known: Int
    repeat {
      known = tasks.count
      for task in counting where rules.tasks[task].due.contains(where: isReached) { tasks.insert(task) }
    } while tasks.count > known
  }

  private func isReached(_ line: DueLine) -> Bool {
    line.events.values.contains { events.contains($0.event) } || line.tasks.values.contains { tasks.contains($0.task) }
  }
}

extension Expander {
  /// The tasks that these facts reach, as `FactReach` finds them.
  package func tasks(reachedBy facts: some Sequence<Fact>) -> Set<TaskID> { FactReach(of: facts, in: rules).tasks }

  /// The same rules with other facts. Nothing is worked out anew but what the facts reach that are in one of both alone.
  /// - Parameter facts: begin with those of this one, or are the beginning of these.
  package func with(_ facts: [Fact]) -> Expander {
    let common = min(facts.count, book.facts.count)
    let reached = tasks(reachedBy: (facts.count > common ? facts : book.facts)[common...])
    return Expander(Book(book, facts: facts), keeping: book, but: reached)
  }
}
