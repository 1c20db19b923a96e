import CivilCalendar
import Diagnostics
import Presentation
import Revisions
import RuleFiles
import RuleSyntax
import Rules
import StateFolder

/// Rule files read, resolved and checked, whatever is wrong with them.
struct LoadedRules {
  var rules: RuleSet
  var diagnostics: [Diagnostic]
  /// The office's own files.
  var files: Int
  /// The revision that they are; nil: they were read from a folder.
  var revision: LiveRules?

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  init(paths: [String], covering years: ClosedRange<Int>? = nil, in environment: CommandEnvironment) {
    let sources = RuleSources(paths: paths, shipped: environment.folders.shippedRules())
    let (rules, found) = RuleBook.read(
      own: sources.own.map(\.source), shipped: sources.shipped.map(\.source), covering: years)
    self.rules = rules
    diagnostics = sources.diagnostics + found
    files = sources.own.isEmpty ? sources.shipped.count : sources.own.count
  }

  /// What queries work from: the folder of `--rules`; else the live revision of the state folder; where nothing was ever
  /// promoted, the rule folder.
  static func inForce(
    _ option: String?, _ state: StateOption, covering years: ClosedRange<Int>? = nil, in environment: CommandEnvironment
  ) -> LoadedRules {
    do throws(RevisionFailure) {
      guard option == nil, let live = try revisions(state, in: environment)?.live(covering: years) else {
        return LoadedRules(paths: [environment.folders.ruleFolder(named: option)], covering: years, in: environment)
      }
      return LoadedRules(rules: live.rules, diagnostics: live.diagnostics, files: live.files, revision: live)
    } catch {
      return LoadedRules(rules: RuleSet(), diagnostics: [error.diagnostic], files: 0)
    }
  }

  private init(rules: RuleSet, diagnostics: [Diagnostic], files: Int, revision: LiveRules? = nil) {
    self.rules = rules
    self.diagnostics = diagnostics
    self.files = files
    self.revision = revision
  }

  static func revisions(_ state: StateOption, in environment: CommandEnvironment) -> RevisionStore? {
    environment.folders.stateFolder(named: state.folder).map { RevisionStore(StateFolder($0)) }
  }

  /// Whether anything was promoted; what cannot be told counts as such, so that the reason is said.
  static func isAnyLive(_ state: StateOption, in environment: CommandEnvironment) -> Bool {
    do throws(RevisionFailure) {
      return try revisions(state, in: environment)?.liveNumber() != nil
    } catch {
      return true
    }
  }

  /// The rule folder, if it can be read and holds something else than the live revision; nil: not.
  func changedFolder(in environment: CommandEnvironment) -> String? {
    guard let revision else { return nil }
    let folder = environment.folders.namedRuleFolder ?? revision.manifest.folder
    let read = try? RevisionSources.read(folder: folder, shipped: environment.folders.shippedRules())
    guard let (sources, diagnostics) = read, diagnostics.isEmpty else { return nil }
    return sources.hash == revision.hash ? nil : sources.folder
  }

  /// The facts of a file, of standard input for `-`. A fact that is not understood is an error.
  func facts(at path: String, in environment: CommandEnvironment) -> ([Fact], [Diagnostic]) {
    if path == "-" {
      var bytes: [UInt8] = []
      while case let more = environment.input(), !more.isEmpty, bytes.count <= RuleFileParser.maximumFileSize {
        bytes += more
      }
      return FactFile.read(SourceText(name: "-", bytes: bytes), rules: rules)
    }
    let reader = RuleFileReader()
    var facts: [Fact] = []
    var diagnostics: [Diagnostic] = []
    for file in reader.file(at: path) {
      let read = FactFile.read(file.source, rules: rules)
      facts += read.facts
      diagnostics += read.diagnostics
    }
    return (facts, reader.diagnostics + diagnostics)
  }

  /// The day that it is where the plans are: in the time zone of the first plan's calendar. Nil if this machine does not
  /// know the zone.
  func today(at now: Int) -> CivilDate? { Clock.today(now: now, zone: timeZone) }

  /// Of the first plan's calendar; nil: it names none.
  var timeZone: String? {
    let calendar = rules.plans.first?.calendar
    return calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
  }
}

extension RuleFile {
  var source: SourceText { SourceText(name: name, bytes: bytes) }
}
