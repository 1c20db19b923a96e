import ArgumentParser
import Operations
import Presentation
import Settings

/// `nhacviec config`: the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: """
      Kiểm tra và xem cấu hình.
      Check and show the configuration.
      """,
    subcommands: [Check.self, Show.self, Example.self])

  /// `--config`.
  struct FileOption: ParsableArguments {
    @Option(help: "Tệp cấu hình / the file (mặc định / default: $NHACVIEC_CONFIG, /etc/nhacviec/nhacviec.toml).")
    var config: String?

    var file: ConfigurationFile { .ofProcess(option: config) }
  }

  struct Check: OperationCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: """
        Kiểm tra tệp cấu hình, các tệp bí mật và mẫu thư; mã thoát 1 khi có lỗi.
        Check the file, the secrets and the templates; exits 1 where there are errors.
        """)

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
      commandName: "show",
      abstract: """
        Cấu hình đang có hiệu lực; không bao giờ in bí mật.
        The configuration in force; never a secret.
        """)

    @OptionGroup var file: FileOption
    @OptionGroup var languages: LanguageOption

    var configurationFile: ConfigurationFile? { nil }

    func run(_ operations: OperationContext, _ console: CommandEnvironment) throws(OperationFailure) -> ExitCode {
      let (settings, diagnostics) = file.file.load()
      guard !diagnostics.hasErrors else {
        throw OperationFailure(diagnostics, files: 1)
      }
      let standard = console.language.choose(vi: "mặc định", en: "default")
      for setting in settings.settings {
        let line = setting.value.map { "\(setting.name) = \($0)\(setting.isSet ? "" : "  # \(standard)")" }
        console.output.write((line ?? "# \(setting.name)") + "\n")
      }
      return .success
    }
  }

  struct Example: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "example",
      abstract: """
        Tệp cấu hình mẫu với mọi khóa.
        The shipped file, with every key.
        """)

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      environment.output.write(ConfigurationReference.example)
      return .success
    }
  }
}
