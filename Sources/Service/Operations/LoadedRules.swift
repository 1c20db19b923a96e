import Channels
import CivilCalendar
package import Diagnostics
import Revisions
import RuleFiles
import RuleSyntax
import Rules
import StateFolder

/// Rule files read, resolved and checked, whatever is wrong with them.
package struct LoadedRules {
  var rules: RuleSet
  var diagnostics: [Diagnostic]
  /// The office's own files.
  package var files: Int
  /// The revision that they are; nil: they were read from a folder.
  var revision: LiveRules?

  var hasErrors: Bool { diagnostics.hasErrors }

  package init(paths: [String], covering years: ClosedRange<Int>? = nil, in operations: OperationContext) {
    let sources = RuleSources(paths: paths, shipped: operations.folders.shippedRules())
    let (rules, found) = RuleBook.read(
      own: sources.own.map(\.source), shipped: sources.shipped.map(\.source), covering: years,
      channels: ChannelCatalog.forms)
    self.rules = rules
    diagnostics = sources.diagnostics + found
    files = sources.own.isEmpty ? sources.shipped.count : sources.own.count
  }

  /// All that is wrong; where there are no errors, also well worded due lines that have no day.
  package var findings: [Diagnostic] { hasErrors ? diagnostics : diagnostics + RuleCheck.unexpanded(rules) }

  /// What queries work from: the folder that is named; else the live revision of the state folder; where nothing was ever
  /// promoted, the rule folder.
  static func inForce(
    _ named: String?, state: String?, covering years: ClosedRange<Int>? = nil, in operations: OperationContext
  ) -> LoadedRules {
    do throws(RevisionFailure) {
      guard named == nil, let live = try revisions(state, in: operations)?.live(covering: years) else {
        return LoadedRules(paths: [operations.folders.ruleFolder(named: named)], covering: years, in: operations)
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

  /// Nil where there is no state folder.
  static func revisions(_ state: String?, in operations: OperationContext) -> RevisionStore? {
    operations.folders.stateFolder(named: state).map { RevisionStore(StateFolder($0)) }
  }

  /// Whether anything was promoted; what cannot be told counts as such, so that the reason is said.
  static func isAnyLive(_ state: String?, in operations: OperationContext) -> Bool {
    do throws(RevisionFailure) {
      return try revisions(state, in: operations)?.liveNumber() != nil
    } catch {
      return true
    }
  }

  /// The rule folder, if it can be read and holds something else than the live revision; nil: not.
  func changedFolder(in operations: OperationContext) -> String? {
    guard let revision else { return nil }
    let folder = operations.folders.namedRuleFolder ?? revision.manifest.folder
    let read = try? RevisionSources.read(folder: folder, shipped: operations.folders.shippedRules())
    guard let (sources, diagnostics) = read, diagnostics.isEmpty else { return nil }
    return sources.hash == revision.hash ? nil : sources.folder
  }

  /// The facts of a file, of standard input for `-`. A fact that is not understood is an error.
  func facts(at path: String, in operations: OperationContext) -> ([Fact], [Diagnostic]) {
    if path == "-" {
      var bytes: [UInt8] = []
      while case let more = operations.input(), !more.isEmpty, bytes.count <= RuleFileParser.maximumFileSize {
        bytes += more
      }
      return read(SourceText(name: "-", bytes: bytes))
    }
    let reader = RuleFileReader()
    var facts: [Fact] = []
    var diagnostics: [Diagnostic] = []
    for file in reader.file(at: path) {
      let read = read(file.source)
      facts += read.0
      diagnostics += read.1
    }
    return (facts, reader.diagnostics + diagnostics)
  }

  private func read(_ source: SourceText) -> ([Fact], [Diagnostic]) {
    let (facts, found) = FactFile.read(source, rules: rules)
    var problems = DiagnosticList()
    for problem in found { problems.add(problem) }
    return (facts, problems.diagnostics)
  }

  /// The day that it is where the plans are: in the time zone of the first plan's calendar. Nil if this machine does not
  /// know the zone.
  func today(at now: Int) -> CivilDate? { CivilClock.today(now: now, zone: timeZone) }

  /// Of the first plan's calendar; nil: it names none.
  var timeZone: String? {
    let calendar = rules.plans.first?.calendar
    return calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
  }
}

extension RuleFile {
  var source: SourceText { SourceText(name: name, bytes: bytes) }
}
