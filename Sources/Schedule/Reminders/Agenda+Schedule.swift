package import Addresses
package import CivilCalendar
package import Expansion
package import Rules

/// A step that one unit gets.
package struct ScheduledStep: Sendable {
  package var kind: NoticeKind
  package var slot: Instant
  package var unit: UnitID
  package var role: Role
  /// The channels of the unit; empty if it has no address that may be used.
  package var channels: [Channel]
  /// The day that the step tells; nil if it tells none.
  package var told: CivilDate?
}

/// What keeps reminders of an obligation back.
package struct ScheduleLimits: Sendable {
  /// The last day on which nobody is reminded.
  package let quietUntil: CivilDate?
  /// Whether it is quiet because of a request for more time.
  package let isPaused: Bool
  /// It was due before it was known here.
  package let isToSettle: Bool
  /// Whether its plan says how to remind.
  package let hasPolicy: Bool
}

extension Agenda {
  /// Who would be told of an obligation, when and why, if rounds had run in every slot since it was known, in the order of the
  /// slots: all steps before the due day, then as many overdue steps as the policy limits them to (three without a limit), and
  /// the escalation to superiors. It shows what a policy means, and no letter that is to come: `ComingRounds` does. Nil if there
  /// is no such obligation with a day.
  package func schedule(of id: ObligationID) -> [ScheduledStep]? {
    item(id).map(schedule)
  }

  /// Why steps of an obligation with a day may be missing from its schedule; nil if there is no such obligation.
  package func limits(of id: ObligationID) -> ScheduleLimits? {
    item(id).map { item in
      ScheduleLimits(
        quietUntil: item.quietUntil, isPaused: item.quietUntil != nil && item.quietUntil == item.pausedUntil,
        isToSettle: item.due <= item.known, hasPolicy: item.policy != nil)
    }
  }

  private func schedule(of item: Item) -> [ScheduledStep] {
    if let report = item.obligation.report { return handOvers(item) + questions(about: report, item) }
    var steps: [ScheduledStep] = []
    for told in item.audience.units {
      let assigned = handovers.handedOver(item.obligation.any, to: told.unit)
      let table = table(item, of: told, handedOver: assigned)
      let own =
        table.steps.map { scheduled($0, told.unit, told.role, item) }
        + (told.role == .support ? [] : overdue(item, table, told))
      steps += own.filter { $0.slot >= assigned ?? .distantPast }
    }
    // A step whose slot had passed when the obligation became known is never sent.
    return steps.filter { $0.slot >= item.known }.sorted { ($0.slot, $0.unit) < ($1.slot, $1.unit) }
  }

  /// That it was handed over since it was reported.
  private func handOvers(_ item: Item) -> [ScheduledStep] {
    item.audience.units.filter { $0.role == .lead }.compactMap { told in
      guard let assigned = handovers.handedOverSinceReport(item.obligation.any, to: told.unit) else { return nil }
      let slot = item.own.office.firstSlot(notBefore: assigned, item.own.cadence.minute)
      return scheduled(TimedStep(kind: .assigned(1), slot: slot, isAtOnce: true), told.unit, .lead, item)
    }
  }

  /// The first three questions to who confirms.
  private func questions(about report: CourseStep, _ item: Item) -> [ScheduledStep] {
    let duty = item.obligation
    guard let asking = item.own.cadence.askToConfirm, let day = report.day,
      let confirmer = rules.confirmer(of: duty.task, leads: duty.leads)
    else { return [] }
    let rhythm = AskingRhythm(toConfirm: asking, since: day, item.own.office, item.own.cadence)
    return (0..<3).flatMap { time in
      rules.units(of: confirmer).compactMap { unit in
        rhythm.slot(time).map {
          scheduled(TimedStep(kind: .confirm(time, reported: day), slot: $0), unit, .confirmer, item)
        }
      }
    }
  }

  private func scheduled(_ step: TimedStep, _ unit: UnitID, _ role: Role, _ item: Item) -> ScheduledStep {
    ScheduledStep(
      kind: step.kind, slot: step.slot, unit: unit, role: role, channels: channels(of: unit),
      told: item.obligation.effective)
  }

  /// The overdue steps of one unit and, if it is a lead, those of its superiors.
  private func overdue(_ item: Item, _ table: StepTable, _ told: Audience.Member) -> [ScheduledStep] {
    var steps: [ScheduledStep] = []
    var last: CivilDate?
    var after = item.due.adding(seconds: -1)
    for time in 1...max(table.cadence.overdueAtMost ?? 3, 1) {
      guard let slot = table.nextOverdue(after: after, after: last) else { break }
      let step = TimedStep(kind: .overdue(time), slot: slot)
      steps.append(scheduled(step, told.unit, told.role, item))
      (after, last) = (slot, table.office.zone.day(of: slot))
    }
    guard told.role == .lead, let first = steps.first else { return steps }
    return steps + superiors(item, table, told.unit, toldOn: first.slot)
  }

  private func superiors(_ item: Item, _ table: StepTable, _ lead: UnitID, toldOn first: Instant) -> [ScheduledStep] {
    guard let after = table.cadence.superiorAfter else { return [] }
    let (office, effective) = (table.office, item.obligation.effective)
    let leadTold = office.zone.day(of: first)
    var steps: [ScheduledStep] = []
    var (unit, level, below) = (rules.units[lead].superior, 1, first)
    while let superior = unit, level <= 16 {
      let count = after.days * level
      let nominal =
        after.working ? office.workingDay(count, after: effective) : office.onOrAfter(effective.adding(days: count))
      let belowDay = office.zone.day(of: below)
      let slot = office.slot(max(nominal, office.workingDay(1, after: belowDay)), table.cadence.minute)
      let step = TimedStep(kind: .superior(leadTold: leadTold, level: level), slot: slot)
      steps.append(scheduled(step, superior, .superior, item))
      if !channels(of: superior).isEmpty { below = slot }
      (unit, level) = (rules.units[superior].superior, level + 1)
    }
    return steps
  }

  /// The channels through which a unit can be written to, sorted.
  package func channels(of unit: UnitID) -> [Channel] { rules.units[unit].addresses.keys.sorted() }

  /// A scheduled step as a message of its own, to be shown; nil if the unit does not have this channel.
  package func message(of scheduled: ScheduledStep, about id: ObligationID, through channel: Channel)
    -> OutgoingMessage?
  {
    guard scheduled.channels.contains(channel), let item = item(id) else {
      return nil
    }
    let recipient = names.name(of: scheduled.unit, item.plan, rules)
    let subject = NoticeTopic.obligation(id)
    let key = NoticeKey(
      subject: subject, kind: scheduled.kind, told: scheduled.told, recipient: recipient, channel: channel)
    let slot = Slot(scheduled.slot)
    let notice = Notice(
      key: key, subject: subject, kind: scheduled.kind, told: scheduled.told, toldBefore: nil, recipient: recipient,
      unit: scheduled.unit, channel: channel, role: scheduled.role, planned: scheduled.slot, slot: slot,
      urgency: scheduled.kind.name.isOverdue || scheduled.kind.name == .superior ? .high : .normal,
      isProvisional: item.obligation.certainty == .provisional, isClassified: rules.isClassified(item.obligation.task),
      attachesCalendar: item.own.cadence.attachesCalendar, task: item.obligation.task, sheet: nil)
    return OutgoingMessage(
      recipient: recipient, unit: scheduled.unit, channel: channel, slot: slot, notices: [notice])
  }
}
