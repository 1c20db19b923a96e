import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

/// `nhacviec withdraw`: records that a unit no longer asks for more time.
struct WithdrawCommand: TaskFactCommand {
  static let kind = FactKind.extensionWithdrawn
  static let configuration = CommandConfiguration(
    "withdraw", vi: "Rút đề nghị gia hạn.", en: "Withdraw a request for more time.")

  @OptionGroup var subject: TaskArguments

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày rút / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @Option(help: "Lý do / the reason.")
  var because: String?

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var ground: String? { because }
}
