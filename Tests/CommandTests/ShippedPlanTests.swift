import Diagnostics
import Presentation
import Reminders
import Rules
import TestSupport
import Testing

/// `corpus/PLAN.csv` lists the rows of a signed plan; its rule book must hold each in its own words.
@Suite("The shipped plans hold every row of their sources")
struct ShippedPlanTests {
  struct Plan: Sendable, CustomTestStringConvertible {
    var id: String
    /// Table rows and dated sentences of the source.
    var rows: Int
    /// Fewer than rows where a sentence only repeats a row.
    var tasks: Int
    /// Rows that state nothing a day could follow from.
    var toSettle: Int
    var testDescription: String { id }

    func book() throws -> (rules: RuleSet, diagnostics: [Diagnostic]) {
      RuleBook.read(own: try ruleFiles(in: "rules/\(id)"), shipped: try shippedRules())
    }
  }

  static let plans = [
    Plan(id: "khanh-hoa-skhcn-2024", rows: 52, tasks: 52, toSettle: 2),
    Plan(id: "ha-tinh-skhcn-2021", rows: 15, tasks: 15, toSettle: 0),
    Plan(id: "khanh-hoa-tinh-2021-2030", rows: 57, tasks: 57, toSettle: 2),
    Plan(id: "ha-tinh-tinh-2024", rows: 97, tasks: 97, toSettle: 3),
    Plan(id: "khanh-hoa-svhtt-2022", rows: 50, tasks: 46, toSettle: 0),
  ]

  @Test("They are clean, and say what is to settle", arguments: plans) func clean(_ plan: Plan) throws {
    let diagnostics = try plan.book().diagnostics
    #expect(diagnostics.allSatisfy { $0.code == "to-settle" }, "\(diagnostics.map { "\($0.code): \($0.words.en)" })")
    #expect(diagnostics.count == plan.toSettle)
  }

  @Test("Their tests pass", arguments: plans) func tests(_ plan: Plan) throws {
    let (rules, diagnostics) = try plan.book()
    let results = TestReport.runner(rules, diagnostics: diagnostics) { ReminderExpectations(rules, $0).failure }.run()
    #expect(results.count >= 12)
    for result in results { #expect(result.isPassed, "\(result.test.title): \(result.failures.map(\.reason))") }
  }

  @Test("271 rows are tasks", arguments: plans) func nothingLeftOut(_ plan: Plan) throws {
    let tasks = try plan.book().rules.tasks.map(\.id)
    let rows = try ShippedRow.rows(of: plan.id)
    #expect(rows.count == plan.rows)
    #expect(Set(tasks) == Set(rows.map(\.task)))
    #expect(tasks.count == plan.tasks)
  }

  @Test("A row's deadline is kept as it was printed", arguments: plans) func words(of plan: Plan) throws {
    let rules = try plan.book().rules
    // Blanks, and where a sentence was cut for the list, are the scan's.
    func folded(_ text: some StringProtocol) -> String { text.lowercased().filter { !$0.isWhitespace } }
    for row in try ShippedRow.rows(of: plan.id) {
      let task = try #require(rules.tasks.first { $0.id == row.task })
      let kept = ([task.asWritten].compactMap { $0 } + task.due.map(\.text)).map(folded)
      #expect(
        row.deadline.isEmpty || kept.contains { $0.contains(folded(row.deadline)) },
        "\(row.task): \(row.deadline), kept: \(kept)")
    }
  }
}
