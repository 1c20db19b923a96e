import ArgumentParser
import Presentation
import Settings

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
    let trial = offline && sendTest == nil ? nil : trial(setting, language, environment)
    let findings = Doctor(setting, environment, trial: trial).findings
    for finding in findings {
      let role: TerminalStyle.Role =
        switch finding.kind {
        case .good: .faint
        case .warning: .warning
        case .bad: .error
        }
      let words = TerminalEscaper.escape(language.choose(vi: finding.vi, en: finding.en))
      environment.output.write("\(environment.style(role, finding.sign)) \(words)\n")
    }
    return findings.contains { $0.kind == .bad } ? .failure : .success
  }

  /// By the service where it has the passwords and writes the state.
  private func trial(
    _ setting: RoundSetting, _ language: Language, _ environment: CommandEnvironment
  ) -> [Doctor.Finding] {
    let request = ServiceRequest(setting, language, environment)
    guard request.isAnothers, setting.configuration.mail != nil || setting.configuration.maildir != nil else {
      return MailTrial(setting).findings(sendingTo: sendTest, at: RoundSetting.clock())
    }
    return Doctor.Finding.findings(in: request.ask(.tryMail(address: sendTest)))
  }
}
