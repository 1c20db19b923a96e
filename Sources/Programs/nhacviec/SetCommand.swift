import ArgumentParser
import Operations
import RuleSyntax

/// `nhacviec set`: records a day that a timetable, or somebody with the right to, has set.
struct SetCommand: TaskFactCommand {
  static let kind = FactKind.set
  static let configuration = CommandConfiguration(
    "set", vi: "Ấn định hạn cho việc đang chờ ngày.", en: "Set the day of a duty that awaits one.")

  @OptionGroup var subject: TaskArguments

  @Argument(help: "Ngày hoặc lời văn / a day or a wording: 2024-06-30, 30/6/2024, \"trước ngày 30/6/2024\".")
  var deadline: String

  @OptionGroup var options: RecordOptions

  var detail: FactDetail? {
    TypedDay(written: deadline).map { .day($0) } ?? .words(PlainWords.cleaned(deadline) ?? "")
  }
}
