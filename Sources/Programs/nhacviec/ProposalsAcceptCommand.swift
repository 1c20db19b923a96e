import ArgumentParser
import CivilCalendar
import Operations

/// `nhacviec proposals accept`: records what a proposal proposes.
struct ProposalsAcceptCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "accept", vi: "Chấp nhận một đề xuất: ghi nhận, hoặc sửa tệp quy tắc; đề xuất chỉ để đọc thì ghi là đã xem.",
    en: "Accept a proposal: record it, or change the rule files; one that is only to be read counts as read.")

  @Argument(help: "Số của đề xuất / the proposal's number.")
  var number: Int64

  @Option(help: "Việc được chọn khi thư có thể nói về nhiều việc / the duty that is meant, where there are several.")
  var task: [String] = []

  @Flag(help: "Chỉ cho xem sẽ đổi gì, không ghi / only show what would change.")
  var dryRun = false

  @Flag(help: "Vẫn ghi dù có điều bị hỏi lại / record in spite of questions.")
  var yes = false

  @Option(help: "Ngày được coi là hôm nay / the day taken for today: 2024-05-31, 31/5/2024.")
  var today: CivilDate?

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let acceptance = try ProposalAcceptance(number, tasks: task, stateFolder: state.folder, in: operations)
    if acceptance.isToBeRead {
      if !dryRun { try acceptance.noteRead() }
      console.say(vi: "Đã xem; không có gì để ghi nhận.", en: "It counts as read; there was nothing to record.")
      return .success
    }
    let request = BookRequest(today: today, state: state.folder)
    let accepted = try acceptance.accept(request, yes: yes, isRehearsal: dryRun)
    console.say(accepted)
    return ExitCode(accepted.ending)
  }
}

extension CommandEnvironment {
  /// Prints what accepting a proposal did, or would do.
  func say(_ accepted: AcceptedProposal) {
    if let recorded = accepted.recorded { say(recorded) }
    if accepted.recorded?.asksForYes != true { output.write(accepted.ruleText(language)) }
  }
}
