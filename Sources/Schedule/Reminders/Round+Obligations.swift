import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// What is decided about obligations with a day.
extension Round {
  mutating func decide(_ item: Agenda.Item) {
    let obligation = item.obligation
    tellLapses(obligation.any, draft(item), item.own.cadence)
    switch obligation.closed {
    case .done: return
    case .waived: return release(obligation.any, draft(item), .waived, item.changed, item.own.cadence)
    case .withdrawn:
      return release(obligation.any, draft(item), withdrawal(obligation.any), item.changed, item.own.cadence)
    case nil: break
    }
    if let report = obligation.report {
      if let silenced = obligation.isSilencedUntil, item.own.office.zone.day(of: now) <= silenced {
        return wake(item.own.office.zone.instant(silenced.adding(days: 1)))
      }
      tellHandOver(item)
      return askToConfirm(obligation.any, report, item.plan, changed(item), item.own.cadence)
    }
    if obligation.pending != nil, obligation.isGated {
      return tellWaiting(obligation.any, draft(item), isDue: false, item.changed, item.own.cadence)
    }
    guard item.policy != nil else { return cannotTell(.noPolicy(item.plan)) }
    let own = item.own.cadence
    let entries = log.entries(about: item.subject)
    // What was due before it was known, and was never told, is listed and not reminded of.
    let back = rejoined(obligation.any, entries)
    let audience = audience(item)
    if item.due <= item.known, isUntold(entries, since: back) {
      if let back { tellRejoined(item, back, audience, entries) }
      return settle(item, own)
    }
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    if let silenced = obligation.isSilencedUntil, item.own.office.zone.day(of: now) <= silenced {
      return tellOfSilence(item, audience, until: silenced, own)
    }
    let changed = changed(item)
    askToDecide(obligation.any, item.plan, item.changed, own)
    let office = item.own.office
    if let pause = item.pausedUntil, office.zone.day(of: now) <= pause {
      tellHandOver(item)
      return wake(office.firstSlot(notBefore: office.zone.instant(pause.adding(days: 1)), own.minute))
    }
    let answers = notices.count
    tellOfAnswers(
      obligation.any, to: audience.units.filter { $0.role == .lead }.map(\.unit), item.plan, changed, own)
    // The most urgent speaks alone (decision: most-urgent-speaks).
    let answered = Set(notices[answers...].map(\.unit))
    for told in audience.units where !answered.contains(told.unit) {
      let assigned = handedOver(item.obligation.any, to: told, entries)
      let table = agenda.table(item, of: told, handedOver: assigned)
      speak(Thread(item: item, told: told, table: table, assigned: assigned), entries)
    }
    guard !entries.isEmpty else { return }
    tellOthersReopened(obligation.any, draft(item), entries, item.changed, until: item.quietUntil, own)
    tellSuperiors(item, audience, entries, own)
    tellFormerOwners(obligation.any, draft(item), audience, entries, changed, own)
    tellFormerLeads(item, audience, entries, own)
  }

  /// Whether nobody was told of the work as late since its unit owes it, but who was asked whether it is done.
  private func isUntold(_ entries: [SentEntry], since back: Instant?) -> Bool {
    entries.allSatisfy { entry in
      entry.kind == .settle || back.map { entry.slot < $0 || entry.kind == .reopened } ?? false
    }
  }

  /// Who is told today: units that were merged by now are replaced by their successors.
  func audience(_ item: Agenda.Item) -> Audience {
    guard agenda.hasMergers else { return item.audience }
    let today = item.own.office.zone.day(of: now)
    return Audience(
      of: agenda.rules.tasks[item.obligation.task], leads: item.obligation.leads, supports: item.obligation.supports,
      told: item.own.cadence.audience, on: today, agenda.rules, agenda.names)
  }

  /// One obligation and one of its recipients, with the steps that this recipient gets.
  struct Thread {
    var item: Agenda.Item
    var told: Audience.Member
    var table: StepTable
    /// When it was handed to the recipient; nil if it was not.
    var assigned: Instant?
    var unit: UnitID { told.unit }
    var role: Role { told.role }
  }

  /// How often a recipient was told that it is overdue, and on which day last.
  struct OverdueCount {
    var times: Int
    var last: CivilDate?

    func isAll(_ cadence: Cadence) -> Bool { cadence.overdueAtMost.map { times >= $0 } ?? false }
  }

