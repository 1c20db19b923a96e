import ArgumentParser
import Operations
import Settings

/// A command about secret addresses of feeds or tokens of programs.
protocol TokenCommand: OperationCommand {
  var options: RevisionOptions { get }

  func run(_ tokens: TokenRequest, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode
}

extension TokenCommand {
  var configurationFile: ConfigurationFile? { options.config.file }
  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    try run(TokenRequest(options.config.file, stateFolder: options.state.folder, in: operations), console)
  }
}
