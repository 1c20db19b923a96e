import ArgumentParser
import Documents
import Operations
import PlanImport

/// `nhacviec import`: turns the documents of a plan into a rule book to be reviewed, or an edited register into proposals.
struct ImportCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "import",
    vi: """
      Đọc văn bản kế hoạch (\(DocumentFileReader.formats)) thành tệp quy tắc để xem lại, hoặc (--into) đọc bảng theo dõi đã
      sửa thành đề xuất; mã thoát 0: hiểu hết, 3: có điều cần quyết định, 1: lỗi.
      """,
    en:
      "Turn a plan's document into rule files to be reviewed, or (--into) an edited register into proposals; exits 0: all understood, 3: something to settle, 1: an error."
  )

  @Argument(help: ArgumentHelp("Tệp của văn bản / files of the document.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Mã kế hoạch / id of the plan: khanh-hoa-skhcn-2025.", valueName: "id"))
  var plan: String?

  @Option(help: ArgumentHelp("Năm hoặc giai đoạn / year or period: 2025, 2026-2030.", valueName: "year"))
  var year: PlanYears?

  @Option(name: [.short, .long], help: ArgumentHelp("Thư mục để ghi / folder to write.", valueName: "dir"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Đơn vị đầu mối / focal point (mặc định: đơn vị chủ trì nhiều việc nhất / default: who leads most).",
      valueName: "unit"))
  var focalPoint: String?

  @Option(
    help: ArgumentHelp(
      "Thứ tự của 5/6/2026 khi không ô nào cho biết / order of 5/6/2026 where no cell tells: ngay-thang, thang-ngay.",
      valueName: "order"))
  var dates: WrittenDateOrder?

  @Flag(help: "In báo cáo dạng JSON / print the report as JSON.")
  var json = false

  @Flag(help: "Đọc cả văn bản có dấu MẬT, TỐI MẬT, TUYỆT MẬT / read documents marked secret too.")
  var allowClassified = false

  @Option(
    help: ArgumentHelp(
      "Đọc bảng theo dõi đã sửa của kế hoạch này / read an edited register of this plan.", valueName: "plan"))
  var into: String?

  @Option(
    help: ArgumentHelp(
      "Với --into: ghi bản sao có đánh dấu chỗ chưa nhận / with --into: a copy with marks at what was not taken.",
      valueName: "file"))
  var marked: String?

  @Flag(help: "Với --into: chỉ cho xem, không đề xuất / with --into: only show what would be proposed.")
  var dryRun = false

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func validate() throws {
    guard into == nil else {
      guard plan == nil, year == nil, output == nil, focalPoint == nil, files.count == 1 else {
        throw ValidationError(
          vi: "--into đọc một tệp đã xuất, không đi cùng --plan, --year, --output, --focal-point",
          en: "--into reads one exported file; --plan, --year, --output, --focal-point do not go with it")
      }
      return
    }
    guard marked == nil, !dryRun else {
      throw ValidationError(
        vi: "--marked, --dry-run chỉ dùng với --into", en: "--marked, --dry-run go with --into alone")
    }
    guard let plan, year != nil, output != nil else {
      throw ValidationError(
        vi: "cần --plan, --year, --output; hoặc --into với bảng theo dõi đã sửa",
        en: "--plan, --year, --output are needed; or --into with an edited register")
    }
    guard PlanImporter.isID(plan) else {
      throw ValidationError(
        vi: "--plan: mã chỉ gồm chữ không dấu, số, “.” và “-”",
        en: "--plan: an id has ASCII letters, digits, “.” and “-” only")
    }
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    if let into {
      let report = try RegisterImport(
        isRehearsal: dryRun, state: state.folder, console.language, in: operations
      ).read(files[0], into: into, marked: marked)
      let text = RegisterText(report, console.language)
      console.output.write(json ? text.json : text.text)
      return ExitCode(report.ending)
    }
    guard let plan, let year, let output else { return .failure }
    let imported = try ImportRequest(
      files: files,
      .init(plan: plan, years: year.years, focalPoint: focalPoint, daysFirst: dates.map { $0 == .daysFirst }),
      into: output,
      allowsClassified: allowClassified
    ).run(in: operations)
    let report = ImportReportText(imported.report, changes: imported.changes, folder: output, console.language)
    console.output.write(json ? report.json : report.text)
    return ExitCode(imported.ending)
  }
}
