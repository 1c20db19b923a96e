import Diagnostics
import Presentation

/// Prints diagnostics: all of them up to a limit that no reader passes, and a summary.
struct DiagnosticReport {
  private let environment: CommandEnvironment
  private let formatter: DiagnosticFormatter
  private static let limit = 1000

  init(_ environment: CommandEnvironment, _ language: Language) {
    self.environment = environment
    formatter = DiagnosticFormatter(language, style: environment.style, width: environment.width)
  }

  /// On the output sink, as `check` does.
  func print(_ diagnostics: [Diagnostic], files: Int?) {
    write(diagnostics, to: environment.output)
    environment.output.write(formatter.summary(of: diagnostics, files: files) + "\n")
  }

  /// On the error sink, for commands whose output is something else.
  func printToErrors(_ diagnostics: [Diagnostic], files: Int?) {
    write(diagnostics, to: environment.errors)
    environment.errors.write(formatter.summary(of: diagnostics, files: files) + "\n")
  }

  func printJSON(_ diagnostics: [Diagnostic]) {
    var writer = JSONWriter()
    formatter.writeJSON(DiagnosticFormatter.sorted(diagnostics), to: &writer)
    writer.flush { environment.output.write($0) }
  }

  private func write(_ diagnostics: [Diagnostic], to sink: OutputSink) {
    let sorted = DiagnosticFormatter.sorted(diagnostics)
    for diagnostic in sorted.prefix(Self.limit) { sink.write(formatter.text(of: diagnostic)) }
    guard sorted.count > Self.limit else { return }
    let more = sorted.count - Self.limit
    sink.write(formatter.language.choose(vi: "… và \(more) điều khác\n\n", en: "… and \(more) more\n\n"))
  }
}
