import ArgumentParser
import CivilCalendar
import Operations
import Presentation
import Reminders

/// `nhacviec report`: counts what was done and what was not.
struct ReportCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv, markdown }

  static let configuration = CommandConfiguration(
    "report", vi: "Thống kê việc đã xong, chưa xong theo đơn vị, mục hoặc kế hoạch.",
    en: "Count what was done and what was not, by unit, section or plan.")

  @OptionGroup var options: RuleOptions

  @Option(help: "Hạn từ ngày này / due from this day on; việc tồn trước đó là dòng riêng / what is older is a row.")
  var from: CivilDate?

  @Option(name: [.customLong("to"), .customLong("until")], help: "Hạn đến hết ngày này / due until this day.")
  var until: CivilDate?

  @Option(help: "Chỉ kế hoạch này / only this plan.")
  var plan: String?

  @Option(help: "Chỉ việc đơn vị này chủ trì / only what this unit leads.")
  var unit: String?

  @Option(help: "Chỉ mục này / only this section.")
  var section: String?

  @Option(help: "Mỗi dòng là một: unit, section, plan / what a row is.")
  var by: Statistic.Division = .unit

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .table

  @Option(
    help: "Như tại lúc đó / as it was then: 2024-03-31 (hết ngày / the end of the day), 2024-03-31T17:00.",
    transform: { text in
      guard let instant = Instant(endOf: text) else {
        throw ValidationError(vi: "“\(text)” không phải là một lúc", en: "“\(text)” is no instant")
      }
      return instant
    })
  var asOf: Instant?

  func validate() throws {
    if asOf != nil, options.today != nil || options.facts != nil {
      throw ValidationError(
        vi: "--as-of đã nói hôm nay là ngày nào và lấy ghi nhận trong sổ: không dùng cùng --today, --facts",
        en: "--as-of says which day is today and takes the facts of the log: --today and --facts do not go with it")
    }
    if let from, let until, until < from {
      throw ValidationError(vi: "--to trước --from", en: "--to is before --from")
    }
  }

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    var request = options.request
    request.asOf = asOf
    let query = try StatisticQuery(
      request, .init(from: from, until: until, plan: plan, unit: unit, section: section), by: by,
      console.language, in: operations)
    let export = StatisticExport(query.statistic, console.language)
    if let origin = query.book.origin?.text(in: console.language) {
      let line = TerminalEscaper.escape(origin) + "\n"
      if format == .table { console.output.write(console.style(.faint, line)) } else { console.errors.write(line) }
    }
    switch format {
    case .table: console.output.write(export.table(width: console.width))
    case .json: console.output.write(export.json())
    case .csv: console.output.write(export.csv())
    case .markdown: console.output.write(export.markdown())
    }
    // If facts could not be applied, the figures are wrong, so that the command fails.
    if !query.problems.isEmpty { operations.tell(.diagnostics(query.problems, files: nil)) }
    return query.problems.isEmpty ? .success : .failure
  }
}

extension Statistic.Division: ExpressibleByArgument {}
