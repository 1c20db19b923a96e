package import Presentation
package import Settings
package import StateFolder

/// What the daemon works with.
package struct DaemonSettings: Sendable {
  package var state: StateFolder
  /// The folder whose changes are promoted, as the configuration says; what an option or a variable says goes before it.
  package private(set) var rules: String
  private let ruleFolder: @Sendable (Configuration) -> String
  /// Folders of the calendars and policies that come with the program.
  package var shipped: [String]
  package var configurationFile: ConfigurationFile
  package private(set) var language: Language
  /// Whether the configuration was right at least once; before that the folder of rules is not known.
  package private(set) var isConfigured = false
  /// How long the rule folder must be left alone before it is read: seconds.
  package private(set) var quietSeconds: Int
  /// The command that does a round, where no path unit starts it; nil: one does.
  package var round: [String]?
  package var version: String
  /// The zone that the process took at its start.
  private let timeZone: String

  /// Everything as an empty configuration has it, until one is taken.
  ///
  /// - Parameter timeZone: which the process took.
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

  /// What the daemon follows while it runs. The state folder and the time zone are those of its start.
  ///
  /// - Returns: whether the rest is as it was at the start; else it waits for another.
  mutating func take(_ configuration: Configuration) -> Bool {
    isConfigured = true
    rules = ruleFolder(configuration)
    language = configuration.language
    quietSeconds = configuration.daemonQuietSeconds
    return configuration.office.timeZone == timeZone
  }
}
