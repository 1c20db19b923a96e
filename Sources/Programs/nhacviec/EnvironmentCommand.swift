import ArgumentParser
import Settings

/// A command that depends only on its arguments and an environment, so that tests can run it.
protocol EnvironmentCommand: ParsableCommand {
  /// Runs the command and returns its exit code.
  func run(in environment: CommandEnvironment) -> ExitCode

  /// The configuration file whose `rules`, `state` and `language` hold where neither options nor the environment give
  /// them; nil reads none.
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
