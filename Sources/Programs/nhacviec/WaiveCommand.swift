import ArgumentParser
import RuleSyntax

/// `nhacviec waive`: records that a duty need not be done.
struct WaiveCommand: TaskFactCommand {
  static let kind = FactKind.waived
  static let configuration = CommandConfiguration(
    "waive", vi: "Miễn một việc, có lý do.", en: "Waive a duty, with a reason.")

  @OptionGroup var subject: TaskArguments

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var options: RecordOptions

  var ground: String? { because }
}
