import ArgumentParser
import CivilCalendar
import Operations
import Presentation
import Reminders

/// `nhacviec report`: counts what was done and what was not.
struct ReportCommand: OperationCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, markdown, xlsx, docx

    /// Of a file with this name; nil if its ending says nothing.
    init?(file: String) {
      let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
      switch ending {
      case "txt": self = .table
      case "md": self = .markdown
      default: if let ending, let format = Format(rawValue: ending) { self = format } else { return nil }
      }
    }

    /// Is of no use in a terminal.
    var isBinary: Bool { self == .xlsx || self == .docx }
  }

  static let configuration = CommandConfiguration(
    "report", vi: "Thống kê việc đã xong, chưa xong theo đơn vị, mục, kế hoạch hoặc người; lập báo cáo Excel, Word.",
    en: "Count what was done and what was not, by unit, section, plan or person; as Excel and Word files too.")

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

  @Option(help: "Mỗi dòng là một: unit, section, plan, person / what a row is.")
  var by: Statistic.Division = .unit

  @Option(
    help:
      "Dạng / the form: table, json, csv, markdown, xlsx, docx (mặc định theo đuôi tệp / default by the file's ending)."
  )
  var format: Format?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Tệp mới để ghi / a new file to write; xlsx, docx: phải có / needed.", valueName: "file"))
  var output: String?

  private var form: Format { format ?? output.flatMap(Format.init(file:)) ?? .table }

  @Option(
    help: "Như tại lúc đó / as it was then: 2024-03-31, \"hôm qua\" (hết ngày / the end of the day), 2024-03-31T17:00.")
  var asOf: String?

  func validate() throws {
    if asOf != nil, options.today != nil || options.facts != nil {
      throw ValidationError(
        vi: "--as-of đã nói hôm nay là ngày nào và lấy ghi nhận trong sổ: không dùng cùng --today, --facts",
        en: "--as-of says which day is today and takes the facts of the log: --today and --facts do not go with it")
    }
    if form.isBinary, output == nil {
      throw ValidationError(
        vi: "--format \(form.rawValue) cần --output TỆP.\(form.rawValue)",
        en: "--format \(form.rawValue) needs --output FILE.\(form.rawValue)")
    }
    if let output, format == nil, Format(file: output) == nil {
      throw ValidationError(
        vi: "đuôi của “\(output)” không cho biết dạng; hãy ghi --format",
        en: "the ending of “\(output)” does not tell the form; name it by --format")
    }
    if let format, let output, let named = Format(file: output), named != format {
      throw ValidationError(
        vi: "“\(output)” có đuôi của dạng \(named.rawValue), còn --format là \(format.rawValue)",
        en: "“\(output)” ends as \(named.rawValue), but --format is \(format.rawValue)")
    }
    if let from, let until, until < from {
      throw ValidationError(vi: "--to trước --from", en: "--to is before --from")
    }
  }

  var languages: LanguageOption { options.languages }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    var request = options.request
    request.asOf = try asOf.map { text throws(OperationFailure) in
      try Instant.past(text, now: Instant(seconds: Int64(operations.now)))
    }
    let query = try StatisticQuery(
      request, .init(from: from, until: until, plan: plan, unit: unit, section: section), by: by,
      console.language, in: operations)
    if form == .table, output == nil {
      console.say(origin: query.origin)
    } else if let origin = query.origin {
      console.errors.write(TerminalEscaper.escape(origin.text(in: console.language)) + "\n")
    }
    if let note = query.note { console.errors.write(note.text(in: console.language) + "\n") }
    // If facts could not be applied, the figures are wrong: no file is made of them, and the command fails.
    let isWrong = !query.problems.isEmpty
    if isWrong { operations.tell(.diagnostics(query.problems, files: nil)) }
    if let output {
      if !isWrong { try StatisticFile.write(bytes(query, operations, console), to: output) }
    } else {
      console.output.write(try bytes(query, operations, console))
    }
    return isWrong ? .failure : .success
  }

  private func bytes(
    _ query: StatisticQuery, _ operations: OperationContext, _ console: CommandEnvironment
  ) throws(OperationFailure) -> [UInt8] {
    let export = StatisticExport(query.statistic, console.language)
    let file = StatisticFile(query, by: by, console.language)
    return switch form {
    case .table: Array(export.table(width: output == nil ? console.width : nil).utf8)
    case .json: Array(export.json().utf8)
    case .csv: export.csv()
    case .markdown: Array(export.markdown().utf8)
    case .xlsx: try file.workbook()
    case .docx: try file.document(in: operations)
    }
  }
}

extension Statistic.Division: ExpressibleByArgument {}
