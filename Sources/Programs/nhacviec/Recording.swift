import ArgumentParser
import CivilCalendar
import Diagnostics
import Expansion
import FactLog
import Presentation
import RuleSyntax
import Rules

/// A line that shall be recorded, as a command put it together or a person wrote it.
struct Draft {
  var line: String
  var note: String?
  /// The document or the reason as it was given, where the line ends in it: it must be read as that again.
  var tail: String?
}

/// Checks drafts exactly as lines of `--facts` are checked, says what they change, and adds them to the log.
struct Recording {
  let options: RecordOptions
  let environment: CommandEnvironment
  let language: Language
  private let report: DiagnosticReport

  init(_ options: RecordOptions, _ environment: CommandEnvironment) {
    self.options = options
    self.environment = environment
    language = options.languages.language(in: environment)
    report = DiagnosticReport(environment, language)
  }

  /// - Parameters:
  ///   - needsYes: the drafts themselves need `--yes`, as many at a time do.
  ///   - drafts: made from the rule book and the facts so far; nil where the reason was told already.
  func run(needsYes: Bool = false, _ drafts: (OpenBook) -> [Draft]?) -> ExitCode {
    guard let store = FactStore(options.state, in: environment) else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: không biết lưu ghi nhận ở đâu; hãy dùng --state\n",
          en: "error: there is no folder to record in; use --state\n"))
      return .failure
    }
    if let closed = environment.folders.closedState(named: options.state.folder, recording: true) {
      report.printToErrors([ClosedState.diagnostic(closed, environment)], files: nil)
      return .failure
    }
    do throws(StoreFailure) {
      if let loss = try store.loss() {
        report.printToErrors([loss], files: nil)
        return .failure
      }
    } catch {
      report.printToErrors([store.complaint(error)], files: nil)
      return ExitCode(of: error)
    }
    // Another writer may add facts while these are checked: then all is checked again.
    for _ in 0..<8 {
      guard let book = OpenBook.open(options.ruleOptions, in: environment), let drafts = drafts(book) else {
        return .failure
      }
      guard let prepared = prepare(drafts, book) else { return .failure }
      let refused = ask(prepared, book)
      let isAsked = needsYes && !options.yes && !options.dryRun
      if refused != nil || isAsked || options.dryRun {
        show(prepared, numbers: nil, book, store)
        if refused ?? isAsked {
          environment.errors.write(
            language.choose(
              vi: "Chưa ghi nhận gì. Nếu đúng như vậy, chạy lại với --yes.\n",
              en: "Nothing was recorded. If it is right, run it again with --yes.\n"))
        }
        return refused == nil && !isAsked ? .success : .failure
      }
      do throws(StoreFailure) {
        let added = try store.open(.writing).append(prepared.facts.map { entry($0, book.rules) }, after: book.head)
        show(prepared, numbers: added.map(\.sequence), book, store)
        return .success
      } catch {
        if case .headMoved = error { continue }
        report.printToErrors([store.complaint(error)], files: nil)
        return ExitCode(of: error)
      }
    }
    report.printToErrors([store.complaint(.busy(by: ""))], files: nil)
    return .busy
  }

  /// Facts ready to be kept, and what they change.
  struct Prepared {
    var facts: [(fact: Fact, line: String, note: String?)]
    var changes: [DutyChange]
    /// Before the facts.
    var before: Expander
  }

  private func entry(_ item: (fact: Fact, line: String, note: String?), _ rules: RuleSet) -> FactEntry {
    FactEntry(
      line: item.line, plan: FactWriter(rules).plan(of: item.fact.body).map { rules.plans[$0].id },
      author: environment.login, onBehalfOf: options.onBehalfOf.flatMap(PlainWords.cleaned),
      recordedAt: environment.now, document: options.keptDocument,
      note: (item.note ?? options.note).flatMap(PlainWords.cleaned))
  }

  // MARK: Checking

  /// Nil, with the reasons on the error sink, where a draft is not understood or means nothing or several things.
  private func prepare(_ drafts: [Draft], _ book: OpenBook) -> Prepared? {
    var facts: [Fact] = []
    for draft in drafts {
      let (read, problems) = FactFile.read(SourceText(name: "", text: draft.line), rules: book.rules)
      guard problems.isEmpty, read.count == 1 else {
        report.printToErrors(problems.isEmpty ? [notKept(draft.line)] : problems, files: nil)
        return nil
      }
      guard draft.tail == nil || draft.tail == read[0].body.tail else {
        report.printToErrors([notKept(draft.line)], files: nil)
        return nil
      }
      facts += read
    }
    let before = Expander(book.rules, facts: book.facts)
    let meant = Expander(book.rules, facts: book.facts + facts)
    let known = Set(before.factProblems.map(\.text))
    let problems = meant.factProblems.filter { !known.contains($0.text) }
    guard problems.isEmpty else {
      report.printToErrors(problems.map { explained($0, meant) }, files: nil)
      return nil
    }
    var kept: [(fact: Fact, line: String, note: String?)] = []
    for (index, fact) in facts.enumerated() {
      guard let item = settled(fact, meant.settledSubject(ofFact: book.facts.count + index), book.rules) else {
        report.printToErrors([notKept(fact.text)], files: nil)
        return nil
      }
      kept.append((item.fact, item.line, drafts[index].note))
    }
    let after = Expander(book.rules, facts: book.facts + kept.map(\.fact))
    return Prepared(
      facts: kept, changes: DutyChange.between(before, after, in: window(book)), before: before)
  }

  /// The fact as its canonical line says it, which is what will be read from now on.
  private func settled(_ fact: Fact, _ subject: Fact.NoticeTopic?, _ rules: RuleSet) -> (fact: Fact, line: String)? {
    let writer = FactWriter(rules)
    let line = writer.line(of: subject.map { fact.body.with($0) } ?? fact.body)
    let (read, problems) = FactFile.read(SourceText(name: "", text: line), rules: rules)
    guard problems.isEmpty, read.count == 1, writer.line(of: read[0].body) == line,
      PlainWords.cleaned(line) == line
    else { return nil }
    return (read[0], line)
  }

  /// Rows of a plan can be due in the years after it; an open-ended one is looked at for two years from today.
  private func window(_ book: OpenBook) -> DayRange {
    let last = book.rules.plans.map(\.years.upperBound).max() ?? book.today.year
    let year = min(9999, max(last, book.today.year) + 2)
    return DayRange(first: .first, last: CivilDate(year: year, month: 12, day: 31) ?? .last)
  }

  private func notKept(_ line: String) -> Diagnostic {
    Diagnostic(
      .factNotKept,
      vi: "“\(line)” viết thành một dòng thì đọc lại ra nghĩa khác; hãy đổi lời của văn bản hoặc lý do",
      en: "written as one line, “\(line)” reads as something else; word the document or the reason otherwise",
      at: Span(SourceText(name: "", bytes: []), 0, 0))
  }

  /// With what could have been meant, where a key names nothing.
  private func explained(_ problem: ExpansionProblem, _ expander: Expander) -> Diagnostic {
    var diagnostic = ProblemWords.diagnostic(problem)
    guard case .nothingMeant(let task?, _) = problem.reason else { return diagnostic }
    let window = DayRange(
      first: .first, last: CivilDate(year: 9999, month: 12, day: 31) ?? .last)
    let plan = expander.rules.plans[expander.rules.tasks[task].plan]
    let days = Period.years(plan.years.lowerBound, min(plan.years.upperBound + 2, 9999)).days() ?? window
    let ids =
      expander.obligations(in: days, of: task, explained: false).map(\.id)
      + expander.openDuties(of: task, explained: false).map(\.id)
    guard !ids.isEmpty else { return diagnostic }
    let shown = ids.prefix(24).map(\.description).joined(separator: "; ") + (ids.count > 24 ? "; …" : "")
    diagnostic.notes.append(Diagnostic.Note(.init(vi: "có: \(shown)", en: "there are: \(shown)")))
    return diagnostic
  }

  /// Nil where nothing stands against recording; else the reasons are printed, and the value says whether `--yes` would
  /// overrule all of them.
  private func ask(_ prepared: Prepared, _ book: OpenBook) -> Bool? {
    let questions = RecordingQuestions(book, prepared.before, of: prepared.facts.map(\.fact))
    let refusals = prepared.facts.flatMap { questions.refusals($0.fact) }
    let open = options.yes ? [] : prepared.facts.flatMap { questions.questions($0.fact) }
    guard !refusals.isEmpty || !open.isEmpty else { return nil }
    report.printToErrors(refusals + open, files: nil)
    return refusals.isEmpty
  }

  // MARK: Telling

  /// - Parameter numbers: of the facts in the log; nil: nothing was recorded.
  private func show(_ prepared: Prepared, numbers: [Int]?, _ book: OpenBook, _ store: FactStore) {
    let words = DutyChangeText(book.rules, language, today: book.today)
    var text = ""
    for (index, item) in prepared.facts.enumerated() {
      let head =
        numbers.map {
          language.choose(vi: "ghi nhận số \($0[index])", en: "fact \($0[index])")
        } ?? language.choose(vi: "chưa ghi nhận", en: "not recorded")
      text += TerminalEscaper.escape("\(head): \(item.line)") + "\n"
    }
    text += "→ " + words.summary(of: prepared.changes) + "\n"
    for line in words.lines(of: prepared.changes) {
      let wrapped = TextWrapping.lines(of: line, columns: max(20, environment.width - 4))
      text += "  " + wrapped.joined(separator: "\n    ") + "\n"
    }
    text += store.placeLine(language)
    environment.output.write(text)
  }
}

extension Fact.Body {
  /// The document or the reason.
  fileprivate var tail: String? {
    switch self {
    case .done(_, _, let words), .set(_, _, let words), .extended(_, _, let words), .waived(_, let words),
      .undone(_, let words), .reassigned(_, _, let words), .silenced(_, _, let words):
      words
    case .happened, .corrected, .withdrawn: nil
    }
  }

  fileprivate func with(_ subject: Fact.NoticeTopic) -> Fact.Body {
    switch self {
    case .done(_, let day, let document): .done(subject, on: day, document: document)
    case .set(_, let line, let document):
      .set(
        subject,
        DueLine(label: subject.label, deadline: line.deadline, text: line.text, span: line.span), by: document)
    case .extended(_, let day, let document): .extended(subject, to: day, by: document)
    case .waived(_, let reason): .waived(subject, because: reason)
    case .undone(_, let reason): .undone(subject, because: reason)
    case .reassigned(_, let recipient, let document): .reassigned(subject, to: recipient, by: document)
    case .silenced(_, let day, let reason): .silenced(subject, until: day, because: reason)
    case .happened, .corrected, .withdrawn: self
    }
  }
}
