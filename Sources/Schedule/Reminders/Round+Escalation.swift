import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Escalation: superiors are told what is overdue below them, and that reminders were stopped.
extension Round {
  // MARK: Superiors

  /// Goes up the chain of `cấp trên`: the n-th superior is told after n times the policy's days, and at least one
  /// working day after the level below was told (decision: superiors-after-leads). Who stands above several leads is told
  /// as the nearest of them.
  mutating func tellSuperiors(_ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence) {
    moveEscalated(item, audience, entries, cadence)
    guard let after = cadence.superiorAfter, item.due <= now else { return }
    struct Step {
      var superior: UnitID
      var level: Int
      var leadTold: CivilDate?
      var below: Instant
    }
    let zone = agenda.offices[item.plan].zone
    let quietEnd = item.quietUntil.map { zone.instant($0.adding(days: 1)) } ?? .distantPast
    var steps: [Step] = []
    for told in audience.units where told.role == .lead {
      let lead = told.unit
      guard let first = firstOverdue(lead, item, entries) else { continue }
      // After a silence or a pause superiors hear only once the lead was told again (decision: silences-end).
      guard let again = firstOverdue(lead, item, entries.filter { $0.slot >= quietEnd }) else { continue }
      // Nobody is said to have been told by what did not arrive.
      let leadTold = isLost(item.subject, told.name) ? nil : zone.day(of: first)
      var below: Instant? = first
      var (unit, level) = (agenda.rules.units[lead].superior, 1)
      while let superior = unit, let reachedBelow = below, level <= 16 {
        steps.append(
          Step(superior: superior, level: level, leadTold: leadTold, below: max(reachedBelow, again)))
        // A superior without an address, or who is told as a recipient anyway, does not hold up the next level.
        let isBeside = !channels(of: superior).isEmpty && !audience.units.contains { $0.unit == superior }
        below = isBeside ? firstTold(superior, item, entries) { $0 == .superior } : reachedBelow
        (unit, level) = (agenda.rules.units[superior].superior, level + 1)
      }
    }
    var reached = Set(audience.units.map(\.unit))
    for step in steps.sorted(by: { ($0.level, $0.below) < ($1.level, $1.below) })
    where reached.insert(step.superior).inserted {
      escalate(
        item, to: step.superior, .superior(leadTold: step.leadTold, level: step.level),
        after: PolicyField.Lead(days: after.days * step.level, working: after.working), below: step.below, entries,
        cadence)
    }
  }

  private func firstOverdue(_ unit: UnitID, _ item: Agenda.Item, _ entries: [SentEntry]) -> Instant? {
    firstTold(unit, item, entries) { $0.isOverdue }
  }

  private func firstTold(
    _ unit: UnitID, _ item: Agenda.Item, _ entries: [SentEntry], _ isMeant: (NoticeKind.Name) -> Bool
  ) -> Instant? {
    let name = agenda.names.name(of: unit, item.plan, agenda.rules)
    return entries.filter { $0.recipient == name && $0.told == item.obligation.effective && isMeant($0.kind) }
      .map(\.slot).min()
  }

  private mutating func escalate(
    _ item: Agenda.Item, to superior: UnitID, _ kind: NoticeKind, after: PolicyField.Lead, below: Instant,
    _ entries: [SentEntry], _ cadence: Cadence
  ) {
    guard firstTold(superior, item, entries, { $0 == .superior }) == nil else { return }
    let office = agenda.offices[item.plan]
    let effective = item.obligation.effective
    let nominal =
      after.working
      ? office.workingDay(after.days, after: effective) : office.onOrAfter(effective.adding(days: after.days))
    // What was open again, returned or refused since, the one below hears in its next slot.
    let since = [item.reopened, item.answered].compactMap { $0 }.max()
    let again = since.map { office.firstSlot(notBefore: $0, cadence.minute) } ?? below
    let belowDay = office.zone.day(of: max(below, again))
    let slot = office.slot(max(nominal, office.workingDay(1, after: belowDay)), cadence.minute)
    guard slot <= now else { return wake(slot) }
    say(draft(item, TimedStep(kind: kind, slot: slot), .superior), to: superior, cadence)
  }

  /// Tells the superiors who were told that it is overdue that the day has moved.
  private mutating func moveEscalated(
    _ item: Agenda.Item, _ audience: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let names = Set(entries.filter { $0.kind == .superior && $0.told != item.obligation.effective }.map(\.recipient))
    for name in names.sorted() {
      guard let unit = agenda.names.unit(name, item.plan, agenda.rules),
        !audience.units.contains(where: { $0.unit == unit })
      else { continue }
      let mine = entries.filter { $0.recipient == name && $0.kind.tellsDay }
      guard let last = mine.max(by: { $0.slot < $1.slot }), last.told != item.obligation.effective else { continue }
      let time = Round.moves(mine) + 1
      var draft = draft(
        item,
        TimedStep(
          kind: .moved(time, from: last.told, move(of: item, from: last)),
          slot: atOnce(changed(item), item.plan, cadence), isAtOnce: true),
        .superior)
      draft.toldBefore = last.told
      say(draft, to: unit, cadence)
    }
  }

  /// A draft of which the caller decides the step.
  func draft(_ item: Agenda.Item) -> Draft { draft(item, TimedStep(kind: .assigned(1), slot: now), .lead) }

  func draft(_ item: Agenda.Item, _ step: TimedStep, _ role: Role) -> Draft {
    Draft(
      subject: .obligation(item.obligation.id), step: step, told: item.obligation.effective, role: role,
      plan: item.plan,
      task: item.obligation.task, due: item.due, isProvisional: item.obligation.certainty == .provisional)
  }

  // MARK: Silence

  /// Tells the superiors of the leads, or the plan's leader if there are none, that reminders were stopped
  /// (decision: silences-end).
  mutating func tellOfSilence(_ item: Agenda.Item, _ audience: Audience, until: CivilDate, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    wake(office.firstSlot(notBefore: office.zone.instant(until.adding(days: 1)), cadence.minute))
    // Nobody misses reminders of work that opens after the silence, or is not known yet.
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
        kind: .silenced(until: until), slot: atOnce(item.changed, item.plan, cadence))
      say(draft(item, step, .superior), to: unit, cadence)
    }
  }
}
