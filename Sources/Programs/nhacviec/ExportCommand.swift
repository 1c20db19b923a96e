import ArgumentParser
import Operations

/// `nhacviec export`: the register of tasks as a file that offices keep.
struct ExportCommand: OperationCommand {
  static let configuration = CommandConfiguration(
    "export", vi: "Ghi bảng theo dõi nhiệm vụ ra Excel hoặc CSV; sửa xong thì nhập lại bằng nhacviec import --into.",
    en: "Write the register of tasks as Excel or CSV; once edited it is read back by nhacviec import --into.")

  @Option(help: ArgumentHelp("Tệp Excel mới để ghi / a new Excel file to write.", valueName: "file"))
  var xlsx: String?

  @Option(help: ArgumentHelp("Tệp CSV mới để ghi / a new CSV file to write.", valueName: "file"))
  var csv: String?

  @Option(help: "Chỉ kế hoạch này / only this plan.")
  var plan: String?

  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  func validate() throws {
    guard xlsx != nil || csv != nil else {
      throw ValidationError(vi: "cần --xlsx TỆP hoặc --csv TỆP", en: "--xlsx FILE or --csv FILE is needed")
    }
  }

  func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let file = try RegisterFile(state: state.folder, plan: plan, console.language, in: operations)
    if let xlsx { try StatisticFile.write(file.workbook(), to: xlsx) }
    if let csv { try StatisticFile.write(file.csv(), to: csv) }
    return .success
  }
}
