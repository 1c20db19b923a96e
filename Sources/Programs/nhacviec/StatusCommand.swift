import ArgumentParser
import Glibc
import Presentation
import RuleSyntax
import ServiceStatus
import Settings
import StateFolder

/// `nhacviec status`: how reminding goes, for people and for monitoring.
struct StatusCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: """
      Việc nhắc đang ra sao; mã thoát 0 tốt, 1 cảnh báo, 2 nghiêm trọng, 3 không rõ.
      How reminding goes; exits 0 well, 1 warning, 2 critical, 3 unknown.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "Dạng in ra / output format.")
  var format: Format = .text

  @Option(
    help: "Thư mục quy tắc để so / rule folder to compare (mặc định / default: $NHACVIEC_RULES, cấu hình, ./rules).")
  var rules: String?

  @OptionGroup var file: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  /// Read below: whoever monitors must learn that nothing is known.
  var configurationFile: ConfigurationFile? { nil }

  func run(in environment: CommandEnvironment) -> ExitCode {
    var environment = environment
    let unknown = ExitCode(Finding.Severity.unknown.rawValue)
    guard environment.configure(by: file.file) else { return unknown }
    let language = languages.language(in: environment)
    func fail(vi: String, en: String) -> ExitCode {
      environment.errors.write(language.choose(vi: "KHÔNG RÕ: \(vi)\n", en: "UNKNOWN: \(en)\n"))
      return unknown
    }
    if let closed = environment.folders.closedState(named: state.folder, recording: false) {
      let words = ClosedState.diagnostic(closed, environment)
      let lines = [words.words] + words.notes.map(\.words)
      return fail(
        vi: "\(closed): " + lines.map(\.vi).joined(separator: "; "),
        en: "\(closed): " + lines.map(\.en).joined(separator: "; "))
    }
    guard let path = environment.folders.stateFolder(named: state.folder) else {
      return fail(vi: "không có thư mục dữ liệu; dùng --state", en: "no state folder; use --state")
    }
    let folder = StateFolder(path)
    guard access(folder.post, R_OK | X_OK) == 0 else {
      return fail(
        vi: "không đọc được \(folder.post): chưa từng chạy, hoặc không thuộc nhóm nhacviec",
        en: "\(folder.post) cannot be read: nothing ever ran, or you are not in the group nhacviec")
    }
    let configuration = file.file.load().configuration
    LocalTime.use(configuration.office.timeZone)
    var status = ServiceStatus()
    status.read(folder)
    let ruleFolder = environment.folders.ruleFolder(named: rules)
    status.readFolder(ruleFolder, shipped: environment.folders.shippedRules())
    status.access = ServiceAccess.findings(folder, rules: ruleFolder)
    let report = StatusReport(
      status, daemon: .ask(folder), surroundings: environment.surroundings(folder, configuration.limits),
      now: Int64(environment.now))
    environment.output.write(format == .json ? report.json + "\n" : report.text(language))
    return ExitCode(report.severity.rawValue)
  }
}
