package import Presentation
package import Settings
package import StateFolder

/// The settings of the daemon.
package struct DaemonSettings: Sendable {
  package var state: StateFolder
  /// The folder whose changes are promoted; an option or a variable takes precedence over the configuration.
  package private(set) var rules: String
  private let ruleFolder: @Sendable (Configuration) -> String
  /// Folders of the calendars and policies that come with the program.
  package var shipped: [String]
  package var configurationFile: ConfigurationFile
  package private(set) var language: Language
  /// Whether the configuration was valid at least once; before that the rule folder is not known.
  package private(set) var isConfigured = false
  /// How long the rule folder must be left alone before it is read: seconds.
  package private(set) var quietSeconds: Int
  /// The command that does a round; nil where a path unit starts rounds.
  package var round: [String]?
  package var version: String
  /// The time zone that the process took at its start.
  private let timeZone: String

  /// The settings of an empty configuration, until `take` gets another.
  ///
  /// - Parameter timeZone: the IANA name of the zone that the process took.
  package init(
    state: StateFolder, shipped: [String], configurationFile: ConfigurationFile, round: [String]?, version: String,
    timeZone: String, ruleFolder: @escaping @Sendable (Configuration) -> String
  ) {
    self.timeZone = timeZone
    self.state = state
    self.ruleFolder = ruleFolder
    self.shipped = shipped
    self.configurationFile = configurationFile
    self.round = round
    self.version = version
    let standard = Configuration.standard
    (rules, language, quietSeconds) = (ruleFolder(standard), standard.language, standard.daemonQuietSeconds)
  }

  /// Takes what the daemon follows while it runs; the state folder and the time zone remain those of its start.
  ///
  /// - Returns: whether the time zone is still that of the start; if not, it takes effect at the next start.
  mutating func take(_ configuration: Configuration) -> Bool {
    isConfigured = true
    rules = ruleFolder(configuration)
    language = configuration.language
    quietSeconds = configuration.daemonQuietSeconds
    return configuration.office.timeZone == timeZone
  }
}
