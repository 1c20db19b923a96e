import CivilCalendar
import Delivery
import FactLog
import FactLogSQLite
import Glibc
import Presentation
import RuleFiles
import ServiceStatus
import Settings
import StateFolder

/// All that a command takes from the world: sinks, folders, language, clock. Tests make their own.
struct CommandEnvironment {
  var output: OutputSink
  var errors: OutputSink
  var folders: ProgramFolders
  /// Of the locale, else the configuration's.
  var language: Language
  var isColoured: Bool
  /// Columns of the terminal.
  var width: Int
  /// Seconds since 1970 (UTC).
  var now: Int
  /// Reads standard input: some bytes, none at its end.
  var input: () -> [UInt8]

  /// Whether the locale says a language; `C` and `POSIX` say none.
  var hasLocale = true
  /// The configuration file that was read, its stamp from before, and what it says.
  var configuration: (path: String, stamp: FileStamp, values: Configuration)?
  /// Who records (decision: author-is-login); nil: the process's user.
  var recorder: String?
  var login: String { recorder ?? Self.login(of: getuid()) }
  /// Opens the log of facts in a folder.
  var openFacts: (String, SQLiteFactLog.Access) throws(StoreFailure) -> any FactLog = {
    (folder, access) throws(StoreFailure) in try SQLiteFactLog(folder: folder, access)
  }

  /// What systemd says of the service.
  var units: (StateFolder) -> ServiceUnits? = { ServiceUnits.ask($0) }

  /// Ends the process, with everything written; nil: the command returns.
  var leave: ((Int32) -> Never)?

  var style: TerminalStyle { TerminalStyle(isColoured: isColoured) }

  /// What the machine gives to reminders: disk, clock, units.
  func surroundings(_ state: StateFolder, _ limits: Configuration.Limits) -> Surroundings {
    var surroundings = Surroundings(of: state)
    surroundings.isClockLoose = limits.needsSynchronisedClock && !SystemClock.isSynchronised
    surroundings.units = units(state)
    return surroundings
  }

  /// On the error sink.
  func warn(_ finding: StatusFinding, _ language: Language) {
    let words = finding.words.text(in: language)
    errors.write(TerminalEscaper.escape(language.choose(vi: "cảnh báo: \(words)", en: "warning: \(words)")) + "\n")
  }

  static func ofProcess() -> CommandEnvironment {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let (output, errors) = (OutputSink(descriptor: STDOUT_FILENO), OutputSink(descriptor: STDERR_FILENO))
    let parts = locale?.split(separator: ".").first
    return CommandEnvironment(
      output: output, errors: errors,
      folders: .ofProcess, language: Language(locale: locale),
      isColoured: isTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb",
      width: terminalWidth(), now: time(nil), input: readInput,
      hasLocale: parts.map { $0 != "C" && $0 != "POSIX" } ?? false,
      leave: { code in exit(finish(code, output, errors)) })
  }

  /// Writes everything out. A list that could not be written whole is a failure, whatever the command says.
  func finish(_ code: Int32) -> Int32 { Self.finish(code, output, errors) }

  private static func finish(_ code: Int32, _ output: OutputSink, _ errors: OutputSink) -> Int32 {
    output.flush()
    guard let failure = output.failure else {
      errors.flush()
      return code
    }
    errors.write("lỗi / error: không ghi được / cannot write: \(failure)\n")
    errors.flush()
    return code == 0 ? 1 : code
  }

  /// The value of a variable that is set and not empty.
  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// A user's login; its number where the machine has no name for it.
  static func login(of user: uid_t) -> String {
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "uid:\(user)" }
    return String(cString: name)
  }

  private static func terminalWidth() -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return variable("COLUMNS").flatMap(Int.init).map { max(40, $0) } ?? 120
  }

  private static func readInput() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR { result = read(STDIN_FILENO, buffer.baseAddress, buffer.count) }
      count = max(0, result)
    }
  }
}

/// Of `status`, beside those of `doctor`.
typealias StatusFinding = Finding
