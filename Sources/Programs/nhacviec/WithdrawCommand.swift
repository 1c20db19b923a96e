import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec withdraw`: records that a unit no longer asks for more time.
struct WithdrawCommand: TaskFactCommand {
  static let kind = FactKind.extensionWithdrawn
  static let configuration = CommandConfiguration(
    "withdraw", vi: "Rút đề nghị gia hạn.", en: "Withdraw a request for more time.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày rút / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @Option(help: "Lý do / the reason.")
  var because: String?

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { because }
}
