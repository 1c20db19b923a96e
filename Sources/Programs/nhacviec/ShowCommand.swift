import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import Rules

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
    TaskQuery(task, options, environment).run { query, items in
      let text = TaskCard(query.book.rules, query.language, today: query.book.today)
      environment.output.write(
        text.text(task: query.task, items: items, style: environment.style, width: environment.width))
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
    TaskQuery(task, options, environment).run { query, items in
      let explanation = Explanation(query.book.rules, query.language)
      for (index, item) in items.enumerated() {
        if index > 0 { environment.output.write("\n") }
        environment.output.write(environment.style(.heading, item.id.description) + "\n")
        let sentences =
          switch item.duty {
          case .dated(let obligation): explanation.sentences(for: obligation)
          case .open(let duty): explanation.sentences(for: duty)
          }
        for sentence in sentences {
          let lines = TextWrapping.lines(of: TerminalEscaper.escape(sentence), columns: environment.width - 4)
          environment.output.write("  • " + lines.joined(separator: "\n    ") + "\n")
        }
      }
    }
  }
}
