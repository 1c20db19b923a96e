import CivilCalendar
import Deadlines

/// Days, windows, years without end, and times in a period.
extension DeadlineEngine {
  mutating func expandDays(_ deadline: DayDeadline) throws(Unresolved) {
    for (index, expression) in deadline.days.enumerated() {
      var trace = newTrace()
      let stated = try context.resolve(expression, trace: &trace)
      let last = context.bounded(stated, deadline.bound, deadline.time, trace: &trace)
      let key = deadline.days.count == 1 ? "once" : "\(context.spanKey).\(index + 1)"
      var draft = Draft(key: key, nominal: last.day, cutoff: last.cutoff, representative: last.day)
      switch deadline.bound {
      case .on: draft.opensOnEffective = true
      case .within: draft.opens = try start(of: expression)
      case .by, .before: break
      }
      try add(draft, trace: trace)
    }
  }

  /// The first day of the period that an expression speaks of.
  private func start(of expression: DateExpression) throws(Unresolved) -> CivilDate? {
    var trace = Trace(isOn: false)
    switch expression {
    case .start(let span), .end(let span), .ordinal(_, let span):
      return try context.resolve(span, trace: &trace).days.first
    case .middle(let period): return try context.resolve(PeriodSpan(period), trace: &trace).days.first
    case .civil, .lunar: return nil
    }
  }

  mutating func expandWindows(_ spans: [PeriodSpan]) throws(Unresolved) {
    for (index, span) in spans.enumerated() {
      var trace = newTrace()
      let window = try context.resolve(span, trace: &trace)
      // Parts of one period share its key; their position tells them apart.
      let shares = spans.count > 1 && spans.indices.contains { $0 != index && context.sharesKey(spans[$0], span) }
      let key = spans.count == 1 ? "once" : shares ? "\(window.key).\(index + 1)" : window.key
      if item.clauses.gate == .asItArises {
        addOpen(key, .eachCase(trigger: nil, active: window.days), trace: trace)
        continue
      }
      try add(
        Draft(
          key: key, opens: window.days.first, nominal: window.days.last, representative: window.days.last,
          kept: .periodEnd),
        trace: trace)
    }
  }

  mutating func expandRange(_ from: DateExpression, _ to: DateExpression) throws(Unresolved) {
    var trace = newTrace()
    let first = try context.resolve(from, trace: &trace)
    let last = try context.resolve(to, trace: &trace)
    guard first <= last else { throw Unresolved(.endsBeforeItBegins(first, last)) }
    try add(Draft(key: "once", opens: first, nominal: last, representative: last), trace: trace)
  }

  /// Outlives the plan, until another plan replaces it (decision: plan-span); only the years asked for are visited.
  mutating func expandYears(from year: Int) throws(Unresolved) {
    let first = max(year, window.first.year - 1, 1)
    let last = min(window.last.year + 1, 9999)
    guard first <= last else { return }
    for year in first...last {
      guard let days = context.days(of: .year(year)) else { continue }
      if let end = context.replacedFrom, days.last >= end { return }
      var trace = newTrace()
      trace.add(.period(.year(year), days))
      try add(
        Draft(
          key: Period.year(year).key, opens: days.first, nominal: days.last, representative: days.last,
          kept: .periodEnd),
        trace: trace)
    }
  }

  /// All due at the period's end; the minimum is what is owed (decision: key-is-period).
  mutating func expandTimes(
    _ count: CountRange, _ unit: PeriodUnit, _ within: PeriodSpan?
  ) throws(Unresolved) {
    if let within {
      var trace = newTrace()
      let window = try context.resolve(within, trace: &trace)
      try addTimes(count, key: window.key, single: "once", window.days, trace)
      return
    }
    let context = self.context
    context.forEachPeriod(of: .every(unit, interval: 1), in: window, slack: slackForMoving) { period in
      var trace = newTrace()
      trace.add(.period(period.first, period.days))
      attempt { engine throws(Unresolved) in
        try engine.addTimes(count, key: period.key, single: period.key, period.days, trace)
      }
    }
  }

  private mutating func addTimes(
    _ count: CountRange, key: String, single: String, _ days: DayRange, _ trace: Trace
  ) throws(Unresolved) {
    let owed = min(max(count.minimum, 1), DeadlineEngine.mostTimes)
    for index in 1...owed {
      try add(
        Draft(
          key: owed == 1 ? single : "\(key).\(index)", opens: days.first, nominal: days.last,
          representative: days.last, count: count, kept: .periodEnd),
        trace: trace)
    }
  }

  /// More times in one period than this are owed as so many.
  static var mostTimes: Int { 400 }

  /// How far a day may move to a working day, generously.
  var slackForMoving: Int { 62 }
}

extension DeadlineContext {
  func sharesKey(_ one: PeriodSpan, _ other: PeriodSpan) -> Bool {
    func taken(_ span: PeriodSpan) -> (PeriodExpression, PeriodExpression) {
      let year = span.first.year ?? span.last.year ?? planYear
      var first = span.first
      var last = span.last
      first.year = first.year ?? year
      last.year = last.year ?? year
      return (first, last)
    }
    return taken(one) == taken(other)
  }
}
