import ArgumentParser
import Operations

/// The arguments that name rule files.
struct RuleFileOptions: ParsableArguments {
  @Argument(help: "Tệp hoặc thư mục / files or folders (mặc định / default: --rules).")
  var paths: [String] = []

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, ./rules).")
  var rules: String?

  func places(_ operations: OperationContext) -> [String] {
    paths.isEmpty ? [operations.folders.ruleFolder(named: rules)] : paths
  }
}
