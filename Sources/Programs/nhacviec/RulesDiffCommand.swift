import ArgumentParser
import Operations
import Presentation

/// `nhacviec rules diff`: what promoting the rule folder would change.
struct RulesDiffCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: """
      Thư mục quy tắc khác bản đang có hiệu lực ở việc nào, hạn nào.
      Which duties and days of the rule folder differ from the live revision.
      """)

  @OptionGroup var options: RuleOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let difference = try RuleDifference(options.request, in: operations)
      let lines = difference.lines(language)
      for line in lines { environment.output.write(TerminalEscaper.escape(line) + "\n") }
      if let origin = difference.live.origin {
        environment.errors.write(TerminalEscaper.escape(origin.text(in: language)) + "\n")
      }
      if lines.isEmpty {
        environment.output.write(
          language.choose(vi: "Không việc nào, hạn nào khác.\n", en: "No duty and no day differs.\n"))
      }
      return .success
    }
  }
}
