import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec answer`: records the explanation of a duty.
struct AnswerCommand: TaskFactCommand {
  static let kind = FactKind.explained
  static let configuration = CommandConfiguration(
    "answer", vi: "Ghi nhận giải trình của đơn vị về một việc.", en: "Record a unit's explanation of a duty.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "LỜI giải trình / the WORDS")
  var words: String

  @Option(
    name: [.customLong("on"), .customLong("date")],
    help: "Ngày giải trình / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { words }
}
