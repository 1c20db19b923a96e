import ArgumentParser
import Operations
import Presentation

/// `nhacviec calendar`: months with days off, swapped days, lunar dates and due days.
struct CalendarCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: """
      Lịch tháng: ngày nghỉ, làm bù, ngày âm lịch, ngày đến hạn.
      Months with days off, swapped days, lunar dates and due days.
      """)

  @Argument(help: "YYYY, YYYY-MM, MM/YYYY")
  var month: MonthArgument

  @Option(help: "Tên lịch / calendar (mặc định: của kế hoạch, hoặc Việt Nam / default: the plan's, or Việt Nam).")
  var calendar: String?

  @OptionGroup var options: RuleOptions

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let (year, month) = (month.year, month.month)
    let query = try CalendarQuery(year: year, month: month, calendar: calendar, options.request, in: operations)
    let chosen = query.book.rules.calendars[query.calendar]
    let grid = MonthGrid(
      chosen.calendar, console.language, style: console.style, due: query.due.mapValues(\.count),
      today: query.book.today)
    console.output.write(
      grid.text(
        chosen.title, year: year, month: month, due: query.due, origin: query.book.origin, width: console.width))
    return .success
  }
}
