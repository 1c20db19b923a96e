import Diagnostics
package import Expansion
import Presentation
import Reminders
package import Rules

/// Runs the `kiểm thử` blocks of rule files, for the command `test`.
package struct RuleTests {
  package let rules: RuleSet
  package let results: [TestResult]

  /// Fails if there are no test blocks, or if there are errors that no test expects (`lỗi …`).
  package init(_ loaded: LoadedRules, in places: [String]) throws(OperationFailure) {
    rules = loaded.rules
    let unexpected = loaded.diagnostics.filter { $0.severity == .error && !Self.isExpected($0, loaded.rules) }
    guard unexpected.isEmpty else { throw OperationFailure(unexpected, files: loaded.files) }
    guard !rules.tests.isEmpty else {
      let list = places.joined(separator: ", ")
      throw OperationFailure(
        vi: "không có khối kiểm thử nào trong \(list)", en: "there are no test blocks in \(list)")
    }
    results = TestReport.runner(loaded.rules, diagnostics: loaded.diagnostics) { test in
      ReminderExpectations(loaded.rules, test).failure
    }.run()
  }

  private static func isExpected(_ diagnostic: Diagnostic, _ rules: RuleSet) -> Bool {
    rules.tests.lazy.flatMap(\.expected).contains { expectation in
      guard expectation.kind == .error, let words = expectation.words else { return false }
      return diagnostic.words.vi.contains(words) || diagnostic.words.en.contains(words)
    }
  }
}
