import CivilCalendar
package import Diagnostics
import RuleSyntax
package import Rules

/// Runs the `kiểm thử` blocks of a rule set.
///
/// Statements are closed unless they end in `…`: what they list is all there is. Due days are effective days; the
/// order of days does not matter.
package struct TestRunner {
  let rules: RuleSet
  let diagnostics: [Diagnostic]
  let explain: (AnyDuty) -> [String]
  let remind: Reminding

  /// Judges statements about reminders and questions of a block; nil: such a statement holds.
  package typealias Reminding = (TestCase) -> (Expectation) -> TestFailure.Reason?

  /// - Parameters:
  ///   - diagnostics: of the rule book, for statements about warnings and errors.
  ///   - explain: the sentences of a duty's derivation in both languages; the words after *vì* are looked for
  ///     there.
  ///   - remind: see `Reminding`.
  package init(
    _ rules: RuleSet, diagnostics: [Diagnostic] = [], explain: @escaping (AnyDuty) -> [String],
    remind: @escaping Reminding
  ) {
    self.rules = rules
    self.diagnostics = diagnostics
    self.explain = explain
    self.remind = remind
  }

  /// All tests of the rule set.
  package func run() -> [TestResult] { rules.tests.map(run) }

  /// One of them.
  package func run(_ test: TestCase) -> TestResult {
    let expander = Expander(rules, facts: test.given)
    var failures = expander.factProblems.map { TestFailure(expectation: nil, reason: .fact($0)) }
    let remind = remind(test)
    for expectation in test.expected {
      if let failure = check(expectation, test, expander, remind) { failures.append(failure) }
    }
    return TestResult(test: test, failures: failures)
  }

  private func check(
    _ expectation: Expectation, _ test: TestCase, _ expander: Expander, _ remind: (Expectation) -> TestFailure.Reason?
  ) -> TestFailure? {
    switch expectation.kind {
    case .reminder, .noReminder, .question:
      return remind(expectation).map { TestFailure(expectation: expectation, reason: $0) }
    case .warning, .error:
      let severity: Diagnostic.Severity = expectation.kind == .error ? .error : .warning
      let words = expectation.words ?? ""
      let isFound = diagnostics.contains {
        $0.severity == severity && ($0.words.vi.holds(words) || $0.words.en.holds(words))
      }
      return isFound ? nil : TestFailure(expectation: expectation, reason: .noSuchDiagnostic)
    default: break
    }
    guard let subject = expectation.subject, rules.tasks.indices.contains(subject.task) else {
      return TestFailure(expectation: expectation, reason: .nothingMeant)
    }
    let owed = OwedBySubject(subject, expectation.days, expander, today: test.today)
    // That nothing is owed can only be said of nothing.
    let isMeant = !owed.isEmpty || expectation.kind == .noOccurrence
    var reason = isMeant ? owed.failure(of: expectation) : .nothingMeant
    if reason == nil, let because = expectation.because, let missing = missing(because, owed) {
      reason = .wordsNotFound(missing)
    }
    return reason.map {
      TestFailure(expectation: expectation, reason: $0, duties: owed.duties)
    }
  }

  /// The first of the pieces between semicolons that no sentence of the explanation has; nil if all are there.
  private func missing(_ because: String, _ owed: OwedBySubject) -> String? {
    let sentences = owed.duties.flatMap(explain)
    return because.split(separator: ";").map { $0.trimmingBlanks() }
      .first { piece in !piece.isEmpty && !sentences.contains { $0.holds(piece) } }
  }
}

extension StringProtocol {
  /// Contains the words, whatever their case and the blanks between them.
  func holds(_ words: some StringProtocol) -> Bool {
    func folded(_ text: some StringProtocol) -> String {
      text.lowercased().split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
    }
    let wanted = folded(words)
    return wanted.isEmpty || folded(self).contains(wanted)
  }

  func trimmingBlanks() -> String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
