import ArgumentParser
import CivilCalendar
import Diagnostics
import Operations
import Presentation

/// `nhacviec upcoming`: lists what is due, when and for whom.
struct UpcomingCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown }

  static let configuration = CommandConfiguration(
    "upcoming", vi: "Việc sắp đến hạn, quá hạn, đang chờ và thường xuyên.",
    en: "What is due, overdue, waiting and standing.")

  @OptionGroup var options: RuleOptions

  @Option(help: "Hạn từ ngày này / due from this day on (mặc định: mọi việc chưa xong / default: all that is open).")
  var from: CivilDate?

  @Option(
    name: [.customLong("until"), .customLong("to")],
    help: """
      Hạn đến hết ngày này / due until this day (mặc định / default: 12 tháng / months; --summary: mọi việc / everything).
      """)
  var until: CivilDate?

  @Option(
    help: "Hạn từ hôm nay đến hết ngần ấy ngày sau; 7 như thư nhắc / due from today through so many days later.")
  var days: Int?

  @Option(help: "Chỉ kế hoạch này / only this plan.")
  var plan: String?

  @Option(help: "Chỉ việc của đơn vị / only this unit's.")
  var unit: String?

  @Option(help: "Chỉ việc đơn vị chủ trì / only what this unit leads.")
  var lead: String?

  @Option(help: "Chỉ mục này / only this section.")
  var section: String?

  @Option(help: "Chỉ việc giao cho người này / only what is assigned to this person.")
  var person: String?

  @Option(
    help: ArgumentHelp(
      "Chỉ tình trạng này, lặp lại được / only this state, may be repeated: "
        + UpcomingFilter.State.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "status"))
  var status: [String] = []

  @Option(
    help:
      "Có các từ này trong tên việc, sản phẩm, mã, đơn vị, lời văn hạn / with these words in title, product, id, unit or wording."
  )
  var text: String?

  @Option(help: "Xếp theo / sorted by: day, plan, unit, title.")
  var sort: UpcomingSort = .day

  @Flag(help: "Chỉ đếm / only count: quá hạn, đến hạn 7 ngày, trong hạn… (--by).")
  var summary = false

  @Option(help: "--summary: mỗi dòng là một: unit, section, plan, person / what a row of the summary is.")
  var by: Statistic.Division?

  @Flag(help: "Bảng: mỗi kỳ, mỗi đơn vị một dòng / table: a row for each period and unit.")
  var each = false

  @Flag(help: "Bảng: mọi dòng, dù dài hơn màn hình / table: every row, though they do not fit the screen.")
  var all = false

  @Option(help: "Chỉ ngần ấy dòng / only so many rows.")
  var limit: Int?

  @Option(help: ArgumentHelp("Tiếp sau chỗ này của lần in trước / go on behind this place.", valueName: "cursor"))
  var after: UpcomingCursor?

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .table

  /// Whether a table is cut to the screen: where nothing says how much of it is wanted.
  private var isCut: Bool { !all && !each && limit == nil && after == nil }

  private var names: [String] { UpcomingFilter.State.names(in: status) }

  func validate() throws {
    if until != nil, days != nil {
      throw ValidationError(
        vi: "--until và --days không dùng cùng nhau", en: "--until and --days exclude each other")
    }
    if let days, !(0...36_600).contains(days) { throw ValidationError("--days: 0…36600") }
    if let limit, limit < 1 { throw ValidationError("--limit: 1…") }
    if let from, let until, until < from {
      throw ValidationError(vi: FilterFault.lastBeforeFirst.words.vi, en: FilterFault.lastBeforeFirst.words.en)
    }
    if let name = names.first(where: { UpcomingFilter.State(rawValue: $0) == nil }) {
      let list = UpcomingFilter.State.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        vi: "--status “\(name)”: không có; có: \(list)", en: "--status “\(name)”: unknown; there are \(list)")
    }
    if let text, SearchWords(text) == nil {
      throw ValidationError(vi: "--text: không có từ nào", en: "--text: there is no word")
    }
    if by != nil, !summary {
      throw ValidationError(vi: "--by: chỉ dùng với --summary", en: "--by: only with --summary")
    }
    if summary, each || limit != nil || after != nil || sort != .day {
      throw ValidationError(
        vi: "--summary không dùng cùng --each, --limit, --after, --sort",
        en: "--summary excludes --each, --limit, --after, --sort")
    }
  }

  var languages: LanguageOption { options.languages }

  private var wishes: UpcomingQuery.Wishes {
    var wishes = UpcomingQuery.Wishes()
    (wishes.from, wishes.until, wishes.days) = (from, until, days)
    (wishes.plan, wishes.unit, wishes.section) = (plan, unit, section)
    (wishes.lead, wishes.person, wishes.text, wishes.isWhole) = (lead, person, text, summary)
    wishes.states = Set(names.compactMap(UpcomingFilter.State.init))
    return wishes
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    var choice = UpcomingPage.Choice()
    choice.isFolded = format == .table && !each && !summary
    (choice.sort, choice.limit) = (sort, limit)
    let query = try UpcomingQuery(options.request, wishes, withClosed: choice.isFolded, in: operations)
    choice.filter = query.filter
    guard choice.begin(after: after) else { throw .noPlace("--after") }
    write(query, choice, console)
    // If facts could not be applied, the list is wrong, so that the command fails.
    let problems = query.problems
    if !problems.isEmpty { operations.tell(.diagnostics(problems, files: nil)) }
    let code: ExitCode = problems.isEmpty ? .success : .failure
    // Freeing tens of thousands of values takes longer than printing them, so that the process ends without that.
    withExtendedLifetime(query) { console.leave?(code.rawValue) }
    return code
  }

  private func write(_ query: UpcomingQuery, _ choice: UpcomingPage.Choice, _ console: CommandEnvironment) {
    let language = console.language
    let origin = query.book.origin?.text(in: language)
    // The other formats are for programs, which expect no such line in the output.
    if format != .table, let origin { console.errors.write(TerminalEscaper.escape(origin) + "\n") }
    if summary {
      if format == .table { console.say(origin: query.book.origin) }
      return writeSummary(UpcomingPage(query.list, choice, language), console)
    }
    switch format {
    case .table:
      let page = UpcomingPage(query.list, choice, language)
      console.output.write(
        UpcomingText(
          page, language, style: console.style, width: console.width, height: isCut ? console.height : nil,
          origin: origin
        ).text())
    case .markdown:
      let page = UpcomingPage(query.list, choice, language)
      console.output.write(UpcomingExport.markdown(page, language))
      more(page, console)
    case .json: UpcomingExport.json(list(query.list, choice, console), language) { console.output.write($0) }
    case .csv: console.output.write(UpcomingExport.csv(list(query.list, choice, console), language))
    }
  }

  /// The list of the page. As it stands it needs none.
  private func list(
    _ list: UpcomingList, _ choice: UpcomingPage.Choice, _ console: CommandEnvironment
  ) -> UpcomingList {
    guard !choice.isPlain else { return list }
    let page = UpcomingPage(list, choice, console.language)
    more(page, console)
    var list = list
    list.replace(page.rows.map(\.first))
    return list
  }

  private func more(_ page: UpcomingPage, _ console: CommandEnvironment) {
    if let more = page.more(console.language) { console.errors.write(more + "\n") }
  }

  private func writeSummary(_ page: UpcomingPage, _ console: CommandEnvironment) {
    let statistic = page.statistic(by: by ?? .plan, console.language)
    let export = StatisticExport(statistic, console.language, columns: StatisticExport.open)
    switch format {
    case .table: console.output.write(export.table(width: console.width))
    case .json: console.output.write(export.json())
    case .csv: console.output.write(export.csv())
    case .markdown: console.output.write(export.markdown())
    }
  }
}

extension UpcomingSort: ExpressibleByArgument {}

extension UpcomingCursor: ExpressibleByArgument {}
