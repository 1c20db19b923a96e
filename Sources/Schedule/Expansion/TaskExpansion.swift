import CivilCalendar
import Deadlines
import Rules

/// Expands single tasks of a book: the engine's occurrences, then facts, then who owes them.
struct TaskExpansion {
  let book: Book
  let window: DayRange
  let wantsOpen: Bool
  let explained: Bool
  /// How many tasks count from one another on the way here.
  let depth: Int
  /// Also what another unit of the same group took over: facts may be of the time before.
  var includesSucceeded = false
  /// Also what follows from withdrawn cases and is not done: facts may be of the time before.
  var includesWithdrawn = false
  /// The places of the facts that withdrew the cases of those.
  private(set) var withdrawnBy: [ObligationID: Int] = [:]
  /// Also what a fact put on a day behind the window.
  var keepsGiven = false
  /// The window is of the days that duties tell, and not of those that bind.
  var isByTold = false

  private var engine: DeadlineEngine
  /// The duties of the task in hand, where facts may add to them.
  private var seen: Set<ObligationID> = []

  var obligations: [Duty<DueDays>] = []
  var duties: [Duty<OpenState>] = []
  var problems: [ExpansionProblem] = []

  var lists: DutyLists { DutyLists(dated: obligations, open: duties) }

  init(_ book: Book, window: DayRange, wantsOpen: Bool, explained: Bool, depth: Int = 0) {
    self.book = book
    self.window = window
    self.wantsOpen = wantsOpen
    self.explained = explained
    self.depth = depth
    engine = DeadlineEngine(
      context: book.contexts.first ?? Book.noContext, anchors: UnknownAnchors(), window: window,
      wantsOpen: wantsOpen, explained: explained, text: "")
  }

  mutating func expand(_ taskID: TaskID) {
    let task = book.rules.tasks[taskID]
    guard book.contexts.indices.contains(task.plan) else { return }
    let facts = book.taskFacts[taskID] ?? TaskFacts()
    seen.removeAll()
    var context = book.contexts[task.plan]
    if let dayOff = task.dayOff { (context.dayOff, context.isTasksDayOff) = (dayOff, true) }
    engine.context = context
    let supports = task.supports.map(\.recipient)
    for index in task.due.indices {
      let line = task.due[index]
      expand(line, moves: facts.moves || isByTold && facts.isJudged, taskID)
      for reason in engine.result.problems {
        problems.append(ExpansionProblem(reason: reason, text: line.text, span: line.span))
      }
      // Two lines of one label are refused by the rules' checks; their keys still never collide.
      let isRepeated = index > 0 && task.due[..<index].contains { $0.label == line.label }
      let suffix = isRepeated ? "-\(index + 1)" : ""
      add(Place(task: taskID, line: index, suffix: suffix, context: context, supports: supports), facts, task)
    }
  }

  struct Place {
    var task: TaskID
    var line: Int
    var suffix: String
    var context: DeadlineContext
    /// Of the task; all its duties share them.
    var supports: [Recipient]
  }

  private mutating func expand(_ line: DueLine, moves: Bool, _ task: TaskID) {
    engine.result.removeAll()
    engine.anchors =
      line.events.isEmpty && line.tasks.isEmpty
      ? UnknownAnchors()
      : LineAnchors(
        book: book, line: line, explained: explained, depth: depth, includesWithdrawn: includesWithdrawn)
    // Facts may move a day into the window from anywhere.
    engine.window = moves ? book.horizon(of: task, [String(window.last.year)]) : window
    engine.wantsOpen = wantsOpen || moves
    engine.text = line.text
    engine.expand(line.deadline)
  }

  private mutating func add(_ place: Place, _ facts: TaskFacts, _ task: PlanTask) {
    let expansion = engine.result
    guard !expansion.dated.isEmpty || !expansion.open.isEmpty else { return }
    let line = task.due[place.line]
    // Labels of neighbouring occurrences are mostly the same.
    var last: (label: String?, owners: Owners)?
    func found(_ label: String?) -> Owners {
      if let last, last.label == label { return last.owners }
      let new = Owners(of: task, label: label, in: book.rules)
      last = (label, new)
      return new
    }
    let twins = expansion.twins
    for occurrence in expansion.dated {
      let label = book.label(of: line, item: occurrence.item)
      let owners = found(label)
      for (leads, owner) in owners.parties {
        addDated(
          occurrence, place, label, facts, task, leads: leads, owner: owner,
          isSucceeded: isSucceeded(owner, owners, on: occurrence.state.effective),
          isTwin: !twins.isEmpty && twins.contains(.init(item: occurrence.item, key: occurrence.key)))
      }
    }
    for occurrence in expansion.open {
      let label = book.label(of: line, item: occurrence.item)
      for (leads, owner) in found(label).parties {
        addOpen(
          occurrence, place, label, facts, task, leads: leads, owner: owner,
          isTwin: !twins.isEmpty && twins.contains(.init(item: occurrence.item, key: occurrence.key)))
      }
    }
  }

