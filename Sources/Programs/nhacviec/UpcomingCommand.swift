import ArgumentParser
import CivilCalendar
import Expansion
import Presentation
import Rules

/// `nhacviec upcoming`: what is due, when and for whom.
struct UpcomingCommand: EnvironmentCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown }

  static let configuration = CommandConfiguration(
    commandName: "upcoming",
    abstract: """
      Việc sắp đến hạn, quá hạn, đang chờ và thường xuyên.
      What is due, overdue, waiting and standing.
      """)

  @OptionGroup var options: RuleOptions

  @Option(help: "Hạn từ ngày này / due from this day on (mặc định: mọi việc chưa xong / default: all that is open).")
  var from: DateArgument?

  @Option(help: "Hạn đến hết ngày này / due until this day (mặc định / default: 12 tháng / months).")
  var until: DateArgument?

  @Option(
    help: "Hạn từ hôm nay đến hết ngần ấy ngày sau; 7 như thư nhắc / due from today through so many days later.")
  var days: Int?

  @Option(help: "Chỉ việc của đơn vị / only this unit's.")
  var unit: String?

  @Option(
    help:
      "Chỉ tình trạng này / only this state: overdue, open, not-open, waiting, undated, standing, to-settle, done, waived, withdrawn."
  )
  var status: String?

  @Option(help: "table, json, csv, markdown.")
  var format: Format = .table

  func validate() throws {
    if until != nil, days != nil {
      throw ValidationError(
        vi: "--until và --days không dùng cùng nhau", en: "--until and --days exclude each other")
    }
    if let days, !(0...36_600).contains(days) { throw ValidationError("--days: 0…36600") }
    if let from, let until, until.date < from.date {
      throw ValidationError(vi: "--until trước --from", en: "--until is before --from")
    }
    let states = StatusWording.names + UpcomingGroup.allCases.map(\.rawValue)
    if let status, !states.contains(status) {
      let list = states.joined(separator: ", ")
      throw ValidationError(
        vi: "--status “\(status)”: không có; có: \(list)", en: "--status “\(status)”: unknown; there are \(list)")
    }
  }

  func run(in environment: CommandEnvironment) -> ExitCode {
    guard let book = OpenBook.open(options, covering: years(in: environment), in: environment) else { return .failure }
    let language = options.languages.language(in: environment)
    if let folder = book.loaded?.changedFolder(in: environment) {
      environment.errors.write(
        language.choose(
          vi: "lưu ý: thư mục quy tắc \(folder) khác bản đang có hiệu lực; xem “nhacviec rules diff”\n",
          en: "note: the rule folder \(folder) differs from the live revision; see “nhacviec rules diff”\n"))
    }
    let window = DayRange(first: from?.date ?? .first, last: lastDay(today: book.today))
    let expander = Expander(book.rules, facts: book.facts)
    let isClosedWanted = status.map { ["done", "waived", "withdrawn", "closed"].contains($0) } ?? false
    var list = UpcomingList(
      book.rules,
      obligations: expander.handedOver(expander.obligations(in: window, explained: false), on: book.today),
      duties: expander.handedOver(expander.openDuties(explained: false), on: book.today), today: book.today,
      includesClosed: isClosedWanted, live: book.live)
    if let status { list.keep(status: status) }
    if let unit {
      switch UnitChoice.recipient(unit, book.rules, language, errors: environment.errors) {
      case .unit(let id)?: list.keep(unit: id)
      case .group(let id)?: list.keep(group: id)
      case nil: return .failure
      }
    }
    write(list, origin: book.origin, language, to: environment)
    let code = reportProblems(expander, language, environment)
    // Taking tens of thousands of values apart takes longer than printing them: the process ends with all of them.
    withExtendedLifetime((list, expander)) { environment.leave?(code.rawValue) }
    return code
  }

  private func write(
    _ list: UpcomingList, origin: String?, _ language: Language, to environment: CommandEnvironment
  ) {
    // The other formats have no line for it, and what reads them wants none.
    if format != .table, let origin { environment.errors.write(TerminalEscaper.escape(origin) + "\n") }
    switch format {
    case .table:
      environment.output.write(
        UpcomingText(list, language, style: environment.style, width: environment.width, origin: origin).text())
    case .json: UpcomingExport.json(list, language) { environment.output.write($0) }
    case .csv: environment.output.write(UpcomingExport.csv(list, language))
    case .markdown: environment.output.write(UpcomingExport.markdown(list, language))
    }
  }

  /// Facts that could not be applied make the list wrong: they are told, and the command fails.
  private func reportProblems(
    _ expander: Expander, _ language: Language, _ environment: CommandEnvironment
  ) -> ExitCode {
    let problems = expander.factProblems
    guard !problems.isEmpty else { return .success }
    DiagnosticReport(environment, language).printToErrors(problems.map(ProblemWords.diagnostic), files: nil)
    return .failure
  }

  private func lastDay(today: CivilDate) -> CivilDate {
    if let until { return until.date }
    if let days { return today.adding(days: days) }
    let start = from.map { max($0.date, today) } ?? today
    return start.adding(days: 366)
  }

  /// Years that the calendars must cover beside the plans' own.
  private func years(in environment: CommandEnvironment) -> ClosedRange<Int>? {
    let today = options.today?.date ?? Clock.today(now: environment.now, zone: nil)
    guard let today else { return nil }
    let last = lastDay(today: today).year
    let first = min(from?.date.year ?? today.year, last)
    return first...last
  }
}
