import Diagnostics

/// The codes of what can be wrong with the templates of letters besides `TemplateCode`; docs/configuration.md explains each.
package enum NotificationCode: String, CaseIterable, Sendable {
  case templateNotSendable = "template-not-sendable"
  case templateRow = "template-row"
  case templateSilent = "template-silent"

  func diagnostic(_ severity: Diagnostic.Severity = .error, vi: String, en: String, at span: Span) -> Diagnostic {
    Diagnostic(severity, rawValue, vi: vi, en: en, at: span)
  }
}
