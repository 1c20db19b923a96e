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

  struct Check: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: """
        Kiểm tra tệp cấu hình, các tệp bí mật và mẫu thư; mã thoát 1 khi có lỗi.
        Check the file, the secrets and the templates; exits 1 where there are errors.
        """)

    @OptionGroup var file: FileOption
    @OptionGroup var languages: LanguageOption

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      let language = languages.language(in: environment)
      let diagnostics = ConfigurationCheck.diagnostics(file.file, in: environment.operations(language))
      DiagnosticReport(environment, language).print(diagnostics, files: 1)
      return diagnostics.hasErrors ? .failure : .success
    }
  }

  struct Show: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: """
        Cấu hình đang có hiệu lực; không bao giờ in bí mật.
        The configuration in force; never a secret.
        """)

    @OptionGroup var file: FileOption
    @OptionGroup var languages: LanguageOption

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      let language = languages.language(in: environment)
      let (settings, diagnostics) = file.file.load()
      guard !diagnostics.hasErrors else {
        DiagnosticReport(environment, language).printToErrors(diagnostics, files: 1)
        return .failure
      }
      let standard = language.choose(vi: "mặc định", en: "default")
      for setting in settings.settings {
        guard let value = setting.value else {
          environment.output.write("# \(setting.name)\n")
          continue
        }
        environment.output.write("\(setting.name) = \(value)\(setting.isSet ? "" : "  # \(standard)")\n")
      }
      return .success
    }
  }

  struct Example: EnvironmentCommand {
    static let configuration = CommandConfiguration(
      commandName: "example",
      abstract: """
        Tệp cấu hình mẫu với mọi khoá.
        The shipped file, with every key.
        """)

    var configurationFile: ConfigurationFile? { nil }

    func run(in environment: CommandEnvironment) -> ExitCode {
      environment.output.write(ConfigurationReference.example)
      return .success
    }
  }
}
