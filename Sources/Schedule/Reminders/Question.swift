import CivilCalendar
import Expansion
import Rules

/// What watchers are asked about: whether an event has happened, or which day a timetable gives.
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
  /// When a fact about the event was last recorded: it was not asked about before that, should it have been known.
  var touched: Instant?
}

extension Agenda {
  /// The question about each awaited occurrence, once, however many tasks wait for it.
  func eventQuestions() -> [(binding: EventBinding, question: Question)] {
    struct Awaited: Hashable {
      var binding: EventBinding
      var plan: PlanID
    }
    var known: [Awaited: Instant] = [:]
    var order: [Awaited] = []
    func add(_ bindings: [EventBinding], _ plan: PlanID, _ since: Instant) {
      for binding in bindings where rules.events.indices.contains(binding.event) {
        // A shared event is asked about for the first plan that waits for it.
        let asking = Awaited(binding: binding, plan: rules.events[binding.event].plan ?? plan)
        if known[asking] == nil { order.append(asking) }
        known[asking] = min(known[asking] ?? since, since)
      }
    }
    for item in openItems where item.duty.closed == nil {
      if case .waiting(let bindings, _) = item.duty.state { add(bindings, item.plan, item.known) }
    }
    for item in items where item.obligation.closed == nil {
      if case .events(let bindings)? = item.obligation.pending { add(bindings, item.plan, item.known) }
    }
    return order.map { asking in
      let event = rules.events[asking.binding.event]
      let plan = asking.plan
      let question = Question(
        subject: .event(plan: rules.plans[plan].id, id: event.id, key: asking.binding.key), plan: plan,
        task: event.task, watchers: event.watchedBy,
        expected: expander.expectedDays(of: asking.binding.event, in: plan), known: known[asking] ?? planKnown[plan],
        awaited: .event, isClassifiedEvent: classifiedEvents.contains(asking.binding.event),
        touched: eventsTouched[asking.binding.event])
      return (asking.binding, question)
    }
  }

  /// Which day a timetable gives, asked of who watches the task or its section.
  func timetableQuestion(_ item: OpenItem, _ expected: DayRange?) -> Question {
    let task = rules.tasks[item.duty.task]
    let section = task.section.map { rules.sections[$0].watchedBy } ?? []
    return Question(
      subject: .obligation(item.duty.id), plan: item.plan, task: item.duty.task,
      watchers: task.watchedBy.isEmpty ? section : task.watchedBy, expected: expected, known: item.known,
      awaited: .timetable)
  }

  /// When leads are asked by when they will be done.
  func dayRhythm(_ item: OpenItem, since: CivilDate, _ cadence: Cadence) -> AskingRhythm {
    let office = offices[item.plan]
    let known = max(item.known, office.zone.instant(since))
    return AskingRhythm(
      first: office.firstSlot(notBefore: known, cadence.minute), every: cadence.askEvery, office, cadence)
  }

  /// The end of all questions about a plan: a quarter of a year after its last year.
  func questionsEnd(_ plan: PlanID) -> Instant {
    let last = CivilDate(year: min(rules.plans[plan].years.upperBound, 9999), month: 12, day: 31) ?? .last
    return offices[plan].zone.instant(last.adding(days: 91))
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

  init(_ question: Question, _ office: OfficeTime, _ cadence: Cadence, end: Instant) {
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
