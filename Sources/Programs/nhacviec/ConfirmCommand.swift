import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec confirm`: records that what was reported is confirmed.
struct ConfirmCommand: TaskFactCommand {
  static let kind = FactKind.confirmed
  static let configuration = CommandConfiguration(
    "confirm", vi: "Xác nhận việc đã báo cáo hoàn thành.", en: "Confirm what was reported as done.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "LỜI đánh giá, nếu có / WORDS, if any.")
  var words: String?

  @Option(
    name: [.customLong("on"), .customLong("date")],
    help: "Ngày xác nhận / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { words }
}
