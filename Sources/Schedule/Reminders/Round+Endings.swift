import CivilCalendar
import Expansion
import Rules

/// Work that is no longer owed, or is owed by another unit, and work that was due before it was known.
extension Round {
  // MARK: Endings

  /// Tells everybody who was told of it, once, that nothing is owed any more.
  /// - Parameter draft: of the duty, with any step.
  mutating func release(
    _ duty: AnyDuty, _ draft: Draft, _ release: NoticeKind.Release, _ changed: Instant?, _ cadence: Cadence
  ) {
    let entries = log.entries(about: SubjectKey(draft.subject))
    guard !entries.isEmpty else { return }
    // Who goes on with the same work under another id has lost nothing.
    let going = agenda.departed[duty.id] ?? []
    for (unit, mine) in told(entries, draft.plan) where !going.contains(unit) {
      tell(
        draft, .released(closings(mine) + 1, release), to: unit, as: role(of: unit, in: duty, mine, cadence) ?? .lead,
        changed, cadence)
    }
  }

  /// Tells the units that did the work and no longer do.
  mutating func tellFormerOwners(
    _ duty: AnyDuty, _ draft: Draft, _ audience: Audience, _ entries: [SentEntry], _ changed: Instant?,
    _ cadence: Cadence
  ) {
    let names = audience.units.map(\.name)
    let former = entries.filter { !names.contains($0.recipient) }
    guard !former.isEmpty else { return }
    let current = Set(audience.units.map(\.unit))
    for (unit, mine) in told(former, draft.plan) where !current.contains(unit) {
      // Who was told otherwise, as superior or to confirm, goes on being told as such.
      guard mine.contains(where: { $0.kind.isToOwner }), role(of: unit, in: duty, mine, cadence) == nil else {
        continue
      }
      tell(draft, .handedOver(closings(mine) + 1), to: unit, as: formerRole(of: unit, in: duty), changed, cadence)
    }
  }

  private func holds(_ unit: UnitID, _ recipients: [Recipient]) -> Bool {
    recipients.contains { agenda.rules.units(of: $0).contains(unit) }
  }

  /// As what a unit was told that is told no more: it led, unless the plan has it among those who support only, and it supports no
  /// more. Who supports now, and was written to as an owner though its policy writes to leads alone, led.
  private func formerRole(of unit: UnitID, in duty: AnyDuty) -> Role {
    let supports = agenda.rules.tasks[duty.task].supports.map(\.recipient)
    let isSupport = holds(unit, supports) && !holds(unit, duty.supports)
    return isSupport && !agenda.handovers.mayHaveLed(unit, duty) ? .support : .lead
  }

  /// When a duty was handed to a unit that is to hear of it; nil if it was not. What other rules took from a unit and gave back before
  /// it heard of either is its own as before.
  func handedOver(_ duty: AnyDuty, to told: Audience.Member, _ entries: [SentEntry]) -> Instant? {
    let assigned = agenda.handovers.handedOver(duty, to: told.unit)
    guard let gone = agenda.handovers.takenBefore(duty, from: told.unit) else { return assigned }
    let mine = entries.filter { $0.recipient == told.name }
    let knewIt = mine.contains { $0.slot < gone && $0.kind.isToOwner }
    let heardOfIt = mine.contains { $0.slot >= gone && $0.kind == .handedOver }
    return knewIt && !heardOfIt ? nil : assigned
  }

  /// Tells the units that led the work until it was handed to another, and that support it or hear of it otherwise.
  mutating func tellFormerLeads(
    _ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let duty = item.obligation.any
    let leads = duty.leads.flatMap(agenda.rules.units)
    guard let handedOver = leads.compactMap({ agenda.handovers.handedOver(duty, to: $0) }).max() else { return }
    for told in audience.units where told.role != .lead && agenda.handovers.mayHaveLed(told.unit, duty) {
      let mine = entries.filter { $0.recipient == told.name }
      guard mine.contains(where: { $0.slot < handedOver && $0.kind.isToOwner }),
        !mine.contains(where: { $0.slot >= handedOver && $0.kind == .handedOver })
      else { continue }
      tell(draft(item), .handedOver(closings(mine) + 1), to: told.unit, changed(item), cadence)
    }
  }

