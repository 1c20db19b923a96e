import ArgumentParser
import Delivery
import Operations
import Presentation
import Settings

/// `nhacviec config`: checks and shows the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    "config", vi: "Kiểm tra và xem cấu hình.", en: "Check and show the configuration.",
    subcommands: [Check.self, Show.self, Example.self, NewLinkKey.self])

  /// `--config`.
  struct FileOption: ParsableArguments {
    @Option(help: "Tệp cấu hình / the file (mặc định / default: $NHACVIEC_CONFIG, /etc/nhacviec/nhacviec.toml).")
    var config: String?

    var file: ConfigurationFile { .ofProcess(option: config) }
  }

  struct Check: OperationCommand {
    static let configuration = CommandConfiguration(
      "check", vi: "Kiểm tra tệp cấu hình, các tệp bí mật và mẫu thư; mã thoát 1 khi có lỗi.",
      en: "Check the file, the secrets and the templates; exits 1 where there are errors.")

    @OptionGroup var file: FileOption
    @OptionGroup var languages: LanguageOption

    var configurationFile: ConfigurationFile? { nil }

    func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let diagnostics = ConfigurationCheck.diagnostics(file.file, in: operations)
      console.report(diagnostics, files: 1, to: console.output)
      return diagnostics.hasErrors ? .failure : .success
    }
  }

  struct Show: OperationCommand {
    static let configuration = CommandConfiguration(
      "show", vi: "Cấu hình đang có hiệu lực; không bao giờ in bí mật.",
      en: "The configuration in force; never a secret.")

    @OptionGroup var file: FileOption
    @OptionGroup var languages: LanguageOption

    var configurationFile: ConfigurationFile? { nil }

    func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let (settings, diagnostics) = file.file.load()
      guard !diagnostics.hasErrors else {
        throw OperationFailure(diagnostics, files: 1)
      }
      for setting in settings.settings { console.output.write(setting.line(console.language) + "\n") }
      return .success
    }
  }

  struct NewLinkKey: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      "link-key", vi: "In một khóa mới để ký liên kết trong thư.",
      en: "Print a new key that signs the links of letters.",
      discussion: """
        Lưu làm credential “link-key”, chỉ lượt nhắc việc đọc / kept as the credential “link-key”, for the round alone:
        nhacviec config link-key | install -m 0600 /dev/stdin /etc/credstore/nhacviec.link-key
        """)

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      environment.output.write(LinkKey.made() + "\n")
      return .success
    }
  }

  struct Example: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      "example", vi: "Tệp cấu hình mẫu với mọi khóa.", en: "The shipped file, with every key.")

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      environment.output.write(ConfigurationReference.example)
      return .success
    }
  }
}
