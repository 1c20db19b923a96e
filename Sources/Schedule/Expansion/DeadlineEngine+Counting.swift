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
    case .event(let expression):
      state = anchors.state(of: expression, occurrence: nil, in: context)
    case .taskDone(let mention), .taskDue(let mention):
      let isDone = if case .taskDone = counted.anchor { true } else { false }
      state = try anchors.state(ofTask: mention, done: isDone, window: anchorWindow(of: counted))
    }
    for anchor in state.known { addCase(counted, anchor) }
    for awaited in state.awaited { attempt { engine throws(Unresolved) in try engine.addAwaited(awaited) } }
    if state.repeats {
      addOpen("once", .eachCase(trigger: state.trigger, active: active), trace: newTrace())
    }
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
    if case .monthDay(_, let months, _) = counted.relation { slack += (months + 1) * 31 }
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
    case .before:
      try count(counted.durations, of: anchor, backwards: true, into: &draft, &trace)
      if counted.durations.isEmpty, !isEvent { draft.law = nil }
    case .immediately:
      draft.opens = anchor.day
      guard let next = context.calendar.workingDay(1, after: anchor.day) else {
        throw Unresolved(.notCovered(anchor.day))
      }
      draft.nominal = next
      trace.consult(context.calendar, anchor.day, next, isEarliest: true)
      trace.add(.immediately(after: anchor.day, next))
    case .same: draft.kept = isEvent ? .eventDay : nil
    case .monthDay(let day, let months, let bound):
      guard let month = MonthOfPeriod.fromStart(months).month(of: DayRange(first: anchor.day, last: anchor.day))
      else { throw Unresolved(.notCovered(anchor.day)) }
      let last = context.bounded(day: day, of: month, bound, counted.time, trace: &trace)
      draft.nominal = last.day
      draft.cutoff = last.cutoff
      if bound == .on { draft.opensOnEffective = true } else { draft.opens = min(anchor.day, last.day) }
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

  private func count(
    _ durations: [CalendarDuration], of anchor: AnchorCase, backwards: Bool, into draft: inout Draft,
    _ trace: inout Trace
  ) throws(Unresolved) {
    let hours = durations.reduce(0) { $0 + ($1.unit == .hour ? min($1.count, 10_000_000) : 0) }
    guard hours > 0 else {
      let law = try count(durations, from: anchor.day, backwards: backwards, &trace)
      draft.nominal = law.nominal
      draft.law = law
      return
    }
    var day = anchor.day
    let days = durations.filter { $0.unit != .hour }
    if !days.isEmpty { day = try count(days, from: day, backwards: backwards, &trace).nominal }
    try count(hours: hours, from: day, anchor.time, backwards: backwards, into: &draft, &trace)
  }

  /// Hours run from the recorded time, else from 00:00, the safe side (decision: hours-from-midnight).
  private func count(
    hours: Int, from day: CivilDate, _ time: ClockTime?, backwards: Bool, into draft: inout Draft,
    _ trace: inout Trace
  ) throws(Unresolved) {
    if time == nil { trace.add(.hoursFromMidnight(day)) }
    let start = Int(day.dayNumber) * 1440 + (time?.minutes ?? 0)
    let end = backwards ? start - hours * 60 : start + hours * 60
    // 00:00 is the end of the day before.
    let endDay = end % 1440 == 0 ? end / 1440 - 1 : end / 1440
    let minutes = end - endDay * 1440
    guard let last = CivilDate(dayNumber: endDay),
      let clock = ClockTime(hour: minutes / 60, minute: minutes % 60), let zero = ClockTime(hour: 0)
    else { throw Unresolved(.notCovered(day)) }
    draft.nominal = last
    draft.cutoff = context.cutoff(clock)
    draft.kept = .hours
    trace.add(.hours(from: day, time ?? zero, hours, to: last, clock, backwards: backwards))
  }

  /// A count by the law of time. Without durations, backwards: the day before (the anchor itself comes after).
  func count(
    _ durations: [CalendarDuration], from anchor: CivilDate, backwards: Bool, _ trace: inout Trace
  ) throws(Unresolved) -> CountedDay {
    let counts = durations.isEmpty && backwards ? [CalendarDuration(1, .day)] : durations
    let law = context.law
    let answer =
      backwards
      ? law.counted(counts, before: anchor, in: context.calendar)
      : law.counted(counts, from: anchor, in: context.calendar)
    guard let answer else { throw Unresolved(.notCovered(anchor)) }
    if answer.effective != answer.nominal || counts.contains(where: { $0.unit == .workingDay }) {
      trace.consult(context.calendar, anchor, answer.effective, isEarliest: !backwards)
    } else {
      trace.consult(context.calendar, answer.nominal, answer.effective, isEarliest: !backwards)
    }
    if durations.isEmpty, backwards {
      trace.add(.before(stated: anchor, last: answer.nominal))
    } else {
      trace.add(.counted(from: anchor, counts, answer.nominal, backwards: backwards, article: answer.countArticle))
    }
    return answer
  }
}
