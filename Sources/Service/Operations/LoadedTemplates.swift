import Delivery
import Diagnostics
import Notifications
import Settings

/// The templates of messages: the office's own before those shipped. One with a mistake is reported and the shipped one used,
/// so that no mistake of an office's stops a round.
struct LoadedTemplates {
  private(set) var templates: NotificationTemplates
  private(set) var diagnostics: [Diagnostic]
  /// What is wrong with those that are used in the end: no letter can be made of them.
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
      // Of the shipped ones it is known that their letters can be sent.
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

  /// Mistakes of the office's templates: the shipped ones are used.
  var faults: [Diagnostic] { diagnostics.errors }
}

extension Diagnostic {
  fileprivate func isSame(as other: Diagnostic) -> Bool {
    code == other.code && span.start == other.span.start && span.source.name == other.span.source.name
      && words.en == other.words.en
  }
}
