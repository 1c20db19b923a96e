import Diagnostics
import Presentation
import Synchronization

/// Finds the line of a rule. Each source is read once, however many letters name a place in it.
final class RuleLines: Sendable {
  private let known = Mutex<[ObjectIdentifier: SourceLines]>([:])

  /// The number of the line, from 1.
  func line(of span: Span) -> Int {
    known.withLock { known in
      let source = ObjectIdentifier(span.source)
      let lines = known[source] ?? SourceLines(span.source)
      known[source] = lines
      return lines.line(of: span.start)
    }
  }
}