  /// The unit that took it over owes the same on its own.
  private func isSucceeded(_ owner: Recipient?, _ owners: Owners, on day: CivilDate) -> Bool {
    guard book.hasMergers, case .unit(let unit) = owner else { return false }
    let successor = book.rules.successor(of: unit, on: day)
    return successor != unit && owners.each.contains(.unit(successor))
  }

  private func identity(
    _ place: Place, _ task: PlanTask, _ label: String?, _ key: String, _ owner: Recipient?
  ) -> ObligationID {
    ObligationID(
      plan: book.rules.plans[task.plan].id, task: task.id, label: label, key: key + place.suffix,
      unit: owner.map { book.rules.id(of: $0) })
  }

  // MARK: - Dated

  private mutating func addDated(
    _ occurrence: DeadlineOccurrence<DueDays>, _ place: Place, _ label: String?, _ facts: TaskFacts, _ task: PlanTask,
    leads: [Recipient], owner: Recipient?, isSucceeded: Bool, isTwin: Bool
  ) {
    if isSucceeded, facts.isEmpty, !includesSucceeded { return }
    let id = identity(place, task, label, occurrence.key, owner)
    var obligation = Duty(
      id: id, task: place.task, dueLine: place.line, state: occurrence.state, leads: leads,
      supports: place.supports, derivation: occurrence.derivation)
    if !facts.isEmpty {
      let summary = FactSummary(facts, book, of: id, place.task, leads: leads)
      apply(summary, to: &obligation, place)
    }
    // What the unit did itself before it was merged stays, and so does what was done before its case was withdrawn.
    if isSucceeded, !includesSucceeded, !obligation.isDone { return }
    guard isOwed(occurrence, id, isDone: obligation.isDone, isTwin: isTwin) else { return }
    finish(obligation, task)
  }

  /// Whether it stands, or was done before its case was withdrawn. What was done follows from the case, though it is awaited again.
  private mutating func isOwed<State>(
    _ occurrence: DeadlineOccurrence<State>, _ id: ObligationID, isDone: Bool, isTwin: Bool
  ) -> Bool {
    guard let fact = occurrence.withdrawnBy else { return !(isTwin && isDone) }
    if isDone { return true }
    guard includesWithdrawn, !isTwin else { return false }
    withdrawnBy[id] = fact
    return true
  }

  private mutating func finish(_ obligation: consuming Duty<DueDays>, _ task: PlanTask) {
    let isGiven = obligation.state.isExtended || obligation.state.isSet
    let day = isByTold ? obligation.told.day : obligation.effective
    guard window.contains(day) || keepsGiven && isGiven && obligation.effective > window.last else {
      return
    }
    if let withdrawn = task.withdrawn, obligation.effective > withdrawn.on, !obligation.isDone {
      obligation.closed = .withdrawn(on: withdrawn.on)
    }
    if book.hasMergers, !obligation.isDone {
      obligation.leads = book.rules.successors(of: obligation.leads, on: obligation.effective)
      obligation.supports = book.rules.successors(of: obligation.supports, on: obligation.effective)
    }
    obligation.dropSupportOfLeads()
    obligations.append(obligation)
  }

  private mutating func apply(_ summary: FactSummary, to obligation: inout Duty<DueDays>, _ place: Place) {
    if let set = summary.set, let day = self.day(setBy: set, place) {
      obligation.state.take(day.state)
      // The rule's own words stay; those that were set are the fact's.
      if explained {
        obligation.derivation =
          obligation.derivation.prefix(1) + [book.facts[set.fact].step] + day.derivation.dropFirst()
      }
    }
    if let extended = summary.extended { extend(&obligation, extended, place) }
    obligation.state.isSilencedUntil = summary.silencedUntil
    obligation.take(summary, book.rules)
    obligation.dropOvertakenRequest()
  }

  /// The day of the fact binds as a day of the plan would: the hour stays, and so does the rule for days off.
  private func extend(
    _ obligation: inout Duty<DueDays>, _ fact: (to: CivilDate, by: String?, fact: Int), _ place: Place
  ) {
    if explained { obligation.derivation.append(book.facts[fact.fact].step) }
    guard fact.to >= obligation.effective else {
      if explained { obligation.derivation.append(.extensionPassed(obligation.effective)) }
      return
    }
    var trace = Trace(isOn: explained)
    let isReturn = book.facts[fact.fact].body.kind == .returned
    trace.add(isReturn ? .returned(newDay: fact.to) : .extended(to: fact.to, by: fact.by))
    obligation.state.nominal = fact.to
    obligation.state.effective = settled(fact.to, place, &trace)
    obligation.state.certainty = trace.isProvisional ? .provisional : .final
    (obligation.state.isExtended, obligation.state.isOfReturn) = (true, isReturn)
    obligation.derivation += trace.steps
  }

