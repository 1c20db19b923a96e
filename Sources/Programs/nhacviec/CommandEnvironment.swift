import ArgumentParser
import Channels
import Delivery
import Diagnostics
import Glibc
import Operations
import Presentation
import Reminders
import RuleFiles
import Settings
import StateFolder

/// Everything that a command takes from its surroundings: sinks, language, terminal, and what operations take. Tests
/// supply their own.
struct CommandEnvironment {
  var output: OutputSink
  var errors: OutputSink
  /// The language of the locale, else the configuration's.
  var language: Language
  var isColoured: Bool
  /// The columns of the terminal.
  var width: Int
  /// The lines of the terminal; nil if the output is none.
  var height: Int?
  /// Whether the locale names a language; `C` and `POSIX` do not.
  var hasLocale: Bool
  /// Ends the process after everything is written; nil if the command must return, as in tests.
  var leave: ((Int32) -> Never)?
  /// What operations take, before `tell` is set.
  var world: OperationContext

  init(
    output: OutputSink, errors: OutputSink, folders: ProgramFolders, language: Language, isColoured: Bool, width: Int,
    now: Int, input: @escaping () -> [UInt8], hasLocale: Bool = true, recorder: String? = nil,
    leave: ((Int32) -> Never)? = nil
  ) {
    (self.output, self.errors, self.leave) = (output, errors, leave)
    (self.language, self.hasLocale, self.isColoured, self.width) = (language, hasLocale, isColoured, width)
    world = OperationContext(
      folders: folders, now: now, clock: { Instant(seconds: Int64(time(nil))) }, input: input, recorder: recorder,
      credentials: ConfigurationFile.credentialFolder, isClockSynchronised: { SystemClock.isSynchronised },
      journal: { access(JournalTransport.socket, W_OK) == 0 ? { _ = JournalTransport().send($0) } : nil })
  }

  var folders: ProgramFolders { world.folders }

  var style: TerminalStyle { TerminalStyle(isColoured: isColoured) }

  // MARK: Operations

  /// What operations take; what they say goes to the error sink.
  var operations: OperationContext {
    var context = world
    context.tell = tell
    return context
  }

  /// Prints a line on the output sink.
  func say(vi: @autoclosure () -> String, en: @autoclosure () -> String) {
    output.write(language.choose(vi: vi(), en: en()) + "\n")
  }

  /// Prints a line on the error sink.
  func complain(vi: @autoclosure () -> String, en: @autoclosure () -> String) {
    errors.write(language.choose(vi: vi(), en: en()) + "\n")
  }

  /// Prints a remark of an operation on the error sink.
  func tell(_ remark: Remark) {
    func line(_ words: Bilingual, _ label: Bilingual = .init(vi: "", en: "")) {
      errors.write(TerminalEscaper.escape(label.text(in: language) + words.text(in: language)) + "\n")
    }
    switch remark {
    case .error(let words): line(words, .init(vi: "lỗi: ", en: "error: "))
    case .warning(let words): line(words, .init(vi: "cảnh báo: ", en: "warning: "))
    case .note(let words): line(words, .init(vi: "lưu ý: ", en: "note: "))
    case .progress(let words):
      line(words)
      errors.flush()
    case .diagnostics(let diagnostics, let files):
      report(diagnostics, files: files, to: errors)
    }
  }

  /// Prints where rules and facts come from, above what is worked out from them.
  func say(origin: Bilingual?) {
    guard let origin else { return }
    let lines = TextWrapping.lines(of: TerminalEscaper.escape(origin.text(in: language)), columns: width)
    output.write(lines.map { style(.faint, $0) + "\n" }.joined())
  }

  /// Prints an answer of the service, or what would be its answer, and returns its exit code.
  func say(_ answer: SpoolAnswer) -> ExitCode {
    let sink = answer.exitCode == 0 ? output : errors
    sink.write(TerminalEscaper.escapeLines(answer.words.text(in: language)) + "\n")
    return ExitCode(answer.exitCode)
  }

  /// Takes folders and language from a configuration file. Returns false, with the reasons on the error sink, if it has
  /// errors, because no command works with part of a configuration.
  mutating func configure(by file: ConfigurationFile) -> Bool {
    guard file.isThere else { return true }
    let stamp = FileStamp(file.path)
    let (configuration, diagnostics) = file.load()
    guard !diagnostics.hasErrors else {
      report(diagnostics, files: 1, to: errors)
      return false
    }
    world.folders = world.folders.configured(rules: configuration.rules, state: configuration.state)
    if !hasLocale, configuration.setsLanguage { language = configuration.language }
    world.configuration = (file.path, stamp, configuration)
    return true
  }

  // MARK: The process

  static func ofProcess() -> CommandEnvironment {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let (output, errors) = (OutputSink(descriptor: STDOUT_FILENO), OutputSink(descriptor: STDERR_FILENO))
    let language = Language.ofProcess
    let size = terminalSize()
    var environment = CommandEnvironment(
      output: output, errors: errors, folders: .ofProcess, language: language ?? .en,
      isColoured: isTerminal && ProgramFolders.environment("NO_COLOR") == nil
        && ProgramFolders.environment("TERM") != "dumb",
      width: size.map { Int($0.ws_col) } ?? ProgramFolders.environment("COLUMNS").flatMap(Int.init).map { max(40, $0) }
        ?? 120,
      now: time(nil), input: readInput, hasLocale: language != nil,
      leave: { code in exit(finish(code, output, errors)) })
    environment.height = isTerminal ? size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } : nil
    return environment
  }

  /// Writes everything out, and returns the exit code. Output that could not be written makes a success a failure.
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

  /// Nil if the output is no terminal, or one that does not say how wide it is.
  private static func terminalSize() -> winsize? {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? size : nil
  }

  private static func readInput() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var result = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      while result < 0, errno == EINTR { result = read(STDIN_FILENO, buffer.baseAddress, buffer.count) }
      count = max(0, result)
    }
  }
}

extension ExitCode {
  init(_ ending: Ending) { self.init(ending.rawValue) }
}
