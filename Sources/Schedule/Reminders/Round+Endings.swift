import CivilCalendar
import Expansion
import Rules

/// Work that is no longer owed, or is owed by another unit, and work that was due before it was known.
extension Round {
  // MARK: Endings

  /// Tells everybody who was told of it, once, that nothing is owed any more.
  mutating func release(_ item: Agenda.Item, _ release: NoticeKind.Release) {
    let entries = log.entries(about: item.subject)
    guard !entries.isEmpty else { return }
    let cadence = item.own.cadence
    for (unit, mine) in told(entries, item.plan) {
      let step = TimedStep(
        kind: .released(closings(mine) + 1, release), slot: atOnce(item.changed, item.plan, cadence), isAtOnce: true)
      say(draft(item, step, .lead), to: unit, cadence)
    }
  }

  /// Tells the units that did the work and no longer do.
  mutating func tellFormerOwners(
    _ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let names = audience.units.map(\.name)
    let former = entries.filter { !names.contains($0.recipient) }
    guard !former.isEmpty else { return }
    let current = Set(audience.units.map(\.unit))
    for (unit, mine) in told(former, item.plan) where !current.contains(unit) {
      // A superior goes on being told as such.
      guard mine.contains(where: { $0.kind.isToOwner }), !mine.contains(where: { $0.kind == .superior }) else {
        continue
      }
      let step = TimedStep(
        kind: .handedOver(closings(mine) + 1), slot: atOnce(item.changed, item.plan, cadence), isAtOnce: true)
      say(draft(item, step, .lead), to: unit, cadence)
    }
  }

  /// The units that were told a day, by the log, and not yet that the matter is over, with their entries.
  private func told(_ entries: [SentEntry], _ plan: PlanID) -> [(unit: UnitID, entries: [SentEntry])] {
    let spoken = Dictionary(grouping: entries.filter { $0.kind.tellsDay || $0.kind.isClosing }, by: \.recipient)
    return spoken.keys.sorted().compactMap { name in
      guard let mine = spoken[name], let last = mine.max(by: { $0.slot < $1.slot }), !last.kind.isClosing,
        let unit = agenda.names.unit(name, plan, agenda.rules)
      else { return nil }
      return (unit, mine)
    }
  }

  private func closings(_ entries: [SentEntry]) -> Int {
    Set(entries.filter(\.kind.isClosing).map(\.slot)).count
  }

  // MARK: To settle

  /// Lists the obligation as one to settle, and asks the focal point once, in a weekly slot (decision: known-since).
  mutating func settle(_ item: Agenda.Item, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    let known = office.zone.day(of: item.known)
    settle(ToSettle(id: item.obligation.id, task: item.obligation.task, reason: .dueBeforeKnown(known)))
    guard let focal = agenda.rules.plans[item.plan].focalPoint,
      let digest = office.nextDigest(after: item.known.adding(seconds: -1), cadence.minute)
    else { return }
    guard digest.slot <= now else { return wake(digest.slot) }
    let step = TimedStep(kind: .settle(known: known), slot: digest.slot)
    for unit in agenda.rules.units(of: focal) { say(draft(item, step, .focalPoint), to: unit, cadence) }
  }
}
