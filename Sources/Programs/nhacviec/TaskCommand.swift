import ArgumentParser
import Operations
import Presentation

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
    if let origin = query.book.origin {
      let words = TerminalEscaper.escape(origin.text(in: console.language))
      console.output.write(console.style(.faint, words) + "\n")
    }
    console.output.write(text(query, console))
    return query.isWhole ? .success : .failure
  }
}
