package import AnswerLinks
package import Expansion
package import FactLog
package import Reminders
package import Rules

/// What notices are about: the rules and duties with which the round was decided.
package struct NotificationBook: Sendable {
  let rules: RuleSet
  let duties: [ObligationID: AnyDuty]
  /// The ids that they had.
  let dutyNames: DutyNames
  let plans: [String: PlanID]
  let zones: [Zone]
  /// The events of which only the ids may be told.
  let classifiedEvents: Set<EventID>
  /// The documents and reasons of changes; nil if nobody knows them.
  let grounds: ChangeGrounds?
  /// The head of the log of facts, which goes with the leader's sheet (decision: chained-facts).
  let head: FactHead?
  /// The addresses at which duties are answered; nil where the office has no pages.
  let answers: AnswerAddress?

  package init(
    _ rules: RuleSet, duties: [AnyDuty], grounds: ChangeGrounds? = nil, head: FactHead? = nil,
    answers: AnswerAddress? = nil, zone: Agenda.ZoneOf = { _ in .vietnam }
  ) {
    self.rules = rules
    dutyNames = DutyNames(rules)
    self.duties = Dictionary(duties.map { ($0.id, $0) }) { first, _ in first }
    (self.grounds, self.answers) = (grounds, answers)
    // Nothing can be shown by the head of no facts.
    self.head = head.flatMap { $0.count > 0 ? $0 : nil }
    plans = Dictionary(rules.plans.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in first }
    classifiedEvents = rules.classifiedEvents
    zones = rules.plans.map { plan in
      zone(rules.calendars.indices.contains(plan.calendar) ? rules.calendars[plan.calendar].timeZone : nil)
    }
  }

  /// The unit that is the plan's focal point; nil if it is a group.
  func focalUnit(of plan: Plan?) -> Unit? {
    guard case .unit(let unit)? = plan?.focalPoint, rules.units.indices.contains(unit) else { return nil }
    return rules.units[unit]
  }

  func plan(of subject: NoticeTopic) -> PlanID? {
    switch subject {
    case .obligation(let id): plans[id.plan]
    case .event(let plan, _, _): plans[plan]
    case .plan(let id): plans[id]
    }
  }
}
