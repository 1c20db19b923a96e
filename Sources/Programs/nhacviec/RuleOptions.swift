import ArgumentParser
import CivilCalendar
import Diagnostics
import FactLog
import Presentation
import Reminders
import RuleFiles
import Rules

/// Options of every command that works on a rule book.
struct RuleOptions: ParsableArguments {
  @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: bản đang có hiệu lực / the live revision).")
  var rules: String?

  @Option(help: "Tệp ghi nhận, mỗi dòng một ghi nhận / facts, one a line; -: standard input.")
  var facts: String?

  @Option(help: "Ngày được coi là hôm nay / the day taken for today: 2024-05-31, 31/5/2024.")
  var today: DateArgument?

  @OptionGroup var state: StateOption

  @OptionGroup var languages: LanguageOption
}

/// A rule book as a command has it: checked, with its facts and its today.
struct OpenBook {
  var rules: RuleSet
  var facts: [Fact]
  var today: CivilDate
  /// Warnings and remarks; a book with errors does not open.
  var diagnostics: [Diagnostic]
  /// Of the store; nil where the facts are a file's.
  var head: FactHead?
  /// Where the rules come from, if not from a folder, and the facts, if from the store.
  var origin: String?
  /// As they were read, with their revision.
  var loaded: LoadedRules?

  /// When each due line went live, where the rules are a revision.
  var live: UpcomingList.Live {
    guard let wentLive = loaded?.revision?.wentLive else { return { _, _ in nil } }
    return { task, line in wentLive(task, line).map { Zone.vietnam.day(of: $0) } }
  }

  /// Reads and checks everything: the facts of `--facts`, else those of the store. Nil, with the reasons on the error sink, where there is an error: a wrong date is
  /// worse than no date.
  static func open(
    _ options: RuleOptions, covering years: ClosedRange<Int>? = nil, in environment: CommandEnvironment
  ) -> OpenBook? {
    let language = options.languages.language(in: environment)
    let report = DiagnosticReport(environment, language)
    var loaded = LoadedRules.inForce(options.rules, options.state, covering: years, in: environment)
    guard !loaded.hasErrors else {
      report.printToErrors(loaded.diagnostics.filter { $0.severity == .error }, files: loaded.files)
      return nil
    }
    var facts: [Fact] = []
    var found: [Diagnostic] = []
    var stored: (head: FactHead, origin: String)?
    if let path = options.facts {
      (facts, found) = loaded.facts(at: path, in: environment)
    } else if let store = FactStore(options.state, in: environment) {
      ClosedState.note(options.state, environment, language)
      do throws(StoreFailure) {
        let read = try store.read()
        let resolved = read.resolved(by: loaded.rules)
        (facts, found) = (resolved.facts, resolved.diagnostics)
        stored = (read.head, read.origin(resolved, language))
      } catch {
        found = [store.complaint(error)]
      }
    }
    loaded.diagnostics += found
    if !found.isEmpty { report.printToErrors(found, files: nil) }
    if loaded.hasErrors { return nil }
    guard let today = options.today?.date ?? loaded.today(at: environment.now) else {
      environment.errors.write(
        language.choose(
          vi: "lỗi: máy này không có múi giờ “\(loaded.timeZone ?? "")” của lịch; hãy dùng --today\n",
          en: "error: this machine does not know the calendar's time zone “\(loaded.timeZone ?? "")”; use --today\n"))
      return nil
    }
    let revision = loaded.revision.map { live in
      language.choose(vi: "quy tắc bản \(live.number)", en: "rules: revision \(live.number)")
    }
    let origin = [revision, stored?.origin].compactMap { $0 }.joined(separator: " · ")
    return OpenBook(
      rules: loaded.rules, facts: facts, today: today, diagnostics: loaded.diagnostics, head: stored?.head,
      origin: origin.isEmpty ? nil : origin, loaded: loaded)
  }
}
