import CivilCalendar
import Deadlines
package import Rules

extension Expander {
  /// Due lines that are understood and yield nothing, neither a day nor something that waits or stands: nobody would ever
  /// hear of them (*hằng năm, đến 30/6/2026* in a plan of 2026, whose year ends after that).
  package func barrenLines(of task: TaskID? = nil) -> [ExpansionProblem] {
    let tasks = rules.tasks.indices
    guard let task else { return tasks.mapConcurrently { barrenLines($0) }.flatMap(\.self) }
    return tasks.clamped(to: task..<task + 1).flatMap(barrenLines)
  }

  private func barrenLines(_ task: TaskID) -> [ExpansionProblem] {
    let window = book.horizon(of: task)
    var expansion = TaskExpansion(book, window: window, wantsOpen: true, explained: false)
    expansion.includesSucceeded = true
    expansion.expand(task)
    // What has a problem is told by it.
    let fruitful = Set(expansion.obligations.map(\.dueLine) + expansion.duties.map(\.dueLine))
    let told = Set(expansion.problems.compactMap { $0.span?.start })
    let lines = rules.tasks[task].due
    return lines.indices.filter { !fruitful.contains($0) && !told.contains(lines[$0].span.start) }.map { index in
      ExpansionProblem(
        reason: reason(lines[index], rules.tasks[task], window), text: lines[index].text, span: lines[index].span)
    }
  }

  private func reason(_ line: DueLine, _ task: PlanTask, _ window: DayRange) -> ExpansionProblem.Reason {
    var engine = DeadlineEngine(
      context: book.contexts[task.plan],
      anchors: LineAnchors(book: book, line: line, explained: false, depth: 0, includesWithdrawn: false),
      window: window, wantsOpen: false, explained: false, text: line.text)
    let bounds = engine.bounds(of: line.deadline)
    var free = line.deadline
    for index in free.items.indices {
      (free.items[index].clauses.from, free.items[index].clauses.until) = (nil, nil)
      free.items[index].clauses.backstop = nil
    }
    engine.expand(free)
    let days = Set(engine.result.dated.map(\.state.effective)).sorted()
    return .givesNoDay(from: bounds.from, until: bounds.until, days: Array(days.prefix(3)))
  }
}

extension DeadlineEngine {
  /// The widest bounds that its items set.
  fileprivate mutating func bounds(of deadline: Deadline) -> (from: CivilDate?, until: CivilDate?) {
    var (from, until): (CivilDate?, CivilDate?) = (nil, nil)
    for entry in deadline.items {
      item = ItemState(clauses: entry.clauses)
      try? readClauses(of: entry.form)
      if let own = item.from { from = min(from ?? own, own) }
      if let own = item.until { until = max(until ?? own, own) }
    }
    return (from, until)
  }
}
