import ArgumentParser
import Diagnostics
import Operations
import Presentation
import Reminders
import Rules

/// `nhacviec test`: the `kiểm thử` blocks of rule files.
struct TestCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: """
      Chạy các khối kiểm thử; mã thoát 1 khi có điều không đúng.
      Run the test blocks; exits 1 where one fails.
      """)

  @Argument(help: "Tệp hoặc thư mục / files or folders (mặc định / default: --rules).")
  var paths: [String] = []

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, ./rules).")
  var rules: String?

  @OptionGroup var languages: LanguageOption

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    let places = paths.isEmpty ? [environment.folders.ruleFolder(named: rules)] : paths
    let loaded = LoadedRules(paths: places, in: environment.operations(language))
    // Errors that a test expects (`lỗi …`) are no reason to stop.
    let unexpected = loaded.diagnostics.filter { $0.severity == .error && !isExpected($0, loaded.rules) }
    guard unexpected.isEmpty else {
      DiagnosticReport(environment, language).printToErrors(unexpected, files: loaded.files)
      return .failure
    }
    guard !loaded.rules.tests.isEmpty else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: không có khối kiểm thử nào trong \(places.joined(separator: ", "))\n",
          en: "error: there are no test blocks in \(places.joined(separator: ", "))\n"))
      return .failure
    }
    let results = TestReport.runner(loaded.rules, diagnostics: loaded.diagnostics) { test in
      ReminderExpectations(loaded.rules, test).failure
    }.run()
    let report = TestReport(loaded.rules, language, style: environment.style, width: environment.width)
    for result in results { environment.output.write(report.text(of: result)) }
    environment.output.write(report.summary(of: results) + "\n")
    return results.allSatisfy(\.isPassed) ? .success : .failure
  }

  private func isExpected(_ diagnostic: Diagnostic, _ rules: RuleSet) -> Bool {
    rules.tests.contains { test in
      test.expected.contains { expectation in
        guard expectation.kind == .error, let words = expectation.words else { return false }
        return diagnostic.words.vi.contains(words) || diagnostic.words.en.contains(words)
      }
    }
  }
}
