import ArgumentParser
import Configuration
import Delivery
import Glibc
import Messages
import Reminders
import RuleSyntax
import StateFolder

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

  @OptionGroup var config: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  var configurationFile: ConfigurationFile? { config.file }

  func validate() throws {
    if !dryRun, rules != nil || texts {
      throw ValidationError("--rules, --texts: chỉ dùng với --dry-run / only with --dry-run")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    guard let setting = RoundSetting(config, state, language, environment) else { return .failure }
    if dryRun {
      return Rehearsal(setting, environment, language).run(at: now?.instant, folder: rules, withTexts: texts)
    }
    if now == nil, setting.hasNothingToDo(at: RoundSetting.clock()) {
      setting.state.noteLook()
      return .success
    }
    return WholeRound(setting, environment, language).run(at: now?.instant)
  }
}

extension RoundSetting {
  /// Whether the round before left nothing undone, nothing has changed since, and its next instant has not come. Once a
  /// day a round runs all the same, so that a quiet time never looks like a clock that jumped.
  func hasNothingToDo(at now: Instant) -> Bool {
    guard let mark = state.readRoundMark(), mark.held == nil, mark.failure == nil,
      (mark.began..<mark.began + 86_400).contains(now.seconds), mark.next.map({ now.seconds < $0 }) ?? true,
      Spool(state.spool).entries().isEmpty
    else { return false }
    return mark.stamp == stamp
  }
}
