import CivilCalendar
import Expansion
import Rules

extension Agenda {
  /// What was owed in cases (`mỗi vụ việc`) of which the record was withdrawn, closed by the withdrawal. Without the record
  /// nothing is owed, so that only the facts as they were before know of it, and whoever was told must hear.
  /// - Parameter owed: what is owed now.
  static func withdrawnCases(
    _ rules: RuleSet, _ facts: [TimedFact], in window: DayRange, of tasks: Set<TaskID>?, besides owed: [ObligationID],
    _ offices: [OfficeTime]
  ) -> DutyLists {
    let withdrawals = facts.indices.filter { isWithdrawnCase(facts[$0].fact, rules) }
    guard let last = withdrawals.last else { return DutyLists() }
    let events = Set(withdrawals.compactMap { facts[$0].fact.body.event?.event })
    let before = Expander(rules, facts: facts.indices.filter { !withdrawals.contains($0) }.map { facts[$0].fact })
    let owed = Set(owed)
    func closed<State>(_ duties: [Duty<State>]) -> [Duty<State>] {
      duties.filter { $0.closed == nil && !owed.contains($0.id) }.map { duty in
        var duty = duty
        let zone = offices[rules.tasks[duty.task].plan].zone
        duty.closed = .withdrawn(on: facts[last].recorded.map(zone.day(of:)) ?? window.first)
        return duty
      }
    }
    var gone = DutyLists()
    for affected in Self.tasks(after: events, rules) where tasks?.contains(affected) ?? true {
      let duties = before.duties(in: window, of: affected, explained: false, keepsGiven: true)
      gone.dated += closed(duties.dated)
      gone.open += closed(duties.open)
    }
    return gone
  }

  private static func isWithdrawnCase(_ fact: Fact, _ rules: RuleSet) -> Bool {
    guard fact.body.kind == .withdrawn, let event = fact.body.event?.event, rules.events.indices.contains(event) else {
      return false
    }
    return rules.events[event].happens == .eachCase
  }

  /// The tasks whose days come from these events, or from such tasks.
  private static func tasks(after events: Set<EventID>, _ rules: RuleSet) -> [TaskID] {
    var events = events
    var found: Set<TaskID> = []
    while true {
      let before = (events.count, found.count)
      for (id, event) in rules.events.enumerated() {
        switch event.composition {
        case .simple: continue
        case .all(let members), .any(let members): if !events.isDisjoint(with: members) { events.insert(id) }
        }
      }
      for (id, task) in rules.tasks.enumerated() where !found.contains(id) {
        let follows = task.due.contains { line in
          line.events.values.contains { events.contains($0.event) }
            || line.tasks.values.contains { found.contains($0.task) }
        }
        if follows { found.insert(id) }
      }
      if before == (events.count, found.count) { return found.sorted() }
    }
  }
}
