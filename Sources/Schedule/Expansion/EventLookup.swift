import CivilCalendar
import RuleSyntax
import Rules

/// Finds what a due line's event mentions stand for among the recorded facts.
struct EventLookup {
  let rules: RuleSet
  let facts: [Fact]
  let log: EventLog
  let context: DeadlineContext
  let explained: Bool

  /// Composed events nest no deeper than this; the rules' checks refuse circles.
  private static let deepest = 16

  func state(of bindings: [EventBinding], all: Bool, occurrence: String?) -> AnchorState {
    let states = bindings.map { state(of: $0, occurrence: occurrence, depth: 0) }
    return states.count == 1 ? states[0] : combined(states, bindings, all: all)
  }

  private func state(of binding: EventBinding, occurrence: String?, depth: Int) -> AnchorState {
    guard rules.events.indices.contains(binding.event), depth < EventLookup.deepest else { return AnchorState() }
    let event = rules.events[binding.event]
    switch event.composition {
    case .simple: return simple(event, binding, occurrence)
    case .all(let members), .any(let members):
      let isAll = if case .all = event.composition { true } else { false }
      let bindings = members.map { EventBinding(event: $0, key: binding.key) }
      var state = combined(
        bindings.map { self.state(of: $0, occurrence: occurrence, depth: depth + 1) }, bindings, all: isAll)
      if state.repeats { state.trigger = binding }
      if let own = expected(event) {
        state.awaited = state.awaited.map { AwaitedAnchor(key: $0.key, pending: $0.pending, expected: own) }
      }
      return state
    }
  }

  private func simple(_ event: PlanEvent, _ binding: EventBinding, _ occurrence: String?) -> AnchorState {
    let records = log.records[binding.event] ?? EventRecords()
    switch event.happens {
    case .once:
      if let record = records.last { return AnchorState(known: [known(record, key: binding.key ?? "once", binding)]) }
      return awaited(event, binding, key: "once", after: records.lastWithdrawn())
    case .eachCase:
      guard let name = binding.key else {
        return AnchorState(
          known: records.all.map { known($0, key: $0.occurrence) },
          withdrawn: records.withdrawn.map { withdrawn($0, key: $0.occurrence) }, repeats: true, trigger: binding)
      }
      if let record = records.last(named: name) {
        return AnchorState(known: [known(record, key: name)])
      }
      return awaited(event, binding, key: name, after: records.lastWithdrawn(key: name))
    case .yearly, .quarterly, .monthly:
      guard let key = binding.key ?? occurrence.map({ adopted($0, by: event.happens) }) else {
        let gone = records.withdrawn.map { withdrawn($0, key: $0.occurrence) }
        var state =
          records.isEmpty
          ? awaited(event, binding, key: "once")
          : AnchorState(known: records.all.map { known($0, key: $0.occurrence) })
        state.withdrawn = gone
        return state
      }
      if let record = records.last(key: key) {
        return AnchorState(known: [known(record, key: key)])
      }
      return awaited(
        event, EventBinding(event: binding.event, key: key), key: key, after: records.lastWithdrawn(key: key))
    }
  }

  /// The occurrence of an event that a period of the deadline's own rhythm means: of a yearly one its year, of others
  /// the period, whichever of several days in it.
  private func adopted(_ period: String, by happens: PlanEvent.Happens) -> String {
    happens == .yearly ? String(period.prefix(4)) : String(period.prefix { $0 != "." })
  }

  private func known(_ record: EventLog.Record, key: String, _ binding: EventBinding? = nil) -> AnchorCase {
    var steps = explained ? record.facts.map { facts[$0].step } : []
    // The plan itself says when it was issued.
    if explained, steps.isEmpty, let binding { steps = [.issued(binding, record.day)] }
    return AnchorCase(key: key, day: record.day, time: record.time, steps: steps)
  }

  /// As `known`, of what was withdrawn.
  private func withdrawn(_ record: EventLog.Record, key: String) -> AnchorCase {
    var anchor = known(record, key: key)
    anchor.withdrawnBy = record.facts.last
    return anchor
  }

