import CivilCalendar
import Expansion
import Messages
import RuleSyntax
import Rules

/// What `check` would say of the files that an import made.
struct BookCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [(name: String, text: String)], shipped: [SourceText]) {
    let sources = files.map { SourceText(name: $0.name, text: $0.text) }
    let (rules, found) = RuleBook.read(own: sources, shipped: shipped)
    diagnostics = found.filter { $0.severity == .error }
    guard diagnostics.isEmpty, let plan = rules.plans.first,
      let span = Period.years(plan.years.lowerBound, plan.years.upperBound).days()
    else { return }
    diagnostics = Expander(rules, facts: []).problems(in: span).map(ProblemWords.diagnostic)
  }

  var isEmpty: Bool { diagnostics.isEmpty }

  /// The first mistake of each task, by the task's id.
  var byTask: [String: Diagnostic] {
    var found: [String: Diagnostic] = [:]
    for diagnostic in diagnostics {
      if let id = Self.task(at: diagnostic.span), found[id] == nil { found[id] = diagnostic }
    }
    return found
  }

  /// The id in the last line *nhiệm vụ ID: …* up to the place.
  private static func task(at span: Span) -> String? {
    let before = String(decoding: span.source.bytes[..<min(span.start + 1, span.source.bytes.count)], as: UTF8.self)
    guard let line = before.split(separator: "\n").last(where: { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }),
      line.hasPrefix(RuleBookText.taskKeyword + " ")
    else { return nil }
    return line.dropFirst(RuleBookText.taskKeyword.count + 1).split(separator: ":").first.map(String.init)
  }
}
