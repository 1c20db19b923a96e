import ArgumentParser
import Operations

/// `nhacviec restore`: restores a backup.
struct RestoreCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "restore", vi: "Khôi phục từ bản sao lưu vào thư mục dữ liệu trống; kiểm tra toàn bộ trước khi ghi.",
    en: "Put a backup back into an empty state folder; all of it is checked before anything is written.")

  @Argument(help: "Thư mục của bản sao lưu / the backup's folder.")
  var folder: String

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let head = try StateBackup(folder: folder).restore(to: run)
    console.say(
      vi:
        "Đã khôi phục vào \(run.state.path); mốc ghi nhận: \(head). Thư gửi sau lúc sao lưu có thể được gửi lại một lần. "
        + "Quy tắc và cấu hình lúc sao lưu nằm ở \(run.state.restored), chưa đưa vào đâu cả.",
      en:
        "Restored to \(run.state.path); head of the facts: \(head). What was sent after the backup may be told again once. "
        + "The rules and the configuration of the backup are in \(run.state.restored); they were put nowhere else.")
    return .success
  }
}
