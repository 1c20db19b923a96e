import ArgumentParser

/// A command whose work is a function of its arguments and an environment.
protocol EnvironmentCommand: ParsableCommand {
  /// The exit code.
  func run(in environment: CommandEnvironment) -> ExitCode
}

extension EnvironmentCommand {
  mutating func run() throws {
    let environment = CommandEnvironment.ofProcess()
    let code = environment.finish(run(in: environment).rawValue)
    if code != 0 { throw ExitCode(code) }
  }
}
