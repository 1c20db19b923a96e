package import CivilCalendar
import Deadlines
package import Rules

/// The rules and facts of an expander, indexed once and shared by its copies.
final class Book: Sendable {
  let rules: RuleSet
  let facts: [Fact]
  let events: EventLog
  /// By plan.
  let contexts: [DeadlineContext]
  let order: TaskOrder
  /// Whether any unit was merged.
  let hasMergers: Bool
  /// Facts by task, what they mean worked out; empty while that is done.
  let taskFacts: [TaskID: TaskFacts]
  /// What could not be worked out, by task.
  let problems: [TaskID: [ExpansionProblem]]

  init(_ rules: RuleSet, facts: [Fact]) {
    self.rules = rules
    self.facts = facts
    events = EventLog(rules, facts: facts)
    contexts = Book.contexts(rules)
    order = TaskOrder(rules)
    hasMergers = rules.units.contains { $0.mergedInto != nil }
    (taskFacts, problems) = ([:], [:])
  }

  /// The same rules with other facts, whose meaning is not worked out.
  convenience init(_ book: Book, facts: [Fact]) {
    self.init(book, facts, EventLog(book.rules, facts: facts), [:], [:])
  }

  /// The same book with facts about tasks in force.
  convenience init(_ book: Book, taskFacts: [TaskID: TaskFacts], problems: [TaskID: [ExpansionProblem]] = [:]) {
    self.init(book, book.facts, book.events, taskFacts, problems)
  }

  private init(
    _ book: Book, _ facts: [Fact], _ events: EventLog, _ taskFacts: [TaskID: TaskFacts],
    _ problems: [TaskID: [ExpansionProblem]]
  ) {
    rules = book.rules
    self.facts = facts
    self.events = events
    contexts = book.contexts
    order = book.order
    hasMergers = book.hasMergers
    self.taskFacts = taskFacts
    self.problems = problems
  }

  private static func contexts(_ rules: RuleSet) -> [DeadlineContext] {
    var replaced: [PlanID: CivilDate] = [:]
    for plan in rules.plans {
      for (old, day) in plan.replaces { replaced[old] = min(replaced[old] ?? day, day) }
    }
    return rules.plans.indices.map { index in
      let plan = rules.plans[index]
      let calendar = rules.calendars.indices.contains(plan.calendar) ? rules.calendars[plan.calendar] : nil
      return DeadlineContext(
        years: plan.years,
        calendar: calendar?.calendar ?? WorkingCalendar(.init(), covering: plan.years),
        law: calendar?.law ?? PlainLaw(), dayOff: plan.dayOff, replacedFrom: replaced[index])
    }
  }

  /// Of a book without plans, in which nothing is expanded.
  static let noContext = DeadlineContext(
    years: 1...1, calendar: WorkingCalendar(.init(), covering: 1...1), law: PlainLaw())

  /// `hạn (nhãn):` and the label of an item of its deadline.
  func label(of line: DueLine, item: Int) -> String? {
    guard line.deadline.items.indices.contains(item) else { return line.label }
    return line.label(of: line.deadline.items[item])
  }

  /// All days that a fact's obligation may have: the plan's span and generously after; rows without end only as far
  /// as facts name their years.
  func horizon(of task: TaskID, _ keys: [String] = []) -> DayRange {
    let span = contexts[rules.tasks[task].plan].span
    let named = keys.compactMap { Int($0.prefix(4)) }.filter { (1...9998).contains($0) }.max() ?? 0
    let isOpenEnded = rules.tasks[task].due.contains { $0.deadline.isOpenEnded }
    guard isOpenEnded else { return DayRange(first: .first, last: .last) }
    let last = CivilDate(year: min(max(span.last.year + 60, named + 1), 9999), month: 12, day: 31) ?? .last
    return DayRange(first: .first, last: last)
  }
}

extension RuleSet {
  /// Whether a duty is of a row without end (*và các năm tiếp theo*), and of a year after its plan and after this one, in December
  /// after the next: it will be owed, and no list or figure has it yet.
  package func isBeyondPlan<State>(_ duty: Duty<State>, on today: CivilDate) -> Bool {
    guard let year = Int(duty.id.key.prefix(4)), year > lastYear(of: plans[tasks[duty.task].plan], on: today) else {
      return false
    }
    return tasks[duty.task].due[duty.dueLine].deadline.outlastsPlans
  }

  /// The last year of which lists and figures have rows without end of a plan.
  package func lastYear(of plan: Plan, on today: CivilDate) -> Int {
    max(plan.years.upperBound, today.adding(days: 31).year)
  }
}

extension DutyLists {
  /// Those of which lists and figures tell.
  package func withinPlans(_ rules: RuleSet, on today: CivilDate) -> DutyLists {
    // Most plans have no row without end; their duties need not be looked at.
    guard rules.tasks.indices.contains(where: { rules.tasks[$0].due.contains { $0.deadline.outlastsPlans } }) else {
      return self
    }
    return DutyLists(
      dated: dated.filter { !rules.isBeyondPlan($0, on: today) },
      open: open.filter { !rules.isBeyondPlan($0, on: today) })
  }
}

extension Deadline {
  /// Never ends, and no clause of it names a last day.
  package var outlastsPlans: Bool {
    items.contains { item in
      guard case .yearsOnward = item.form else { return false }
      return item.clauses.until == nil && item.clauses.backstop == nil
    }
  }

  /// Never ends by itself.
  package var isOpenEnded: Bool {
    items.contains { if case .yearsOnward = $0.form { true } else { false } }
  }
}
