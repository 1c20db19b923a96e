import CivilCalendar
import Deadlines

/// Deadlines counted from an event, a day or another task.
extension DeadlineEngine {
  mutating func expandCounted(_ counted: CountedDeadline) throws(Unresolved) {
    let state: AnchorState
    switch counted.anchor {
    case .date(let expression):
      var trace = Trace(isOn: explained)
      let day = try context.resolve(expression, trace: &trace)
      let anchor = AnchorCase(key: "once", day: day, time: nil, steps: trace.steps)
      try addCounted(counted, from: anchor, isEvent: false)
      return
    case .ownCase:
      addOpen("once", .eachCase(trigger: nil, active: active), trace: newTrace())
      return
    case .event(let expression):
      state = anchors.state(of: expression, occurrence: nil, in: context)
    case .taskDone(let mention), .taskDue(let mention):
      let isDone = if case .taskDone = counted.anchor { true } else { false }
      state = try anchors.state(ofTask: mention, done: isDone, window: anchorWindow(of: counted))
    }
    add(state.known + state.withdrawn) { $0.addCase(counted, $1) }
    for awaited in state.awaited {
      marked(awaited.withdrawnBy) { $0.attempt { engine throws(Unresolved) in try engine.addAwaited(awaited) } }
    }
    // What is not to be done gives no day, and takes none of what follows with it: whoever leads that is asked for one.
    for ended in state.ended {
      var trace = newTrace()
      trace.add(ended.steps)
      let since = min(ended.day, item.until ?? ended.day)
      attempt { engine throws(Unresolved) in try engine.addUndated(key: ended.key, since: since, trace: trace) }
    }
    if state.repeats {
      addOpen("once", .eachCase(trigger: state.trigger, active: active), trace: newTrace())
    }
  }

  /// Adds what follows from cases; marked so where they were withdrawn.
  mutating func add(_ cases: [AnchorCase], _ add: (inout DeadlineEngine, AnchorCase) -> Void) {
    for anchor in cases { marked(anchor.withdrawnBy) { add(&$0, anchor) } }
  }

  /// Marks what `add` adds as following from a case that this fact withdrew; nil: it follows from what stands.
  private mutating func marked(_ withdrawnBy: Int?, _ add: (inout DeadlineEngine) -> Void) {
    let (dated, open) = (result.dated.count, result.open.count)
    add(&self)
    if let withdrawnBy { result.markWithdrawn(after: dated, open, by: withdrawnBy) }
  }

  /// Where no day can be computed, the work is open since its anchor, and a day is asked for.
  mutating func addCase(_ counted: CountedDeadline, _ anchor: AnchorCase) {
    do throws(Unresolved) {
      try addCounted(counted, from: anchor, isEvent: true)
    } catch {
      result.problems.append(error.reason)
      var trace = newTrace()
      trace.add(anchor.steps)
      addOpen(anchor.key, .openUndated(since: anchor.day), trace: trace)
    }
  }

  /// The other task's days that can put this deadline into the window.
  private func anchorWindow(of counted: CountedDeadline) -> DayRange {
    var slack = counted.durations.reduce(slackForMoving * 2) { $0 + $1.longest }
    if case .inPeriod(let place) = counted.relation { slack += place.reach + 366 }
    return DayRange(first: window.first.adding(days: -slack), last: window.last.adding(days: slack))
  }

  /// The bounds within which cases count; nil: always.
  var active: DayRange? {
    guard item.from != nil || item.until != nil else { return nil }
    return DayRange(first: item.from ?? context.span.first, last: item.until ?? context.span.last)
  }

  mutating func addAwaited(_ awaited: AwaitedAnchor) throws(Unresolved) {
    let trace = newTrace()
    if try addBackstop(key: awaited.key, pending: awaited.pending, trace: trace) { return }
    let expected = item.expected ?? awaited.expected
    switch awaited.pending {
    case .events(let bindings): addOpen(awaited.key, .waiting(for: bindings, expected: expected), trace: trace)
    case .task(let binding):
      addOpen(awaited.key, .waitingForTask(binding, key: awaited.key, expected: expected), trace: trace)
    case .timetable(let timetable): addOpen(awaited.key, .awaitingDate(timetable, expected: expected), trace: trace)
    case .occurrence: addOpen(awaited.key, .eachCase(trigger: nil, active: active), trace: trace)
    }
  }

