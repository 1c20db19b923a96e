import ArgumentParser
import Operations
import Presentation
import Settings

/// What the commands about rounds and revisions share.
struct RevisionOptions: ParsableArguments {
  @OptionGroup var config: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption
}

/// A command about rounds or revisions: it needs the configuration, the state folder and the templates.
protocol RevisionCommand: EnvironmentCommand {
  var options: RevisionOptions { get }

  func run(
    _ run: RemindRun, _ language: Language, in environment: CommandEnvironment
  ) throws(OperationFailure) -> ExitCode
}

extension RevisionCommand {
  var configurationFile: ConfigurationFile? { options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let run = try RemindRun(options.config.file, stateFolder: options.state.folder, in: operations)
      return try self.run(run, language, in: environment)
    }
  }
}
