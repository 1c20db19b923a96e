import ArgumentParser
import Configuration
import Delivery
import Messages

/// `nhacviec doctor`: is everything there that reminders need?
struct DoctorCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: """
      Khám: cấu hình, dữ liệu, quy tắc, máy chủ thư, đồng hồ; mã thoát 1 khi có lỗi.
      Check configuration, state, rules, mail server and clock; exits 1 where something is wrong.
      """)

  @Flag(help: "Không kết nối máy chủ thư / do not connect to the mail server.")
  var offline = false

  @Option(help: "Gửi một thư thử tới địa chỉ này / send a test message to this address.")
  var sendTest: String?

  @OptionGroup var config: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  var configurationFile: ConfigurationFile? { config.file }

  func run(in environment: CommandEnvironment) -> ExitCode {
    let language = languages.language(in: environment)
    guard let setting = RoundSetting(config, state, language, environment) else { return .failure }
    var findings = Doctor(setting, environment, isOffline: offline).findings
    if let sendTest { findings.append(test(sendTest, setting)) }
    for finding in findings {
      let (sign, role): (String, TerminalStyle.Role) =
        switch finding.kind {
        case .good: ("✓", .faint)
        case .warning: ("!", .warning)
        case .bad: ("✗", .error)
        }
      let words = TerminalEscaper.escape(language.choose(vi: finding.vi, en: finding.en))
      environment.output.write("\(environment.style(role, sign)) \(words)\n")
    }
    return findings.contains { $0.kind == .bad } ? .failure : .success
  }

  private func test(_ address: String, _ setting: RoundSetting) -> Doctor.Finding {
    let trial = TransportTrial(setting.configuration, credentials: ConfigurationFile.credentialFolder)
    if let problem = trial.testMail(to: address, at: RoundSetting.clock().seconds) {
      return .init(
        kind: .bad, vi: "thư thử tới \(address): \(problem.vi)", en: "test message to \(address): \(problem.en)")
    }
    return .init(kind: .good, vi: "đã gửi thư thử tới \(address)", en: "a test message went to \(address)")
  }
}
