package import Diagnostics
import Revisions
package import Settings

/// Checks a configuration file, the secrets and templates that it names, and its time zone.
package enum ConfigurationCheck {
  package static func diagnostics(_ file: ConfigurationFile, in operations: OperationContext) -> [Diagnostic] {
    let (configuration, found) = file.load(mustExist: true)
    guard !found.hasErrors else { return found }
    var diagnostics = found + configuration.checkSecrets(credentials: operations.credentials, namedIn: file.path)
    if let problem = CalendarZones.problem(ofStandard: configuration.office.timeZone) { diagnostics.append(problem) }
    return diagnostics + LoadedTemplates(configuration, operations).diagnostics
      + ReportTemplate.findings(configuration, operations)
  }
}
