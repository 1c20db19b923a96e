import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec silence`: stops the reminders of a duty for a while.
struct SilenceCommand: TaskFactCommand {
  static let kind = FactKind.silenced
  static let configuration = CommandConfiguration(
    "silence", vi: "Ngừng nhắc một việc đến một ngày, nhiều nhất 90 ngày; không nêu kỳ thì mọi kỳ.",
    en: "Send no reminders until a day, 90 days at most; without a key, of all occurrences.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("until"), .customLong("date")],
    help: "Đến hết ngày / until this day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var day: TypedDay

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var ground: String? { because }
}
