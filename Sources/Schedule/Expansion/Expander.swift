package import CivilCalendar
package import Deadlines
package import Rules

/// Rules × facts × window → obligations. A pure function: no clock, no storage, the same answer on every machine.
package struct Expander: Sendable {
  let book: Book
  /// Facts that could not be applied; nothing was guessed in their place.
  package let factProblems: [ExpansionProblem]

  /// Indexes the facts once. Later facts win over earlier ones.
  package init(_ rules: RuleSet, facts: [Fact]) {
    let bare = Book(rules, facts: facts)
    let resolution = FactResolution(bare)
    book = resolution.resolved.isEmpty ? bare : Book(bare, taskFacts: resolution.resolved)
    factProblems = bare.events.problems + resolution.problems
  }

  package var rules: RuleSet { book.rules }

  /// What is due in `window`, by effective day, plan, task and key.
  ///
  /// Expansion over neighbouring windows adds up: nothing is lost or doubled at their border.
  /// - Parameter task: only this one; nil: all.
  /// - Parameter explained: whether each obligation carries its derivation; a listing is faster without.
  package func obligations(in window: DayRange, of task: TaskID? = nil, explained: Bool = true) -> [Duty<DueDays>] {
    expand(window, of: task, wantsOpen: false, explained: explained).obligations
  }

  /// What has no day to put it on, by plan, task and key.
  package func openDuties(of task: TaskID? = nil, explained: Bool = true) -> [Duty<OpenState>] {
    // No day is asked for.
    let nothing = DayRange(first: .first, last: .first)
    return expand(nothing, of: task, wantsOpen: true, explained: explained).duties
  }

  /// Due lines that have no days here, over the given window, and facts that could not be applied.
  package func problems(in window: DayRange, of task: TaskID? = nil) -> [ExpansionProblem] {
    factProblems + expand(window, of: task, wantsOpen: true, explained: false).problems
  }

  /// What a deadline means without a rule book: its names stand for nothing, so that events are awaited.
  /// - Parameter limit: at most so many dated occurrences, the earliest.
  package static func occurrences(
    of deadline: Deadline, in context: DeadlineContext, window: DayRange, limit: Int? = nil, text: String = ""
  ) -> DeadlineExpansion {
    var engine = DeadlineEngine(
      context: context, anchors: UnknownAnchors(), window: window, wantsOpen: true, explained: true, text: text)
    engine.expand(deadline)
    var result = engine.result
    let order = result.dated.indices.sorted {
      (result.dated[$0].state.effective, $0) < (result.dated[$1].state.effective, $1)
    }
    result.dated = order.prefix(max(limit ?? order.count, 0)).map { result.dated[$0] }
    return result
  }

  private func expand(
    _ window: DayRange, of task: TaskID?, wantsOpen: Bool, explained: Bool
  ) -> TaskExpansion {
    var expansion = TaskExpansion(book, window: window, wantsOpen: wantsOpen, explained: explained)
    if let task {
      if book.rules.tasks.indices.contains(task) { expansion.expand(task) }
    } else {
      for task in book.rules.tasks.indices { expansion.expand(task) }
    }
    expansion.sort()
    return expansion
  }
}

extension TaskExpansion {
  /// Puts the result into its order, which depends on no order of blocks or files.
  mutating func sort() {
    let rank = book.order.rank
    TaskExpansion.sort(&obligations) { Int($0.state.effective.dayNumber) << 32 | rank[$0.task] }
    TaskExpansion.sort(&duties) { rank[$0.task] }
  }

  /// By number, then identity. Sorts positions, which are small, then copies each value once.
  private static func sort<State>(_ duties: inout [Duty<State>], _ number: (Duty<State>) -> Int) {
    var order = duties.indices.map { (number: number(duties[$0]), index: $0) }
    order.sort { one, other in
      if one.number != other.number { return one.number < other.number }
      return duties[one.index].id.precedes(duties[other.index].id)
    }
    duties = order.map { duties[$0.index] }
  }
}

extension ObligationID {
  /// Among duties of one task that are due on one day.
  fileprivate func precedes(_ other: ObligationID) -> Bool {
    if key != other.key { return key < other.key }
    if label != other.label { return (label ?? "") < (other.label ?? "") }
    return (unit ?? "") < (other.unit ?? "")
  }
}
