/// What is wrong at a place of a rule file, as data; words in both languages, layout and colour are made elsewhere.
package struct Diagnostic: Sendable {
  package enum Severity: Int, Sendable, Comparable {
    case error, warning, remark

    package static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// Another place that matters (the first definition, the other end of a cycle), or, without a place, advice.
  package struct Note: Sendable {
    package var words: Bilingual
    package var span: Span?

    package init(_ words: Bilingual, at span: Span? = nil) {
      self.words = words
      self.span = span
    }
  }

  /// Replacing the text of `span` by `replacement` mends the mistake. An empty span inserts.
  package struct FixIt: Sendable {
    package var words: Bilingual
    package var span: Span
    package var replacement: String

    package init(_ words: Bilingual, replace span: Span, with replacement: String) {
      self.words = words
      self.span = span
      self.replacement = replacement
    }
  }

  /// Stable, for example `unknown-key`; documented in docs/diagnostics.md.
  package var code: String
  package var severity: Severity
  /// What was found and what was expected, one sentence.
  package var words: Bilingual
  package var span: Span
  package var notes: [Note]
  package var fixIts: [FixIt]
  /// A whole block that is missing, ready to paste.
  package var missingBlock: String?

  package init(
    _ severity: Severity = .error, _ code: String, vi: String, en: String, at span: Span, notes: [Note] = [],
    fixIts: [FixIt] = [], missingBlock: String? = nil
  ) {
    self.severity = severity
    self.code = code
    words = Bilingual(vi: vi, en: en)
    self.span = span
    self.notes = notes
    self.fixIts = fixIts
    self.missingBlock = missingBlock
  }
}

extension Sequence<Diagnostic> {
  /// Those that keep what was read from being used.
  package var errors: [Diagnostic] { filter { $0.severity == .error } }
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
