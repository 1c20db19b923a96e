import ArgumentParser
import Operations

/// `nhacviec proposals list`: lists what waits for a decision.
struct ProposalsListCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  static let configuration = CommandConfiguration(
    "list", vi: "Các đề xuất đang chờ xem.", en: "The proposals that wait for a decision.")

  @Flag(help: "Kể cả đề xuất đã chấp nhận hoặc từ chối / those that were accepted or refused, too.")
  var all = false

  @Option(help: "Nhiều nhất chừng này dòng / at most so many.")
  var limit = 100

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .table

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let found = try ProposalQuery(stateFolder: state.folder, in: operations).proposals(
      all ? nil : .waiting, limit: limit)
    let text = ProposalText(console.language, width: console.width)
    console.output.write(format == .json ? ProposalText.json(found) : text.table(found))
    return .success
  }
}
