import CivilCalendar
import Expansion
import Rules

/// Since when something is known: the latest of the plan's issue, the revision in which the line went live, and the
/// recording of the event, date or completion that its day comes from (decision: known-since).
struct KnownSince {
  /// When each occurrence of one event was last recorded.
  private struct Recordings {
    private var all: [Instant] = []
    private var byKey: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    private var keyless: Int?

    var last: Instant? { all.last }

    mutating func add(_ instant: Instant, key: String?, reference: String?, day: CivilDate) {
      if let key { byKey[key] = all.count } else { keyless = all.count }
      byName[key ?? reference ?? day.description] = all.count
      all.append(instant)
    }

    /// The later of two recordings: that of the occurrence, and the last one that named no occurrence.
    func last(key: String) -> Instant? { [byKey[key], keyless].compactMap { $0 }.max().map { all[$0] } }

    /// The recording of the case whose name `key` begins with; if there are several, that of the longest name.
    func last(ofCase key: String) -> Instant? {
      var name = key[...]
      while !name.isEmpty {
        if let found = byName[String(name)] { return all[found] }
        name.removeLast()
      }
      return nil
    }
  }

  let rules: RuleSet
  let offices: [OfficeTime]
  let wentLive: Agenda.WentLive
  let leads: LeadChanges
  private var events: [EventID: Recordings] = [:]
  /// When dates of each task were set; nil if nobody knows when.
  private var settings: [TaskID: LastBySubject<Instant?>] = [:]
  /// When anything was last recorded about a task, or about an event.
  private var taskTouched: [TaskID: Instant] = [:]
  private(set) var eventTouched: [EventID: Instant] = [:]
  /// When completions of each task were taken back.
  private var reopenings: [TaskID: LastBySubject<Instant>] = [:]
  /// When requests for more time were refused or taken back.
  private var answers: [TaskID: LastBySubject<Instant>] = [:]
  /// When each task was last reported done.
  private var completions: [TaskID: LastBySubject<Instant>] = [:]
  /// When each task was last waived.
  private var waivers: [TaskID: LastBySubject<Instant>] = [:]

  init(
    _ rules: RuleSet, _ facts: [TimedFact], _ offices: [OfficeTime], _ wentLive: @escaping Agenda.WentLive,
    _ leads: LeadChanges
  ) {
    self.rules = rules
    self.offices = offices
    self.wentLive = wentLive
    self.leads = leads
    for timed in facts {
      if let recorded = timed.recorded { touch(timed.fact.body, recorded) }
      switch (timed.fact.body.kind, timed.fact.body.target) {
      case (.happened, .event(let named)): record(named, timed)
      case (.set, .task(let subject)):
        settings[subject.task, default: LastBySubject()].add(subject, timed.recorded, rules)
      case (.done, .task(let subject)), (.reported, .task(let subject)), (.confirmed, .task(let subject)):
        let plan = rules.tasks.indices.contains(subject.task) ? rules.tasks[subject.task].plan : nil
        completions[subject.task, default: LastBySubject()].add(subject, instant(of: timed, plan), rules)
      case (.waived, .task(let subject)):
        if let recorded = timed.recorded {
          waivers[subject.task, default: LastBySubject()].add(subject, recorded, rules)
        }
      default: break
      }
    }
  }

  private mutating func record(_ named: Fact.EventCase, _ timed: TimedFact) {
    guard let day = timed.fact.body.day else { return }
    let plan = rules.events.indices.contains(named.event) ? rules.events[named.event].plan : nil
    events[named.event, default: Recordings()].add(
      instant(of: timed, plan), key: named.key, reference: named.reference, day: day)
  }

  /// The instant of recording. Where nobody knows it, the fact counts as known when it happened.
  private func instant(of timed: TimedFact, _ plan: PlanID?) -> Instant {
    let body = timed.fact.body
    return timed.recorded ?? zone(plan).instant(body.day ?? .first, minute: body.time?.minutes ?? 0)
  }

  private mutating func touch(_ body: Fact.Body, _ instant: Instant) {
    switch body.target {
    case .event(let named): eventTouched[named.event] = max(eventTouched[named.event] ?? instant, instant)
    case .task(let subject):
      taskTouched[subject.task] = max(taskTouched[subject.task] ?? instant, instant)
      if body.kind == .undone || body.kind == .returned {
        reopenings[subject.task, default: LastBySubject()].add(subject, instant, rules)
      }
      if body.kind == .extensionRefused || body.kind == .extensionWithdrawn {
        answers[subject.task, default: LastBySubject()].add(subject, instant, rules)
      }
    }
  }

