import ArgumentParser
import Operations
import ServiceStatus
import Settings

/// `nhacviec status`: says how reminding goes, for people and for monitoring.
struct StatusCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    "status", vi: "Việc nhắc đang ra sao; mã thoát 0 tốt, 1 cảnh báo, 2 nghiêm trọng, 3 không rõ.",
    en: "How reminding goes; exits 0 well, 1 warning, 2 critical, 3 unknown.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "Dạng in ra / output format.")
  var format: Format = .text

  @Option(
    help: "Thư mục quy tắc để so / rule folder to compare (mặc định / default: $NHACVIEC_RULES, cấu hình, ./rules).")
  var rules: String?

  @OptionGroup var file: ConfigCommand.FileOption
  @OptionGroup var state: StateOption
  @OptionGroup var languages: LanguageOption

  /// The file is read in `run`, so that its errors give monitoring the state unknown.
  var configurationFile: ConfigurationFile? { nil }

  func run(in environment: CommandEnvironment) -> ExitCode {
    var console = environment
    let unknown = ExitCode(Finding.Severity.unknown.rawValue)
    guard console.configure(by: file.file) else { return unknown }
    console.language = languages.chosen ?? console.language
    LocalTime.use((console.world.configuration?.values ?? .standard).office.timeZone)
    do throws(OperationFailure) {
      let report = try StatusRequest.report(stateFolder: state.folder, rules: rules, in: console.operations)
      console.output.write(format == .json ? report.json + "\n" : report.text(console.language))
      return ExitCode(report.severity.rawValue)
    } catch {
      if case .error(let words) = error.remark {
        console.complain(vi: "KHÔNG RÕ: \(words.vi)", en: "UNKNOWN: \(words.en)")
      }
      return unknown
    }
  }
}