  /// - Parameter gone: what was known of it before it was withdrawn.
  private func awaited(
    _ event: PlanEvent, _ binding: EventBinding, key: String, after gone: EventLog.Record? = nil
  ) -> AnchorState {
    let awaited = AwaitedAnchor(
      key: key, pending: .events([binding]), expected: expected(event) ?? log.issueWindows[binding.event])
    return AnchorState(awaited: [awaited], withdrawn: gone.map { [withdrawn($0, key: binding.key ?? key)] } ?? [])
  }

  private func expected(_ event: PlanEvent) -> DayRange? {
    var trace = Trace(isOn: false)
    guard let span = event.expected else { return nil }
    return try? context.resolve(span, trace: &trace).days
  }

  // MARK: - Several events

  private func combined(_ states: [AnchorState], _ bindings: [EventBinding], all: Bool) -> AnchorState {
    var result = recorded(states, bindings, all: all)
    guard states.contains(where: { !$0.withdrawn.isEmpty }) else { return result }
    // What would be known had nothing been withdrawn.
    let before = states.map { state in
      var state = state
      state.known += state.withdrawn
      return state
    }
    let keys = Set(result.known.map(\.key))
    result.withdrawn = recorded(before, bindings, all: all).known.filter { !keys.contains($0.key) }
    return result
  }

  private func recorded(_ states: [AnchorState], _ bindings: [EventBinding], all: Bool) -> AnchorState {
    guard states.contains(where: \.repeats) else { return combinedOnce(states, bindings, all: all) }
    // Cases are matched by their reference; an event that happens once counts for every case.
    let known = states.map { state in
      state.repeats ? Dictionary(state.known.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }) : nil
    }
    let keys = Set(known.flatMap { $0.map { Array($0.keys) } ?? [] })
    var result = AnchorState(repeats: true, trigger: bindings.first)
    for key in keys.sorted() {
      let cases = zip(states, known).map { state, byKey in byKey.map { $0[key] } ?? state.known.first }
      if all, cases.contains(where: { $0 == nil }) { continue }
      if let deciding = decide(cases, bindings, all: all, key: key) { result.known.append(deciding) }
    }
    return result
  }

  private func combinedOnce(
    _ states: [AnchorState], _ bindings: [EventBinding], all: Bool
  ) -> AnchorState {
    let names = Set((states.flatMap(\.known).map(\.key) + states.flatMap(\.awaited).map(\.key)))
    let key = names.count == 1 ? names.first ?? "once" : "once"
    let cases = states.map(\.known.first)
    let isMet = all ? !cases.contains { $0 == nil } : cases.contains { $0 != nil }
    if isMet, let deciding = decide(cases, bindings, all: all, key: key) { return AnchorState(known: [deciding]) }
    let awaited = states.flatMap(\.awaited)
    let pending = awaited.flatMap { anchor -> [EventBinding] in
      if case .events(let bindings) = anchor.pending { bindings } else { [] }
    }
    let expected = awaited.compactMap(\.expected)
    let chosen = all ? expected.max { $0.last < $1.last } : expected.min { $0.last < $1.last }
    return AnchorState(awaited: [AwaitedAnchor(key: key, pending: .events(pending), expected: chosen)])
  }

  /// The last of all, the first of any.
  private func decide(
    _ cases: [AnchorCase?], _ bindings: [EventBinding], all: Bool, key: String
  ) -> AnchorCase? {
    func instant(_ anchor: AnchorCase) -> (CivilDate, Int) { (anchor.day, anchor.time?.minutes ?? 0) }
    var best: (index: Int, anchor: AnchorCase)?
    for (index, anchor) in cases.enumerated() {
      guard let anchor else { continue }
      guard let current = best else {
        best = (index, anchor)
        continue
      }
      let isLater = instant(anchor) > instant(current.anchor)
      if all ? isLater : instant(anchor) < instant(current.anchor) { best = (index, anchor) }
    }
    guard var anchor = best?.anchor, let index = best?.index else { return nil }
    anchor.key = key
    anchor.withdrawnBy = cases.compactMap { $0?.withdrawnBy }.min()
    if explained {
      anchor.steps = cases.compactMap { $0 }.flatMap(\.steps)
      if bindings.indices.contains(index) { anchor.steps.append(.deciding(bindings[index], anchor.day)) }
    }
    return anchor
  }
}

extension Fact {
  /// Its words and place.
  var step: DerivationStep { .fact(text: text, file: span.source.name, line: line) }
}
