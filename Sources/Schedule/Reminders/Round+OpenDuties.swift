import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Duties without a day: who is asked, and when (decisions: waiting-is-a-state, who-is-asked).
extension Round {
  mutating func decide(_ item: Agenda.OpenItem) {
    let duty = item.duty
    let cadence = cadence(item.policy)
    tellLapses(duty.any, draft(item), cadence)
    switch duty.closed {
    case .done: return
    case .waived: return release(duty.any, draft(item), .waived, item.changed, cadence)
    case .withdrawn: return release(duty.any, draft(item), withdrawal(duty.any), item.changed, cadence)
    case nil: break
    }
    let leads = leads(of: item, cadence)
    let entries = log.entries(about: item.subject)
    if !entries.isEmpty { tellFormerOwners(duty.any, draft(item), leads, entries, item.changed, cadence) }
    if let report = duty.report { return askToConfirm(duty.any, report, item.plan, item.changed, cadence) }
    askToDecide(duty.any, item.plan, item.changed, cadence)
    tellOfAnswers(
      duty.any, to: duty.leads.flatMap(agenda.rules.units), item.plan, item.changed, cadence)
    switch duty.state {
    case .openUndated(let since):
      tellReopened(item, leads, entries, cadence)
      tellWaiting(duty.any, draft(item), isDue: true, besides: leads, item.changed, cadence)
      tellOpeningMoved(item, since, leads, entries, cadence)
      askLeads(item, since: since, leads, entries, cadence)
    case .notBefore(let day):
      tellReopened(item, leads, entries, cadence)
      tellOpeningMoved(item, day, leads, entries, cadence)
      tellOpening(item, day, leads, entries, cadence)
    case .awaitingDate(_, let expected):
      tellWaiting(duty.any, draft(item), isDue: !opensOnly(item), item.changed, cadence)
      askForTimetable(item, expected, cadence)
    case .unclear: settle(ToSettle(id: duty.id, task: duty.task, reason: .unclear))
    // A standing duty has reviews.
    case .standing: tellReopened(item, leads, entries, cadence)
    // There is nothing to ask: events are asked about by themselves, the other task has reminders of its own, and a case
    // begins when it is recorded.
    case .waiting, .waitingForTask: tellWaiting(duty.any, draft(item), isDue: !opensOnly(item), item.changed, cadence)
    case .eachCase: break
    }
  }

  private func draft(_ item: Agenda.OpenItem, _ step: TimedStep, _ role: Role, told: CivilDate? = nil) -> Draft {
    Draft(subject: .obligation(item.duty.id), step: step, told: told, role: role, plan: item.plan, task: item.duty.task)
  }

  /// A draft of which the caller decides the step.
  private func draft(_ item: Agenda.OpenItem, told: CivilDate? = nil) -> Draft {
    draft(item, TimedStep(kind: .assigned(1), slot: now), .lead, told: told)
  }

  /// Whether its due line only opens, so that an opening which was told is no due day.
  private func opensOnly(_ item: Agenda.OpenItem) -> Bool {
    agenda.rules.tasks[item.duty.task].due[item.duty.dueLine].deadline.isOpenEnded
  }

  /// Those who are told of the work while it has no day: its leads, units that were merged replaced by their successors.
  private func leads(of item: Agenda.OpenItem, _ cadence: Cadence) -> Audience {
    Audience(
      of: agenda.rules.tasks[item.duty.task], leads: item.duty.leads, supports: [],
      told: cadence.audience.filter { $0 == .lead }, on: agenda.offices[item.plan].zone.day(of: now), agenda.rules,
      agenda.names)
  }

  private func last(_ unit: UnitID, _ plan: PlanID, _ entries: [SentEntry]) -> SentEntry? {
    let name = agenda.names.name(of: unit, plan, agenda.rules)
    return entries.filter { $0.recipient == name }.max { $0.slot < $1.slot }
  }

  // MARK: The lead hears once that it may be done

  private mutating func tellOpening(
    _ item: Agenda.OpenItem, _ day: CivilDate, _ leads: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let office = agenda.offices[item.plan]
    let opens = max(item.known, office.zone.instant(day))
    for group in leads.notKept where opens <= now { cannotTell(.groupNotKept(group)) }
    for told in leads.units where last(told.unit, item.plan, entries) == nil {
      // Before it was handed to it, a unit was to be told nothing of it.
      let handedOver = handedOver(item.duty.any, to: told, entries)
      let slot = office.firstSlot(notBefore: max(opens, handedOver ?? opens), cadence.minute)
      guard slot <= now else {
        wake(slot)
        continue
      }
      var draft = draft(item, TimedStep(kind: .opens(day), slot: slot), told.role, told: day)
      draft.isHandedOver = handedOver != nil
      say(draft, to: told.unit, cadence)
    }
  }

