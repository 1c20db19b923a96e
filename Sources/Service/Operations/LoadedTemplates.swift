import Delivery
package import Diagnostics
import Notifications
package import Settings

/// The templates of messages: the office's own before those shipped.
package struct LoadedTemplates {
  let templates: NotificationTemplates
  package let diagnostics: [Diagnostic]

  package init(_ configuration: Configuration, _ operations: OperationContext) {
    let files = TemplateFiles(
      own: configuration.templates, shipped: operations.folders.shippedTemplates(), names: NotificationTemplates.names)
    let (templates, found) = NotificationTemplates.read(files.source)
    self.templates = templates
    diagnostics = files.diagnostics + found
  }

  /// What is wrong with letters made from them; nothing where the templates themselves are broken.
  package var trial: [Diagnostic] {
    diagnostics.contains { $0.severity == .error } ? [] : LetterTrial.diagnostics(templates)
  }
}