  /// A day that lies outside the calendar's years stays.
  private func settled(_ day: CivilDate, _ place: Place, _ trace: inout Trace) -> CivilDate {
    let own = book.rules.tasks[place.task].due[place.line].deadline.items.lazy.compactMap(\.clauses.dayOff).first
    return (try? place.context.settle(day, own: own, kept: .set, trace: &trace)) ?? day
  }

  /// The single day that a set line names; nil, with a problem, otherwise.
  private mutating func day(setBy set: (line: DueLine, fact: Int), _ place: Place) -> DeadlineOccurrence<DueDays>? {
    var engine = DeadlineEngine(
      context: place.context,
      anchors: LineAnchors(
        book: book, line: set.line, explained: explained, depth: depth, includesWithdrawn: includesWithdrawn),
      window: DayRange(first: .first, last: .last), wantsOpen: false, explained: explained, text: set.line.text)
    engine.namedBy = .set
    if !set.line.deadline.isOpenEnded { engine.expand(set.line.deadline) }
    guard engine.result.dated.count == 1, let day = engine.result.dated.first else {
      let fact = book.facts[set.fact]
      problems.append(ExpansionProblem(reason: .setsNoSingleDay, text: fact.text, span: fact.span))
      return nil
    }
    return day
  }

  // MARK: - Open

  private mutating func addOpen(
    _ occurrence: DeadlineOccurrence<OpenState>, _ place: Place, _ label: String?, _ facts: TaskFacts, _ task: PlanTask,
    leads: [Recipient], owner: Recipient?, isTwin: Bool
  ) {
    let id = identity(place, task, label, occurrence.key, owner)
    var duty = Duty(
      id: id, task: place.task, dueLine: place.line, state: occurrence.state, leads: leads,
      supports: place.supports, derivation: occurrence.derivation)
    if !facts.isEmpty {
      let summary = FactSummary(facts, book, of: id, place.task, leads: leads)
      duty.take(summary, book.rules)
      guard isOwed(occurrence, id, isDone: duty.isDone, isTwin: isTwin) else { return }
      if occurrence.state.takesDate, summary.set != nil || summary.extended != nil {
        if addSet(summary, duty, place, task) { return }
      }
    }
    guard wantsOpen, !facts.isEmpty || isOwed(occurrence, id, isDone: false, isTwin: isTwin) else { return }
    if let withdrawn = task.withdrawn, !duty.isDone { duty.closed = .withdrawn(on: withdrawn.on) }
    duty.dropSupportOfLeads()
    duties.append(duty)
    guard !facts.isEmpty else { return }
    seen.insert(duty.id)
    if case .eachCase(nil, _) = occurrence.state { addNotedCases(of: duty, facts) }
  }

  /// Each case of *khi có phát sinh* that was noted as done; the duty itself goes on.
  private mutating func addNotedCases(of duty: Duty<OpenState>, _ facts: TaskFacts) {
    for fact in facts.occurrences(label: duty.id.label, unit: duty.id.unit) {
      guard let occurrence = fact.occurrence else { continue }
      var noted = duty
      noted.id.key = occurrence.key
      noted.state = .eachCase(trigger: nil, active: nil)
      guard !seen.contains(noted.id) else { continue }
      noted.take(FactSummary(facts, book, of: noted.id, duty.task, leads: duty.leads), book.rules)
      if explained { noted.derivation = duty.derivation.prefix(1) + [book.facts[fact.index].step] }
      guard noted.closed != nil || noted.report != nil else { continue }
      seen.insert(noted.id)
      duties.append(noted)
    }
  }

  /// A duty without a day that was given one has a day.
  private mutating func addSet(
    _ summary: FactSummary, _ duty: Duty<OpenState>, _ place: Place, _ task: PlanTask
  ) -> Bool {
    var days = DueDays(nominal: .first, effective: .first)
    days.isFirstGiven = true
    switch duty.state {
    case .openUndated(let since): days.opens = since
    case .waiting, .waitingForTask: days.isStillAwaited = true
    case .awaitingDate, .notBefore, .standing, .eachCase, .unclear: break
    }
    if let set = summary.set {
      guard day(setBy: set, place) != nil else { return false }
    } else if let extended = summary.extended {
      (days.nominal, days.effective) = (extended.to, extended.to)
    }
    var obligation = duty.with(days)
    apply(summary, to: &obligation, place)
    finish(obligation, task)
    return true
  }
}

extension DueDays {
  /// A day that was set in place of the computed one.
  fileprivate mutating func take(_ day: DueDays) {
    opens = day.opens ?? opens.flatMap { $0 <= day.effective ? $0 : nil }
    nominal = day.nominal
    effective = day.effective
    cutoff = day.cutoff
    certainty = day.certainty
    pending = nil
    isGated = false
    isSet = true
  }
}
