import CivilCalendar
import Deadlines

/// Turns one deadline into its occurrences in a window: the one engine behind rule books and bare wordings.
///
/// `result` fills as the forms are walked; emptied, it serves the next deadline without new memory.
struct DeadlineEngine {
  var context: DeadlineContext
  var anchors: any AnchorSource
  /// By effective day.
  var window: DayRange
  /// What is known of waiting, standing and undated occurrences is wanted too.
  var wantsOpen: Bool
  let explained: Bool
  /// The due line's words, the first step of every derivation.
  var text: String
  /// Why a day that the words name stays on a day off.
  var namedBy = KeptReason.named

  var result = DeadlineExpansion()
  /// Of the item in hand.
  var item = ItemState()

  /// What the clauses of one item settle for all its occurrences.
  struct ItemState {
    var index = 0
    var clauses = DeadlineClauses()
    /// Told apart from unlabelled neighbours whose keys could be the same.
    var keySuffix = ""
    var from: CivilDate?
    var until: CivilDate?
    var expected: DayRange?
    var backstop: Draft?
    /// Occurrences outside the bounds are dropped; where false, the window is cut instead.
    var recurs = false
    /// See `gateState`.
    var gate: AnchorState?
    /// Steps of the clauses.
    var steps: [DerivationStep] = []
    var isProvisional = false
  }

  /// An occurrence before clauses, bounds and the day-off rule.
  struct Draft {
    var key: String
    var opens: CivilDate?
    var nominal: CivilDate
    var cutoff: ClockTime?
    /// Which side of a bound it is on: the end of its period or its due day, whichever is earlier.
    var representative: CivilDate
    var count: CountRange?
    /// Set where the law of time gives the effective day itself.
    var law: CountedDay?
    var pending: DueDays.Pending?
    var opensOnEffective = false
    /// Why it stays if it is off; nil: the words name it.
    var kept: KeptReason?
  }

  mutating func expand(_ deadline: Deadline) {
    let suffixes = deadline.items.count > 1 ? deadline.keySuffixes : []
    for (index, entry) in deadline.items.enumerated() {
      item = ItemState(index: index, clauses: entry.clauses)
      if !suffixes.isEmpty { item.keySuffix = suffixes[index] }
      do throws(Unresolved) {
        try readClauses(of: entry.form)
        try expand(entry.form)
      } catch {
        result.problems.append(error.reason)
        // Nothing is lost: what has no day here is listed with what is to settle.
        let isAlone = deadline.items.count == 1 || !item.keySuffix.isEmpty
        addOpen(isAlone ? "once" : "once.\(index + 1)", .unclear(text), trace: newTrace())
      }
    }
  }

  /// One occurrence that has no day must not take its neighbours with it.
  mutating func attempt(_ body: (inout DeadlineEngine) throws(Unresolved) -> Void) {
    do throws(Unresolved) {
      try body(&self)
    } catch {
      result.problems.append(error.reason)
    }
  }

  mutating func expand(_ form: DeadlineForm) throws(Unresolved) {
    switch form {
    case .at(let places): try expandPlaces(places)
    case .each(let rhythm, let places): try expandRhythm(rhythm, places)
    case .yearsOnward(let year): try expandYears(from: year)
    case .times(let count, let rhythm, let within): try expandTimes(count, rhythm, within)
    case .counted(let counted): try expandCounted(counted)
    case .extreme(let extreme, let forms): try expandExtreme(extreme, forms)
    case .eachCase(let trigger, let durations): try expandCases(trigger, durations)
    case .timetable(let timetable): expandTimetable(timetable)
    case .standing(let span): try expandStanding(span)
    case .unclear(let words): addOpen("once", .unclear(words), trace: newTrace())
    }
  }

  func newTrace() -> Trace {
    var trace = Trace(isOn: explained)
    trace.add(.rule(text: text))
    trace.add(item.steps)
    return trace
  }

  mutating func addOpen(_ key: String, _ state: OpenState, trace: Trace) {
    guard wantsOpen else { return }
    result.open.append(
      DeadlineOccurrence(item: item.index, key: key + item.keySuffix, state: state, derivation: trace.steps))
  }

