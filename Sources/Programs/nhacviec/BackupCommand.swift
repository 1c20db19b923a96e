import ArgumentParser
import FactLog
import Presentation
import RuleSyntax
import Settings
import StateFolder

/// `nhacviec backup`.
struct BackupCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: """
      Sao lưu ghi nhận, sổ gửi, quy tắc và cấu hình (không có mật khẩu) vào một thư mục mới; không cần dừng dịch vụ.
      Copy facts, the log of messages, rules and configuration (no secrets) into a new folder, while the service runs.
      """)

  @Argument(help: "Thư mục mới / a new folder.")
  var folder: String

  @OptionGroup var options: RevisionOptions

  var configurationFile: ConfigurationFile? { options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    guard let setting = RoundSetting(options.config, options.state, language, environment) else { return .failure }
    do {
      let office = try OfficeFiles(setting, environment)
      if !office.problems.isEmpty { DiagnosticReport(environment, language).printToErrors(office.problems, files: nil) }
      let head = try StateBackup(folder: folder).make(of: setting.state, office, at: environment.now)
      environment.output.write(
        language.choose(
          vi: "Đã sao lưu vào \(folder); mốc ghi nhận: \(head)\n",
          en: "Copied to \(folder); head of the facts: \(head)\n"))
      return .success
    } catch {
      return BackupWords.complain(error, setting, environment, language)
    }
  }
}

/// `nhacviec restore`.
struct RestoreCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: """
      Khôi phục từ bản sao lưu vào thư mục dữ liệu trống; kiểm tra toàn bộ trước khi ghi.
      Put a backup back into an empty state folder; all of it is checked before anything is written.
      """)

  @Argument(help: "Thư mục của bản sao lưu / the backup's folder.")
  var folder: String

  @OptionGroup var options: RevisionOptions

  var configurationFile: ConfigurationFile? { options.config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = options.languages.language(in: environment)
    guard let setting = RoundSetting(options.config, options.state, language, environment) else { return .failure }
    do {
      let state = setting.state
      let lock = try state.lockRound(holder: "nhacviec restore")
      let head = try StateBackup(folder: folder).restore(to: state)
      withExtendedLifetime(lock) {}
      environment.output.write(
        language.choose(
          vi:
            "Đã khôi phục vào \(state.path); mốc ghi nhận: \(head). Thư gửi sau lúc sao lưu có thể được gửi lại một lần. "
            + "Quy tắc và cấu hình lúc sao lưu nằm ở \(state.restored), chưa đưa vào đâu cả.\n",
          en:
            "Restored to \(state.path); head of the facts: \(head). What was sent after the backup may be told again once. "
            + "The rules and the configuration of the backup are in \(state.restored); they were put nowhere else.\n"
        ))
      return .success
    } catch {
      return BackupWords.complain(error, setting, environment, language)
    }
  }
}

enum BackupWords {
  static func complain(
    _ error: any Error, _ setting: RoundSetting, _ environment: CommandEnvironment, _ language: Language
  ) -> ExitCode {
    switch error {
    case let failure as StateBackup.Failure:
      environment.errors.write(language.choose(vi: "lỗi: \(failure.vi)\n", en: "error: \(failure.en)\n"))
    case FolderLock.Failure.held(let holder):
      environment.errors.write(
        language.choose(
          vi: "lỗi: đang có lượt nhắc việc chạy: \(holder)\n", en: "error: a round is running: \(holder)\n"))
    default: DiagnosticReport(environment, language).printToErrors([setting.diagnostic(error)], files: nil)
    }
    return ExitCode(of: error)
  }
}
