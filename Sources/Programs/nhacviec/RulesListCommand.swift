import ArgumentParser
import Operations
import Presentation
import Revisions
import StateFolder

/// `nhacviec rules list`: the revisions, which is live, what waits, and whether the folder holds something else.
struct RulesListCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: """
      Các bản quy tắc: bản nào có hiệu lực, bản nào đang chờ, thư mục quy tắc có khác không.
      The revisions: which is live, what waits, whether the rule folder differs.
      """)

  @Option(help: "Chỉ ngần này bản mới nhất / only so many, the newest.")
  var limit = 20

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      guard let store = LoadedRules.revisions(state.folder, in: operations) else {
        throw OperationFailure(vi: "không có thư mục dữ liệu; hãy dùng --state", en: "no state; use --state")
      }
      ClosedState.note(named: state.folder, in: operations)
      let isLive: Bool
      do throws(RevisionFailure) { isLive = try write(store, language, environment) } catch {
        throw OperationFailure([error.diagnostic])
      }
      guard isLive else { return .success }
      // Reads the live revision whole: damage is found here at the latest.
      let loaded = LoadedRules.inForce(nil, state: state.folder, in: operations)
      guard !loaded.hasErrors else { throw OperationFailure(loaded.diagnostics.errors) }
      if let folder = loaded.changedFolder(in: operations) {
        say(
          "Thư mục quy tắc \(folder) khác bản đang có hiệu lực; xem “nhacviec rules diff”.",
          "The rule folder \(folder) differs from the live revision; see “nhacviec rules diff”.", language, environment)
      }
      return .success
    }
  }

  /// Whether rules are live.
  private func write(
    _ store: RevisionStore, _ language: Language, _ environment: CommandEnvironment
  ) throws(RevisionFailure) -> Bool {
    let live = try store.liveNumber()
    let numbers = store.numbers()
    let shown = Set(numbers.suffix(max(0, limit)) + [live].compactMap { $0 })
    for number in shown.sorted() { line(number, isLive: number == live, store, language, environment) }
    if live == nil {
      say(
        "Chưa có quy tắc nào có hiệu lực: nhacviec rules promote.",
        "No rules are live yet: nhacviec rules promote.", language, environment)
    }
    tellWaiting(store.state.readWaitingRules(), language, environment)
    return live != nil
  }

  private func line(
    _ number: Int, isLive: Bool, _ store: RevisionStore, _ language: Language, _ environment: CommandEnvironment
  ) {
    var text = "\(number)"
    do throws(RevisionFailure) {
      let manifest = try store.manifest(number)
      text += "  \(UTCTime(Int(manifest.promoted)))  \(manifest.sources.description.prefix(12))  \(manifest.author)"
      text += "  \(manifest.folder)"
    } catch {
      text += "  " + error.diagnostic.words.text(in: language)
    }
    if isLive { text += language.choose(vi: "  ← đang có hiệu lực", en: "  ← live") }
    environment.output.write(TerminalEscaper.escape(text) + "\n")
  }

  private func tellWaiting(_ waiting: WaitingRules?, _ language: Language, _ environment: CommandEnvironment) {
    guard let waiting else { return }
    let (hash, since) = (waiting.hash.prefix(12), UTCTime(Int(waiting.since)))
    say(
      "Đang chờ chấp nhận từ \(since) (\(waiting.author)): \(hash)\n\(waiting.reasons.vi)\n"
        + "Nếu đúng: nhacviec rules accept \(hash)",
      "Waiting for acceptance since \(since) (\(waiting.author)): \(hash)\n\(waiting.reasons.en)\n"
        + "If that is right: nhacviec rules accept \(hash)", language, environment)
  }

  private func say(_ vi: String, _ en: String, _ language: Language, _ environment: CommandEnvironment) {
    for line in language.choose(vi: vi, en: en).split(separator: "\n", omittingEmptySubsequences: false) {
      environment.output.write(TerminalEscaper.escape(String(line)) + "\n")
    }
  }
}
