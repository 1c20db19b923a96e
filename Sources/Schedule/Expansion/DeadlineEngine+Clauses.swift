import CivilCalendar
import Deadlines

extension DeadlineEngine {
  /// Resolves bounds, expectation and backstop once for the item.
  mutating func readClauses(of form: DeadlineForm) throws(Unresolved) {
    let clauses = item.clauses
    item.recurs = form.recurs
    var trace = Trace(isOn: false)
    if let from = clauses.from { item.from = try context.resolve(from, trace: &trace) }
    if let until = clauses.until { item.until = try context.resolve(until, trace: &trace) }
    if let expected = clauses.expected { item.expected = try context.resolve(expected, trace: &trace).days }
    guard let backstop = clauses.backstop else { return }
    var own = Trace(isOn: explained)
    let placed = try placed(backstop, in: nil, trace: &own)
    if form.recurs || form.isOpenEnded {
      // *hằng quý, trong năm 2024*: bounds, not a day.
      if backstop.window != nil, let opens = placed.draft.opens { item.from = max(item.from ?? opens, opens) }
      item.until = min(item.until ?? placed.draft.nominal, placed.draft.nominal)
    } else {
      item.backstop = placed.draft
      if backstop.window == nil { item.backstop?.opensOnEffective = false }
    }
    item.steps = own.steps
    item.isProvisional = own.isProvisional
  }

  /// What a closed gate waits for; once it is open, the window opens with it.
  mutating func gatePending(key: String, opens: inout CivilDate?, _ trace: inout Trace) -> DueDays.Pending? {
    guard let gate = item.clauses.gate else { return nil }
    guard case .event(let expression) = gate else { return .occurrence }
    let state = gateState(of: expression, key: key)
    if let first = state.known.min(by: { $0.day < $1.day }) {
      opens = max(opens ?? first.day, first.day)
      trace.add(first.steps)
      return nil
    }
    if let awaited = state.awaited.first { return awaited.pending }
    return state.trigger.map { .events([$0]) } ?? .occurrence
  }

  /// What the gate's event stands at. Unless it goes by the period in hand it is looked up once for all occurrences.
  private mutating func gateState(of expression: EventExpression, key: String) -> AnchorState {
    if item.recurs { return anchors.state(of: expression, occurrence: key, in: context) }
    if let known = item.gate { return known }
    var state = anchors.state(of: expression, occurrence: nil, in: context)
    // Only the first case opens it.
    state.known = state.known.min { $0.day < $1.day }.map { [$0] } ?? []
    item.gate = state
    return state
  }

  /// The backstop as the firm day of something that waits; false if there is none.
  mutating func addBackstop(
    key: String, pending: DueDays.Pending?, opens: CivilDate? = nil, trace: Trace
  ) throws(Unresolved) -> Bool {
    guard var draft = item.backstop else { return false }
    var trace = trace
    draft.key = key
    draft.pending = pending
    if let opens, opens <= draft.nominal { draft.opens = max(draft.opens ?? opens, opens) }
    trace.add(.backstop(draft.nominal))
    try add(draft, trace: trace)
    return true
  }
}

extension DeadlineForm {
  /// Has a time in which it holds instead of a due day.
  var isOpenEnded: Bool {
    switch self {
    case .eachCase, .standing: true
    default: false
    }
  }
}
