import ArgumentParser
import Operations

/// `nhacviec rules promote`: makes the rule folder the live revision.
struct RulesPromoteCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "promote",
    vi: "Đưa thư mục quy tắc vào hiệu lực; nếu làm mất ghi nhận hoặc sẽ nhắc quá nhiều nơi thì chờ xác nhận.",
    en: "Make the rule folder live; where that loses facts or writes to many it waits for acceptance.")

  @Option(
    help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, cấu hình / configuration, ./rules).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    console.say(try ServiceRequest(run).promote(folder: rules))
  }
}
