import CivilCalendar
import Diagnostics
import Expansion
import Presentation
import Rules

/// The errors that `check` would report in the files that an import made.
struct BookCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [(name: String, text: String)], shipped: [SourceText]) {
    let sources = files.map { SourceText(name: $0.name, text: $0.text) }
    let (rules, found) = RuleBook.read(own: sources, shipped: shipped)
    diagnostics = found.errors
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

  /// The id of the task block that holds the place; nil if another block does.
  private static func task(at span: Span) -> String? {
    let bytes = span.source.bytes
    var end = min(span.start, bytes.count - 1)
    while end < bytes.count - 1, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    while end > 0 {
      var start = end
      while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
      if start < end, bytes[start] != UInt8(ascii: " "), bytes[start] != UInt8(ascii: "#") {
        let line = String(decoding: bytes[start..<end], as: UTF8.self)
        guard line.hasPrefix(RuleBookText.taskKeyword + " ") else { return nil }
        return line.dropFirst(RuleBookText.taskKeyword.count + 1).split(separator: ":").first.map(String.init)
      }
      end = start - 1
    }
    return nil
  }
}
