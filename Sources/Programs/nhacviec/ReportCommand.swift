import ArgumentParser
import CivilCalendar
import Operations
import Presentation

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

  func validate() throws {
    if let from, let until, until < from {
      throw ValidationError(vi: "--to trước --from", en: "--to is before --from")
    }
  }

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try StatisticQuery(
      options.request, .init(from: from, until: until, plan: plan, unit: unit, section: section), by: by,
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
