import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

/// `nhacviec return`: records that what was reported is returned.
struct ReturnCommand: TaskFactCommand {
  static let kind = FactKind.returned
  static let configuration = CommandConfiguration(
    "return", vi: "Trả lại việc đã báo cáo, có lý do; có thể cho hạn mới.",
    en: "Return what was reported, with a reason and perhaps a new day.")

  @OptionGroup var subject: TaskArguments

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày trả lại / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @Option(help: "Lý do / the reason.")
  var because: String

  @Option(help: "Hạn mới / the new day: 2024-05-31, 31/5/2024.")
  var to: CivilDate?

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var newDay: String? { to?.written }
  var ground: String? { because }
}
