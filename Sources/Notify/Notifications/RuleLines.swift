import Diagnostics
import Presentation
import Synchronization

/// In which line a rule stands. Each source is walked once, however many letters name a place in it.
final class RuleLines: Sendable {
  private let known = Mutex<[ObjectIdentifier: SourceLines]>([:])

  /// From 1.
  func line(of span: Span) -> Int {
    known.withLock { known in
      let source = ObjectIdentifier(span.source)
      let lines = known[source] ?? SourceLines(span.source)
      known[source] = lines
      return lines.line(of: span.start)
    }
  }
}
