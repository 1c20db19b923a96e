public import Configuration
public import Messages
public import StateFolder

/// What the daemon works with.
public struct DaemonSettings: Sendable {
  public var state: StateFolder
  /// The folder whose changes are promoted.
  public var rules: String
  /// Folders of the calendars and policies that come with the program.
  public var shipped: [String]
  public var configurationFile: ConfigurationFile
  public var language: Language
  /// How long the rule folder must be left alone before it is read: seconds.
  public var quietSeconds: Int
  /// The command that does a round, where no path unit starts it; nil: one does.
  public var round: [String]?
  public var version: String

  public init(
    state: StateFolder, rules: String, shipped: [String], configurationFile: ConfigurationFile,
    configuration: Configuration, round: [String]?, version: String
  ) {
    self.state = state
    self.rules = rules
    self.shipped = shipped
    self.configurationFile = configurationFile
    self.round = round
    self.version = version
    language = configuration.language
    quietSeconds = configuration.daemonQuietSeconds
  }
}
