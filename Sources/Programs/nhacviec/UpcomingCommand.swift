import ArgumentParser
import CivilCalendar
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

  @Option(help: "Hạn đến hết ngày này / due until this day (mặc định / default: 12 tháng / months).")
  var until: CivilDate?

  @Option(
    help: "Hạn từ hôm nay đến hết ngần ấy ngày sau; 7 như thư nhắc / due from today through so many days later.")
  var days: Int?

  @Option(help: "Chỉ việc của đơn vị / only this unit's.")
  var unit: String?

  @Option(
    help:
      "Chỉ tình trạng này / only this state: overdue, reported, open, not-open, waiting, undated, standing, to-settle, done, waived, withdrawn, closed, this-week, this-month, later."
  )
  var status: String?

  @Option(help: "Dạng in ra / the form.")
  var format: Format = .table

  func validate() throws {
    if until != nil, days != nil {
      throw ValidationError(
        vi: "--until và --days không dùng cùng nhau", en: "--until and --days exclude each other")
    }
    if let days, !(0...36_600).contains(days) { throw ValidationError("--days: 0…36600") }
    if let from, let until, until < from {
      throw ValidationError(vi: "--until trước --from", en: "--until is before --from")
    }
    let groups = UpcomingGroup.allCases.map(\.rawValue)
    let states = StatusWording.names + groups.filter { !StatusWording.names.contains($0) }
    if let status, !states.contains(status) {
      let list = states.joined(separator: ", ")
      throw ValidationError(
        vi: "--status “\(status)”: không có; có: \(list)", en: "--status “\(status)”: unknown; there are \(list)")
    }
  }

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let query = try UpcomingQuery(
      options.request, .init(from: from, until: until, days: days, unit: unit, status: status), in: operations)
    write(query.list, origin: query.book.origin?.text(in: console.language), console)
    // If facts could not be applied, the list is wrong, so that the command fails.
    let problems = query.problems
    if !problems.isEmpty { operations.tell(.diagnostics(problems, files: nil)) }
    let code: ExitCode = problems.isEmpty ? .success : .failure
    // Freeing tens of thousands of values takes longer than printing them, so that the process ends without that.
    withExtendedLifetime(query) { console.leave?(code.rawValue) }
    return code
  }

  private func write(_ list: UpcomingList, origin: String?, _ console: CommandEnvironment) {
    let language = console.language
    // The other formats are for programs, which expect no such line in the output.
    if format != .table, let origin { console.errors.write(TerminalEscaper.escape(origin) + "\n") }
    switch format {
    case .table:
      console.output.write(
        UpcomingText(list, language, style: console.style, width: console.width, origin: origin).text())
    case .json: UpcomingExport.json(list, language) { console.output.write($0) }
    case .csv: console.output.write(UpcomingExport.csv(list, language))
    case .markdown: console.output.write(UpcomingExport.markdown(list, language))
    }
  }
}
