import ArgumentParser
import Operations
import Presentation

/// A command that does an operation and prints what comes of it.
protocol OperationCommand: EnvironmentCommand {
  var languages: LanguageOption { get }

  /// The exit code.
  /// - Parameter console: speaks the chosen language.
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
