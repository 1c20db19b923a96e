import Addresses
import CivilCalendar
import Expansion
import RuleSyntax
import Rules

extension Agenda {
  /// Decides what should have gone out by now and is not in the log (decision: set-difference). The same input gives
  /// the same decision, and a second round that finds the notices of this one in the log adds nothing.
  package func decide(_ input: RoundInput, log: some SentLog) -> RoundDecision {
    var round = Round(self, input, log)
    round.run()
    var decision = round.decision()
    if decision.held == nil, !decision.messages.isEmpty {
      // The next instant also depends on what follows from this decision, such as the superior's notice after the lead's.
      var added = MemoryLog()
      added.add(decision)
      var after = input
      after.lastRound = input.now
      var next = Round(self, after, LayeredLog(base: log, added: added))
      next.run()
      decision.nextInstant = next.next
    }
    return decision
  }

  /// The notices of a round without the checks that may hold it, by which the notices of an earlier round are judged
  /// again.
  package func notices(_ input: RoundInput, log: some SentLog) -> [Notice] {
    var round = Round(self, input, log)
    round.run()
    return round.notices
  }
}

/// One round over an agenda.
struct Round {
  let agenda: Agenda
  let input: RoundInput
  let log: any SentLog
  var now: Instant { input.now }

  /// The next instant at which there is something to do, as far as it was found.
  private(set) var next: Instant?
  private(set) var notices: [Notice] = []
  private var toSettle: [ToSettle] = []
  private(set) var unreachable: [Unreachable.Reason: Int] = [:]
  private var cadences: Cadences

  init(_ agenda: Agenda, _ input: RoundInput, _ log: any SentLog) {
    self.agenda = agenda
    self.input = input
    self.log = LogUntilNow(base: log, now: input.now, agenda: agenda)
    cadences = Cadences(agenda.rules, slot: agenda.defaults.slot)
  }

  mutating func run() {
    for item in agenda.items { decide(item) }
    for item in agenda.openItems { decide(item) }
    keepMostUrgent()
    askAboutEvents()
    addSheets()
  }

  /// Decides on one matter alone, which depends on no other.
  mutating func run(_ matter: Agenda.Matter) {
    switch matter {
    case .dated(let item): decide(item)
    case .open(let item): decide(item)
    case .question(let question): ask(about: question)
    }
    keepMostUrgent()
  }

  /// Leaves one notice about a duty to each recipient, the most urgent, where it is told in two roles, as superior and as
  /// who decides. The others are decided again in the next slot (decision: most-urgent-speaks).
  private mutating func keepMostUrgent() {
    struct Told: Hashable {
      var unit: UnitID
      var subject: NoticeTopic
      var channel: Channel
    }
    var best: [Told: Int] = [:]
    for (index, notice) in notices.enumerated() {
      let told = Told(unit: notice.unit, subject: notice.subject, channel: notice.channel)
      if let other = best[told], notices[other].kind.rank >= notice.kind.rank { continue }
      best[told] = index
    }
    guard best.count < notices.count else { return }
    let kept = Set(best.values)
    for index in notices.indices where !kept.contains(index) {
      guard let plan = agenda.plan(of: notices[index].subject) else { continue }
      wake(agenda.offices[plan].firstSlot(after: now, agenda.defaults.slot))
    }
    notices = kept.sorted().map { notices[$0] }
  }

  // MARK: Collecting

  /// A notice before its slot and channel are known.
  struct Draft {
    var subject: NoticeTopic
    var step: TimedStep
    var told: CivilDate?
    var toldBefore: CivilDate?
    var role: Role
    var plan: PlanID
    var task: TaskID?
    var due: Instant?
    /// Whether the recipient was told of it before.
    var isTold = true
    var isProvisional = false
    /// Of an event of which only the id may be told.
    var isClassifiedEvent = false
    var sheet: WeeklySheet?
    /// Whether it was handed to the recipient, which hears of it for the first time since.
    var isHandedOver = false
  }

  /// The first slot after a change, so that it does not depend on when rounds happen to run; the round's instant if
  /// nobody knows when it changed.
  func atOnce(_ changed: Instant?, _ plan: PlanID, _ cadence: Cadence) -> Instant {
    changed.map { agenda.offices[plan].firstSlot(notBefore: $0, cadence.minute) } ?? now
  }

  mutating func wake(_ instant: Instant?) {
    guard let instant, instant > now else { return }
    next = min(next ?? instant, instant)
  }

  mutating func settle(_ item: ToSettle) { toSettle.append(item) }

  mutating func cannotTell(_ reason: Unreachable.Reason) { unreachable[reason, default: 0] += 1 }

  /// The cadence of something without a window.
  mutating func cadence(_ policy: PolicyID?) -> Cadence { cadences.cadence(policy, days: 0) }

  /// The slot in which a draft goes out now; nil if its time has not come, which is noted in `next`.
  private mutating func slot(_ draft: Draft, _ cadence: Cadence) -> Slot? {
    let office = agenda.offices[draft.plan]
    let planned = draft.step.slot
    var open = office.openSlot(at: now, since: input.lastRound, cadence.minute)
    if planned > now { open = nil }
    if let open { return Slot(open) }
    let coming = max(planned, office.firstSlot(after: now, cadence.minute))
    // Only what is due before the next slot goes outside slots (decision: slots), and what a policy calls urgent.
    let isDueFirst = draft.due.map { $0 > now && $0 <= coming } ?? false
    let isUrgent = cadence.urgent && draft.step.isAtOnce
    if isUrgent || isDueFirst && !draft.isTold {
      guard !cadence.urgent, let end = office.quietEnd(now) else { return Slot(now, isUrgent: true) }
      wake(end)
    }
    wake(planned > now ? planned : coming)
    return nil
  }

