import Channels
import Diagnostics
import Presentation
import Reminders
import Rules
import TestSupport
import Testing

@Suite("Rule books and mistakes shown in docs/")
struct DocumentedRuleBookTests {
  @Test(
    "The rule books of a page are clean",
    arguments: ["language.md", "language.vi.md", "first-steps.vi.md", "import.vi.md", "diagnostics.md"])
  func clean(page: String) throws {
    let files = try DocumentedExamples(page: page).ruleFiles
    try #require(!files.isEmpty)
    let errors = RuleBook.read(
      own: files, shipped: try DocumentedExamples.shipped.get(), channels: ChannelCatalog.forms
    ).diagnostics.errors
    #expect(errors.isEmpty, "\(errors.map { "\($0.span.source.name): \($0.code): \($0.words.en)" })")
  }

  @Test(
    "The tests in the rule books of a page pass",
    arguments: ["language.md", "language.vi.md", "first-steps.vi.md", "import.vi.md"])
  func tests(page: String) throws {
    let (rules, diagnostics) = RuleBook.read(
      own: try DocumentedExamples(page: page).ruleFiles, shipped: try DocumentedExamples.shipped.get())
    let results = TestReport.runner(rules, diagnostics: diagnostics) { ReminderExpectations(rules, $0).failure }.run()
    #expect(!results.isEmpty)
    for result in results { #expect(result.isPassed, "\(result.test.title): \(result.failures.map(\.reason))") }
  }

  @Test("Every code has a section") func everyCode() throws {
    let page = try text(of: "docs/diagnostics.md")
    for code in DiagnosticCode.allCases {
      #expect(page.contains("### `\(code.rawValue)`\n"), "no section for \(code.rawValue)")
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var code: String
    var body: String
    var testDescription: String { code }
  }

  static let mistakes: [Mistake] = {
    let examples = try? DocumentedExamples(page: "diagnostics.md")
    return (examples?.blocks ?? []).filter { $0.words.first == "wrong" }.map {
      Mistake(code: $0.heading, body: $0.body)
    }
  }()

  @Test("The page has mistakes") func present() {
    #expect(Self.mistakes.count > 30)
  }

  @Test("A mistake gives the code of its section", arguments: mistakes)
  func code(of mistake: Mistake) throws {
    var files = try DocumentedExamples(page: "diagnostics.md").ruleFiles
    files.append(SourceText(name: "base/wrong.rules", text: mistake.body))
    let codes = RuleBook.read(
      own: files, shipped: try DocumentedExamples.shipped.get(), channels: ChannelCatalog.forms
    ).diagnostics.map(\.code)
    #expect(codes.contains(mistake.code), "gave \(codes)")
  }
}
