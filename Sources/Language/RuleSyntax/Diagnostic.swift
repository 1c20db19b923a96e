/// What is wrong at a place of a rule file, as data; words in both languages, layout and colour are made elsewhere.
public struct Diagnostic: Sendable {
  public enum Severity: Int, Sendable, Comparable {
    case error, warning, remark

    public static func < (lhs: Severity, rhs: Severity) -> Bool { lhs.rawValue < rhs.rawValue }
  }

  /// The same text in the two languages.
  public struct Words: Hashable, Sendable {
    public var vi: String
    public var en: String

    public init(vi: String, en: String) {
      self.vi = vi
      self.en = en
    }
  }

  /// Another place that matters (the first definition, the other end of a cycle), or, without a place, advice.
  public struct Note: Sendable {
    public var words: Words
    public var span: Span?

    public init(_ words: Words, at span: Span? = nil) {
      self.words = words
      self.span = span
    }
  }

  /// Replacing the text of `span` by `replacement` mends the mistake. An empty span inserts.
  public struct FixIt: Sendable {
    public var words: Words
    public var span: Span
    public var replacement: String

    public init(_ words: Words, replace span: Span, with replacement: String) {
      self.words = words
      self.span = span
      self.replacement = replacement
    }
  }

  /// Stable, for example `unknown-key`; documented in docs/diagnostics.md.
  public var code: String
  public var severity: Severity
  /// What was found and what was expected, one sentence.
  public var words: Words
  public var span: Span
  public var notes: [Note]
  public var fixIts: [FixIt]
  /// A whole block that is missing, ready to paste.
  public var missingBlock: String?

  public init(
    _ severity: Severity = .error, _ code: String, vi: String, en: String, at span: Span, notes: [Note] = [],
    fixIts: [FixIt] = [], missingBlock: String? = nil
  ) {
    self.severity = severity
    self.code = code
    words = Words(vi: vi, en: en)
    self.span = span
    self.notes = notes
    self.fixIts = fixIts
    self.missingBlock = missingBlock
  }
}