  /// When a fact last touched what a due line depends on; nil if none did, or nobody knows when.
  func touched(_ task: TaskID, _ dueLine: Int) -> Instant? {
    let line = rules.tasks[task].due[dueLine]
    let events = leaves(line.events.values.map(\.event)).compactMap { eventTouched[$0] }
    return (events + line.tasks.values.compactMap { taskTouched[$0.task] } + [taskTouched[task]].compactMap { $0 })
      .max()
  }

  /// The simple events that these are composed of.
  private func leaves(_ events: [EventID], _ depth: Int = 0) -> [EventID] {
    guard depth < 16 else { return [] }
    return events.flatMap { event -> [EventID] in
      guard rules.events.indices.contains(event) else { return [] }
      switch rules.events[event].composition {
      case .simple: return [event]
      case .all(let members), .any(let members): return leaves(members, depth + 1)
      }
    }
  }

  /// When the completion of an obligation was last taken back; nil if it never was.
  func reopened(_ id: ObligationID, _ task: TaskID) -> Instant? {
    reopenings[task]?.last(about: id)
  }

  /// When a request for more time was last refused or taken back, and the pause for it ended; nil if none was.
  func answered(_ id: ObligationID, _ task: TaskID) -> Instant? {
    answers[task]?.last(about: id)
  }

  /// Whether a fact set the day of an obligation.
  func isSet(_ id: ObligationID, _ task: TaskID) -> Bool { settings[task]?.last(about: id) != nil }

  private func zone(_ plan: PlanID?) -> Zone {
    plan.flatMap { offices.indices.contains($0) ? offices[$0].zone : nil } ?? .vietnam
  }

  /// When a plan became known: at the last recording of its issue, otherwise on the day that the plan gives.
  func plan(_ plan: PlanID) -> Instant {
    let row = rules.plans[plan]
    let zone = offices[plan].zone
    if let recorded = events[row.issueEvent]?.last { return recorded }
    return switch row.issued {
    case .on(let day): zone.instant(day)
    case .within(let days): zone.instant(days.first)
    case .unknown: zone.instant(CivilDate(year: max(row.years.lowerBound, 1), month: 1, day: 1) ?? .first)
    }
  }

  private func line(_ task: TaskID, _ index: Int) -> Instant {
    let plan = plan(rules.tasks[task].plan)
    return wentLive(task, index).map { max($0, plan) } ?? plan
  }

  /// Since when a unit owes on its own what others owed on their own before, by other rules; nil: from the beginning.
  private func joined(_ id: ObligationID, _ task: TaskID) -> Instant? {
    guard leads.isAny(of: task), let name = id.unit,
      case .unit(let unit)? = rules.recipient(named: name, in: rules.tasks[task].plan)
    else { return nil }
    return leads.change(task, id.label, unit)?.began
  }

  /// Since when an obligation is known, and whether it became known later than its plan: by a fact, or because a unit began to
  /// owe it.
  func obligation(_ obligation: Duty<DueDays>) -> (since: Instant, isNews: Bool) {
    let base = line(obligation.task, obligation.dueLine)
    var news = news(obligation) + [joined(obligation.id, obligation.task)].compactMap(\.self)
    var set = settings[obligation.task]?.last(about: obligation.id) ?? nil
    // A day that had passed when it took the place of another is no news: what was late stays late.
    let zone = offices[rules.tasks[obligation.task].plan].zone
    if let recorded = set, !obligation.isFirstGiven, obligation.effective < zone.day(of: recorded) { set = nil }
    if let set { news.append(set) }
    guard let latest = news.max() else { return (base, false) }
    return (max(base, latest), latest >= base || set != nil)
  }

  /// When the events and the other tasks became known that its day comes from.
  func news(_ obligation: Duty<DueDays>) -> [Instant] {
    let (task, line) = (obligation.task, obligation.dueLine)
    // Most lines count from nothing; they are not copied to find that out.
    guard !rules.tasks[task].due[line].events.isEmpty || !rules.tasks[task].due[line].tasks.isEmpty,
      obligation.pending == nil
    else { return [] }
    let due = rules.tasks[task].due[line]
    return due.events.values.compactMap { recording(of: $0, key: obligation.id.key, 0) }
      + taken(over: due, key: obligation.id.key, 0)
  }

