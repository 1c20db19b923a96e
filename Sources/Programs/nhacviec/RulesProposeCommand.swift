import ArgumentParser
import Operations

/// `nhacviec rules propose`: proposes the blocks in which an edited copy of a rule file differs from it.
struct RulesProposeCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "propose", vi: "Đề xuất sửa một tệp quy tắc; chưa đổi gì cho đến khi có người chấp nhận.",
    en: "Propose a changed rule file; nothing changes until somebody accepts it.")

  @Argument(help: "Bản sao đã sửa của tệp quy tắc / the edited copy of a rule file.")
  var file: String

  @Option(help: "Tệp được sửa, tính từ thư mục quy tắc / the file that it stands for, below the rule folder.")
  var `for`: String?

  @Option(help: "Lý do / the reason.")
  var because: String

  @Option(help: "Thư mục quy tắc / the rule folder.")
  var rules: String?

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let request = BookRequest(rules: rules, state: state.folder)
    let proposed = try RuleProposal(file: file, for: `for`, because: because, request, in: operations).propose()
    console.output.write(ProposalText(console.language, width: console.width).blocks(proposed.content.blocks))
    console.say(
      vi: "Đề xuất số \(proposed.number) chờ xem; chưa đổi gì.",
      en: "Proposal \(proposed.number) waits; nothing has changed.")
    return .success
  }
}
