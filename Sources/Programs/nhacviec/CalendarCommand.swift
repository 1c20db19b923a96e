import ArgumentParser
import CivilCalendar
import Operations
import Presentation
import Rules
import ServiceStatus

/// `nhacviec calendar`: months with days off, swapped days, lunar dates and due days.
struct CalendarCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: """
      Lịch tháng: ngày nghỉ, làm bù, ngày âm lịch, ngày đến hạn.
      Months with days off, swapped days, lunar dates and due days.
      """)

  @Argument(help: "YYYY, YYYY-MM, MM/YYYY")
  var month: DateArgument.Month

  @Option(help: "Tên lịch / calendar (mặc định: của kế hoạch, hoặc Việt Nam / default: the plan's, or Việt Nam).")
  var calendar: String?

  @OptionGroup var options: RuleOptions

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    return environment.attempt(language) { operations throws(OperationFailure) in
      let query = try CalendarQuery(
        year: month.year, month: month.month, calendar: calendar, options.request, in: operations)
      write(query, language, environment)
      return .success
    }
  }

  private func write(_ query: CalendarQuery, _ language: Language, _ environment: CommandEnvironment) {
    let calendar = query.book.rules.calendars[query.calendar]
    let grid = MonthGrid(
      calendar.calendar, language, style: environment.style, due: query.due.mapValues(\.count), today: query.book.today)
    var text = "\(calendar.title)\n"
    if let warning = grid.provisionalWarning(for: month.year) { text += environment.style(.warning, warning) + "\n" }
    text += "\n"
    let dates = DateWording(language)
    for number in month.month.map({ [$0] }) ?? Array(1...12) {
      text += grid.text(month: number, of: month.year) ?? ""
      for (day, ids) in query.due.sorted(by: { $0.key < $1.key })
      where day.month == number && day.year == month.year {
        let line = TextWrapping.lines(
          of: TerminalEscaper.escape(ids.joined(separator: ", ")), columns: max(20, environment.width - 24))
        text += "  " + language.choose(vi: "hạn \(dates.day(day)): ", en: "due \(dates.day(day)): ")
        text += line.joined(separator: "\n      ") + "\n"
      }
      text += "\n"
    }
    if let origin = query.book.origin {
      text += environment.style(.faint, TerminalEscaper.escape(origin.text(in: language))) + "\n"
    }
    environment.output.write(text + grid.legend + "\n")
  }
}