  /// The keys of a step by channel; nil if it was decided before, for whatever channels the unit had then. A step that
  /// a clock running ahead sent before its time gets the keys of a repetition.
  private func keys(_ draft: Draft, _ name: RecipientName, _ own: [Channel]) -> [Channel: NoticeKey]? {
    let channels = Set(agenda.defaults.channels + own)
    let topics = agenda.topics(of: draft.subject)
    for repetition in 0... {
      func keys(_ topic: NoticeTopic, _ name: RecipientName) -> [Channel: NoticeKey] {
        Dictionary(
          uniqueKeysWithValues: channels.map { channel in
            (
              channel,
              NoticeKey(
                subject: topic, kind: draft.step.kind, told: draft.told, recipient: name, channel: channel,
                repetition: repetition)
            )
          })
      }
      let slots = topics.flatMap { topic in
        agenda.names.all(name).flatMap { keys(topic, $0).values.compactMap(log.slot) }
      }
      if slots.contains(where: { $0 <= now }) { return nil }
      if slots.isEmpty { return keys(draft.subject, name) }
    }
    return nil
  }

  /// Adds the notices of a draft for every channel of the unit, unless the log has them.
  mutating func say(_ draft: Draft, to unit: UnitID, _ cadence: Cadence) {
    let channels = channels(of: unit)
    guard !channels.isEmpty else { return cannotTell(.noAddress(unit)) }
    guard let slot = slot(draft, cadence) else { return }
    let name = agenda.names.name(of: unit, draft.plan, agenda.rules)
    let planned = max(draft.step.slot, merged(unit, draft.plan, cadence) ?? draft.step.slot)
    guard let keys = keys(draft, name, channels) else { return }
    for channel in channels {
      guard let key = keys[channel] else { continue }
      notices.append(
        Notice(
          key: key, subject: draft.subject, kind: draft.step.kind, told: draft.told, toldBefore: draft.toldBefore,
          recipient: name, unit: unit, channel: channel, role: draft.role, planned: min(planned, slot.instant),
          slot: slot, urgency: urgency(draft, slot, cadence),
          isProvisional: draft.isProvisional,
          isClassified: isClassified(draft),
          attachesCalendar: cadence.attachesCalendar, task: draft.task, sheet: draft.sheet, decided: now,
          isHandedOver: draft.isHandedOver))
    }
  }

  /// The first slot since the unit, or one whose work it took over, was merged: before that it was to be told nothing of it.
  /// Nil: none was by now.
  private func merged(_ unit: UnitID, _ plan: PlanID, _ cadence: Cadence) -> Instant? {
    guard agenda.hasMergers else { return nil }
    let office = agenda.offices[plan]
    let units = agenda.rules.units
    let mergers = units.indices.compactMap { other in
      units[other].mergedInto.flatMap { other == unit || $0.unit == unit ? $0.from : nil }
    }
    return mergers.filter { $0 <= office.zone.day(of: now) }.max().map {
      office.firstSlot(notBefore: office.zone.instant($0), cadence.minute)
    }
  }

  private func isClassified(_ draft: Draft) -> Bool {
    draft.isClassifiedEvent
      || draft.task.map(agenda.rules.isClassified) ?? (agenda.rules.plans[draft.plan].classified != nil)
  }

  func channels(of unit: UnitID) -> [Channel] { agenda.channels(of: unit) }

  private func urgency(_ draft: Draft, _ slot: Slot, _ cadence: Cadence) -> Notice.Urgency {
    if slot.isUrgent { return .immediate }
    if cadence.urgent || draft.step.kind.name.isOverdue || draft.step.kind.name == .superior { return .high }
    guard let told = draft.told, draft.step.kind.name.tellsDay else { return .normal }
    let office = agenda.offices[draft.plan]
    return told <= office.workingDay(2, after: office.zone.day(of: now)) ? .high : .normal
  }

  // MARK: Result

  func decision() -> RoundDecision {
    var decision = RoundDecision()
    let messages = grouped()
    decision.nextInstant = next
    decision.toSettle = toSettle
    decision.unreachable = unreachable.map { Unreachable(reason: $0.key, count: $0.value) }
      .sorted { "\($0.reason)" < "\($1.reason)" }
    let (reasons, isLetPass) = RoundGuard.reasons(toHold: messages, input)
    decision.usesAcceptance = isLetPass
    if reasons.isEmpty {
      decision.messages = messages
    } else {
      decision.held = HeldRound(reasons: reasons, messages: messages)
    }
    return decision
  }

  /// The notices as messages: one for each recipient, channel and slot.
  private func grouped() -> [OutgoingMessage] {
    struct Group: Hashable {
      var unit: UnitID
      var recipient: RecipientName
      var channel: Channel
      var slot: Slot
    }
    let groups = Dictionary(grouping: notices.indices) { index in
      let notice = notices[index]
      return Group(unit: notice.unit, recipient: notice.recipient, channel: notice.channel, slot: notice.slot)
    }
    return groups.map { group, members in
      let sorted = members.sorted { one, other in
        let (a, b) = (notices[one], notices[other])
        return (b.urgency.rawValue, b.kind.rank, one) < (a.urgency.rawValue, a.kind.rank, other)
      }
      return OutgoingMessage(
        recipient: group.recipient, unit: group.unit, channel: group.channel, slot: group.slot,
        notices: sorted.map { notices[$0] })
    }.sorted { ($0.slot, $0.recipient, $0.channel) < ($1.slot, $1.recipient, $1.channel) }
  }
}
