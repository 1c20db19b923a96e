import CivilCalendar
package import Diagnostics
import Revisions
import RuleFiles
import RuleSyntax
import Rules
import StateFolder

/// Rules that were read, resolved and checked, with all that is wrong with them.
package struct LoadedRules: Sendable {
  var rules: RuleSet
  var diagnostics: [Diagnostic]
  /// How many files of its own the office has; if none, how many shipped ones.
  package var files: Int
  /// The live revision; nil if the rules were read from a folder.
  var revision: LiveRules?

  var hasErrors: Bool { diagnostics.hasErrors }

  package init(paths: [String], covering years: ClosedRange<Int>? = nil, in operations: OperationContext) {
    let sources = RuleSources(paths: paths, shipped: operations.folders.shippedRules())
    let (rules, found) = RuleBook.read(
      own: sources.own.map(\.source), shipped: sources.shipped.map(\.source), covering: years,
      channels: operations.addressForms)
    self.rules = rules
    diagnostics = sources.diagnostics + found
    files = sources.own.isEmpty ? sources.shipped.count : sources.own.count
  }

  /// The rules of sources that were read already.
  init(_ sources: RevisionSources, in operations: OperationContext) {
    let (rules, diagnostics) = sources.rules(channels: operations.addressForms)
    self.init(rules: rules, diagnostics: diagnostics, files: sources.own.count)
  }

  /// All that is wrong, and, if there are no errors, the due lines that give no day.
  package var findings: [Diagnostic] { hasErrors ? diagnostics : diagnostics + RuleCheck.unexpanded(rules) }

  /// The rules that queries use: the folder that was named, else the live revision, or, if nothing was ever promoted,
  /// the rule folder.
  static func inForce(
    _ request: BookRequest, covering years: ClosedRange<Int>? = nil, in operations: OperationContext
  ) -> LoadedRules {
    do throws(RevisionFailure) {
      guard request.rules == nil,
        let live = try revisions(request.state, in: operations)?.live(at: request.asOf, covering: years)
      else {
        return LoadedRules(
          paths: [operations.folders.ruleFolder(named: request.rules)], covering: years, in: operations)
      }
      return LoadedRules(rules: live.rules, diagnostics: live.diagnostics, files: live.files, revision: live)
    } catch {
      return LoadedRules(rules: RuleSet(), diagnostics: [error.diagnostic], files: 0)
    }
  }

  /// The live revision; nil if nothing was ever promoted.
  static func live(_ request: BookRequest, in operations: OperationContext) throws(OperationFailure) -> LiveRules? {
    do throws(RevisionFailure) {
      return try revisions(request.state, in: operations)?.live(at: request.asOf, covering: nil)
    } catch { throw OperationFailure([error.diagnostic]) }
  }

  /// A revision, whether or not it is in force.
  static func revision(_ number: Int, of store: RevisionStore) throws(OperationFailure) -> LoadedRules {
    do throws(RevisionFailure) {
      let revision = try store.revision(number)
      return LoadedRules(
        rules: revision.rules, diagnostics: revision.diagnostics, files: revision.files, revision: revision)
    } catch { throw OperationFailure([error.diagnostic]) }
  }

  private init(rules: RuleSet, diagnostics: [Diagnostic], files: Int, revision: LiveRules? = nil) {
    self.rules = rules
    self.diagnostics = diagnostics
    self.files = files
    self.revision = revision
  }

  /// The revisions in the state folder; nil if there is no state folder.
  static func revisions(_ state: String?, in operations: OperationContext) -> RevisionStore? {
    operations.folders.stateFolder(named: state).map { RevisionStore(StateFolder($0)) }
  }

  /// Whether any rules are live. If that cannot be read, they count as live, so that reading them reports the reason.
  static func isAnyLive(_ state: String?, in operations: OperationContext) -> Bool {
    do throws(RevisionFailure) {
      return try revisions(state, in: operations)?.liveNumber() != nil
    } catch {
      return true
    }
  }

  /// The rule folder, if it can be read and differs from the live revision; otherwise nil.
  func changedFolder(in operations: OperationContext) -> String? { changedSources(in: operations)?.folder }

  /// What that folder holds.
  func changedSources(in operations: OperationContext) -> RevisionSources? {
    guard let revision else { return nil }
    let folder = operations.folders.namedRuleFolder ?? revision.manifest.folder
    let read = try? RevisionSources.read(folder: folder, shipped: operations.folders.shippedRules())
    guard let (sources, diagnostics) = read, diagnostics.isEmpty else { return nil }
    return sources.hash == revision.hash ? nil : sources
  }

  /// The facts of a file, or of standard input for `-`. A fact that is not understood is an error.
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

  /// The day at an instant in the time zone of the first plan's calendar; nil if this machine does not know the zone.
  func today(at now: Int) -> CivilDate? { CivilClock.today(now: now, zone: timeZone) }

  /// The time zone of the first plan's calendar; nil if it names none.
  var timeZone: String? {
    let calendar = rules.plans.first?.calendar
    return calendar.flatMap { rules.calendars.indices.contains($0) ? rules.calendars[$0].timeZone : nil }
  }
}

extension RuleFile {
  var source: SourceText { SourceText(name: name, bytes: bytes) }
}
