import ArgumentParser
import CivilCalendar
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

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày giải trình / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var ground: String? { words }
}
