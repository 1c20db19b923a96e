import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Duties without a day: who is asked, and when (decisions: waiting-is-a-state, who-is-asked).
extension Round {
  mutating func decide(_ item: Agenda.OpenItem) {
    let duty = item.duty
    guard duty.closed == nil else { return }
    let cadence = cadence(item.policy)
    if let report = duty.report { return askToConfirm(duty.any, report, item.plan, item.changed, cadence) }
    askToDecide(duty.any, item.plan, item.changed, cadence)
    tellOfAnswers(
      duty.any, to: duty.leads.flatMap(agenda.rules.units), item.plan, item.changed, cadence)
    switch duty.state {
    case .openUndated(let since): askLeads(item, since: since, cadence)
    case .notBefore(let day): tellOpening(item, day, cadence)
    case .awaitingDate(_, let expected): askForTimetable(item, expected, cadence)
    case .unclear: settle(ToSettle(id: duty.id, task: duty.task, reason: .unclear))
    case .waiting: tellDayGone(item, cadence)
    // There is nothing to ask: the other task has reminders of its own, a standing duty has reviews, and a case begins
    // when it is recorded.
    case .waitingForTask, .standing, .eachCase: break
    }
  }

  private func draft(_ item: Agenda.OpenItem, _ step: TimedStep, _ role: Role) -> Draft {
    Draft(subject: .obligation(item.duty.id), step: step, told: nil, role: role, plan: item.plan, task: item.duty.task)
  }

  private func last(_ unit: UnitID, _ plan: PlanID, _ entries: [SentEntry]) -> SentEntry? {
    let name = agenda.names.name(of: unit, plan, agenda.rules)
    return entries.filter { $0.recipient == name }.max { $0.slot < $1.slot }
  }

  // MARK: The lead hears once that it may be done

  private mutating func tellOpening(_ item: Agenda.OpenItem, _ day: CivilDate, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    let slot = office.firstSlot(notBefore: max(item.known, office.zone.instant(day)), cadence.minute)
    guard slot <= now else { return wake(slot) }
    let audience = Audience(
      of: agenda.rules.tasks[item.duty.task], leads: item.duty.leads, supports: [],
      told: cadence.audience.filter { $0 == .lead }, on: office.zone.day(of: now), agenda.rules, agenda.names)
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    let entries = log.entries(about: item.subject)
    for told in audience.units where last(told.unit, item.plan, entries) == nil {
      say(draft(item, TimedStep(kind: .opens(day), slot: slot), told.role), to: told.unit, cadence)
    }
  }

  // MARK: The lead is asked for a day

  private mutating func askLeads(_ item: Agenda.OpenItem, since: CivilDate, _ cadence: Cadence) {
    let office = agenda.offices[item.plan]
    let known = max(item.known, office.zone.instant(since))
    let task = agenda.rules.tasks[item.duty.task]
    let audience = Audience(
      of: task, leads: item.duty.leads, supports: [], told: cadence.audience.filter { $0 == .lead },
      on: office.zone.day(of: now), agenda.rules, agenda.names)
    for group in audience.notKept { cannotTell(.groupNotKept(group)) }
    let entries = log.entries(about: item.subject)
    let rhythm = AskingRhythm(
      first: office.firstSlot(notBefore: known, cadence.minute), every: cadence.askEvery, office, cadence)
    let horizon = questionsEnd(item.plan)
    for told in audience.units {
      let (unit, role) = (told.unit, told.role)
      let before = last(unit, item.plan, entries)
      if let found = rhythm.latest(notAfter: min(now, horizon)), found.slot > before?.slot ?? .distantPast {
        let step = TimedStep(
          kind: .askDay(found.time, since: since), slot: found.slot, isAtOnce: found.time == 0)
        say(draft(item, step, role), to: unit, cadence)
      }
      if let next = rhythm.next(after: now), next <= horizon { wake(next) }
    }
  }

  /// The end of all questions about a plan: a quarter of a year after its last year.
  private func questionsEnd(_ plan: PlanID) -> Instant {
    let last = CivilDate(year: min(agenda.rules.plans[plan].years.upperBound, 9999), month: 12, day: 31) ?? .last
    return agenda.offices[plan].zone.instant(last.adding(days: 91))
  }

  // MARK: Timetables

  private mutating func askForTimetable(_ item: Agenda.OpenItem, _ expected: DayRange?, _ cadence: Cadence) {
    let task = agenda.rules.tasks[item.duty.task]
    let section = task.section.map { agenda.rules.sections[$0].watchedBy } ?? []
    let watchers = task.watchedBy.isEmpty ? section : task.watchedBy
    let question = Question(
      subject: .obligation(item.duty.id), plan: item.plan, task: item.duty.task, watchers: watchers, expected: expected,
      known: item.known, awaited: .timetable)
    ask(question, cadence)
  }

  // MARK: Events

  struct Question {
    var subject: NoticeTopic
    var plan: PlanID
    var task: TaskID?
    var watchers: [Recipient]
    var expected: DayRange?
    var known: Instant
    var awaited: NoticeKind.Awaited
    /// Whether it is about an event of which only the id may be told.
    var isClassifiedEvent = false
  }

