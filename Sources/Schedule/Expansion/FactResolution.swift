import CivilCalendar
import RuleSyntax
import Rules

/// Works out which occurrence each fact about a task means. None or several is a problem, never a guess.
struct FactResolution {
  private let book: Book
  private(set) var resolved: [TaskID: TaskFacts] = [:]
  private(set) var problems: [ExpansionProblem] = []
  private(set) var problemsByTask: [TaskID: [ExpansionProblem]] = [:]
  /// A book of the same rules that knows what facts mean; nil: none.
  private let known: Book?
  /// The tasks of which they mean something else.
  private let reached: Set<TaskID>
  /// To whom the task in hand was ever handed over.
  private var hands: [Recipient] = []

  init(_ book: Book, keeping known: Book?, but reached: Set<TaskID>) {
    (self.book, self.known, self.reached) = (book, known, reached)
    var byTask: [TaskID: [Int]] = [:]
    for (index, fact) in book.facts.enumerated() {
      guard let subject = fact.body.subject, book.rules.tasks.indices.contains(subject.task) else { continue }
      byTask[subject.task, default: []].append(index)
    }
    var seen: Set<TaskID> = []
    for task in byTask.keys.sorted() { resolve(task, byTask, &seen) }
  }

  /// Resolves the facts about a task behind those about the tasks from which it counts, which decide what there is of it.
  private mutating func resolve(_ task: TaskID, _ facts: [TaskID: [Int]], _ seen: inout Set<TaskID>) {
    guard seen.insert(task).inserted else { return }
    let others = Set(book.rules.tasks[task].due.flatMap { $0.tasks.values.map(\.task) })
    for other in others.sorted() where book.rules.tasks.indices.contains(other) { resolve(other, facts, &seen) }
    guard let own = facts[task] else { return }
    if let known, !reached.contains(task) {
      resolved[task] = known.taskFacts[task]
      problemsByTask[task] = known.problems[task]
      problems += known.problems[task] ?? []
      return
    }
    let before = problems.count
    resolve(task, own, others.isEmpty ? book : Book(book, taskFacts: resolved))
    if problems.count > before { problemsByTask[task] = Array(problems[before...]) }
  }

  /// - Parameter book: with what is known of other tasks.
  private mutating func resolve(_ task: TaskID, _ facts: [Int], _ book: Book) {
    let keys = facts.compactMap { book.facts[$0].body.subject?.key }
    hands = facts.compactMap { book.facts[$0].body.kind == .reassigned ? book.facts[$0].body.recipient : nil }
    var expansion = TaskExpansion(
      book, window: book.horizon(of: task, keys), wantsOpen: true, explained: false)
    (expansion.includesSucceeded, expansion.includesWithdrawn) = (true, true)
    expansion.expand(task)
    var candidates = FactCandidates(
      expansion.obligations.map {
        FactCandidates.Candidate(
          id: $0.id, leads: $0.leads, opens: $0.opens, isWaiting: $0.isGated, isWithdrawn: $0.closed != nil,
          withdrawnBy: expansion.withdrawnBy[$0.id])
      })
    var (cases, noted): ([FactCandidates.Candidate], [FactCandidates.Candidate]) = ([], [])
    for duty in expansion.duties {
      var candidate = FactCandidates.Candidate(
        id: duty.id, leads: duty.leads, opens: nil, isWaiting: false, isWithdrawn: duty.closed != nil,
        withdrawnBy: expansion.withdrawnBy[duty.id])
      switch duty.state {
      case .eachCase(let trigger, _):
        cases.append(candidate)
        if trigger == nil { noted.append(candidate) }
        continue
      case .openUndated(let since), .notBefore(let since): candidate.opens = since
      case .standing(let first, _): candidate.opens = first
      case .waiting, .waitingForTask, .awaitingDate, .unclear: candidate.isWaiting = true
      }
      candidates.add(candidate)
    }
    for index in facts {
      guard let fact = resolve(index, candidates, cases, noted) else { continue }
      resolved[task, default: TaskFacts()].add(fact, book.facts[index].body)
      guard let known = resolved[task] else { continue }
      candidates.settle(fact) { FactSummary(known, book, of: $0, task, leads: []) }
    }
  }

