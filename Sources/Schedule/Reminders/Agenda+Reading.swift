package import Expansion
package import Rules

extension Agenda {
  /// Everything with a day that the agenda was made of, without derivations.
  package var obligations: [Duty<DueDays>] { items.map(\.obligation) }

  package var openDuties: [Duty<OpenState>] { openItems.map(\.duty) }

  /// Both, first what has a day.
  package var duties: [AnyDuty] { items.map(\.obligation.any) + openItems.map(\.duty.any) }

  /// Nil: the rules have no such plan.
  package func plan(of subject: NoticeTopic) -> PlanID? {
    let id =
      switch subject {
      case .obligation(let id): id.plan
      case .event(let plan, _, _): plan
      case .plan(let id): id
      }
    return rules.plans.firstIndex { $0.id == id }
  }

  /// From when a message that did not arrive is no longer worth sending: the second slot after its own
  /// (decision: two-slots).
  package func stale(_ slot: Instant, in plan: PlanID?) -> Instant {
    guard let plan, offices.indices.contains(plan) else { return slot.adding(seconds: 2 * 86_400) }
    let office = offices[plan]
    let minute = office.zone.civil(slot).minute
    return office.firstSlot(after: office.firstSlot(after: slot, minute), minute)
  }

  /// Seconds east of UTC where the plan is.
  package func offset(_ instant: Instant, in plan: PlanID?) -> Int64 {
    (plan.flatMap { offices.indices.contains($0) ? offices[$0].zone : nil } ?? .vietnam).offset(instant)
  }

  /// How the log calls a unit that a plan speaks of.
  package func name(of unit: UnitID, in plan: PlanID) -> RecipientName { names.name(of: unit, plan, rules) }
}
