package import Diagnostics

/// What can be wrong with a configuration file. docs/configuration.md explains each; a code never changes its meaning.
package enum ConfigurationCode: String, CaseIterable, Sendable {
  case missing = "config-missing"
  case tooLarge = "config-too-large"
  case syntax = "config-syntax"
  case unknownKey = "config-unknown-key"
  case badValue = "config-bad-value"
  case missingKey = "config-missing-key"
  case conflict = "config-conflict"
  /// Of a role, which names a unit that the rules in force do not have.
  case unknownUnit = "config-unknown-unit"
  /// Of a role, which names a unit that is not of the office.
  case externalUnit = "config-external-unit"
  case secretInFile = "config-secret-in-file"
  case secretUnreadable = "config-secret-unreadable"
  case secretHeld = "config-secret-held"
  case secretExposed = "config-secret-exposed"
  case unencrypted = "config-unencrypted"
  /// Of the office's folder of templates, which the file names.
  case templateFolder = "template-folder"
  case templateNotUsed = "template-not-used"
  /// Of a report.
  case templateDocument = "template-document"
}

extension ConfigurationCode {
  /// A diagnostic of this code.
  package func diagnostic(
    _ severity: Diagnostic.Severity = .error, vi: String, en: String, at span: Span, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) -> Diagnostic {
    Diagnostic(severity, rawValue, vi: vi, en: en, at: span, notes: notes, fixIts: fixIts)
  }
}
