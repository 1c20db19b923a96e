import ArgumentParser
import Presentation
import Settings
import StateFolder

/// A command whose work is a function of its arguments and an environment.
protocol EnvironmentCommand: ParsableCommand {
  /// The exit code.
  func run(in environment: CommandEnvironment) -> ExitCode

  /// Whose `rules`, `state` and `language` hold where neither options nor the environment say so; nil: nobody's.
  var configurationFile: ConfigurationFile? { get }
}

extension EnvironmentCommand {
  var configurationFile: ConfigurationFile? { .ofProcess(option: nil) }

  mutating func run() throws {
    var environment = CommandEnvironment.ofProcess()
    let isConfigured = configurationFile.map { environment.configure(by: $0) } ?? true
    let code = environment.finish(isConfigured ? run(in: environment).rawValue : 1)
    if code != 0 { throw ExitCode(code) }
  }
}

extension CommandEnvironment {
  /// False, with the reasons on the error sink, where the file has errors: nothing is done with half a configuration.
  mutating func configure(by file: ConfigurationFile) -> Bool {
    guard file.isThere else { return true }
    let stamp = FileStamp(file.path)
    let (configuration, diagnostics) = file.load()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      DiagnosticReport(self, language).printToErrors(diagnostics, files: 1)
      return false
    }
    folders = folders.configured(rules: configuration.rules, state: configuration.state)
    if !hasLocale, configuration.setsLanguage { language = configuration.language }
    self.configuration = (file.path, stamp, configuration)
    return true
  }
}
