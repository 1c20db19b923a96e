package import CivilCalendar
package import Rules

/// What came of one `kiểm thử` block. Sentences are made elsewhere.
package struct TestResult: Sendable {
  package var test: TestCase
  /// Empty: passed.
  package var failures: [TestFailure]

  package var isPassed: Bool { failures.isEmpty }
}

/// One statement that does not hold, or a given fact that could not be applied.
package struct TestFailure: Sendable {
  /// How it differs.
  package enum Reason: Sendable {
    /// The effective days differ.
    case days(want: [CivilDate], got: [CivilDate])
    /// The days agree, their windows open otherwise.
    case opens(want: CivilDate, got: CivilDate?)
    /// The days that are expected while something is awaited differ.
    case expectedDays(want: [CivilDate], got: [CivilDate])
    /// What is owed stands otherwise on the test's day; `got` of the failure says how.
    case standsOtherwise
    /// It holds, but these words of its *vì / because* are not in the explanation.
    case wordsNotFound(String)
    /// The task owes nothing under that label, key or unit.
    case nothingMeant
    /// No warning or error of the rule book has these words.
    case noSuchDiagnostic
    /// A fact of the test.
    case fact(ExpansionProblem)
  }

  /// Nil where a given fact is at fault.
  package var expectation: Expectation?
  package var reason: Reason
  /// What the statement's task owes, with derivations; first what has a day.
  package var duties: [AnyDuty] = []
}
