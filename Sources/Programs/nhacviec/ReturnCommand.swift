import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec return`: records that what was reported is returned.
struct ReturnCommand: TaskFactCommand {
  static let kind = FactKind.returned
  static let configuration = CommandConfiguration(
    "return", vi: "Trả lại việc đã báo cáo, có lý do; có thể cho hạn mới.",
    en: "Return what was reported, with a reason and perhaps a new day.")

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("on"), .customLong("date")], help: "Ngày trả lại / the day: 31/5/2024, \"hôm nay\", \"thứ Sáu\"."
  )
  var day: TypedDay

  @Option(help: "Lý do / the reason.")
  var because: String

  @Option(help: "Hạn mới / the new day: 31/5/2024, \"hôm nay\", \"thứ Sáu\".")
  var to: TypedDay?

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? { .day(day) }
  var newDay: TypedDay? { to }
  var ground: String? { because }
}
