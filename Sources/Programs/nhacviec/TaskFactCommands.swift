import ArgumentParser
import CivilCalendar
import Operations
import RuleSyntax

extension Nhacviec {
  /// One for each kind of fact about a task.
  static var taskFactCommands: [any ParsableCommand.Type] {
    [
      DoneCommand.self, UndoCommand.self, SetCommand.self, ExtendCommand.self, WaiveCommand.self,
      ReassignCommand.self, SilenceCommand.self,
    ]
  }
}

/// `nhacviec done`: a duty is completed.
struct DoneCommand: TaskFactCommand {
  static let kind = FactKind.done
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: """
      Ghi nhận một việc đã xong.
      Record that a duty is done.
      """)

  @OptionGroup var subject: TaskArguments

  @Option(name: [.customLong("on"), .customLong("date")], help: "Ngày xong / the day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
}

/// `nhacviec undo`: it was not done, or not to be waived.
struct UndoCommand: TaskFactCommand {
  static let kind = FactKind.undone
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: """
      Mở lại một việc đã ghi xong hoặc đã miễn.
      Open again what was recorded as done or waived.
      """)

  @OptionGroup var subject: TaskArguments

  @Option(help: "Lý do / the reason.")
  var because: String?

  @OptionGroup var options: RecordOptions

  var ground: String? { because }
}

/// `nhacviec set`: a timetable, or somebody with the right to, named the day.
struct SetCommand: TaskFactCommand {
  static let kind = FactKind.set
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: """
      Ấn định hạn cho việc đang chờ ngày.
      Set the day of a duty that awaits one.
      """)

  @OptionGroup var subject: TaskArguments

  @Argument(help: "Ngày hoặc lời văn / a day or a wording: 2024-06-30, 30/6/2024, \"trước ngày 30/6/2024\".")
  var deadline: String

  @OptionGroup var options: RecordOptions

  var detail: String? { CivilDate(written: deadline)?.written ?? PlainWords.cleaned(deadline) ?? "" }
}

/// `nhacviec extend`: more time, by a document.
struct ExtendCommand: TaskFactCommand {
  static let kind = FactKind.extended
  static let configuration = CommandConfiguration(
    commandName: "extend",
    abstract: """
      Gia hạn một việc đến một ngày, theo một văn bản.
      Extend one duty to a day, by a document.
      """)

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("to"), .customLong("date")], help: "Đến hết ngày / until this day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @OptionGroup var options: RecordOptions

  func validate() throws {
    if options.keptDocument == nil {
      throw ValidationError(
        vi: "gia hạn phải có văn bản: --document", en: "an extension needs its document: --document")
    }
  }

  var detail: String? { day.written }
}

/// `nhacviec waive`: it need not be done.
struct WaiveCommand: TaskFactCommand {
  static let kind = FactKind.waived
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: """
      Miễn một việc, có lý do.
      Waive a duty, with a reason.
      """)

  @OptionGroup var subject: TaskArguments

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var options: RecordOptions

  var ground: String? { because }
}

/// `nhacviec reassign`: another unit leads.
struct ReassignCommand: TaskFactCommand {
  static let kind = FactKind.reassigned
  static let configuration = CommandConfiguration(
    commandName: "reassign",
    abstract: """
      Chuyển việc cho đơn vị khác chủ trì; không nêu kỳ thì mọi kỳ.
      Give a duty to another lead; without a key, all its occurrences.
      """)

  @OptionGroup var subject: TaskArguments

  @Argument(help: "ĐƠN-VỊ nhận việc / the UNIT that takes it.")
  var recipient: String

  @OptionGroup var options: RecordOptions

  var detail: String? { PlainWords.cleaned(recipient) ?? "" }
}

/// `nhacviec silence`: no reminders for a while.
struct SilenceCommand: TaskFactCommand {
  static let kind = FactKind.silenced
  static let configuration = CommandConfiguration(
    commandName: "silence",
    abstract: """
      Ngừng nhắc một việc đến một ngày, nhiều nhất 90 ngày; không nêu kỳ thì mọi kỳ.
      Send no reminders until a day, 90 days at most; without a key, of all occurrences.
      """)

  @OptionGroup var subject: TaskArguments

  @Option(
    name: [.customLong("until"), .customLong("date")], help: "Đến hết ngày / until this day: 2024-05-31, 31/5/2024.")
  var day: CivilDate

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var options: RecordOptions

  var detail: String? { day.written }
  var ground: String? { because }
}
