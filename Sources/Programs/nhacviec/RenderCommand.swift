import ArgumentParser
import Operations

/// `nhacviec render`: shows a message as it would be sent.
struct RenderCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "render", vi: "Xem trước thư nhắc của một bước.", en: "Show the message of one step.")

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @Option(help: "Bước, như route liệt kê / the step, as route lists them: before:7, overdue:1, superior …")
  var step: String

  @Option(help: "Chỉ thư gửi đơn vị, nhóm này: mã hoặc tên / only to this unit or group: id or name.")
  var to: String?

  @Option(name: .customLong("as"), help: "Dạng in ra / the form.")
  var form: LetterForm = .text

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let letters = try ReminderQuery(task, folder: rules, run).letters(step: step, to: to, as: form)
    for letter in letters { console.output.write(letter) }
    return .success
  }
}
