import CivilCalendar
import Expansion
import Rules

/// In which role a unit hears that a duty changed.
extension Round {
  /// The strongest role that a unit has in a duty, as far as it was told of it in that role; nil if it has none any more.
  func role(of unit: UnitID, in duty: AnyDuty, _ mine: [SentEntry], _ cadence: Cadence) -> Role? {
    let rules = agenda.rules
    let task = rules.tasks[duty.task]
    let today = agenda.offices[task.plan].zone.day(of: now)
    let audience = Audience(
      of: task, leads: duty.leads, supports: duty.supports, told: cadence.audience, on: today, rules, agenda.names)
    func isAmong(_ recipient: Recipient?) -> Bool {
      recipient.map { rules.units(of: $0).contains { rules.successor(of: $0, on: today) == unit } } ?? false
    }
    let kinds = Set(mine.map(\.kind))
    var roles = audience.units.filter { $0.unit == unit }.map(\.role)
    if kinds.contains(.confirm), isAmong(rules.confirmer(of: duty.task, leads: duty.leads)) { roles.append(.confirmer) }
    if kinds.contains(.decide), isAmong(rules.decider(of: duty.task, leads: duty.leads)) { roles.append(.decider) }
    if !kinds.isDisjoint(with: [.superior, .silenced]) { roles.append(.superior) }
    return roles.max()
  }
}
