import CivilCalendar
import Rules

/// Works out which occurrence each fact about a task means. None or several is a problem, never a guess.
struct FactResolution {
  private let book: Book
  private(set) var resolved: [TaskID: [TaskFact]] = [:]
  private(set) var problems: [ExpansionProblem] = []

  init(_ book: Book) {
    self.book = book
    var byTask: [TaskID: [Int]] = [:]
    for (index, fact) in book.facts.enumerated() {
      guard let subject = fact.body.subject, book.rules.tasks.indices.contains(subject.task) else { continue }
      byTask[subject.task, default: []].append(index)
    }
    for task in byTask.keys.sorted() { resolve(task, byTask[task] ?? []) }
  }

  private mutating func resolve(_ task: TaskID, _ facts: [Int]) {
    let keys = facts.compactMap { book.facts[$0].body.subject?.key }
    var expansion = TaskExpansion(
      book, window: book.horizon(of: task, keys), wantsOpen: true, explained: false)
    expansion.expand(task)
    var candidates = expansion.obligations.map(\.id)
    for duty in expansion.duties {
      if case .eachCase = duty.kind { continue }
      candidates.append(duty.id)
    }
    for index in facts {
      if let fact = resolve(index, candidates) { resolved[task, default: []].append(fact) }
    }
  }

  private mutating func resolve(_ index: Int, _ candidates: [ObligationID]) -> TaskFact? {
    let fact = book.facts[index]
    guard let subject = fact.body.subject else { return nil }
    if subject.key == nil, subject.label == nil, fact.body.holdsForAll {
      return TaskFact(index: index, occurrence: nil, unit: subject.unit)
    }
    let unit = subject.unit.map { book.rules.units[$0].id }
    var meant = candidates.filter { id in
      (subject.key == nil || id.key == subject.key) && (subject.label == nil || id.label == subject.label)
        && (unit == nil || id.unit == nil || id.unit == unit)
    }
    if subject.label == nil, meant.contains(where: { $0.label == nil }) { meant.removeAll { $0.label != nil } }
    let occurrences = Set(meant.map { TaskFact.Occurrence(label: $0.label, key: $0.key) })
    let needsUnit = fact.body.isOneUnits && meant.count > 1
    guard occurrences.count == 1, let only = occurrences.first, !needsUnit else {
      let reason: ExpansionProblem.Reason =
        meant.isEmpty ? .nothingMeant(task: subject.task, event: nil) : .severalMeant(meant)
      problems.append(ExpansionProblem(reason: reason, text: fact.text, span: fact.span))
      return nil
    }
    return TaskFact(index: index, occurrence: only, unit: subject.unit)
  }
}