  mutating func addCounted(
    _ counted: CountedDeadline, from anchor: AnchorCase, isEvent: Bool
  ) throws(Unresolved) {
    var trace = newTrace()
    trace.add(anchor.steps)
    var draft = Draft(key: anchor.key, nominal: anchor.day, representative: anchor.day)
    draft.cutoff = context.cutoff(counted.time)
    switch counted.relation {
    case .after, .from:
      try addUndated(key: anchor.key, since: anchor.day, trace: trace)
      return
    case .within:
      draft.opens = anchor.day
      try count(counted.durations, of: anchor, backwards: false, into: &draft, &trace)
      try open(counted.earliest, of: anchor, backwards: false, &draft)
    case .notBefore:
      try count(counted.durations, of: anchor, backwards: false, into: &draft, &trace)
      if try addBackstop(key: anchor.key, pending: nil, opens: draft.nominal, trace: trace) { return }
      addOpen(anchor.key, .notBefore(draft.nominal), trace: trace)
      return
    case .before:
      try count(counted.durations, of: anchor, backwards: true, into: &draft, &trace)
      try open(counted.earliest, of: anchor, backwards: true, &draft)
      if counted.durations.isEmpty, !isEvent { draft.law = nil }
    case .fromBefore:
      var start = draft
      try count(counted.durations, of: anchor, backwards: true, into: &start, &trace)
      draft.opens = start.nominal
      draft.kept = isEvent ? .eventDay : nil
    case .immediately:
      draft.opens = anchor.day
      guard let next = context.calendar.workingDay(1, after: anchor.day) else {
        throw Unresolved(.notCovered(anchor.day))
      }
      draft.nominal = next
      trace.consult(context.calendar, anchor.day, next)
      trace.add(.immediately(after: anchor.day, next))
    case .same: draft.kept = isEvent ? .eventDay : nil
    case .inPeriod(let place):
      let placed = try placed(place, in: frame(of: place, holding: anchor.day), trace: &trace)
      let opens = min(anchor.day, placed.draft.nominal)
      draft.nominal = placed.draft.nominal
      draft.cutoff = placed.draft.cutoff
      if place.bound == .on { draft.opensOnEffective = true } else { draft.opens = opens }
    }
    draft.representative = draft.nominal
    try add(draft, trace: trace)
  }

  /// Open since its event, or due by the backstop.
  mutating func addUndated(key: String, since day: CivilDate, trace: Trace) throws(Unresolved) {
    if try addBackstop(key: key, pending: nil, opens: day, trace: trace) { return }
    if let until = item.until {
      guard day <= until else { return }
      let draft = Draft(key: key, opens: day, nominal: until, representative: until)
      try add(draft, trace: trace)
      return
    }
    addOpen(key, .openUndated(since: max(day, item.from ?? day)), trace: trace)
  }

  /// The period that holds the anchor, in which a place is looked for.
  private func frame(of place: Place, holding day: CivilDate) throws(Unresolved) -> PlaceFrame {
    let periods = place.day?.periods ?? place.window?.periods ?? []
    guard case .own(let unit?)? = periods.first?.root, let ordinal = context.ordinal(of: unit, containing: day),
      let days = context.days(of: context.period(unit, ordinal: ordinal))
    else { throw Unresolved(.notCovered(day)) }
    let period = context.period(unit, ordinal: ordinal)
    return PlaceFrame(
      own: RhythmPeriod(unit: unit, first: period, last: period, days: days, position: nil), year: day.year)
  }

  private func open(
    _ earliest: [CalendarDuration], of anchor: AnchorCase, backwards: Bool, _ draft: inout Draft
  ) throws(Unresolved) {
    guard !earliest.isEmpty else { return }
    var (start, trace) = (draft, Trace(isOn: false))
    try count(earliest, of: anchor, backwards: backwards, into: &start, &trace)
    draft.opens = min(start.nominal, draft.nominal)
  }

  private func count(
    _ durations: [CalendarDuration], of anchor: AnchorCase, backwards: Bool, into draft: inout Draft,
    _ trace: inout Trace
  ) throws(Unresolved) {
    let clock = durations.filter { !$0.unit.isDays }
    guard let hours = clock.first else {
      let law = try context.shifted(durations, from: anchor.day, backwards: backwards, trace: &trace)
      draft.nominal = law.nominal
      draft.law = law
      return
    }
    var day = anchor.day
    let days = durations.filter(\.unit.isDays)
    if !days.isEmpty { day = try context.shifted(days, from: day, backwards: backwards, trace: &trace).nominal }
    let end = try context.counting(hours, from: day, anchor.time, backwards: backwards, trace: &trace)
    draft.nominal = end.day
    draft.cutoff = context.cutoff(end.time)
    draft.kept = .hours
  }
}
