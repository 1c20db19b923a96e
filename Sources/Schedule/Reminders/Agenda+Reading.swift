package import Expansion
package import Rules

extension Agenda {
  /// All obligations with a day, without their derivations.
  package var obligations: [Duty<DueDays>] { items.map(\.obligation) }

  /// All duties without a day, without their derivations.
  package var openDuties: [Duty<OpenState>] { openItems.map(\.duty) }

  /// All duties, those with a day first.
  package var duties: [AnyDuty] { items.map(\.obligation.any) + openItems.map(\.duty.any) }

  /// All of them that these rules know, without those that other rules took from units that owed them on their own.
  package var owed: [AnyDuty] { duties.filter { departed[$0.id] == nil } }

  /// The same, led on that day by those who have taken over from merged units.
  package func duties(at now: Instant) -> [AnyDuty] {
    guard hasMergers, let office = offices.first else { return duties }
    let all = DutyLists(dated: items.map(\.obligation), open: openItems.map(\.duty))
    return expander.handedOver(all, on: office.zone.day(of: now)).all
  }

  /// The plan that a topic belongs to; nil if the rules do not have it.
  package func plan(of subject: NoticeTopic) -> PlanID? {
    let id =
      switch subject {
      case .obligation(let id): id.plan
      case .event(let plan, _, _): plan
      case .plan(let id): id
      }
    return rules.plans.firstIndex { $0.id == id }
  }

  /// The instant from which a message that did not arrive is no longer worth sending: the second slot after its own
  /// (decision: two-slots).
  package func stale(_ slot: Instant, in plan: PlanID?) -> Instant {
    guard let plan, offices.indices.contains(plan) else { return slot.adding(seconds: 2 * 86_400) }
    let office = offices[plan]
    let minute = office.zone.civil(slot).minute
    return office.firstSlot(after: office.firstSlot(after: slot, minute), minute)
  }

  /// The seconds east of UTC, at an instant, in the zone of the plan's calendar; those of Việt Nam if there is no plan.
  package func offset(_ instant: Instant, in plan: PlanID?) -> Int64 {
    (plan.flatMap { offices.indices.contains($0) ? offices[$0].zone : nil } ?? .vietnam).offset(instant)
  }

  /// The unit that the log knows by this name; nil if the rules no longer have it.
  package func unit(_ name: RecipientName, in plan: PlanID) -> UnitID? { names.unit(name, plan, rules) }

  /// The name by which the log knows a unit of a plan.
  package func name(of unit: UnitID, in plan: PlanID) -> RecipientName { names.name(of: unit, plan, rules) }
}
