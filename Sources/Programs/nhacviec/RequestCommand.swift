import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

/// `nhacviec request`: records that a unit asks for more time.
struct RequestCommand: TaskFactCommand {
  static let kind = FactKind.extensionAsked
  static let configuration = CommandConfiguration(
    "request", vi: "Ghi nhận đơn vị xin gia hạn một việc.", en: "Record that a unit asks for more time.")

  @OptionGroup var subject: TaskArguments

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày xin / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @Option(help: "Lý do / the reason.")
  var because: String

  @Option(help: "Xin đến ngày nào / until when: 2024-05-31, 31/5/2024.")
  var to: CivilDate

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var newDay: String? { to.written }
  var ground: String? { because }
}
