/// What a template is filled with.
package enum TemplateValue: Hashable, Sendable {
  case text(String)
  case truth(Bool)
  case list([TemplateValue])
  case record([String: TemplateValue])

  /// Whether a section of it is shown (Mustache: not false, not empty).
  var isShown: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .truth(let truth): truth
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }
}

/// Which names a template may use, so that a misspelt one is found when the template is read.
package enum TemplateShape: Hashable, Sendable {
  case text
  case truth
  case list([String: TemplateShape])
  /// Of texts, each one `{{.}}`.
  case texts
}