  private mutating func speak(_ thread: Thread, _ all: [SentEntry]) {
    let item = thread.item
    let (effective, table) = (item.obligation.effective, thread.table)
    let name = thread.told.name
    let mine = all.filter { $0.recipient == name && $0.kind != .settle }
    let last = mine.max { $0.slot < $1.slot }
    if let last, last.kind.tellsDay, last.told != effective { return move(thread, from: last, mine) }
    // Who was asked for a day hears which one was set.
    if let last, last.kind == .askDay, item.isSet { return move(thread, from: last, mine) }
    // Who asked for more time hears that it was given, also before any step.
    if thread.role == .lead, item.obligation.isExtended, last.map({ !$0.kind.tellsDay }) ?? true,
      let granted = agenda.grounds.granted(item.obligation.any), last.map({ $0.slot < granted }) ?? true
    {
      return move(thread, from: nil, mine)
    }
    if thread.role == .lead, item.obligation.reopening != nil, let reopened = reopened(item.obligation.any, mine),
      reopened > thread.assigned ?? .distantPast
    {
      return tellReopened(draft(item), reopened, until: item.quietUntil, mine, to: thread.unit, table.cadence)
    }
    if thread.role == .lead, let back = rejoined(item.obligation.any, all), isFirst(since: back, mine) {
      return tellReopened(draft(item), back, until: item.quietUntil, mine, to: thread.unit, table.cadence)
    }
    var armed = max(item.known.adding(seconds: -1), last?.slot ?? .distantPast)
    for again in [item.reopened, item.answered].compactMap({ $0 }) { armed = max(armed, again.adding(seconds: -1)) }
    if let assigned = thread.assigned { armed = max(armed, assigned.adding(seconds: -1)) }
    if let quiet = item.quietUntil {
      let office = table.office
      armed = max(armed, office.zone.instant(quiet.adding(days: 1)).adding(seconds: -1))
    }
    let overdue = Set(mine.filter { $0.told == effective && $0.kind.isOverdue }.map(\.slot)).sorted()
    let told = OverdueCount(times: overdue.count, last: overdue.last.map { table.office.zone.day(of: $0) })
    let questions = LeadQuestions(thread, mine, agenda)
    wake(questions.next(after: max(armed, now)))
    guard let found = candidate(thread, armed, told) ?? questions.latest(after: armed, notAfter: now) else {
      wake(nextSlot(table, max(armed, now), told))
      return unannounced(thread, armed, mine)
    }
    var draft = draft(thread, found, mine)
    draft.isTold = mine.contains { $0.told == effective }
    say(draft, to: thread.unit, table.cadence)
    wake(nextSlot(table, max(armed, now), told))
  }

  /// Sends at once what became known so late that it is due before the slot in which it would be announced, or what the
  /// policy calls urgent.
  private mutating func unannounced(_ thread: Thread, _ armed: Instant, _ mine: [SentEntry]) {
    let effective = thread.item.obligation.effective
    guard thread.role != .support, thread.item.known <= now, now < thread.item.due,
      !mine.contains(where: { $0.told == effective }),
      thread.item.opens <= thread.table.office.zone.day(of: now)
    else { return }
    let coming = thread.table.office.firstSlot(after: now, thread.table.cadence.minute)
    // It must not have had an earlier slot.
    let since = max(thread.item.known, armed.adding(seconds: 1))
    guard thread.table.office.firstSlot(notBefore: since, thread.table.cadence.minute) >= coming else { return }
    let first = thread.table.steps.first { $0.isAtOnce && $0.slot > now }
    guard thread.item.due <= coming || (thread.table.cadence.urgent && first != nil) else { return }
    let step =
      first
      ?? TimedStep(
        kind: .running(known: thread.table.office.zone.day(of: thread.item.known)), slot: now, isAtOnce: true)
    var draft = draft(thread, step, mine)
    draft.isTold = false
    say(draft, to: thread.unit, thread.table.cadence)
  }

