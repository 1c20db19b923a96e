import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import Rules

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
    guard let book = book(environment) else { return .failure }
    let named = calendar ?? CalendarChoice.standard
    let id = calendar == nil ? book.rules.plans.first?.calendar : nil
    guard let id = id ?? book.rules.calendar(named: named) else {
      environment.errors.write(CalendarChoice.complaint(named, book.rules, language))
      return .failure
    }
    let due = dueDays(book)
    let grid = MonthGrid(
      book.rules.calendars[id].calendar, language, style: environment.style, due: due.mapValues(\.count),
      today: book.today)
    var text = "\(book.rules.calendars[id].title)\n"
    if let warning = grid.provisionalWarning(for: month.year) { text += environment.style(.warning, warning) + "\n" }
    text += "\n"
    let dates = DateWording(language)
    for number in month.month.map({ [$0] }) ?? Array(1...12) {
      text += grid.text(month: number, of: month.year) ?? ""
      for (day, ids) in due.sorted(by: { $0.key < $1.key }) where day.month == number && day.year == month.year {
        let line = TextWrapping.lines(
          of: TerminalEscaper.escape(ids.joined(separator: ", ")), columns: max(20, environment.width - 24))
        text += "  " + language.choose(vi: "hạn \(dates.day(day)): ", en: "due \(dates.day(day)): ")
        text += line.joined(separator: "\n      ") + "\n"
      }
      text += "\n"
    }
    if let origin = book.origin { text += environment.style(.faint, TerminalEscaper.escape(origin)) + "\n" }
    environment.output.write(text + grid.legend + "\n")
    return .success
  }

  /// The rule book, or, where there is no rule folder and none was named, the shipped calendars alone.
  private func book(_ environment: CommandEnvironment) -> OpenBook? {
    let years = max(1, month.year - 1)...min(9999, month.year + 1)
    let isAnyRuleKnown = options.rules != nil || environment.folders.knownRuleFolder != nil
    if !isAnyRuleKnown, options.facts == nil, !LoadedRules.isAnyLive(options.state, in: environment) {
      let loaded = LoadedRules(paths: [], covering: years, in: environment)
      guard let today = options.today?.date ?? loaded.today(at: environment.now) else { return nil }
      return OpenBook(rules: loaded.rules, facts: [], today: today, diagnostics: [], head: nil, origin: nil)
    }
    return OpenBook.open(options, covering: years, in: environment)
  }

  private func dueDays(_ book: OpenBook) -> [CivilDate: [String]] {
    let first = CivilDate(year: month.year, month: month.month ?? 1, day: 1)
    let lastMonth = month.month ?? 12
    let last = CivilDate(
      year: month.year, month: lastMonth, day: CivilDate.daysInMonth(year: month.year, month: lastMonth))
    guard let first, let last else { return [:] }
    let expander = Expander(book.rules, facts: book.facts)
    var due: [CivilDate: [String]] = [:]
    for obligation in expander.obligations(in: DayRange(first: first, last: last), explained: false)
    where obligation.closed == nil {
      let id = obligation.id
      let plan = book.rules.plans.count > 1 ? "\(id.plan)/" : ""
      due[obligation.binding, default: []].append(
        plan + id.task + (id.label.map { ":\($0)" } ?? "") + (id.key == "once" ? "" : "@\(id.key)"))
    }
    return due
  }
}
