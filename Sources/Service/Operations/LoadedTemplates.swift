import Delivery
import Diagnostics
import Notifications
import Settings

/// The templates of messages, where the office's own take precedence over the shipped ones. If one of its own has a
/// mistake, it is reported and the shipped one used, so that the mistake stops no round.
struct LoadedTemplates {
  private(set) var templates: NotificationTemplates
  private(set) var diagnostics: [Diagnostic]
  /// The errors in the templates that are used in the end, because of which no letter can be made.
  private(set) var obstacles: [Diagnostic]

  init(_ configuration: Configuration, _ operations: OperationContext) {
    let files = TemplateFiles(
      own: configuration.templates, isNamed: configuration.setsTemplates,
      shipped: operations.folders.shippedTemplates(), names: NotificationTemplates.names)
    var own = files.own
    diagnostics = files.diagnostics
    while true {
      let read = NotificationTemplates.read(files.shipped) { own[TemplateFiles.path($0, $1)] }
      templates = read.templates
      obstacles = read.diagnostics.filter { $0.severity == .error }
      // The shipped templates are tested, so that only the office's own need a trial.
      let trial = own.isEmpty || !obstacles.isEmpty ? [] : NotificationTrial.diagnostics(templates)
      let found = read.diagnostics + trial
      for new in found where !diagnostics.contains(where: { $0.isSame(as: new) }) { diagnostics.append(new) }
      let wrong = own.filter { _, source in
        found.contains { $0.severity == .error && $0.span.source === source }
      }
      guard !wrong.isEmpty else { break }
      for path in wrong.keys { own[path] = nil }
    }
  }

  /// The mistakes because of which shipped templates are used instead of the office's own.
  var faults: [Diagnostic] { diagnostics.errors }
}

extension Diagnostic {
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    code == other.code && span.start == other.span.start && span.source.name == other.span.source.name
      && words.en == other.words.en
  }
}
