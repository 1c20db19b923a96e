import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec accept`: records that a unit has taken a duty on.
struct AcceptCommand: TaskFactCommand {
  static let kind = FactKind.accepted
  static let configuration = CommandConfiguration(
    "accept", vi: "Ghi nhận đơn vị đã tiếp nhận việc.", en: "Record that a unit has taken a duty on.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")],
    help: "Ngày tiếp nhận / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { nil }
}
