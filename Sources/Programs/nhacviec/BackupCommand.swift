import ArgumentParser
import Operations

/// `nhacviec backup`: copies the state into a new folder.
struct BackupCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "backup",
    vi:
      "Sao lưu ghi nhận, sổ gửi, quy tắc và cấu hình (không có mật khẩu) vào một thư mục mới; không cần dừng dịch vụ.",
    en:
      "Copy facts, the log of messages, rules and configuration (no secrets) into a new folder, while the service runs."
  )

  @Argument(help: "Thư mục mới / a new folder.")
  var folder: String

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    let head = try StateBackup(folder: folder).make(of: run)
    console.say(
      vi: "Đã sao lưu vào \(folder); mốc ghi nhận: \(head)", en: "Copied to \(folder); head of the facts: \(head)")
    return .success
  }
}
