package import Diagnostics

/// The codes of what can be wrong with any template; docs/configuration.md explains each.
package enum TemplateCode: String, CaseIterable, Sendable {
  case missing = "template-missing"
  case syntax = "template-syntax"
  case unknownName = "template-unknown-name"
  case character = "template-character"

  package func diagnostic(
    _ severity: Diagnostic.Severity = .error, vi: String, en: String, at span: Span, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) -> Diagnostic {
    Diagnostic(severity, rawValue, vi: vi, en: en, at: span, notes: notes, fixIts: fixIts)
  }
}
