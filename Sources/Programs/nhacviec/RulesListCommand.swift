import ArgumentParser
import Operations
import Presentation

/// `nhacviec rules list`: lists the revisions, which one is live, what waits, and whether the rule folder differs.
struct RulesListCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "list", vi: "Các bản quy tắc: bản nào có hiệu lực, bản nào đang chờ, thư mục quy tắc có khác không.",
    en: "The revisions: which is live, what waits, whether the rule folder differs.")

  @Option(help: "Chỉ ngần này bản mới nhất / only so many, the newest.")
  var limit = 20

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let list = try RevisionList(limit: limit, state: state.folder, in: operations)
    console.output.write(list.text(console.language))
    if let folder = try list.changedFolder().map(TerminalEscaper.escape) {
      console.say(
        vi: "Thư mục quy tắc \(folder) khác bản đang có hiệu lực; xem “nhacviec rules diff”.",
        en: "The rule folder \(folder) differs from the live revision; see “nhacviec rules diff”.")
    }
    return .success
  }
}