  /// - Parameters:
  ///   - cases: duties as they arise.
  ///   - noted: those of which nothing says when they do, so that cases may be noted.
  private mutating func resolve(
    _ index: Int, _ candidates: FactCandidates, _ cases: [FactCandidates.Candidate], _ noted: [FactCandidates.Candidate]
  ) -> TaskFact? {
    let fact = book.facts[index]
    guard let subject = fact.body.subject else { return nil }
    if subject.key == nil, fact.body.kind.form.holdsForAll {
      guard isOwed(candidates.all + cases, by: subject, fact) else { return nil }
      return TaskFact(
        index: index, occurrence: nil, label: subject.label, owner: owner(of: subject, candidates.all + cases))
    }
    var found = candidates.meant(by: subject, ofFact: index, book.rules)
    let kind = fact.body.kind
    if subject.key == nil, kind.need.isAnswer, found.contains(where: { $0.fits(kind) }) {
      found.removeAll { !$0.fits(kind) }
    } else if subject.key == nil, kind.form.says == .day(.past), let day = fact.body.day {
      found = standing(found, on: day)
    }
    if found.isEmpty, let noted = notedCase(index, candidates, noted) { return noted }
    guard isOwed(found, by: subject, fact) else { return nil }
    let meant = found.map(\.id)
    let occurrences = Set(meant.map { TaskFact.Occurrence(label: $0.label, key: $0.key) })
    let needsUnit = kind.form.isOneUnits && meant.count > 1
    guard occurrences.count == 1, let only = occurrences.first, !needsUnit else {
      problems.append(ExpansionProblem(reason: unclear(found, fact.body, subject), text: fact.text, span: fact.span))
      return nil
    }
    return TaskFact(
      index: index, occurrence: only, owner: subject.owner == nil ? .any : .only(meant[0].unit),
      foundOwner: meant.count == 1 ? .only(meant[0].unit) : nil)
  }

  /// Whether the unit that the fact names owes any of what it could mean, if it names one. Where all owe together, as after
  /// another lead took the place of `từng đơn vị`, a fact about one unit's part says nothing of the whole.
  private mutating func isOwed(
    _ candidates: [FactCandidates.Candidate], by subject: Fact.Subject, _ fact: Fact
  ) -> Bool {
    let rules = book.rules
    guard let owner = subject.owner,
      case let found = rules.owned(candidates, by: owner, id: \.id, leads: \.leads), let first = found.first
    else { return true }
    let isOwed = found.contains { candidate in
      let leads = candidate.leads + hands
      return rules.owes(owner, candidate.id, leads: leads + rules.successors(of: leads, on: .last))
    }
    guard !isOwed else { return true }
    let reason = ExpansionProblem.Reason.notOwed(
      by: rules.title(of: owner), leads: first.leads.map(rules.title(of:)))
    problems.append(ExpansionProblem(reason: reason, text: fact.text, span: fact.span))
    return false
  }

  /// Why none or several of `found` are meant. Only work that the fact can be about is named.
  private func unclear(
    _ found: [FactCandidates.Candidate], _ body: Fact.Body, _ subject: Fact.Subject
  ) -> ExpansionProblem.Reason {
    guard !found.isEmpty else { return .nothingMeant(task: subject.task, event: nil) }
    let fitting = found.filter { $0.fits(body.kind) }
    guard fitting.isEmpty else {
      return .severalMeant(fitting.prefix(ExpansionProblem.mostShown + 1).map(\.id))
    }
    return .nothingFits(
      body.kind, isOver: found.allSatisfy { $0.isDone || $0.isWithdrawn },
      isConfirmed: book.rules.tasks[subject.task].confirmer != nil)
  }

  private func owner(of subject: Fact.Subject, _ candidates: [FactCandidates.Candidate]) -> TaskFact.Owner {
    guard let named = subject.owner else { return .any }
    let found = book.rules.owned(candidates, by: named, id: \.id, leads: \.leads).first
    return .only(found.map { $0.id.unit } ?? book.rules.id(of: named))
  }

  /// *khi có phát sinh* has no occurrence of its own: one that is done is noted by its key, else by the number of its
  /// document, else by its day.
  private func notedCase(
    _ index: Int, _ candidates: FactCandidates, _ cases: [FactCandidates.Candidate]
  ) -> TaskFact? {
    let body = book.facts[index].body
    guard let subject = body.subject, body.kind.form.isOneUnits else { return nil }
    let key = subject.key ?? ([.done, .reported].contains(body.kind) ? body.ground ?? body.day?.description : nil)
    let isMeantAlone = subject.label == nil && candidates.isEmpty && Set(cases.map(\.id.label)).count == 1
    let found = book.rules.owned(
      cases.filter { $0.id.label == subject.label || isMeantAlone }, by: subject.owner, id: \.id, leads: \.leads)
    guard let key, Set(found.map(\.id.unit)).count == 1, let id = found.first?.id else { return nil }
    return TaskFact(
      index: index, occurrence: .init(label: id.label, key: key), owner: .only(id.unit), foundOwner: .only(id.unit))
  }

  /// *T xong*, or another fact of a day, without a key means the single one that is open or overdue on that day and not closed before
  /// (decision: done-without-key); where none is, all, so that the single occurrence of a task can be done early.
  private func standing(_ found: [FactCandidates.Candidate], on day: CivilDate) -> [FactCandidates.Candidate] {
    guard Set(found.map(\.id.key)).count > 1 else { return found }
    let open = found.filter {
      !$0.isWithdrawn && !$0.isWaiting && !$0.isDone && !$0.isReported && ($0.opens.map { $0 <= day } ?? true)
    }
    return open.isEmpty ? found : open
  }
}
