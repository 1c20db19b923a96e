import ArgumentParser
import Operations
import Presentation
import ServiceStatus

/// `nhacviec show`: a row of the plan with its dates.
struct ShowCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: """
      Một nhiệm vụ: nội dung, đơn vị, hạn và tình trạng.
      One task: its row, units, days and states.
      """)

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @OptionGroup var options: RuleOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    options.query(task, in: environment) { query, language in
      let text = TaskCard(query.book.rules, language, today: query.book.today)
      environment.output.write(
        text.text(task: query.task, items: query.items, style: environment.style, width: environment.width))
    }
  }
}

/// `nhacviec explain`: how each date came out.
struct ExplainCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: """
      Giải thích từng bước vì sao có ngày hạn đó.
      Explain step by step how a date came out.
      """)

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @OptionGroup var options: RuleOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    options.query(task, in: environment) { query, language in
      let explanation = Explanation(query.book.rules, language)
      for (index, item) in query.items.enumerated() {
        if index > 0 { environment.output.write("\n") }
        environment.output.write(environment.style(.heading, item.duty.id.description) + "\n")
        for sentence in explanation.sentences(for: item.duty) {
          let lines = TextWrapping.lines(of: TerminalEscaper.escape(sentence), columns: environment.width - 4)
          environment.output.write("  • " + lines.joined(separator: "\n    ") + "\n")
        }
      }
    }
  }
}

extension RuleOptions {
  /// Asks for a task, and hands over its duties behind a line that says where rules and facts come from.
  fileprivate func query(
    _ task: String, in environment: CommandEnvironment, _ write: (TaskQuery, Language) -> Void
  ) -> ExitCode {
    let language = languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let query = try TaskQuery(task, request, in: operations)
      if let origin = query.book.origin {
        let words = TerminalEscaper.escape(origin.text(in: language))
        environment.output.write(environment.style(.faint, words) + "\n")
      }
      write(query, language)
      return query.isWhole ? .success : .failure
    }
  }
}