  /// The days on which they happened or were done.
  func happened(_ obligation: Duty<DueDays>, _ expander: Expander) -> [CivilDate] {
    let due = rules.tasks[obligation.task].due[obligation.dueLine]
    let events = due.events.values.flatMap { binding in
      leaves([binding.event]).compactMap { event in
        [binding.key, obligation.id.key, nil].lazy.compactMap {
          expander.recordedDay(of: event, key: $0, reference: nil)
        }.first
      }
    }
    guard !due.tasks.isEmpty else { return events }
    let done = due.deadline.tasksToBeDone
    return events
      + due.tasks.filter { done.contains($0.key) }.values.flatMap { binding -> [CivilDate] in
        let days = expander.window(of: binding.task, [])
        return expander.duties(in: days, of: binding.task, explained: false).all.compactMap { other in
          guard (binding.key ?? obligation.id.key) == other.id.key, case .done(let day?, _) = other.closed else {
            return nil
          }
          return day
        }
      }
  }

  /// When what other tasks hand on to the occurrence of that key became known: their completion, or what their days come
  /// from.
  private func taken(over line: DueLine, key: String, _ depth: Int) -> [Instant] {
    guard depth < 16, !line.tasks.isEmpty else { return [] }
    let done = line.deadline.tasksToBeDone
    return line.tasks.flatMap { mention, binding -> [Instant] in
      guard rules.tasks.indices.contains(binding.task) else { return [] }
      let key = binding.key ?? key
      let other = ObligationID(plan: "", task: "", label: binding.label, key: key)
      if done.contains(mention) { return [completions[binding.task]?.last(about: other)].compactMap { $0 } }
      let lines = rules.tasks[binding.task].due.filter { binding.label == nil || $0.label == binding.label }
      let found = lines.flatMap { line in
        line.events.values.compactMap { recording(of: $0, key: key, 0) } + taken(over: line, key: key, depth + 1)
      }
      return found + [settings[binding.task]?.last(about: other) ?? nil].compactMap { $0 }
    }
  }

  /// Since when a duty without a day is known.
  func duty(_ duty: Duty<OpenState>) -> Instant {
    let base = [line(duty.task, duty.dueLine), joined(duty.id, duty.task) ?? .distantPast].reduce(.distantPast, max)
    switch duty.state {
    case .openUndated, .awaitingDate: break
    default: return base
    }
    let due = rules.tasks[duty.task].due[duty.dueLine]
    let waived = due.tasks.values.compactMap { binding in
      waivers[binding.task]?.last(
        about: ObligationID(plan: "", task: "", label: binding.label, key: binding.key ?? duty.id.key))
    }
    return (due.events.values.compactMap { recording(of: $0, key: duty.id.key, 0) } + waived).reduce(base, max)
  }

  /// When the event of a binding was recorded, for the occurrence of that key; nil if it was not. Composed events may nest 16 deep.
  private func recording(of binding: EventBinding, key occurrence: String, _ depth: Int) -> Instant? {
    guard rules.events.indices.contains(binding.event), depth < 16 else { return nil }
    let event = rules.events[binding.event]
    func inner(_ members: [EventID]) -> [Instant] {
      members.compactMap { recording(of: EventBinding(event: $0, key: binding.key), key: occurrence, depth + 1) }
    }
    switch event.composition {
    case .all(let members): return inner(members).max()
    case .any(let members): return inner(members).min()
    case .simple: break
    }
    guard let recordings = events[binding.event] else {
      // The plan itself names the day of its issue.
      guard let plan = event.plan, rules.plans[plan].issueEvent == binding.event else { return nil }
      if case .on = rules.plans[plan].issued { return self.plan(plan) }
      return nil
    }
    let key = binding.key ?? occurrence
    return switch event.happens {
    case .once: recordings.last
    case .yearly: recordings.last(key: String(key.prefix(4)))
    case .quarterly, .monthly: recordings.last(key: String(key.prefix { $0 != "." }))
    case .eachCase: recordings.last(ofCase: key)
    }
  }
}

extension Fact.Subject {
  /// Whether the subject means an obligation of its task. A subject without key, label or unit means all of them.
  func means(_ id: ObligationID, _ rules: RuleSet) -> Bool {
    if let key, key != id.key { return false }
    if let label, label != id.label { return false }
    guard let owner, let own = id.unit else { return true }
    return switch owner {
    case .unit(let unit): rules.units[unit].id == own
    case .group(let group): rules.groups[group].id == own
    }
  }
}
