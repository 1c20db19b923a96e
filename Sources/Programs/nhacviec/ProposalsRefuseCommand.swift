import ArgumentParser
import Operations

/// `nhacviec proposals refuse`: notes that a proposal is not recorded.
struct ProposalsRefuseCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "refuse", vi: "Từ chối một đề xuất; không ghi nhận gì.", en: "Refuse a proposal; nothing is recorded.")

  @Argument(help: "Số của đề xuất / the proposal's number.")
  var number: Int64

  @Option(help: "Lý do / the reason.")
  var because: String

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    try ProposalQuery(stateFolder: state.folder, in: operations).refuse(number, because: because, in: operations)
    console.say(vi: "Đã từ chối đề xuất số \(number).", en: "Proposal \(number) was refused.")
    return .success
  }
}
