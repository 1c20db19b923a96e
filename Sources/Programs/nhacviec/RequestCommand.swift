import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec request`: records that a unit asks for more time.
struct RequestCommand: TaskFactCommand {
  static let kind = FactKind.extensionAsked
  static let configuration = CommandConfiguration(
    "request", vi: "Ghi nhận đơn vị xin gia hạn một việc.", en: "Record that a unit asks for more time.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày xin / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @Option(help: "Lý do / the reason.")
  var because: String

  @Option(help: "Xin đến ngày nào / until when: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var to: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var newDay: TypedDay? { to }
  var ground: String? { because }
}
