import ArgumentParser
import Operations
import Presentation
import ServiceStatus
import Settings

/// `nhacviec remind`: one whole round.
struct RemindCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind",
    abstract: """
      Một lượt nhắc việc: quyết định, soạn, gửi, ghi sổ; chạy lại không gửi lại.
      One round of reminders: decide, write, send, log; running it again sends nothing again.
      """)

  @Option(help: "Thời điểm của lượt / the instant of the round: 2027-03-15T08:00.")
  var now: MomentArgument?

  @Flag(help: "Chỉ xem sẽ gửi gì, không đổi gì / show what would go out, change nothing.")
  var dryRun = false

  @Option(help: "Với --dry-run: thư mục quy tắc thay cho bản đang có hiệu lực / with --dry-run: a rule folder.")
  var rules: String?

  @Flag(help: "Với --dry-run: in cả nội dung thư / with --dry-run: the texts too.")
  var texts = false

  @OptionGroup var options: RevisionOptions

  var configurationFile: ConfigurationFile? { options.config.file }

  func validate() throws {
    if !dryRun, rules != nil || texts {
      throw ValidationError(
        vi: "--rules, --texts: chỉ dùng với --dry-run", en: "--rules, --texts: only with --dry-run")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let context = try RemindContext(options.config.file, stateFolder: options.state.folder, in: operations)
      if dryRun {
        let rehearsal = try RemindRun(context).rehearse(folder: rules, at: now?.instant)
        let text = RehearsalText(rehearsal, language)
        warn(unitsWithoutMail: rehearsal.unitsWithoutMail, operations)
        environment.output.write(text.summary + (texts ? text.letters : ""))
        return .success
      }
      if now == nil, context.isOver() { return .success }
      let outcome = try RemindRun.run(in: context, at: now?.instant)
      warn(unitsWithoutMail: outcome.report?.unitsWithoutMail ?? 0, operations)
      write(outcome, environment, language)
      return ExitCode(outcome.ending)
    }
  }

  private func warn(unitsWithoutMail count: Int, _ operations: OperationContext) {
    if count > 0 { operations.tell(.warning(Finding.unitsWithoutMail(count).words)) }
  }

  private func write(_ outcome: RemindRun.Outcome, _ environment: CommandEnvironment, _ language: Language) {
    guard let report = outcome.report else {
      return environment.output.write(
        language.choose(
          vi: "Chưa có quy tắc nào có hiệu lực: nhacviec rules promote.\n",
          en: "No rules are live yet: nhacviec rules promote.\n"))
    }
    let text = RoundReportText(report, language)
    for line in text.failures { environment.errors.write(line + "\n") }
    environment.output.write(text.summary + "\n")
  }
}
