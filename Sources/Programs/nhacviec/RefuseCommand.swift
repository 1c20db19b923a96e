import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec refuse`: records that more time was refused.
struct RefuseCommand: TaskFactCommand {
  static let kind = FactKind.extensionRefused
  static let configuration = CommandConfiguration(
    "refuse", vi: "Ghi nhận không đồng ý gia hạn.", en: "Record that more time was refused.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày trả lời / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\"."
  )
  var day: TypedDay

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { because }
}
