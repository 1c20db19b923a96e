package import Expansion
package import FactLog
package import Reminders
package import Rules

/// What notices are about: the rules and duties with which the round was decided.
package struct NotificationBook: Sendable {
  let rules: RuleSet
  let duties: [ObligationID: AnyDuty]
  let plans: [String: PlanID]
  let zones: [Zone]
  /// The head of the log of facts, which the leader's sheet quotes (decision: chained-facts).
  let head: FactHead?
  let lines = RuleLines()

  package init(
    _ rules: RuleSet, duties: [AnyDuty], head: FactHead? = nil, zone: Agenda.ZoneOf = { _ in .vietnam }
  ) {
    self.rules = rules
    self.duties = Dictionary(duties.map { ($0.id, $0) }) { first, _ in first }
    self.head = head
    plans = Dictionary(rules.plans.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    zones = rules.plans.map { plan in
      zone(rules.calendars.indices.contains(plan.calendar) ? rules.calendars[plan.calendar].timeZone : nil)
    }
  }

  func plan(of subject: NoticeTopic) -> PlanID? {
    switch subject {
    case .obligation(let id): plans[id.plan]
    case .event(let plan, _, _): plans[plan]
    case .plan(let id): plans[id]
    }
  }
}
