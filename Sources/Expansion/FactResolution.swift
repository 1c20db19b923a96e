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
    expansion.includesSucceeded = true
    expansion.expand(task)
    var candidates = expansion.obligations.map { Candidate(id: $0.id, opens: $0.opens, isWaiting: $0.isGated) }
    for duty in expansion.duties {
      switch duty.kind {
      case .eachCase: continue
      case .openUndated(let since): candidates.append(Candidate(id: duty.id, opens: since, isWaiting: false))
      case .standing(let first, _): candidates.append(Candidate(id: duty.id, opens: first, isWaiting: false))
      case .waiting, .waitingForTask, .awaitingDate, .unclear:
        candidates.append(Candidate(id: duty.id, opens: nil, isWaiting: true))
      }
    }
    for index in facts {
      if let fact = resolve(index, candidates) { resolved[task, default: []].append(fact) }
    }
  }

  /// What a fact could mean.
  private struct Candidate {
    var id: ObligationID
    var opens: CivilDate?
    var isWaiting: Bool
  }

  private mutating func resolve(_ index: Int, _ candidates: [Candidate]) -> TaskFact? {
    let fact = book.facts[index]
    guard let subject = fact.body.subject else { return nil }
    if subject.key == nil, fact.body.holdsForAll {
      return TaskFact(index: index, occurrence: nil, label: subject.label, unit: subject.unit)
    }
    let unit = subject.unit.map { book.rules.units[$0].id }
    var found = candidates.filter { candidate in
      let id = candidate.id
      return (subject.key == nil || id.key == subject.key) && (subject.label == nil || id.label == subject.label)
        && (unit == nil || id.unit == nil || id.unit == unit)
    }
    if subject.label == nil, found.contains(where: { $0.id.label == nil }) { found.removeAll { $0.id.label != nil } }
    if subject.key == nil, case .done(_, let day, _) = fact.body { found = standing(found, on: day, subject.task) }
    let meant = found.map(\.id)
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

  /// *T xong* without a key means the single one that is open or overdue on that day and not closed before
  /// (decision 25); where none is, all, so that the single occurrence of a task can be done early.
  private func standing(_ found: [Candidate], on day: CivilDate, _ task: TaskID) -> [Candidate] {
    guard Set(found.map(\.id.key)).count > 1 else { return found }
    let earlier = resolved[task] ?? []
    let open = found.filter { candidate in
      guard !candidate.isWaiting, candidate.opens.map({ $0 <= day }) ?? true else { return false }
      let unit = candidate.id.unit.flatMap { id in book.rules.units.firstIndex { $0.id == id } }
      let summary = FactSummary(
        earlier, book.facts, label: candidate.id.label, key: candidate.id.key, unit: unit)
      return summary.closed == nil
    }
    return open.isEmpty ? found : open
  }
}
