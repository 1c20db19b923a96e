import CivilCalendar
import Deadlines
import Rules

/// Answers a due line's mentions from the book: recorded events, and other tasks' obligations.
struct LineAnchors: AnchorSource {
  let book: Book
  let line: DueLine
  let explained: Bool
  let depth: Int
  /// Whether other tasks have what follows from withdrawn cases and is not done, too.
  let includesWithdrawn: Bool

  /// Longer chains of tasks are refused; the rules' checks find circles before.
  private static let deepest = 8

  func state(of expression: EventExpression, occurrence: String?, in context: DeadlineContext) -> AnchorState {
    let bindings = expression.mentions.compactMap { line.events[$0] }
    guard bindings.count == expression.mentions.count else {
      return AnchorState(awaited: [AwaitedAnchor(key: "once", pending: .events(bindings), expected: nil)])
    }
    let isAll = if case .any = expression { false } else { true }
    let lookup = EventLookup(
      rules: book.rules, facts: book.facts, log: book.events, context: context, explained: explained)
    return lookup.state(of: bindings, all: isAll, occurrence: occurrence)
  }

  func state(
    ofTask mention: TaskMention, done: Bool, window: DayRange
  ) throws(Unresolved) -> AnchorState {
    guard depth < LineAnchors.deepest else { throw Unresolved(.tooDeep) }
    guard let binding = line.tasks[mention], book.rules.tasks.indices.contains(binding.task) else {
      return AnchorState(awaited: [AwaitedAnchor(key: "once", pending: .events([]), expected: nil)])
    }
    // A task may be done on any day; its due days are asked for only where they matter.
    let days = done ? doneHorizon(binding.task, window) : window
    var other = TaskExpansion(book, window: days, wantsOpen: true, explained: false, depth: depth + 1)
    other.includesWithdrawn = includesWithdrawn
    other.expand(binding.task)
    if other.problems.contains(where: { $0.reason == .tooDeep }) { throw Unresolved(.tooDeep) }
    let states = occurrences(other, binding)
    var result = AnchorState()
    if states.isEmpty { try explainAbsence(binding, other, &result) }
    for occurrence in states {
      let key = binding.key == nil ? occurrence.key : "once"
      let day = done ? occurrence.done : occurrence.due
      if occurrence.isEnded, done || day == nil {
        let first = book.contexts[book.rules.tasks[binding.task].plan].span.first
        let step = DerivationStep.otherTaskEnded(occurrence.id)
        result.ended.append(
          AnchorCase(key: key, day: occurrence.due ?? first, time: nil, steps: explained ? [step] : []))
      } else if let day {
        let step = DerivationStep.otherTask(occurrence.id, day)
        result.known.append(
          AnchorCase(
            key: key, day: day, time: nil, steps: explained ? [step] : [], withdrawnBy: other.withdrawnBy[occurrence.id]
          ))
      } else {
        let waiting = TaskBinding(task: binding.task, label: binding.label, key: occurrence.key)
        result.awaited.append(
          AwaitedAnchor(
            key: key, pending: .task(waiting), expected: occurrence.due.map { DayRange(first: $0, last: $0) },
            withdrawnBy: other.withdrawnBy[occurrence.id]))
      }
    }
    return result
  }

  /// Nothing of the other task lies in the window. That must not lose this duty where nothing ever will.
  private func explainAbsence(
    _ binding: TaskBinding, _ other: TaskExpansion, _ result: inout AnchorState
  ) throws(Unresolved) {
    if other.duties.contains(where: { if case .eachCase = $0.state { true } else { false } }) {
      result.repeats = true
      return
    }
    var whole = TaskExpansion(
      book, window: book.horizon(of: binding.task, binding.key.map { [$0] } ?? []), wantsOpen: true, explained: false,
      depth: depth + 1)
    whole.expand(binding.task)
    let ids = whole.obligations.map(\.id) + whole.duties.filter(\.takesDate).map(\.id)
    if !ids.contains(where: { isMeant($0, binding) }) { throw Unresolved(.otherOwesNothing(binding.task)) }
  }

  private func isMeant(_ id: ObligationID, _ binding: TaskBinding) -> Bool {
    if let key = binding.key, id.key != key { return false }
    let hasUnlabelled = book.rules.tasks[binding.task].hasUnlabelled
    return binding.label == nil && !hasUnlabelled || id.label == binding.label
  }

  private func doneHorizon(_ task: TaskID, _ window: DayRange) -> DayRange {
    let all = book.horizon(of: task)
    guard book.rules.tasks[task].due.contains(where: { $0.deadline.isOpenEnded }) else { return all }
    return DayRange(first: .first, last: max(book.contexts[book.rules.tasks[task].plan].span.last, window.last))
  }

  private struct OtherOccurrence {
    var id: ObligationID
    var key: String
    var due: CivilDate?
    /// Set once every unit that owes it has done it.
    var done: CivilDate?
    /// It was waived or withdrawn for every unit that owes it.
    var isEnded = false
  }

  /// One for each label and key: units that owe separately are taken together.
  private func occurrences(_ other: TaskExpansion, _ binding: TaskBinding) -> [OtherOccurrence] {
    var result: [TaskFact.Occurrence: OtherOccurrence] = [:]
    var order: [TaskFact.Occurrence] = []
    func add(_ id: ObligationID, due: CivilDate?, _ closed: DutyEnd?) {
      guard isMeant(id, binding) else { return }
      let (done, isEnded): (CivilDate?, Bool) =
        switch closed {
        case .done(let day, _): (day, false)
        case .waived, .withdrawn: (nil, true)
        case nil: (nil, false)
        }
      let name = TaskFact.Occurrence(label: id.label, key: id.key)
      guard var known = result[name], known.isEnded == isEnded else {
        // Whoever need not do it is left out, unless nobody needs to.
        if let known = result[name], !known.isEnded { return }
        if result[name] == nil { order.append(name) }
        result[name] = OtherOccurrence(id: id, key: id.key, due: due, done: done, isEnded: isEnded)
        return
      }
      if let own = known.done, let done { known.done = max(own, done) } else { known.done = nil }
      if let own = known.due, let due { known.due = max(own, due) }
      result[name] = known
    }
    for obligation in other.obligations { add(obligation.id, due: obligation.effective, obligation.closed) }
    for duty in other.duties {
      switch duty.state {
      case .standing, .eachCase, .unclear: continue
      case .waiting, .waitingForTask, .awaitingDate, .openUndated, .notBefore: add(duty.id, due: nil, duty.closed)
      }
    }
    return order.compactMap { result[$0] }
  }
}
