import ArgumentParser
import Glibc

/// The program `nhacviec` with all its commands.
@main
struct Nhacviec: ParsableCommand {
  static let configuration = CommandConfiguration(
    "nhacviec", vi: "Hạn của kế hoạch viết thành quy tắc: việc gì, của ai, hạn ngày nào, vì sao.",
    en: "Deadlines of plans as rules: what is due, whose, when, and why.",
    version: "nhacviec \(number)",
    subcommands: answering + recording + serving)

  /// The version of the program.
  static let number = "0.1.0"

  private static var answering: [any ParsableCommand.Type] {
    [
      CheckCommand.self, UpcomingCommand.self, ReportCommand.self, ShowCommand.self, ExplainCommand.self,
      CalendarCommand.self, DeadlineCommand.self, TestCommand.self, ExportCommand.self, ImportCommand.self,
      PlanCommand.self, AddCommand.self,
    ]
  }

  private static var recording: [any ParsableCommand.Type] {
    [
      EventCommand.self, DoneCommand.self, UndoCommand.self, SetCommand.self, ExtendCommand.self, WaiveCommand.self,
      ReassignCommand.self, SilenceCommand.self, AcceptCommand.self, ProgressCommand.self, AssignCommand.self,
      ConfirmCommand.self, ReturnCommand.self, RequestCommand.self, RefuseCommand.self, WithdrawCommand.self,
      AskCommand.self, AnswerCommand.self,
    ]
  }

  private static var serving: [any ParsableCommand.Type] {
    [
      ProposalsCommand.self, BaselineCommand.self, FactsCommand.self, AuditCommand.self, ConfigCommand.self,
      RulesCommand.self, RemindCommand.self, RouteCommand.self, RenderCommand.self, DeliveriesCommand.self,
      RetryCommand.self, RoundCommand.self, DoctorCommand.self, StatusCommand.self, BackupCommand.self,
      RestoreCommand.self, FeedsCommand.self, TokensCommand.self, MCPCommand.self,
    ]
  }

  static func main() {
    // If the reader goes away (`| head`), writing fails, and no signal ends the process.
    signal(SIGPIPE, SIG_IGN)
    Allocator.growInLargeSteps()
    let arguments = Array(CommandLine.arguments.dropFirst())
    if IdleCheck.isEnough(arguments) { return }
    do {
      var command = try parseAsRoot(PhraseArguments.separated(arguments))
      try command.run()
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      let complaint = ArgumentComplaint(arguments, ArgumentComplaint.languageOfProcess(), now: time(nil))
      let errors = OutputSink(descriptor: STDERR_FILENO)
      errors.write(complaint.text(for: error) + "\n")
      errors.flush()
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
  }
}
