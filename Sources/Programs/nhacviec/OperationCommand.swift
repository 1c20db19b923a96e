import ArgumentParser
import Operations
import Presentation

/// A command that carries out an operation and prints its result.
protocol OperationCommand: EnvironmentCommand {
  var languages: LanguageOption { get }

  /// Carries out the operation and returns the exit code.
  /// - Parameter console: prints in the chosen language.
  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode
}

extension OperationCommand {
  func run(in environment: CommandEnvironment) -> ExitCode {
    var console = environment
    console.language = languages.chosen ?? environment.language
    do throws(OperationFailure) { return try run(console.operations, console) } catch {
      console.tell(error.remark)
      return ExitCode(error.ending)
    }
  }
}