  /// Asks about each awaited occurrence once, however many tasks wait for it.
  mutating func askAboutEvents() {
    struct Awaited: Hashable {
      var binding: EventBinding
      var plan: PlanID
    }
    var known: [Awaited: Instant] = [:]
    var order: [Awaited] = []
    func add(_ bindings: [EventBinding], _ plan: PlanID, _ since: Instant) {
      for binding in bindings where agenda.rules.events.indices.contains(binding.event) {
        // A shared event is asked about for the first plan that waits for it.
        let asking = Awaited(binding: binding, plan: agenda.rules.events[binding.event].plan ?? plan)
        if known[asking] == nil { order.append(asking) }
        known[asking] = min(known[asking] ?? since, since)
      }
    }
    for item in agenda.openItems where item.duty.closed == nil {
      if case .waiting(let bindings, _) = item.duty.state { add(bindings, item.plan, item.known) }
    }
    for item in agenda.items where item.obligation.closed == nil {
      if case .events(let bindings)? = item.obligation.pending { add(bindings, item.plan, item.known) }
    }
    for asking in order {
      let event = agenda.rules.events[asking.binding.event]
      let plan = asking.plan
      let expected = agenda.expander.expectedDays(of: asking.binding.event, in: plan)
      let question = Question(
        subject: .event(plan: agenda.rules.plans[plan].id, id: event.id, key: asking.binding.key), plan: plan,
        task: event.task,
        watchers: event.watchedBy, expected: expected, known: known[asking] ?? agenda.planKnown[plan],
        awaited: .event, isClassifiedEvent: agenda.classifiedEvents.contains(asking.binding.event))
      ask(question, cadence(agenda.rules.plans[plan].policy ?? agenda.standardPolicy))
    }
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
    let times = QuestionTimes(question, office, cadence, end: questionsEnd(question.plan))
    guard let found = times.latest(notAfter: now) else { return wake(times.next(after: now)) }
    let entries = log.entries(about: SubjectKey(question.subject))
    for told in audience.units {
      let (unit, role) = (told.unit, told.role)
      guard found.slot > last(unit, question.plan, entries)?.slot ?? .distantPast else { continue }
      let step = TimedStep(
        kind: .question(found.time, question.awaited, expected: question.expected), slot: found.slot)
      var draft = Draft(
        subject: question.subject, step: step, told: question.expected?.last, role: role, plan: question.plan,
        task: question.task)
      draft.isClassifiedEvent = question.isClassifiedEvent
      say(draft, to: unit, cadence)
    }
    wake(times.next(after: now))
  }

  // MARK: Days that are gone

  /// Tells everybody who was told a day that there is none any more, because its event was withdrawn.
  private mutating func tellDayGone(_ item: Agenda.OpenItem, _ cadence: Cadence) {
    let entries = log.entries(about: item.subject).filter { $0.kind.tellsDay || $0.kind.isClosing }
    guard !entries.isEmpty else { return }
    for name in Set(entries.map(\.recipient)).sorted() {
      let mine = entries.filter { $0.recipient == name }
      guard let last = mine.max(by: { $0.slot < $1.slot }), last.told != nil, !last.kind.isClosing,
        let unit = agenda.names.unit(name, item.plan, agenda.rules)
      else { continue }
      let time = Set(mine.filter { $0.kind == .dayGone }.map(\.slot)).count + 1
      let step = TimedStep(
        kind: .dayGone(time, from: last.told), slot: atOnce(item.changed, item.plan, cadence), isAtOnce: true)
      var draft = draft(item, step, .lead)
      draft.toldBefore = last.told
      say(draft, to: unit, cadence)
    }
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

/// When a question is asked: at the start, the middle and the end of the expected window, then in the policy's rhythm.
/// Without a window the rhythm counts from the day on which the duty is known, on which nobody is asked yet.
struct QuestionTimes {
  private var times: [(time: Int, slot: Instant)] = []
  private let rhythm: AskingRhythm
  /// The number of the last question of the window, after which the rhythm goes on counting.
  private let offset: Int
  private let known: Instant
  private let end: Instant

  init(_ question: Round.Question, _ office: OfficeTime, _ cadence: Cadence, end: Instant) {
    known = question.known
    self.end = end
    let start: Instant
    if let days = question.expected {
      let middle = days.first.adding(days: (days.count - 1) / 2)
      times = [office.onOrAfter(days.first), office.onOrBefore(middle), office.onOrBefore(days.last)].enumerated()
        .map { ($0.offset, office.slot($0.element, cadence.minute)) }
      start = times.last?.slot ?? known
      offset = 2
    } else {
      start = office.firstSlot(notBefore: known, cadence.minute)
      offset = 0
    }
    rhythm = AskingRhythm(first: start, every: cadence.askEvery, office, cadence)
  }

  func latest(notAfter now: Instant) -> (time: Int, slot: Instant)? {
    let limit = min(now, end)
    if let turn = rhythm.latest(notAfter: limit), turn.time > 0, turn.slot >= known {
      return (turn.time + offset, turn.slot)
    }
    return times.last { $0.slot <= limit && $0.slot >= known }
  }

  func next(after instant: Instant) -> Instant? {
    if let found = times.first(where: { $0.slot > instant && $0.slot >= known }) { return found.slot }
    let turn = rhythm.next(after: max(instant, rhythm.first))
    return turn.flatMap { $0 <= end ? $0 : nil }
  }
}
