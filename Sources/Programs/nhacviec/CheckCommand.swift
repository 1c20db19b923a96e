import ArgumentParser
import Operations
import Presentation
import Revisions

/// `nhacviec check`: everything that is wrong in rule files.
struct CheckCommand: EnvironmentCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: """
      Kiểm tra các tệp quy tắc; mã thoát 1 khi có lỗi.
      Check rule files; exits 1 where there are errors.
      """)

  @Argument(help: "Tệp hoặc thư mục / files or folders (mặc định / default: --rules).")
  var paths: [String] = []

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, ./rules).")
  var rules: String?

  @Option(help: "text, json.")
  var format: Format = .text

  @OptionGroup var languages: LanguageOption

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    let places = paths.isEmpty ? [environment.folders.ruleFolder(named: rules)] : paths
    var loaded = LoadedRules(paths: places, in: environment.operations(language))
    if !loaded.hasErrors { loaded.diagnostics += RuleCheck.unexpanded(loaded.rules) }
    let report = DiagnosticReport(environment, language)
    switch format {
    case .json: report.printJSON(loaded.diagnostics)
    case .text: report.print(loaded.diagnostics, files: loaded.files)
    }
    return loaded.hasErrors ? .failure : .success
  }
}