  /// Tells the leads who were told another day from which it may be done, or that it waits, or had handed it on.
  private mutating func tellOpeningMoved(
    _ item: Agenda.OpenItem, _ day: CivilDate, _ leads: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    for told in leads.units {
      let mine = entries.filter { $0.recipient == told.name && $0.kind.tellsOfWork }
      guard let last = mine.filter(\.saysState).max(by: { $0.slot < $1.slot }) else { continue }
      let isBack = last.kind == .released && rejoined(item.duty.any, entries) != nil
      let isOver = last.kind == .dayGone || last.kind == .handedOver || isBack
      guard isOver || last.told != nil && last.told != day else { continue }
      let time = Set(mine.filter { $0.kind == .openingMoved }.map(\.slot)).count + 1
      let wasOpen = last.kind.tellsOpenWork || last.kind == .opening && opensOnly(item)
      tell(
        draft(item, told: day), .openingMoved(time, from: wasOpen ? last.told : nil), to: told.unit, item.changed,
        cadence)
    }
  }

  /// Tells that what may be done, and was recorded as done or waived, is open again.
  private mutating func tellReopened(
    _ item: Agenda.OpenItem, _ leads: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    for told in leads.units {
      let mine = entries.filter { $0.recipient == told.name }
      guard let reopened = reopened(item.duty.any, mine) else { continue }
      tellReopened(draft(item), reopened, mine, to: told.unit, cadence)
    }
    tellOthersReopened(item.duty.any, draft(item), entries, item.changed, cadence)
  }

  // MARK: The lead is asked for a day

  private mutating func askLeads(
    _ item: Agenda.OpenItem, since: CivilDate, _ leads: Audience, _ entries: [SentEntry], _ cadence: Cadence
  ) {
    let office = agenda.offices[item.plan]
    for group in leads.notKept { cannotTell(.groupNotKept(group)) }
    let rhythm = agenda.dayRhythm(item, since: since, cadence)
    let horizon = agenda.questionsEnd(item.plan)
    for told in leads.units {
      let (unit, role) = (told.unit, told.role)
      let handedOver = handedOver(item.duty.any, to: told, entries)
      if let found = rhythm.latest(notAfter: min(now, horizon)) {
        // A lead to whom it was handed is asked from then on.
        let slot = max(found.slot, handedOver.map { office.firstSlot(notBefore: $0, cadence.minute) } ?? found.slot)
        if slot > last(unit, item.plan, entries)?.slot ?? .distantPast {
          let asked = Set(entries.filter { $0.recipient == told.name && $0.kind == .askDay }.map(\.slot)).count
          let step = TimedStep(kind: .askDay(asked, since: since), slot: slot, isAtOnce: asked == 0)
          var draft = draft(item, step, role, told: since)
          draft.isHandedOver = isFirst(since: handedOver, entries.filter { $0.recipient == told.name })
          say(draft, to: unit, cadence)
        }
      }
      if let next = rhythm.next(after: now), next <= horizon { wake(next) }
    }
  }

  // MARK: Timetables

  private mutating func askForTimetable(_ item: Agenda.OpenItem, _ expected: DayRange?, _ cadence: Cadence) {
    ask(agenda.timetableQuestion(item, expected), cadence)
  }

  // MARK: Events

  /// Asks about each awaited occurrence once, however many tasks wait for it.
  mutating func askAboutEvents() {
    for (_, question) in agenda.eventQuestions() { ask(about: question) }
  }

  /// Asks about one of them.
  mutating func ask(about question: Question) {
    ask(question, cadence(agenda.rules.plans[question.plan].policy ?? agenda.standardPolicy))
  }

