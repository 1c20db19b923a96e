import ArgumentParser
import Operations
import Presentation

/// `nhacviec rules diff`: shows what promoting the rule folder would change.
struct RulesDiffCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "diff", vi: "Thư mục quy tắc khác bản đang có hiệu lực ở việc nào, hạn nào.",
    en: "Which duties and days of the rule folder differ from the live revision.")

  @OptionGroup var options: RuleOptions

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let difference = try RuleDifference(options.request, in: operations)
    let lines = difference.lines(console.language)
    for line in lines { console.output.write(TerminalEscaper.escape(line) + "\n") }
    if let origin = difference.live.origin {
      console.errors.write(TerminalEscaper.escape(origin.text(in: console.language)) + "\n")
    }
    if lines.isEmpty { console.say(vi: "Không việc nào, hạn nào khác.", en: "No duty and no day differs.") }
    return .success
  }
}
