import Diagnostics
package import PlanImport
import Revisions
import RuleFiles
import RuleSyntax
import Rules

/// Carries a plan of the rule folder over into another year, for the command `plan new`.
package struct NextPlanRequest {
  private let plan: String
  private let from: String
  private let years: ClosedRange<Int>
  private let rules: String?
  private let output: String?

  /// The result.
  package struct Made {
    /// The folder that was written.
    package var folder: String
    package var report: NextPlanReport
    package var ending: Ending
  }

  /// - Parameters:
  ///   - plan: the id of the new plan.
  ///   - from: the id of the earlier one.
  ///   - rules: the rule folder; nil: the usual one.
  ///   - output: the folder to write; nil: one of the new plan's id beside that of the earlier plan.
  package init(plan: String, from: String, years: ClosedRange<Int>, rules: String?, output: String?) {
    (self.plan, self.from, self.years, self.rules, self.output) = (plan, from, years, rules, output)
  }

  package func run(in operations: OperationContext) throws(OperationFailure) -> Made {
    let sources = try sources(operations)
    let loaded = LoadedRules(sources, in: operations)
    guard !loaded.findings.hasErrors else { throw OperationFailure(loaded.findings.errors, files: loaded.files) }
    let old = try oldPlan(loaded.rules)
    let home = Self.folder(of: sources.name(of: old.span.source.name))
    let target =
      output ?? sources.folder + "/" + (home.isEmpty || !home.contains("/") ? plan : Self.folder(of: home) + "/" + plan)
    let below = sources.name(of: target)
    let isInside = below != target && (home.isEmpty || below.hasPrefix(home + "/"))
    let files = Self.files(of: home, sources)
    let options = NextPlan.Options(
      from: old.id, plan: plan, oldYears: old.years, years: years, needsUnits: !isInside)
    let made = try readable(files, options, below == target ? sources.alone : sources, below, operations)
    do throws(WholeFolder.Failure) {
      try WholeFolder.create(target, files: made.files)
    } catch {
      throw OperationFailure(
        vi: "không ghi được \(error.path): \(error.words.vi)", en: "cannot write \(error.path): \(error.words.en)")
    }
    return Made(folder: target, report: made.report, ending: made.report.isSettled ? .success : .waits)
  }

  private func sources(_ operations: OperationContext) throws(OperationFailure) -> RevisionSources {
    let sources: RevisionSources
    let problems: [Diagnostic]
    do throws(RevisionFailure) {
      (sources, problems) = try RevisionSources.read(
        folder: operations.folders.ruleFolder(named: rules), shipped: operations.folders.shippedRules())
    } catch { throw OperationFailure([error.diagnostic]) }
    guard !problems.hasErrors else { throw OperationFailure(problems.errors, files: sources.own.count) }
    return sources
  }

  /// The earlier plan. Fails where there is none, where the new one is there, and where the years do not fit.
  private func oldPlan(_ rules: RuleSet) throws(OperationFailure) -> Plan {
    guard !rules.plans.contains(where: { FoldedName($0.id) == FoldedName(plan) }) else {
      throw OperationFailure(vi: "đã có kế hoạch “\(plan)”", en: "there is a plan “\(plan)” already")
    }
    guard let old = rules.plans.first(where: { FoldedName($0.id) == FoldedName(from) }) else {
      let ids = rules.plans.map(\.id).joined(separator: ", ")
      throw OperationFailure(
        vi: "không có kế hoạch “\(from)”; đang có: \(ids)", en: "there is no plan “\(from)”; there are: \(ids)")
    }
    guard years.count == old.years.count else {
      throw OperationFailure(
        vi: "kế hoạch “\(old.id)” có \(old.years.count) năm, --year phải nêu chừng ấy năm",
        en:
          "the plan “\(old.id)” has \(old.years.count == 1 ? "1 year" : "\(old.years.count) years"), and --year must name as many"
      )
    }
    return old
  }

  /// The files of the plan whose folder that is, by their paths below it.
  private static func files(of home: String, _ sources: RevisionSources) -> [SourceText] {
    let prefix = home.isEmpty ? "" : home + "/"
    let inside = sources.own.filter { $0.name.hasPrefix(prefix) }.map {
      SourceText(name: String($0.name.dropFirst(prefix.count)), bytes: $0.bytes)
    }
    // Folders in it that are other plans' own.
    let others = Set(
      inside.filter { file in
        file.name.contains("/")
          && RuleFileParser.parse(name: file.name, bytes: file.bytes).syntax.blocks.contains { $0.keyword == .plan }
      }.map { folder(of: $0.name) })
    return inside.filter { file in !others.contains { file.name.hasPrefix($0 + "/") } }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// The new plan, in which every deadline that would be a mistake is left open.
  private func readable(
    _ files: [SourceText], _ options: NextPlan.Options, _ sources: RevisionSources, _ folder: String,
    _ operations: OperationContext
  ) throws(OperationFailure) -> NextPlan {
    var open: [String: Bilingual] = [:]
    while true {
      let made = NextPlan(files, options, open: open)
      let errors: [Diagnostic]
      do throws(RevisionFailure) {
        let new = Dictionary(made.files.map { ("\(folder)/\($0.name)", Array($0.text.utf8)) }) { $1 }
        errors = LoadedRules(try sources.exchanging(new), in: operations).findings.errors
      } catch { throw OperationFailure([error.diagnostic]) }
      guard !errors.isEmpty else { return made }
      let known = open.count
      for error in errors { if let task = Self.task(at: error.span) { open[task] = error.words } }
      guard open.count > known else { throw OperationFailure(errors, files: made.files.count) }
    }
  }

  /// The id of the task whose block holds the place.
  private static func task(at span: Span) -> String? {
    let texts = BlockTexts(name: span.source.name, bytes: span.source.bytes)
    let syntax = RuleFileParser.parse(name: span.source.name, bytes: span.source.bytes).syntax
    guard let place = texts.pieces.firstIndex(where: { $0.range.contains(span.start) }),
      syntax.blocks[place].keyword == .task
    else { return nil }
    return syntax.blocks[place].id.map { syntax.text($0) }
  }
}

extension RevisionSources {
  /// A path below the rule folder as the sources call it; others as they are.
  fileprivate func name(of path: String) -> String {
    path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
  }

  /// The same without the office's own files.
  fileprivate var alone: RevisionSources {
    var sources = self
    sources.own = []
    return sources
  }
}
