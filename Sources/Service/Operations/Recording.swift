import CivilCalendar
import Diagnostics
import Expansion
import FactLog
import Presentation
import RuleSyntax
import Rules

/// A line that is to be recorded, as a command composed it or a person wrote it.
struct Draft {
  var line: String
  var note: String?
  /// The document or the reason with which the line ends. Reading the line must give it back unchanged.
  var ground: String?

  init(line: String, note: String? = nil) {
    self.line = line
    self.note = note
  }
}

/// Checks drafts as the lines of `--facts` are checked, finds out what they change, and adds them to the log.
package struct Recording {
  let request: RecordRequest
  private let operations: OperationContext

  package init(_ request: RecordRequest, in operations: OperationContext) {
    self.request = request
    self.operations = operations
  }

  /// Records drafts. Nil if there is nothing to record.
  /// - Parameters:
  ///   - needsYes: whether the drafts need `--yes` whatever they are, because they are many.
  ///   - drafts: makes the drafts from the rule book and the facts so far.
  func run(
    needsYes: Bool = false, _ drafts: (OpenBook) throws(OperationFailure) -> [Draft]
  ) throws(OperationFailure) -> Recorded? {
    let store = try store()
    // If another process adds facts while these are checked, all of it is checked again.
    for _ in 0..<8 {
      let book = try book()
      if let earlier = earlier(book, store) { return earlier }
      let drafts = try drafts(book)
      guard !drafts.isEmpty else { return nil }
      let prepared = try prepare(drafts, book)
      let questions = RecordingQuestions(book, prepared.before, of: prepared.facts.map(\.fact))
      if prepared.facts.allSatisfy({ questions.isRecorded($0.fact) }) {
        operations.tell(
          .note(.init(vi: "đã ghi nhận xong đúng như vậy từ trước", en: "it is on record as done exactly so already")))
        return nil
      }
      let isDoubted = try ask(prepared, questions)
      let isAsked = isDoubted || needsYes && !request.yes && !request.isRehearsal
      var recorded = Recorded(
        lines: prepared.facts.map(\.line), changes: prepared.changes, book: book, database: store.database)
      if isAsked || request.isRehearsal {
        recorded.asksForYes = isAsked
        recorded.ending = isAsked ? .failure : .success
        return recorded
      }
      do throws(StoreFailure) {
        let added = try store.open(.writing).append(prepared.facts.map { entry($0, book.rules) }, after: book.head)
        recorded.numbers = added.map(\.sequence)
        return recorded
      } catch {
        if case .headMoved = error { continue }
        throw OperationFailure([store.complaint(error)], ending: Ending(of: error))
      }
    }
    throw OperationFailure([store.complaint(.busy(by: ""))], ending: .busy)
  }

  private func book() throws(OperationFailure) -> OpenBook {
    guard let known = request.known?.book else { return try OpenBook.open(request.book, in: operations) }
    guard !request.isRehearsal else { return known }
    guard let revision = known.loaded.revision?.number,
      let store = LoadedRules.revisions(request.book.state, in: operations), (try? store.liveNumber()) == revision
    else { return try OpenBook.open(request.book, in: operations) }
    return try OpenBook.open(known.loaded, request.book, in: operations)
  }

  /// What the same submission of the same user recorded before (decision: submissions-in-the-log); nil if it is a new one.
  private func earlier(_ book: OpenBook, _ store: FactStore) -> Recorded? {
    guard let submission = request.submission else { return nil }
    let known = book.records.values.compactMap { record -> (RecordedFact, Submission)? in
      guard record.entry.author == operations.login, let sent = Submission(note: record.entry.note),
        sent.mark == submission.mark
      else { return nil }
      return (record, sent)
    }.sorted { $0.0.sequence < $1.0.sequence }
    guard let first = known.first else { return nil }
    var recorded = Recorded(
      lines: known.map(\.0.entry.line), numbers: known.map(\.0.sequence), changes: [], book: book,
      database: store.database)
    recorded.earlier = first.1
    return recorded
  }

  /// The log of facts; fails if nothing may be added to it.
  private func store() throws(OperationFailure) -> FactStore {
    guard let store = FactStore(named: request.book.state, in: operations) else {
      throw OperationFailure(
        vi: "không biết lưu ghi nhận ở đâu; hãy dùng --state", en: "there is no folder to record in; use --state")
    }
    if let closed = operations.folders.closedState(named: request.book.state, recording: true) {
      throw OperationFailure([ClosedState.diagnostic(closed, operations.login)])
    }
    let loss: Diagnostic?
    do throws(StoreFailure) { loss = try store.loss() } catch {
      throw OperationFailure([store.complaint(error)], ending: Ending(of: error))
    }
    if let loss { throw OperationFailure([loss]) }
    return store
  }

  /// Facts ready to be kept, and what they change.
  private struct Prepared {
    var facts: [SettledFact]
    var changes: [DutyChange]
    /// What is owed without these facts.
    var before: Expander
  }

  /// A fact as it is kept.
  private struct SettledFact {
    let fact: Fact
    let line: String
    let note: String?
    /// For whose side it is recorded; nil where there are no roles.
    let side: String?
  }

  private func entry(_ item: SettledFact, _ rules: RuleSet) -> FactEntry {
    let behalf = [request.onBehalfOf.flatMap(PlainWords.cleaned), item.side].compactMap(\.self)
    return FactEntry(
      line: item.line, plan: FactWriter(rules).plan(of: item.fact.body).map { rules.plans[$0].id },
      author: operations.login, onBehalfOf: behalf.isEmpty ? nil : behalf.joined(separator: "; "),
      recordedAt: operations.now, document: request.document.flatMap(PlainWords.cleaned),
      note: [item.note ?? request.note, request.submission?.note].compactMap { $0.flatMap(PlainWords.cleaned) }
        .reduce(nil) { known, more in known.map { "\($0); \(more)" } ?? more })
  }

  // MARK: Checking

  /// Reads and checks the drafts. Fails if one is not understood, or means nothing or several things.
  private func prepare(_ drafts: [Draft], _ book: OpenBook) throws(OperationFailure) -> Prepared {
    var facts: [Fact] = []
    for draft in drafts {
      let (read, problems) = FactFile.read(SourceText(name: "", text: draft.line), rules: book.rules)
      guard problems.isEmpty, read.count == 1 else {
        throw OperationFailure(problems.isEmpty ? [notKept(draft.line)] : problems)
      }
      guard draft.ground == nil || draft.ground == read[0].body.ground else {
        throw OperationFailure([notKept(draft.line)])
      }
      facts += read
    }
    let before = request.known?.expander(of: book) ?? Expander(book.rules, facts: book.facts)
    let meant = before.with(book.facts + facts)
    let known = Set(before.factProblems.map(\.text))
    let problems = meant.factProblems.filter { !known.contains($0.text) }
    guard problems.isEmpty else {
      let kinds = Dictionary(facts.map { ($0.text, $0.body.kind) }) { first, _ in first }
      throw OperationFailure(problems.map { explained($0, kinds[$0.text], before) })
    }
    let roles = RoleCheck(operations.configuration?.values.roles, operations.whoRecords, book, before)
    var kept: [SettledFact] = []
    var evidence = Evidence(meant)
    for (index, fact) in facts.enumerated() {
      guard
        let item = settled(
          fact, meant.settledSubject(ofFact: book.facts.count + index), &evidence, book.rules)
      else {
        throw OperationFailure([notKept(fact.text)])
      }
      var side: String?
      do throws(RoleCheck.Refusal) { side = try roles?.side(of: item.fact).get() } catch {
        throw OperationFailure([error.diagnostic])
      }
      kept.append(SettledFact(fact: item.fact, line: item.line, note: drafts[index].note, side: side))
    }
    let after = before.with(book.facts + kept.map(\.fact))
    return Prepared(
      facts: kept, changes: DutyChange.between(before, after, in: .all(of: book.rules.plans, today: book.today)),
      before: before)
  }

  /// The fact as its canonical line gives it, which is what will be read from now on; nil if that is not the same fact.
  private func settled(
    _ fact: Fact, _ subject: Fact.Subject?, _ evidence: inout Evidence, _ rules: RuleSet
  ) -> (fact: Fact, line: String)? {
    let writer = FactWriter(rules)
    let body = evidence.sealed(subject.map(fact.body.about) ?? fact.body)
    let line = writer.line(of: body)
    let (read, problems) = FactFile.read(SourceText(name: "", text: line), rules: rules)
    guard problems.isEmpty, read.count == 1, writer.line(of: read[0].body) == line,
      PlainWords.cleaned(line) == line
    else { return nil }
    return (read[0], line)
  }

  private func notKept(_ line: String) -> Diagnostic {
    Diagnostic(
      .factNotKept,
      vi: "“\(line)” viết thành một dòng thì đọc lại ra nghĩa khác; hãy đổi lời của văn bản hoặc lý do",
      en: "written as one line, “\(line)” reads as something else; word the document or the reason otherwise",
      at: Span(SourceText(name: "", bytes: []), 0, 0))
  }

  /// The problem as a diagnostic, with the duties that a fact of the kind can be about if a key names none.
  private func explained(_ problem: ExpansionProblem, _ kind: FactKind?, _ expander: Expander) -> Diagnostic {
    var diagnostic = ProblemWords.diagnostic(problem)
    guard case .nothingMeant(let task?, _) = problem.reason else { return diagnostic }
    let window = DayRange(
      first: .first, last: CivilDate(year: 9999, month: 12, day: 31) ?? .last)
    let plan = expander.rules.plans[expander.rules.tasks[task].plan]
    let days = Period.years(plan.years.lowerBound, min(plan.years.upperBound + 2, 9999)).days() ?? window
    let ids = expander.duties(in: days, of: task, explained: false).all.filter { duty in
      kind.map(duty.fits) ?? true
    }.map(\.id)
    guard !ids.isEmpty else { return diagnostic }
    let shown = ids.prefix(24).map(\.description).joined(separator: "; ") + (ids.count > 24 ? "; …" : "")
    let intro = kind.map(ProblemWords.intro(ofFitting:)) ?? .init(vi: "có", en: "there are")
    diagnostic.notes.append(Diagnostic.Note(.init(vi: "\(intro.vi): \(shown)", en: "\(intro.en): \(shown)")))
    return diagnostic
  }

  /// Tells what `--yes` would overrule, and returns whether there is any. Fails if something is refused whatever is said.
  private func ask(_ prepared: Prepared, _ questions: RecordingQuestions) throws(OperationFailure) -> Bool {
    if let about = request.about {
      let changed = prepared.facts.compactMap { questions.changedSince($0.fact, shown: about) }
      guard changed.isEmpty else { throw OperationFailure(changed) }
    }
    let refusals = prepared.facts.flatMap { questions.refusals($0.fact) }
    let open = request.yes ? [] : prepared.facts.flatMap { questions.questions($0.fact) }
    guard refusals.isEmpty else { throw OperationFailure(refusals + open) }
    if !open.isEmpty { operations.tell(.diagnostics(open, files: nil)) }
    return !open.isEmpty
  }
}