  private mutating func ask(_ question: Question, _ cadence: Cadence) {
    let office = agenda.offices[question.plan]
    let focal = agenda.rules.plans[question.plan].focalPoint.map { [$0] } ?? []
    var audience = Audience(
      question.watchers, .watcher, in: question.plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
    if audience.units.isEmpty {
      audience = Audience(
        focal, .focalPoint, in: question.plan, on: office.zone.day(of: now), agenda.rules, agenda.names)
    }
    let times = QuestionTimes(question, office, cadence, end: agenda.questionsEnd(question.plan))
    guard let found = times.latest(notAfter: now) else { return wake(times.next(after: now)) }
    let entries = agenda.topics(of: question.subject).flatMap { log.entries(about: SubjectKey($0)) }
    let slot = max(found.slot, question.touched.map { office.firstSlot(notBefore: $0, cadence.minute) } ?? found.slot)
    for told in audience.units {
      let (unit, role) = (told.unit, told.role)
      guard found.slot > last(unit, question.plan, entries)?.slot ?? .distantPast else { continue }
      let step = TimedStep(kind: .question(found.time, question.awaited, expected: question.expected), slot: slot)
      var draft = Draft(
        subject: question.subject, step: step, told: question.expected?.last, role: role, plan: question.plan,
        task: question.task)
      draft.isClassifiedEvent = question.isClassifiedEvent
      say(draft, to: unit, cadence)
    }
    wake(times.next(after: now))
  }

  // MARK: Work that waits again

  /// Tells everybody who was told a day, or that the work may be done, that it waits again.
  /// - Parameters:
  ///   - isDue: whether the day that was told is gone; else it only waits.
  ///   - leads: hear it otherwise.
  mutating func tellWaiting(
    _ duty: AnyDuty, _ draft: Draft, isDue: Bool, besides leads: Audience? = nil, _ changed: Instant?,
    _ cadence: Cadence
  ) {
    let entries = log.entries(about: SubjectKey(draft.subject)).filter(\.saysState)
    guard !entries.isEmpty else { return }
    for name in Set(entries.map(\.recipient)).subtracting(leads?.units.map(\.name) ?? []).sorted() {
      let mine = entries.filter { $0.recipient == name }
      guard let last = mine.max(by: { $0.slot < $1.slot }), last.kind != .dayGone, !last.kind.isClosing,
        let unit = agenda.names.unit(name, draft.plan, agenda.rules)
      else { continue }
      let time = Set(mine.filter { $0.kind == .dayGone }.map(\.slot)).count + 1
      let from = isDue && !last.kind.tellsOpenWork ? last.told : nil
      var draft = draft
      (draft.told, draft.toldBefore) = (nil, from)
      tell(
        draft, .dayGone(time, from: from), to: unit, as: role(of: unit, in: duty, mine, cadence) ?? .lead, changed,
        cadence)
    }
  }
}

extension SentEntry {
  /// Whether it says how it stands with the work: a day, that it may be done, that it waits, or that it is over.
  fileprivate var saysState: Bool {
    kind.isClosing || kind.tellsOpenWork || kind == .dayGone || kind == .opening || kind.tellsDay && told != nil
  }
}

/// The slots in which something is asked again and again: a first one and a rhythm after it, or the first alone.
struct AskingRhythm {
  let first: Instant
  let every: PolicyField.Lead?
  let office: OfficeTime
  let minute: Int

  init(first: Instant, every: PolicyField.Lead?, _ office: OfficeTime, _ cadence: Cadence) {
    self.first = first
    self.every = every
    self.office = office
    minute = cadence.minute
  }

  /// Of a report.
  init(toConfirm asking: PolicyField.Asking, since day: CivilDate, _ office: OfficeTime, _ cadence: Cadence) {
    let first =
      asking.after.working
      ? office.workingDay(asking.after.days, after: day) : office.onOrAfter(day.adding(days: asking.after.days))
    self.init(first: office.slot(first, cadence.minute), every: asking.every, office, cadence)
  }

  func slot(_ time: Int) -> Instant? {
    guard time > 0 else { return first }
    guard let every, every.days > 0 else { return nil }
    let start = office.zone.day(of: first)
    let count = time * every.days
    return office.slot(
      every.working ? office.workingDay(count, after: start) : office.onOrAfter(start.adding(days: count)), minute)
  }

  func latest(notAfter now: Instant) -> (time: Int, slot: Instant)? {
    guard first <= now else { return nil }
    var time = 0
    while let next = slot(time + 1), next <= now { time += 1 }
    return slot(time).map { (time, $0) }
  }

  func next(after instant: Instant) -> Instant? {
    guard let latest = latest(notAfter: instant) else { return first }
    return slot(latest.time + 1)
  }
}
