import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

/// The options of every command that records.
struct RecordOptions: ParsableArguments {
  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @OptionGroup var state: StateOption

  @Option(name: [.long, .customLong("by")], help: "Số văn bản làm căn cứ / the document that it rests on.")
  var document: String?

  @Option(help: "Ghi chú / note.")
  var note: String?

  @Option(
    name: .customLong("for"), help: "Ghi nhận thay cho ai / recorded for whom (thêm vào người ghi / adds to you).")
  var onBehalfOf: String?

  @Flag(help: "Chỉ cho xem sẽ đổi gì, không ghi / only show what would change.")
  var dryRun = false

  @Flag(help: "Vẫn ghi dù có điều bị hỏi lại / record in spite of questions.")
  var yes = false

  @Option(help: "Ngày được coi là hôm nay / the day taken for today: 2024-05-31, 31/5/2024.")
  var today: CivilDate?

  @OptionGroup var languages: LanguageOption

  /// The number of the document as the log keeps it.
  var keptDocument: String? { document.flatMap(PlainWords.cleaned) }

  var request: RecordRequest {
    RecordRequest(
      book: BookRequest(rules: rules, today: today, state: state.folder), document: document, note: note,
      onBehalfOf: onBehalfOf, isRehearsal: dryRun, yes: yes)
  }
}

/// The arguments that name one or more duties of a task.
struct TaskArguments: ParsableArguments {
  @Argument(help: "NHIỆM-VỤ[@KỲ][/ĐƠN-VỊ] / TASK[@KEY][/UNIT], e.g. TC.1@2022-Q1")
  var task: String

  @Option(help: "Đơn vị, khi từng đơn vị có hạn riêng / the unit, where each owes on its own.")
  var unit: String?

  var name: TaskName { TaskName(task: task, unit: unit) }
}
