import ArgumentParser
import Operations
import Presentation

/// `nhacviec show`: shows a row of the plan with its days.
struct ShowCommand: TaskCommand {
  static let configuration = CommandConfiguration(
    "show", vi: "Một nhiệm vụ: nội dung, đơn vị, hạn và tình trạng.", en: "One task: its row, units, days and states.")

  @Argument(help: "NHIỆM-VỤ[@KỲ] / TASK[@KEY], e.g. TC.1@2022-Q1")
  var task: String

  @OptionGroup var options: RuleOptions

  func text(_ query: TaskQuery, _ console: CommandEnvironment) -> String {
    TaskCard(query.book.rules, console.language, today: query.book.today)
      .text(task: query.task, items: query.items, style: console.style, width: console.width)
  }
}
