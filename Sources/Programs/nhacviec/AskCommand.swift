import ArgumentParser
import CivilCalendar
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

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày yêu cầu / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var ground: String? { because ?? options.document }
}