  /// - Parameter mine: what the recipient was told of it.
  private func draft(_ thread: Thread, _ step: TimedStep, _ mine: [SentEntry]) -> Draft {
    let obligation = thread.item.obligation
    var step = step
    if case .assigned = step.kind, let assigned = thread.assigned {
      step.kind = .assigned(assignments(mine, before: assigned) + 1)
    }
    var draft = Draft(
      subject: .obligation(obligation.id), step: step, told: obligation.effective, role: thread.role,
      plan: thread.item.plan, task: obligation.task, due: thread.item.due,
      isProvisional: obligation.certainty == .provisional)
    if thread.role == .lead, let assigned = thread.assigned, agenda.tells(thread.item, handedOver: assigned) {
      draft.isHandedOver = isFirst(since: assigned, mine)
    }
    return draft
  }

  /// The most urgent step that has come since the recipient was last told.
  private func candidate(
    _ thread: Thread, _ armed: Instant, _ told: OverdueCount
  ) -> TimedStep? {
    let table = thread.table
    let isExhausted = told.isAll(table.cadence)
    if thread.role != .support, !isExhausted, let late = table.lastOverdue(notAfter: now, after: told.last),
      late > armed
    {
      return TimedStep(kind: .overdue(told.times + 1), slot: late)
    }
    func digest() -> (week: CivilDate, slot: Instant)? {
      table.office.lastDigest(notAfter: now, table.cadence.minute).flatMap { $0.slot > armed ? $0 : nil }
    }
    if thread.role != .support, isExhausted, table.cadence.overdueEvery != nil, let digest = digest() {
      return TimedStep(kind: .stillOverdue(week: digest.week, told: told.times), slot: digest.slot)
    }
    // Support units hear nothing more once the day has passed.
    let isInTime = thread.role != .support || now < thread.item.due
    if isInTime, let found = table.latest(after: armed, notAfter: now) { return found }
    guard isLost(thread.item.subject, thread.told.name), let digest = digest() else { return nil }
    return TimedStep(kind: .again(week: digest.week), slot: digest.slot)
  }

  /// Whether the last message of it to that recipient did not arrive.
  func isLost(_ subject: SubjectKey, _ recipient: RecipientName) -> Bool {
    agenda.subjects.all(subject).contains { input.undelivered.contains(Undelivered(subject: $0, recipient: recipient)) }
  }

  private func nextSlot(_ table: StepTable, _ instant: Instant, _ told: OverdueCount) -> Instant? {
    if input.undelivered.isEmpty, let next = table.next(after: instant), next < table.due { return next }
    let late =
      told.isAll(table.cadence) && table.cadence.overdueEvery != nil
      ? table.office.nextDigest(after: instant, table.cadence.minute)?.slot
      : table.nextOverdue(after: max(instant, table.due.adding(seconds: -1)), after: told.last)
    let digest =
      input.undelivered.isEmpty ? nil : table.office.nextDigest(after: instant, table.cadence.minute)?.slot
    return [table.next(after: instant), late, digest].compactMap { $0 }.min()
  }

  // MARK: Moved days

  /// Sends one notice with the old and the new day. Of the new day only the steps after it follow
  /// (decision: moved-days).
  private mutating func move(_ thread: Thread, from last: SentEntry?, _ mine: [SentEntry]) {
    let item = thread.item
    let time = Round.moves(mine) + 1
    let from = last.flatMap { $0.kind.tellsDay ? $0.told : nil }
    var draft = draft(
      thread,
      TimedStep(
        kind: .moved(time, from: from, move(of: item, from: last)),
        slot: atOnce(changed(item), item.plan, thread.table.cadence), isAtOnce: true), mine)
    draft.toldBefore = from
    (draft.isTold, draft.isHandedOver) = (false, false)
    say(draft, to: thread.unit, thread.table.cadence)
  }

  /// When it may last have changed, or could be told again: what changed during a silence waits for its end.
  func changed(_ item: Agenda.Item) -> Instant? {
    let quiet = item.obligation.isSilencedUntil.map { item.own.office.zone.instant($0.adding(days: 1)) }
    return item.changed.map { max($0, quiet ?? $0) }
  }

  /// How the day became another than the one that was told.
  func move(of item: Agenda.Item, from last: SentEntry?) -> NoticeKind.Move {
    if item.obligation.isExtended { return agenda.grounds.isReturned(item.obligation.any) ? .returned : .extended }
    if let last, last.isProvisional, item.obligation.certainty == .final { return .announced }
    return item.isSet ? .set : .recomputed
  }

  /// How often the entries tell that the day moved; several channels in one slot count once.
  static func moves(_ entries: [SentEntry]) -> Int {
    Set(entries.filter { $0.kind == .moved }.map(\.slot)).count
  }
}
