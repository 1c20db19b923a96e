import ArgumentParser
import Settings

/// A command whose work is a function of its arguments and an environment.
protocol EnvironmentCommand: ParsableCommand {
  /// The exit code.
  func run(in environment: CommandEnvironment) -> ExitCode

  /// Whose `rules`, `state` and `language` hold where neither options nor the environment say so; nil: nobody's.
  var configurationFile: ConfigurationFile? { get }
}

extension EnvironmentCommand {
  var configurationFile: ConfigurationFile? { .ofProcess(option: nil) }

  mutating func run() throws {
    var environment = CommandEnvironment.ofProcess()
    let isConfigured = configurationFile.map { environment.configure(by: $0) } ?? true
    let code = environment.finish(isConfigured ? run(in: environment).rawValue : 1)
    if code != 0 { throw ExitCode(code) }
  }
}