  /// Tells the old and the new leads of work that was handed over while it is not reminded of: after it was reported, or while
  /// more time is asked for.
  mutating func tellHandOver(_ item: Agenda.Item) {
    guard agenda.handovers.mayBe(of: item.obligation.task) else { return }
    let (duty, cadence, audience) = (item.obligation.any, item.own.cadence, audience(item))
    let entries = log.entries(about: item.subject)
    let zone = item.own.office.zone
    for told in audience.units where told.role == .lead {
      let since =
        handedOver(duty, to: told, entries)
        ?? agenda.handovers.merged(duty, into: told.unit, by: zone.day(of: now), zone)
      let mine = entries.filter { $0.recipient == told.name }
      guard let assigned = since.flatMap({ agenda.handovers.sinceReport(duty, $0) }),
        mine.allSatisfy({ $0.slot < assigned })
      else { continue }
      let kind = NoticeKind.assigned(assignments(mine, before: assigned) + 1)
      tell(draft(item), kind, to: told.unit, max(assigned, changed(item) ?? assigned), cadence)
    }
    guard !entries.isEmpty else { return }
    tellFormerOwners(duty, draft(item), audience, entries, changed(item), cadence)
    tellFormerLeads(item, audience, entries, cadence)
  }

  /// How often a unit was told that the work was handed to it, before it was at that instant.
  func assignments(_ mine: [SentEntry], before assigned: Instant) -> Int {
    Set(mine.filter { $0.kind == .assigned && $0.slot < assigned }.map(\.slot)).count
  }

  /// Whether a unit was told nothing since the work was handed to it.
  func isFirst(since assigned: Instant?, _ mine: [SentEntry]) -> Bool {
    assigned.map { at in mine.allSatisfy { $0.slot < at } } ?? false
  }

  /// Why a duty that is closed by rules is owed no more: what units owed under ids that are gone, others owe.
  func withdrawal(_ duty: AnyDuty) -> NoticeKind.Release { agenda.departed[duty.id] == nil ? .withdrawn : .left }

  /// When a unit came back to those who each owe a duty, and was told meanwhile that it did not; nil if that is not so.
  func rejoined(_ duty: AnyDuty, _ entries: [SentEntry]) -> Instant? {
    guard duty.id.unit != nil, duty.closed == nil else { return nil }
    return duty.leads.flatMap(agenda.rules.units).compactMap { unit in
      guard let (gone, back) = agenda.handovers.again(duty, unit),
        entries.contains(where: { $0.kind == .released && $0.slot >= gone && $0.slot < back })
      else { return nil }
      return back
    }.max()
  }

  /// Tells a unit that came back to those who each owe a duty, unless it was told of it since.
  mutating func tellRejoined(_ item: Agenda.Item, _ back: Instant, _ audience: Audience, _ entries: [SentEntry]) {
    for told in audience.units where told.role == .lead {
      let mine = entries.filter { $0.recipient == told.name }
      guard isFirst(since: back, mine) else { continue }
      tellReopened(draft(item), back, until: item.quietUntil, mine, to: told.unit, item.own.cadence)
    }
  }

  /// Tells a unit of a change in the first slot after it.
  mutating func tell(
    _ draft: Draft, _ kind: NoticeKind, to unit: UnitID, as role: Role = .lead, _ changed: Instant?, _ cadence: Cadence
  ) {
    var draft = draft
    draft.step = TimedStep(kind: kind, slot: atOnce(changed, draft.plan, cadence), isAtOnce: true)
    draft.role = role
    say(draft, to: unit, cadence)
  }

  /// The units that were told of the work, by the log, and not yet that the matter is over, with their entries.
  private func told(_ entries: [SentEntry], _ plan: PlanID) -> [(unit: UnitID, entries: [SentEntry])] {
    let spoken = Dictionary(grouping: entries.filter(\.kind.tellsOfWork), by: \.recipient)
    return spoken.keys.sorted().compactMap { name in
      guard let mine = spoken[name], let last = mine.max(by: { $0.slot < $1.slot }), !last.kind.isClosing,
        let unit = agenda.names.unit(name, plan, agenda.rules)
      else { return nil }
      return (unit, mine)
    }
  }

  func closings(_ entries: [SentEntry]) -> Int {
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
