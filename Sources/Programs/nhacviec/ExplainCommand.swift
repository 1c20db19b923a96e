import ArgumentParser
import Operations
import Presentation

/// `nhacviec explain`: explains how each day was derived.
struct ExplainCommand: TaskCommand {
  static let configuration = CommandConfiguration(
    "explain", vi: "Giải thích từng bước vì sao có ngày hạn đó.", en: "Explain step by step how a date came out.")

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @OptionGroup var options: RuleOptions

  func text(_ query: TaskQuery, _ console: CommandEnvironment) -> String {
    Explanation(query.book.rules, console.language).text(
      query.items, delay: query.delay, style: console.style, width: console.width)
  }
}
