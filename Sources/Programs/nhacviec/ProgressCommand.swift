import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec progress`: records how far a duty is.
struct ProgressCommand: TaskFactCommand {
  static let kind = FactKind.progress
  static let configuration = CommandConfiguration(
    "progress", vi: "Ghi nhận tiến độ của một việc.", en: "Record how far a duty is.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "LỜI, như \"40%, đang lấy ý kiến\" / the WORDS")
  var words: String

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày nói / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { words }
}
