import Diagnostics

/// The codes of what can be wrong with templates; docs/configuration.md explains each.
package enum NotificationCode: String, CaseIterable, Sendable {
  case templateMissing = "template-missing"
  case templateSyntax = "template-syntax"
  case templateUnknownName = "template-unknown-name"
  case templateNotSendable = "template-not-sendable"
  case templateCharacter = "template-character"
  case templateRow = "template-row"
  case templateSilent = "template-silent"

  func diagnostic(
    _ severity: Diagnostic.Severity = .error, vi: String, en: String, at span: Span, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) -> Diagnostic {
    Diagnostic(severity, rawValue, vi: vi, en: en, at: span, notes: notes, fixIts: fixIts)
  }
}
