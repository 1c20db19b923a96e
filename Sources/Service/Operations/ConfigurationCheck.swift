package import Diagnostics
import Revisions
package import Settings

/// Checks a configuration file, the secrets and templates that it names, its time zone, and the units of its roles.
package enum ConfigurationCheck {
  package static func diagnostics(_ file: ConfigurationFile, in operations: OperationContext) -> [Diagnostic] {
    let (configuration, found) = file.load(mustExist: true)
    guard !found.hasErrors else { return found }
    var diagnostics = found + configuration.checkSecrets(credentials: operations.credentials, namedIn: file.path)
    if let problem = CalendarZones.problem(ofStandard: configuration.office.timeZone) { diagnostics.append(problem) }
    return diagnostics + LoadedTemplates(configuration, operations).diagnostics
      + ReportTemplate.findings(configuration, operations) + roles(configuration, operations)
  }

  /// Where no rules are in force, or this user may not read them, nothing is known of their units.
  private static func roles(_ configuration: Configuration, _ operations: OperationContext) -> [Diagnostic] {
    guard !configuration.roles.isEmpty else { return [] }
    var operations = operations
    operations.folders = operations.folders.configured(rules: configuration.rules, state: configuration.state)
    guard let live = try? LoadedRules.revisions(nil, in: operations)?.live() else { return [] }
    return RoleUnits.findings(configuration, live.rules)
  }
}
