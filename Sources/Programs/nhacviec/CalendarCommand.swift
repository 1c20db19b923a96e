import ArgumentParser
import Operations
import Presentation

/// `nhacviec calendar`: shows months with days off, swapped days, lunar dates and due days.
struct CalendarCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "calendar", vi: "Lịch tháng: ngày nghỉ, làm bù, ngày âm lịch, ngày đến hạn.",
    en: "Months with days off, swapped days, lunar dates and due days.")

  @Argument(help: "YYYY, YYYY-MM, MM/YYYY")
  var month: YearOrMonth

  @Option(help: "Tên lịch / calendar (mặc định: của kế hoạch, hoặc Việt Nam / default: the plan's, or Việt Nam).")
  var calendar: String?

  @OptionGroup var options: RuleOptions

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try CalendarQuery(month, calendar: calendar, options.request, in: operations)
    let chosen = query.book.rules.calendars[query.calendar]
    let grid = MonthGrid(
      chosen.calendar, console.language, style: console.style, due: query.due.mapValues(\.count),
      today: query.book.today)
    console.output.write(
      grid.text(
        chosen.title, year: month.year, month: month.month, due: query.due, origin: query.book.origin,
        width: console.width))
    return .success
  }
}
