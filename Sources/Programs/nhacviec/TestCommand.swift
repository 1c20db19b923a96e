import ArgumentParser
import Operations
import Presentation

/// `nhacviec test`: runs the `kiểm thử` blocks of rule files.
struct TestCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "test", vi: "Chạy các khối kiểm thử; mã thoát 1 khi có điều không đúng.",
    en: "Run the test blocks; exits 1 where one fails.")

  @OptionGroup var files: RuleFileOptions
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let places = files.places(operations)
    let tests = try RuleTests(LoadedRules(paths: places, in: operations), in: places)
    let report = TestReport(tests.rules, console.language, style: console.style, width: console.width)
    for result in tests.results { console.output.write(report.text(of: result)) }
    console.output.write(report.summary(of: tests.results) + "\n")
    return tests.results.allSatisfy(\.isPassed) ? .success : .failure
  }
}
