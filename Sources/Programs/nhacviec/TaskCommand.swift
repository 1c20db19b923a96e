import ArgumentParser
import Operations

/// A command that prints the duties of one task, below a line that says where rules and facts come from.
protocol TaskCommand: OperationCommand {
  var task: String { get }
  var options: RuleOptions { get }

  func text(_ query: TaskQuery, _ console: CommandEnvironment) -> String
}

extension TaskCommand {
  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try TaskQuery(task, options.request, in: operations)
    console.say(origin: query.book.origin)
    console.output.write(text(query, console))
    return query.isWhole ? .success : .failure
  }
}
