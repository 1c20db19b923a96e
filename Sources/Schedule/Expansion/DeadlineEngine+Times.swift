import CivilCalendar
import Deadlines

/// Years without end, times in a period, and the earliest or latest of several.
extension DeadlineEngine {
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
    _ count: CountRange, _ rhythm: Rhythm, _ within: WindowExpression?
  ) throws(Unresolved) {
    if let within {
      var trace = newTrace()
      let window = try context.resolve(within, trace: &trace)
      try addTimes(count, key: window.key, single: "once", window.days, trace)
      return
    }
    let context = self.context
    context.forEachPeriod(of: rhythm, from: nil, in: window, slack: slackForMoving) { period in
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

  /// The first day that is known, or the last once all are; by the key of each occurrence.
  mutating func expandExtreme(_ extreme: Extreme, _ forms: [DeadlineForm]) throws(Unresolved) {
    var found: [DeadlineExpansion] = []
    for form in forms {
      var one = self
      one.result = DeadlineExpansion()
      one.window = DayRange(first: .first, last: .last)
      one.wantsOpen = true
      try one.expand(form)
      found.append(one.result)
    }
    var keys: [String] = []
    for key in found.flatMap({ $0.dated.map(\.key) + $0.open.map(\.key) }) where !keys.contains(key) {
      keys.append(key)
    }
    for key in keys {
      let dated = found.compactMap { $0.dated.first { $0.key == key } }
      let open = found.compactMap { $0.open.first { $0.key == key } }
      let isKnown = extreme == .earliest ? !dated.isEmpty : open.isEmpty
      let chosen =
        extreme == .earliest
        ? dated.min { $0.state.effective < $1.state.effective } : dated.max { $0.state.effective < $1.state.effective }
      if isKnown, let chosen {
        if window.contains(chosen.state.effective) { result.dated.append(chosen) }
      } else if wantsOpen, let first = open.first {
        result.open.append(first)
      }
    }
    result.problems += found.flatMap(\.problems)
  }
}
