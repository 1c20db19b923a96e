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
    self.init(Book(rules, facts: facts))
  }

  /// - Parameters:
  ///   - bare: the rules with the facts, whose meaning is not worked out.
  ///   - known: a book of the same rules in which it is; nil: none.
  ///   - reached: the tasks of which it means something else.
  init(_ bare: Book, keeping known: Book? = nil, but reached: Set<TaskID> = []) {
    let resolution = FactResolution(bare, keeping: known, but: reached)
    book =
      resolution.resolved.isEmpty && resolution.problems.isEmpty
      ? bare : Book(bare, taskFacts: resolution.resolved, problems: resolution.problemsByTask)
    factProblems = bare.events.problems + resolution.problems
  }

  package var rules: RuleSet { book.rules }

  /// What is due in `window`, by effective day, plan, task and key.
  ///
  /// Expansion over neighbouring windows adds up: nothing is lost or doubled at their border.
  /// - Parameters:
  ///   - task: only this one; nil: all.
  ///   - explained: whether each obligation carries its derivation; a listing is faster without.
  ///   - keepsGiven: whether what a fact put on a day behind the window is there too, where everything is wanted.
  package func obligations(
    in window: DayRange, of task: TaskID? = nil, explained: Bool = true, keepsGiven: Bool = false
  ) -> [Duty<DueDays>] {
    expand(window, of: task.map { [$0] }, wantsOpen: false, explained: explained, keepsGiven).duties.dated
  }

  /// What `obligations` and `openDuties` find, both at once, which is faster.
  /// - Parameter isWanted: the tasks of which anything is wanted; nil: all.
  package func duties(
    in window: DayRange, of task: TaskID? = nil, explained: Bool = true, keepsGiven: Bool = false,
    where isWanted: (@Sendable (PlanTask) -> Bool)? = nil
  ) -> DutyLists {
    expand(window, of: task.map { [$0] }, wantsOpen: true, explained: explained, keepsGiven, where: isWanted).duties
  }

  /// The same of these tasks, without their derivations.
  package func duties(in window: DayRange, among tasks: Set<TaskID>, keepsGiven: Bool = false) -> DutyLists {
    expand(window, of: tasks.sorted(), wantsOpen: true, explained: false, keepsGiven).duties
  }

  /// What has no day to put it on, by plan, task and key.
  package func openDuties(of task: TaskID? = nil, explained: Bool = true) -> [Duty<OpenState>] {
    // No day is asked for.
    let nothing = DayRange(first: .first, last: .first)
    return expand(nothing, of: task.map { [$0] }, wantsOpen: true, explained: explained).duties.open
  }

  /// Due lines that have no days here, over the given window, and facts that could not be applied.
  package func problems(in window: DayRange, of task: TaskID? = nil) -> [ExpansionProblem] {
    factProblems + expand(window, of: task.map { [$0] }, wantsOpen: true, explained: false).problems
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

  func expand(
    _ window: DayRange, of tasks: [TaskID]?, wantsOpen: Bool, explained: Bool, _ keepsGiven: Bool = false,
    byTold: Bool = false, where isWanted: (@Sendable (PlanTask) -> Bool)? = nil
  ) -> (duties: DutyLists, problems: [ExpansionProblem]) {
    @Sendable func expanded(_ tasks: Range<TaskID>) -> (duties: DutyLists, problems: [ExpansionProblem]) {
      var expansion = TaskExpansion(book, window: window, wantsOpen: wantsOpen, explained: explained)
      (expansion.keepsGiven, expansion.isByTold) = (keepsGiven, byTold)
      for task in tasks where isWanted?(rules.tasks[task]) ?? true { expansion.expand(task) }
      return (expansion.lists, expansion.problems)
    }
    let all = book.rules.tasks.indices
    let parts = tasks.map { $0.map { all.clamped(to: $0..<$0 + 1) } } ?? all.cut(into: 64)
    let shares = parts.indices.mapConcurrently(share: 1) { expanded(parts[$0]) }
    return (DutyLists(sorting: shares.map(\.duties), by: book.order.rank), shares.flatMap(\.problems))
  }
}

extension DutyLists {
  /// In the order of days and of tasks, which depends on no order of blocks or files.
  init(sorting shares: [DutyLists], by rank: [Int]) {
    dated = DutyLists.sorted(shares.map(\.dated)) { Int($0.state.effective.dayNumber) << 32 | rank[$0.task] }
    open = DutyLists.sorted(shares.map(\.open)) { rank[$0.task] }
  }

  /// By number, then identity. Sorts positions, which are small, then copies each value once.
  private static func sorted<State>(_ shares: [[Duty<State>]], _ number: (Duty<State>) -> Int) -> [Duty<State>] {
    var order: [(number: Int, share: Int, index: Int)] = []
    order.reserveCapacity(shares.reduce(0) { $0 + $1.count })
    for (share, duties) in shares.enumerated() {
      for index in duties.indices { order.append((number(duties[index]), share, index)) }
    }
    order.sort { one, other in
      if one.number != other.number { return one.number < other.number }
      return shares[one.share][one.index].id.precedes(shares[other.share][other.index].id)
    }
    return order.map { shares[$0.share][$0.index] }
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
