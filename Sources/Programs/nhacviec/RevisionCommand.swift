import ArgumentParser
import Operations
import Presentation
import Settings

/// The options of commands about rounds and revisions.
struct RevisionOptions: ParsableArguments {
  @OptionGroup var config: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption
}

/// A command about rounds or revisions: it needs the configuration, the state folder and the templates.
protocol RevisionCommand: OperationCommand {
  var options: RevisionOptions { get }

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode
}

extension RevisionCommand {
  var configurationFile: ConfigurationFile? { options.config.file }
  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    try run(RemindRun(options.config.file, stateFolder: options.state.folder, in: operations), console)
  }
}
