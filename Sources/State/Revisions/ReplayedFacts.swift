package import Diagnostics
import Expansion
package import FactLog
package import Reminders
package import Rules

/// The facts of the log as a rule set understands them: each line read exactly as a line of `--facts` is.
package struct ReplayedFacts: Sendable {
  /// In the order of the log, with the instants of their recording.
  package private(set) var facts: [TimedFact] = []
  /// The number of each of `facts` in the log.
  package private(set) var sequences: [Int] = []
  /// Diagnostics of facts that are not understood, with their number in the log, which is also the line of the
  /// diagnostic.
  package private(set) var problems: [(sequence: Int, diagnostic: Diagnostic)] = []
  /// The numbers of facts about plans that the rules do not have.
  package private(set) var otherPlans: [Int] = []

  /// - Parameter place: the name of the file in diagnostics.
  package init(_ records: [RecordedFact], rules: RuleSet, place: String) {
    let plans = Set(rules.plans.map(\.id))
    var lines = [String](repeating: "", count: records.map(\.sequence).max() ?? 0)
    var bySequence: [Int: RecordedFact] = [:]
    for record in records where record.sequence > 0 {
      if let plan = record.entry.plan, !plans.contains(plan) {
        otherPlans.append(record.sequence)
      } else {
        lines[record.sequence - 1] = record.entry.line
        bySequence[record.sequence] = record
      }
    }
    let (read, found) = FactFile.read(SourceText(name: place, text: lines.joined(separator: "\n")), rules: rules)
    for var fact in read {
      let entry = bySequence[fact.line]?.entry
      fact.side = entry?.onBehalfOf.flatMap { FactSide.read($0)?.side }
      facts.append(
        TimedFact(
          fact, recorded: entry.map { Instant(seconds: Int64($0.recordedAt)) }, document: entry?.document))
      sequences.append(fact.line)
    }
    var counter = LineCounter()
    for diagnostic in found.sorted(by: { $0.span.start < $1.span.start }) {
      problems.append((counter.line(of: diagnostic.span), diagnostic))
    }
  }

  /// Line numbers of places that come in order.
  private struct LineCounter {
    private var position = 0
    private var line = 1

    mutating func line(of span: Span) -> Int {
      let end = min(span.start, span.source.bytes.count)
      if position < end {
        line += span.source.bytes[position..<end].count { $0 == 10 }
        position = end
      }
      return line
    }
  }

  /// The facts that have no effect under `rules`, by number, and why: a fact is not understood, its plan does not
  /// exist, or it names nothing that is owed or awaited.
  func withoutEffect(_ rules: RuleSet, _ expander: Expander, _ words: (ExpansionProblem) -> Bilingual)
    -> [Int: Bilingual]
  {
    var reasons: [Int: Bilingual] = [:]
    for sequence in otherPlans {
      reasons[sequence] = .init(vi: "không có kế hoạch này", en: "there is no such plan")
    }
    for problem in problems { reasons[problem.sequence] = problem.diagnostic.words }
    let byStart = Dictionary(
      zip(facts.map(\.fact.span.start), sequences), uniquingKeysWith: { first, _ in first })
    for problem in expander.factProblems {
      guard let start = problem.span?.start, let sequence = byStart[start] else { continue }
      reasons[sequence] = words(problem)
    }
    return reasons
  }
}