  /// Applies bounds, the day-off rule, gate and timetable, and keeps what is due in the window.
  mutating func add(_ draft: Draft, trace: Trace) throws(Unresolved) {
    var draft = draft
    var trace = trace
    guard try applyBounds(&draft, &trace) else { return }
    let effective = try effectiveDay(of: draft, &trace)
    // Looked at before the gate, which costs more.
    guard window.contains(effective) else { return }
    var opens = draft.opensOnEffective ? effective : draft.opens
    var pending = draft.pending
    let gate = gatePending(key: draft.key, opens: &opens, &trace)
    if let gate { pending = gate }
    if pending == nil, let timetable = item.clauses.timetable { pending = .timetable(timetable) }
    if let first = opens, first > effective, gate == nil { opens = effective }
    result.dated.append(
      DeadlineOccurrence(
        item: item.index, key: draft.key + item.keySuffix,
        state: DueDays(
          opens: opens, nominal: draft.nominal, effective: effective, cutoff: draft.cutoff,
          certainty: trace.isProvisional || item.isProvisional ? .provisional : .final, count: draft.count,
          pending: pending, isGated: gate != nil),
        derivation: trace.steps))
  }

  private func effectiveDay(of draft: Draft, _ trace: inout Trace) throws(Unresolved) -> CivilDate {
    guard let law = draft.law, law.nominal == draft.nominal else {
      return try context.settle(
        draft.nominal, own: item.clauses.dayOff, kept: draft.kept ?? namedBy, trace: &trace)
    }
    if let rule = item.clauses.dayOff {
      return try context.settle(law.nominal, own: rule, kept: .counted, trace: &trace)
    }
    if law.effective != law.nominal {
      let status = context.calendar.status(of: law.nominal) ?? .working
      trace.add(.moved(from: law.nominal, status, to: law.effective, article: law.moveArticle))
      return law.effective
    }
    return try context.settle(law.effective, own: nil, kept: .counted, trace: &trace)
  }

  /// The backstop holds whatever else happens: also where only the law's move to a working day would pass it, and where
  /// the event came after it.
  private func apply(_ backstop: Draft, to draft: inout Draft, _ trace: inout Trace) {
    let last = max(draft.nominal, draft.law?.effective ?? draft.nominal)
    let isEarlier = last == backstop.nominal && (backstop.cutoff?.minutes ?? 1440) < (draft.cutoff?.minutes ?? 1440)
    guard last > backstop.nominal || isEarlier else { return }
    draft.nominal = backstop.nominal
    draft.cutoff = backstop.cutoff
    draft.kept = backstop.kept
    draft.law = nil
    if let opens = draft.opens, opens > backstop.nominal { draft.opens = nil }
    trace.add(.backstop(backstop.nominal))
  }

  /// False where a recurring occurrence lies outside the bounds.
  private func applyBounds(_ draft: inout Draft, _ trace: inout Trace) throws(Unresolved) -> Bool {
    if item.from == nil, item.until == nil, item.backstop == nil { return true }
    if item.recurs {
      if let from = item.from, draft.representative < from { return false }
      if let until = item.until, draft.representative > until { return false }
      if let from = item.from, let opens = draft.opens, opens < from, from <= draft.nominal { draft.opens = from }
      return true
    }
    if let from = item.from {
      guard from <= draft.nominal else { throw Unresolved(.endsBeforeItBegins(from, draft.nominal)) }
      if draft.opens.map({ $0 < from }) ?? true {
        draft.opens = from
        trace.add(.bounded(from: from, until: nil))
      }
    }
    if let until = item.until, draft.nominal > until {
      draft.nominal = until
      draft.cutoff = nil
      draft.kept = nil
      trace.add(.bounded(from: nil, until: until))
    }
    if let backstop = item.backstop, draft.pending == nil { apply(backstop, to: &draft, &trace) }
    if let opens = draft.opens, opens > draft.nominal { throw Unresolved(.endsBeforeItBegins(opens, draft.nominal)) }
    return true
  }
}
