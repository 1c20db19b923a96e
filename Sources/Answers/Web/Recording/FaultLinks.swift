import Templates

/// What is wrong with a form, as the list above it has it.
enum FaultLinks {
  static let shape: [String: TemplateShape] = ["field": .text, "text": .text]

  /// In the order of the fields, then what is about the whole.
  /// - Parameters:
  ///   - faults: each with the place of the page to which it leads.
  ///   - fields: the places of the form's fields.
  static func values(_ faults: [(field: String, text: String)], in fields: [String]) -> TemplateValue {
    let ordered =
      fields.flatMap { field in faults.filter { $0.field == field } } + faults.filter { !fields.contains($0.field) }
    return .list(ordered.map { ["field": .text($0.field), "text": .text($0.text)] })
  }
}
