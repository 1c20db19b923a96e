import ArgumentParser
import RuleSyntax

/// `nhacviec undo`: takes back that a duty is done or waived.
struct UndoCommand: TaskFactCommand {
  static let kind = FactKind.undone
  static let configuration = CommandConfiguration(
    "undo", vi: "Mở lại một việc đã ghi xong hoặc đã miễn.", en: "Open again what was recorded as done or waived.")

  @OptionGroup var subject: TaskArguments

  @Option(help: "Lý do / the reason.")
  var because: String?

  @OptionGroup var options: RecordOptions

  var ground: String? { because }
}
