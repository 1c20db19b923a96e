import ArgumentParser
import Operations
import ServiceStatus
import Settings

/// `nhacviec doctor`: checks everything that reminders need.
struct DoctorCommand: RevisionCommand {
  static let configuration = CommandConfiguration(
    "doctor", vi: "Khám: cấu hình, dữ liệu, quy tắc, máy chủ thư, đồng hồ; mã thoát 1 khi có lỗi.",
    en: "Check configuration, state, rules, mail server and clock; exits 1 where something is wrong.")

  @Flag(help: "Không kết nối máy chủ thư / do not connect to the mail server.")
  var offline = false

  @Option(help: "Gửi một thư thử tới địa chỉ này, hay KÊNH:ĐỊA-CHỈ / send a test to this address, or NAME:ADDRESS.")
  var sendTest: String?

  @OptionGroup var options: RevisionOptions

  func run(_ run: RemindRun, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
    LocalTime.use(run.context.configuration.office.timeZone)
    let findings = Doctor.findings(run, offline: offline, sendTest: sendTest)
    for finding in findings {
      console.output.write(finding.line(console.language, style: console.style) + "\n")
    }
    return findings.contains { $0.severity > .warning } ? .failure : .success
  }
}
