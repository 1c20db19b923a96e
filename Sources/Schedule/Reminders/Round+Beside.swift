import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Those who stand beside the work: superiors, former owners, and the focal point that settles.
extension Round {
  // MARK: Superiors

  /// Up the chain of `cấp trên`: the n-th after n times the policy's days, and each only after the one below was told at
  /// least one working day before (decision: superiors-after-leads).
  mutating func tellSuperiors(_ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence) {
    moveBeside(item, audience, entries, cadence)
    guard let after = cadence.superiorAfter, item.due <= now else { return }
    var reached: Set<UnitID> = Set(audience.units.map(\.unit))
    for told in audience.units where told.role == .lead {
      let lead = told.unit
      var below = firstOverdue(lead, item, entries)
      var (unit, level) = (agenda.rules.units[lead].superior, 1)
      while let superior = unit, let reachedBelow = below, level <= 16 {
        if reached.insert(superior).inserted {
          escalate(item, to: superior, level: level, after: after, below: reachedBelow, entries, cadence)
        }
        // Somebody without an address, or who leads it too, holds nobody up.
        let isBeside = !channels(of: superior).isEmpty && !audience.units.contains { $0.unit == superior }
        below = isBeside ? firstTold(superior, item, entries) { $0 == .superior } : reachedBelow
        (unit, level) = (agenda.rules.units[superior].superior, level + 1)
      }
    }
  }

  private func firstOverdue(_ unit: UnitID, _ item: Agenda.Item, _ entries: [SentEntry]) -> Instant? {
    firstTold(unit, item, entries) { $0.isOverdue }
  }

  private func firstTold(
    _ unit: UnitID, _ item: Agenda.Item, _ entries: [SentEntry], _ isMeant: (Step) -> Bool
  ) -> Instant? {
    let name = agenda.names.name(of: unit, item.plan, agenda.rules)
    return entries.filter { $0.recipient == name && $0.told == item.obligation.binding && isMeant($0.step) }
      .map(\.slot).min()
  }

  private mutating func escalate(
    _ item: Agenda.Item, to superior: UnitID, level: Int, after: PolicyField.Lead, below: Instant,
    _ entries: [SentEntry], _ cadence: Cadence
  ) {
    guard firstTold(superior, item, entries, { $0 == .superior }) == nil else { return }
    let office = agenda.offices[item.plan]
    let binding = item.obligation.binding
    let count = after.days * level
    let nominal =
      after.working ? office.workingDay(count, after: binding) : office.onOrAfter(binding.adding(days: count))
    let belowDay = office.zone.day(of: below)
    var slot = office.slot(max(nominal, office.workingDay(1, after: belowDay)), cadence.minute)
    if let silenced = item.obligation.isSilencedUntil {
      slot = max(slot, office.firstSlot(notBefore: office.zone.instant(silenced.adding(days: 1)), cadence.minute))
    }
    guard slot <= now else { return wake(slot) }
    let step = TimedStep(step: .superior, slot: slot, reason: .superior(leadTold: belowDay, level: level))
    say(beside(item, step, .superior), to: superior, cadence)
  }

  /// A superior who was told that it is overdue hears that the day moved.
  private mutating func moveBeside(
    _ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let names = Set(entries.filter { $0.step == .superior && $0.told != item.obligation.binding }.map(\.recipient))
    for name in names.sorted() {
      guard let unit = agenda.names.unit(name, item.plan, agenda.rules),
        !audience.units.contains(where: { $0.unit == unit })
      else { continue }
      let mine = entries.filter { $0.recipient == name && $0.step.tellsDay }
      guard let last = mine.max(by: { $0.slot < $1.slot }), last.told != item.obligation.binding else { continue }
      let time = Round.moves(mine) + 1
      let reason = Reason.moved(from: last.told, item.obligation.isExtended ? .extended : .recomputed)
      var draft = beside(
        item,
        TimedStep(step: .moved(time), slot: atOnce(item.changed, item.plan, cadence), reason: reason, isAtOnce: true),
        .superior)
      draft.toldBefore = last.told
      say(draft, to: unit, cadence)
    }
  }

