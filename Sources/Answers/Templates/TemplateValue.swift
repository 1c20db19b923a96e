/// A value with which a template is filled.
package enum TemplateValue: Hashable, Sendable {
  case text(String)
  case truth(Bool)
  case list([TemplateValue])
  case record([String: TemplateValue])

  /// Whether its section is shown: as in Mustache, if it is neither false nor empty.
  var isShown: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .truth(let truth): truth
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }
}

/// The type of a value, so that a misspelt name is found when the template is read.
package enum TemplateShape: Hashable, Sendable {
  case text
  case truth
  case list([String: TemplateShape])
  /// A list of texts, each of which its section calls `{{.}}`.
  case texts
}
