import ArgumentParser
import Operations
import PlanImport

/// `nhacviec plan`: plans as a whole.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "plan", vi: "Lập bộ quy tắc cho kế hoạch của năm sau.", en: "Rules for the plan of another year.",
    subcommands: [New.self])

  /// `nhacviec plan new`: carries a plan over into another year.
  struct New: OperationCommand {
    static let configuration = CommandConfiguration(
      "new",
      vi: """
        Lập kế hoạch mới từ kế hoạch của năm trước, để xem lại; mã thoát 0: chép hết, 3: có điều cần quyết định, 1: lỗi.
        """,
      en:
        "Make a new plan out of an earlier year's, to be reviewed; exits 0: all carried, 3: something to settle, 1: an error."
    )

    @Argument(help: ArgumentHelp("Mã của kế hoạch mới / id of the new plan.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("Kế hoạch được chép / the plan to carry over.", valueName: "plan"))
    var from: String

    @Option(help: ArgumentHelp("Năm hoặc giai đoạn mới / the new year or period: 2025, 2026-2030.", valueName: "year"))
    var year: PlanYears

    @Option(help: "Thư mục quy tắc / rule folder (mặc định / default: $NHACVIEC_RULES, ./rules).")
    var rules: String?

    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "Thư mục để ghi (mặc định: cạnh kế hoạch cũ) / folder to write (default: beside the old plan).",
        valueName: "dir"))
    var output: String?

    @Flag(help: "In báo cáo dạng JSON / print the report as JSON.")
    var json = false

    @OptionGroup var languages: LanguageOption

    func validate() throws {
      guard PlanImporter.isID(id) else {
        throw ValidationError(
          vi: "mã kế hoạch chỉ gồm chữ không dấu, số, “.” và “-”",
          en: "the id of a plan has ASCII letters, digits, “.” and “-” only")
      }
    }

    func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let made = try NextPlanRequest(plan: id, from: from, years: year.years, rules: rules, output: output)
        .run(in: operations)
      let report = NextPlanText(made, console.language)
      console.output.write(json ? report.json : report.text)
      return ExitCode(made.ending)
    }
  }
}
