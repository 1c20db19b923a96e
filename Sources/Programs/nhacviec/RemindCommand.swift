import ArgumentParser
import Operations
import Reminders
import ServiceStatus
import Settings

/// `nhacviec remind`: carries out one round of reminders.
struct RemindCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "remind", vi: "Một lượt nhắc việc: quyết định, soạn, gửi, ghi sổ; chạy lại không gửi lại.",
    en: "One round of reminders: decide, write, send, log; running it again sends nothing again.")

  @Option(help: "Thời điểm của lượt / the instant of the round: 2027-03-15T08:00.")
  var now: Instant?

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

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    // A round looks ahead over everything that is due; over thousands of years it would take forever.
    if let now, abs(now.seconds - Int64(operations.now)) > 100 * 366 * 86_400 {
      throw OperationFailure(vi: "--now: cách hôm nay quá 100 năm", en: "--now: more than a hundred years from today")
    }
    let context = try RemindContext(options.config.file, stateFolder: options.state.folder, in: operations)
    if dryRun {
      let rehearsal = try RemindRun(context).rehearse(folder: rules, at: now)
      let text = RehearsalText(rehearsal, console.language)
      warn(unitsWithoutMail: rehearsal.unitsWithoutMail, console)
      console.output.write(text.summary + (texts ? text.letters : ""))
      return .success
    }
    if now == nil, context.isOver() { return .success }
    let outcome = try RemindRun.run(in: context, at: now)
    guard let report = outcome.report else {
      console.say(
        vi: "Chưa có quy tắc nào có hiệu lực: nhacviec rules promote.",
        en: "No rules are live yet: nhacviec rules promote.")
      return ExitCode(outcome.ending)
    }
    warn(unitsWithoutMail: report.unitsWithoutMail, console)
    let text = RoundReportText(report, console.language)
    for line in text.failures { console.errors.write(line + "\n") }
    console.output.write(text.summary + "\n")
    return ExitCode(outcome.ending)
  }

  private func warn(unitsWithoutMail count: Int, _ console: CommandEnvironment) {
    if count > 0 { console.tell(.warning(Finding.unitsWithoutMail(count).words)) }
  }
}
