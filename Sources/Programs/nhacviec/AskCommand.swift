import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec ask`: records that an explanation was asked.
struct AskCommand: TaskFactCommand {
  static let kind = FactKind.explanationAsked
  static let configuration = CommandConfiguration(
    "ask", vi: "Ghi nhận yêu cầu giải trình một việc.", en: "Record that an explanation of a duty was asked.")

  @OptionGroup var subject: TaskArguments

  @Option(help: "Lý do / the reason.")
  var because: String?

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày yêu cầu / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\"."
  )
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { because ?? options.document }
}
