import ArgumentParser
import Operations
import Presentation

/// `nhacviec route`: shows who would be told of a task, when and through what.
struct RouteCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "route", vi: "Ai sẽ được nhắc về một việc, khi nào, bằng cách nào.",
    en: "Who would be told of a task, when, and how.")

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try ReminderQuery(task, folder: rules, run)
    console.output.write(try RouteText(query, console.language, style: console.style, width: console.width).text)
    return .success
  }
}
