import Diagnostics
import Presentation

/// Printing of diagnostics, up to a limit that no reader gets past.
extension CommandEnvironment {
  private static let limit = 1000

  /// Prints diagnostics and a summary.
  /// - Parameter sink: where to print; the error sink for commands whose output is something else.
  func report(_ diagnostics: [Diagnostic], files: Int?, to sink: OutputSink) {
    let formatter = DiagnosticFormatter(language, style: style, width: width)
    let sorted = DiagnosticFormatter.sorted(diagnostics)
    for diagnostic in sorted.prefix(Self.limit) { sink.write(formatter.text(of: diagnostic)) }
    if sorted.count > Self.limit {
      let more = sorted.count - Self.limit
      sink.write(language.choose(vi: "… và \(more) điều khác\n\n", en: "… and \(more) more\n\n"))
    }
    sink.write(formatter.summary(of: diagnostics, files: files) + "\n")
  }

  func reportJSON(_ diagnostics: [Diagnostic]) {
    var writer = JSONWriter()
    DiagnosticFormatter(language).writeJSON(DiagnosticFormatter.sorted(diagnostics), to: &writer)
    writer.flush { output.write($0) }
  }
}
