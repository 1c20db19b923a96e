import ArgumentParser
import Operations

/// `nhacviec check`: reports everything that is wrong in rule files.
struct CheckCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    "check", vi: "Kiểm tra các tệp quy tắc; mã thoát 1 khi có lỗi.",
    en: "Check rule files; exits 1 where there are errors.")

  @OptionGroup var files: RuleFileOptions

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .text

  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let loaded = LoadedRules(paths: files.places(operations), in: operations)
    let findings = loaded.findings
    switch format {
    case .json: console.reportJSON(findings)
    case .text: console.report(findings, files: loaded.files, to: console.output)
    }
    return findings.contains { $0.severity == .error } ? .failure : .success
  }
}
