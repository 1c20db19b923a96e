import CivilCalendar
import Deadlines

/// What has no day of its own: cases, timetables, standing duties and their reviews.
extension DeadlineEngine {
  mutating func expandCases(
    _ trigger: EventExpression?, _ durations: [CalendarDuration]
  ) throws(Unresolved) {
    guard let trigger else {
      addOpen("once", .eachCase(trigger: nil, active: active), trace: newTrace())
      return
    }
    let state = anchors.state(of: trigger, occurrence: nil, in: context)
    if state.repeats { addOpen("once", .eachCase(trigger: state.trigger, active: active), trace: newTrace()) }
    for awaited in state.awaited { attempt { engine throws(Unresolved) in try engine.addAwaited(awaited) } }
    let counted = durations.isEmpty ? nil : CountedDeadline(.within, durations, of: .event(trigger))
    add(state.known + state.withdrawn) { $0.addActive(counted, $1) }
  }

  /// A case that happened within the bounds.
  private mutating func addActive(_ counted: CountedDeadline?, _ anchor: AnchorCase) {
    if let active, !active.contains(anchor.day) { return }
    guard let counted else { return addOpenSince(anchor) }
    let bounds = (item.from, item.until)
    // The bounds chose the case; its day may lie after them.
    (item.from, item.until) = (nil, nil)
    defer { (item.from, item.until) = bounds }
    addCase(counted, anchor)
  }

  private mutating func addOpenSince(_ anchor: AnchorCase) {
    var trace = newTrace()
    trace.add(anchor.steps)
    addOpen(anchor.key, .openUndated(since: anchor.day), trace: trace)
  }

  mutating func expandTimetable(_ timetable: Timetable) {
    let trace = newTrace()
    do throws(Unresolved) {
      if try addBackstop(key: "once", pending: .timetable(timetable), trace: trace) { return }
      if let until = item.until {
        let draft = Draft(key: "once", nominal: until, representative: until, pending: .timetable(timetable))
        try add(draft, trace: trace)
        return
      }
    } catch {
      result.problems.append(error.reason)
    }
    var (opens, gated): (CivilDate?, Trace) = (nil, trace)
    // Nobody can name the day before the gate opens.
    if case .events(let bindings)? = gatePending(key: "once", opens: &opens, &gated) {
      addOpen("once", .waiting(for: bindings, expected: item.expected), trace: gated)
      return
    }
    addOpen("once", .awaitingDate(timetable, expected: item.expected), trace: gated)
  }

  mutating func expandStanding(_ span: WindowExpression?) throws(Unresolved) {
    var trace = newTrace()
    var days = try span.map { span throws(Unresolved) in try context.resolve(span, trace: &trace).days } ?? context.span
    if let from = item.from { days.first = max(days.first, from) }
    if let until = item.until { days.last = min(days.last, until) }
    guard days.first <= days.last else { throw Unresolved(.endsBeforeItBegins(days.first, days.last)) }
    if item.from != nil || item.until != nil { trace.add(.bounded(from: item.from, until: item.until)) }
    addOpen("once", .standing(first: days.first, last: days.last), trace: trace)
    if case .event(let expression) = item.clauses.gate { addCasesOfGate(expression, within: days) }
    guard let review = item.clauses.review else { return }
    addReviews(review, within: days)
  }

  /// Each recorded case of a standing duty's trigger is open work of its own.
  private mutating func addCasesOfGate(_ expression: EventExpression, within days: DayRange) {
    let state = anchors.state(of: expression, occurrence: nil, in: context)
    guard state.repeats else { return }
    add((state.known + state.withdrawn).filter { days.contains($0.day) }) { $0.addOpenSince($1) }
  }

  /// A review of a standing duty is an obligation for each period that ends while the duty stands.
  private mutating func addReviews(_ rhythm: Rhythm, within days: DayRange) {
    let context = self.context
    let gate = item.clauses.gate
    item.clauses.gate = nil
    defer { item.clauses.gate = gate }
    context.forEachPeriod(of: rhythm, from: nil, in: window, slack: slackForMoving) { period in
      guard days.contains(period.days.last) else { return }
      var trace = newTrace()
      trace.add(.period(period.first, period.days))
      let draft = Draft(
        key: period.key, opens: max(period.days.first, days.first), nominal: period.days.last,
        representative: period.days.last, kept: .periodEnd)
      attempt { engine throws(Unresolved) in try engine.add(draft, trace: trace) }
    }
  }
}
