import ArgumentParser
import Delivery
import Glibc
import Presentation
import Reminders
import RuleSyntax
import Settings
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
      throw ValidationError(
        vi: "--rules, --texts: chỉ dùng với --dry-run", en: "--rules, --texts: only with --dry-run")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    guard let place = RoundPlace(config.file, state.folder, language, environment) else { return .failure }
    if !dryRun, now == nil, place.isOver() { return .success }
    guard let setting = RoundSetting(place, language, environment) else {
      if !dryRun {
        place.state.noteFailure(
          .init(
            vi: "mẫu thư có lỗi (nhacviec config check)", en: "the templates have errors (nhacviec config check)"),
          after: place.state.readRoundMark(), at: now?.instant ?? RoundSetting.clock())
      }
      return .failure
    }
    if dryRun {
      return Rehearsal(setting, environment, language).run(at: now?.instant, folder: rules, withTexts: texts)
    }
    return WholeRound(setting, environment, language).run(at: now?.instant)
  }
}
