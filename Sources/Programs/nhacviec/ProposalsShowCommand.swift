import ArgumentParser
import Operations

/// `nhacviec proposals show`: shows one proposal, its mail, and what accepting it would change.
struct ProposalsShowCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "show", vi: "Xem một đề xuất: thư nói gì, chấp nhận thì đổi gì.",
    en: "One proposal: what its mail says, and what accepting it would change.")

  @Argument(help: "Số của đề xuất / the proposal's number.")
  var number: Int64

  @Option(help: "Việc được chọn khi thư có thể nói về nhiều việc / the duty that is meant, where there are several.")
  var task: [String] = []

  @Flag(
    help: "In nguyên thư, tệp quy tắc hoặc bảng theo dõi / the bytes of the mail, of the rule file or of the register.")
  var raw = false

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try ProposalQuery(stateFolder: state.folder, in: operations)
    if raw {
      console.output.write(try query.source(of: number))
      return .success
    }
    let proposal = try query.proposal(number)
    console.output.write(ProposalText(console.language, width: console.width).text(proposal))
    guard proposal.decision == nil, !proposal.content.isToBeRead else { return .success }
    do throws(OperationFailure) {
      let acceptance = try ProposalAcceptance(number, tasks: task, stateFolder: state.folder, in: operations)
      let accepted = try acceptance.accept(BookRequest(state: state.folder), yes: true, isRehearsal: true)
      console.output.write("\n")
      console.say(accepted)
    } catch {
      // What stands in the way of accepting it is worth knowing, and no failure of showing it.
      console.tell(error.remark)
    }
    return .success
  }
}