  func beside(_ item: Agenda.Item, _ step: TimedStep, _ role: Role) -> Draft {
    Draft(
      subject: .obligation(item.obligation.id), step: step, told: item.obligation.binding, role: role, plan: item.plan,
      task: item.obligation.task, due: item.due, isProvisional: item.obligation.certainty == .provisional)
  }

  // MARK: Silence

  /// The superiors of the leads see that reminding was stopped, or the plan's leader where there is none
  /// (decision: silences-end).
  mutating func tellOfSilence(_ item: Agenda.Item, _ audience: Audience, until: CivilDate, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    wake(office.firstSlot(notBefore: office.zone.instant(until.adding(days: 1)), cadence.minute))
    // Only work that would have been spoken of meanwhile.
    guard item.opens <= until, item.known <= now else { return }
    var seen: Set<UnitID> = []
    for told in audience.units where told.role == .lead {
      let lead = told.unit
      if let superior = agenda.rules.units[lead].superior { seen.insert(superior) }
    }
    if seen.isEmpty, let leader = agenda.rules.plans[item.plan].leader {
      seen.formUnion(agenda.rules.units(of: leader))
    }
    for unit in seen.subtracting(audience.units.map(\.unit)).sorted() {
      let step = TimedStep(
        step: .silenced(until: until), slot: atOnce(item.changed, item.plan, cadence), reason: .silenced(until: until))
      say(beside(item, step, .superior), to: unit, cadence)
    }
  }

  // MARK: Endings

  /// Whoever was told of it hears, once, that nothing is owed any more.
  mutating func release(_ item: Agenda.Item, _ reason: Reason.Release) {
    let entries = log.entries(about: item.subject)
    guard !entries.isEmpty else { return }
    let cadence = item.own.cadence
    for (unit, mine) in told(entries, item.plan) {
      let step = TimedStep(
        step: .released(closings(mine) + 1), slot: atOnce(item.changed, item.plan, cadence), reason: .released(reason),
        isAtOnce: true)
      say(beside(item, step, .lead), to: unit, cadence)
    }
  }

  /// Those who did the work and are no longer among those who do.
  mutating func tellFormerOwners(
    _ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let names = audience.units.map(\.name)
    let former = entries.filter { !names.contains($0.recipient) }
    guard !former.isEmpty else { return }
    let current = Set(audience.units.map(\.unit))
    for (unit, mine) in told(former, item.plan) where !current.contains(unit) {
      // Superiors stay beside it.
      guard mine.contains(where: { $0.step.isToOwner }), !mine.contains(where: { $0.step == .superior }) else {
        continue
      }
      let step = TimedStep(
        step: .handedOver(closings(mine) + 1), slot: atOnce(item.changed, item.plan, cadence), reason: .handedOver,
        isAtOnce: true)
      say(beside(item, step, .lead), to: unit, cadence)
    }
  }

  /// Units that the log told of a day, and whose last word was not an ending.
  private func told(_ entries: [SentEntry], _ plan: PlanID) -> [(unit: UnitID, entries: [SentEntry])] {
    let spoken = Dictionary(grouping: entries.filter { $0.step.tellsDay || $0.step.isClosing }, by: \.recipient)
    return spoken.keys.sorted().compactMap { name in
      guard let mine = spoken[name], let last = mine.max(by: { $0.slot < $1.slot }), !last.step.isClosing,
        let unit = agenda.names.unit(name, plan, agenda.rules)
      else { return nil }
      return (unit, mine)
    }
  }

  private func closings(_ entries: [SentEntry]) -> Int {
    Set(entries.filter(\.step.isClosing).map(\.slot)).count
  }

  // MARK: To settle

  /// Listed by the decision; the focal point reads it once, in a weekly slot (decision: known-since).
  mutating func settle(_ item: Agenda.Item, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    let known = office.zone.day(of: item.known)
    settle(ToSettle(id: item.obligation.id, task: item.obligation.task, reason: .dueBeforeKnown(known)))
    guard let focal = agenda.rules.plans[item.plan].focalPoint,
      let digest = office.nextDigest(after: item.known.adding(seconds: -1), cadence.minute)
    else { return }
    guard digest.slot <= now else { return wake(digest.slot) }
    let step = TimedStep(step: .settle, slot: digest.slot, reason: .settle(known: known))
    for unit in agenda.rules.units(of: focal) { say(beside(item, step, .focalPoint), to: unit, cadence) }
  }
}
