import Deadlines
package import Diagnostics
import RuleSyntax

/// A file of facts, one a line; blank lines and lines that begin with `#` are passed over.
package enum FactFile {
  /// The facts that could be read, and a diagnostic for each line that could not.
  ///
  /// - Parameter plan: the plan of ids that name none; if it is nil, and there are several plans, an id must be unique
  ///   among all of them.
  package static func read(
    _ source: SourceText, rules: RuleSet, plan: PlanID? = nil
  ) -> (facts: [Fact], diagnostics: [Diagnostic]) {
    let text = RuleFileParser.decoded(source)
    var diagnostics = RuleFileParser.characterDiagnostics(text)
    let plan = plan ?? (rules.plans.count == 1 ? 0 : nil)
    let resolver = FactResolver(
      rules: rules, plan: plan, folder: plan.map { rules.names.folderOfPlan[$0] } ?? 0, deadlines: DeadlineReader(),
      awaited: AwaitedOccurrences(rules))
    var facts: [Fact] = []
    var (line, position) = (1, 0)
    for range in RuleFileParser.contentLines(text) {
      line += text.bytes[position..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
      position = range.lowerBound
      let span = Span(text, range.lowerBound, range.upperBound)
      guard range.count <= RuleFileParser.maximumLineLength else {
        diagnostics.append(
          Diagnostic(
            .lineTooLong, vi: "dòng dài \(range.count) byte; tối đa \(RuleFileParser.maximumLineLength)",
            en: "the line has \(range.count) bytes; at most \(RuleFileParser.maximumLineLength) are read",
            at: Span(text, range.lowerBound, range.lowerBound + 1)))
        continue
      }
      switch resolver.fact(span.text, at: span, line: line) {
      case .found(let fact): facts.append(fact)
      case .failed(let problem): diagnostics.append(problem)
      }
    }
    return (facts, diagnostics)
  }
}
