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

  /// Whether `value` has exactly this shape.
  static func fits(_ value: TemplateValue, _ shape: [String: TemplateShape]) -> Bool {
    guard case .record(let fields) = value, Set(fields.keys) == Set(shape.keys) else { return false }
    return fields.allSatisfy { name, value in
      switch (shape[name], value) {
      case (.text, .text), (.truth, .truth): true
      case (.texts, .list(let items)): items.allSatisfy { if case .text = $0 { true } else { false } }
      case (.list(let item), .list(let items)): items.allSatisfy { fits($0, item) }
      default: false
      }
    }
  }
}
