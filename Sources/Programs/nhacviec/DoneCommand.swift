import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec done`: records that a duty is done.
struct DoneCommand: TaskFactCommand {
  static let kind = FactKind.done
  static let configuration = CommandConfiguration(
    "done", vi: "Ghi nhận một việc đã xong.", en: "Record that a duty is done.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày xong / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
}
