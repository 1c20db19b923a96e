import ArgumentParser
import Channels
import Daemon
import Glibc
import Operations
import Presentation
import RuleFiles
import RuleSyntax
import ServiceStatus
import Settings
import StateFolder

/// The program `nhacviecd`, which watches the rules and the clock, asks for rounds and answers requests.
@main
struct Nhacviecd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nhacviecd",
    abstract: """
      Dịch vụ nhắc việc: theo dõi quy tắc và đồng hồ, gọi lượt nhắc, trả lời yêu cầu. Không gửi gì.
      The daemon: watches the rules and the clock, asks for rounds, answers requests. It sends nothing.
      """,
    version: "nhacviecd \(version)")

  static let version = "0.1.0"

  @Flag(
    help: "Chạy không cần systemd, tự khởi động các lượt nhắc / without systemd; starts the rounds itself.")
  var foreground = false

  @Option(
    help: """
      Nơi nhận yêu cầu khi chạy --foreground: 127.0.0.1:8025 hoặc đường dẫn socket; ghi được nhiều lần / where to listen.
      """)
  var listen: [String] = []

  @Option(
    help: """
      Socket dành cho máy chủ web khi chạy --foreground; máy chủ web nói ai đang hỏi / the web server's socket file.
      """)
  var proxy: String?

  @Option(
    help: "Thư mục dữ liệu / state folder (mặc định / default: $NHACVIEC_STATE, /var/lib/nhacviec, ~/.local/state).")
  var state: String?

  @Option(help: "Tệp cấu hình / the file (mặc định / default: $NHACVIEC_CONFIG, /etc/nhacviec/nhacviec.toml).")
  var config: String?

  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, cấu hình, /etc/nhacviec/rules.d).")
  var rules: String?

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let language = Language.ofProcess ?? ConfigurationFile.ofProcess(option: nil).load().configuration.language
      guard exitCode(for: error) == .validationFailure, language == .vi else { exit(withError: error) }
      // The argument parser words its errors only in English.
      complain("lỗi: đối số không dùng được: \(message(for: error))\nXem cách dùng: nhacviecd --help\n")
      Glibc.exit(ExitCode.validationFailure.rawValue)
    }
  }

  func run() throws {
    let manager = ServiceManager.ofProcess()
    if ServiceManager.isOutOfReach {
      Self.complain(
        """
        cảnh báo: máy này không có libsystemd nên không báo được gì cho systemd ($NOTIFY_SOCKET)
        warning: this machine has no libsystemd, so that systemd is told nothing ($NOTIFY_SOCKET)

        """)
    }
    let file = ConfigurationFile.ofProcess(option: config)
    var (configuration, diagnostics) = file.load()
    let isRight = !diagnostics.hasErrors
    let language = configuration.language
    if foreground {
      let formatter = DiagnosticFormatter(language)
      for diagnostic in diagnostics { Self.complain(formatter.text(of: diagnostic)) }
      guard isRight else { throw ExitCode.failure }
    }
    let inherited = try inheritedSockets(language)
    // The daemon goes on with the defaults, reports once what is wrong, and reads the file again when it changes.
    if !isRight { configuration = .standard }
    guard foreground || !inherited.isEmpty else {
      throw refuse(
        language, vi: "không có socket nào từ systemd; chạy nhacviecd.socket, hoặc dùng --foreground",
        en: "there are no sockets from systemd; start nhacviecd.socket, or use --foreground")
    }
    let settings = try settings(configuration, file)
    if !LocalTime.use(configuration.office.timeZone) {
      Self.complain(
        language.choose(
          vi: "cảnh báo: máy này không có múi giờ ", en: "warning: this machine does not know the time zone "))
      Self.complain(configuration.office.timeZone + "\n")
    }
    do {
      let sockets = try inherited + (foreground ? own(settings.state, language) : [])
      let hasJournal = !foreground && getenv("JOURNAL_STREAM") != nil
      let daemon = try Daemon(
        settings, manager: manager, sockets: sockets, site: site(settings, file, language),
        journal: hasJournal ? .journal(JournalTransport()) : .standardError)
      try daemon.run()
    } catch let code as ExitCode {
      throw code
    } catch {
      throw refuse(language, vi: "không chạy được: \(error)", en: "cannot run: \(error)")
    }
  }

  /// The pages; nil, with a warning, where their templates are not found: reminding goes on without them.
  private func site(_ settings: DaemonSettings, _ file: ConfigurationFile, _ language: Language) -> DaemonSite? {
    do throws(OperationFailure) { return try DaemonSite(settings, file) } catch {
      let words = error.remark.summary
      Self.complain(
        language.choose(vi: "cảnh báo: không có trang: \(words.vi)\n", en: "warning: no pages: \(words.en)\n"))
      return nil
    }
  }

  private func inheritedSockets(_ language: Language) throws -> [ListeningSocket] {
    do {
      return try ListeningSocket.inherited()
    } catch {
      throw refuse(
        language, vi: "không dùng được socket của systemd: \(error.words.vi)",
        en: "cannot use the sockets of systemd: \(error.words.en)")
    }
  }

  private func settings(_ configuration: Configuration, _ file: ConfigurationFile) throws -> DaemonSettings {
    let folders = ProgramFolders.ofProcess.configured(rules: configuration.rules, state: configuration.state)
    guard let path = folders.stateFolder(named: state) else {
      throw refuse(
        configuration.language, vi: "không có thư mục dữ liệu; dùng --state", en: "no state folder; use --state")
    }
    let state = StateFolder(Self.absolute(path))
    let shipped = folders.shippedRules()
    let ruleFolder = Self.ruleFolder(rules)
    guard foreground else {
      return DaemonSettings(
        state: state, shipped: shipped, configurationFile: file, round: nil, version: Self.version,
        timeZone: configuration.office.timeZone, ruleFolder: ruleFolder)
    }
    // The rounds that it starts use the rule folder that was named when it was started.
    let first = ruleFolder(configuration)
    return DaemonSettings(
      state: state, shipped: shipped, configurationFile: file, round: round(state, first, file),
      version: Self.version, timeZone: configuration.office.timeZone, ruleFolder: { _ in first })
  }

  /// Gives the rule folder that `--rules`, `$NHACVIEC_RULES` or a configuration names.
  private static func ruleFolder(_ option: String?) -> @Sendable (Configuration) -> String {
    let folders = ProgramFolders.ofProcess
    return { absolute(folders.configured(rules: $0.rules, state: nil).ruleFolder(named: option)) }
  }

  /// The command that runs a round. The environment names the rule folder that the round promotes.
  private func round(_ state: StateFolder, _ rules: String, _ file: ConfigurationFile) -> [String] {
    setenv("NHACVIEC_RULES", rules, 1)
    let config = file.isNamed ? ["--config", file.path] : []
    return [RoundProcess.standardProgram(), "remind", "--state", state.path] + config
  }

  /// Opens the socket that `nhacviec status` asks, and those of `--listen` and `--proxy`.
  private func own(_ state: StateFolder, _ language: Language) throws -> [ListeningSocket] {
    let addresses = try listen.map { text in
      guard let address = ListenAddress(text) else {
        throw refuse(
          language, vi: "--listen “\(text)”: cần dạng 127.0.0.1:8025, [::1]:8025 hoặc /đường/dẫn/socket",
          en: "--listen “\(text)”: wanted is 127.0.0.1:8025, [::1]:8025 or /path/of/socket")
      }
      return address
    }
    try Folder.make(state.path)
    let sockets = try ([.path(state.socket)] + addresses).map { try ListeningSocket.open($0) }
    return try sockets + (proxy.map { [try ListeningSocket.open(.path(Self.absolute($0)), isProxy: true)] } ?? [])
  }

  private static func absolute(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return "\(String(cString: current))/\(path)"
  }

  private func refuse(_ language: Language, vi: String, en: String) -> ExitCode {
    Self.complain(language.choose(vi: "lỗi: \(vi)\n", en: "error: \(en)\n"))
    return .failure
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
