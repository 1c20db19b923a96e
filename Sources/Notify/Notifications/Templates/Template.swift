import Diagnostics

/// A text with places to fill: Mustache's variables, sections, inverted sections, comments and partials.
///
/// This is less than Mustache on purpose: every value is escaped, a tag cannot change the delimiters, and an unknown
/// name is an error when the template is read, not a gap in a letter.
struct Template: Sendable {
  indirect enum Node: Sendable {
    case text(String)
    case variable(Name)
    case section(Name, isInverted: Bool, [Node])
    case partial(Name)
  }

  struct Name: Sendable {
    var text: String
    var span: Span
  }

  /// The medium for which values are escaped.
  enum Medium: Sendable { case plain, html, chat }

  let nodes: [Node]
  let medium: Medium
}

/// Fills a template; its partials come from the same set.
struct TemplateRendering {
  let partials: [String: Template]
  let escape: (String) -> String
  private var stack: [[String: TemplateValue]] = []
  private var items: [TemplateValue] = []
  private var output = ""

  private init(_ partials: [String: Template], _ escape: @escaping (String) -> String) {
    self.partials = partials
    self.escape = escape
  }

  static func text(
    _ template: Template, _ value: [String: TemplateValue], partials: [String: Template],
    escape: @escaping (String) -> String
  ) -> String {
    var rendering = TemplateRendering(partials, escape)
    rendering.stack = [value]
    rendering.render(template.nodes)
    return rendering.output
  }

  private mutating func render(_ nodes: [Template.Node]) {
    for node in nodes {
      switch node {
      case .text(let text): output += text
      case .variable(let name): if case .text(let text)? = value(name.text) { output += escape(text) }
      case .partial(let name): render(partials[name.text]?.nodes ?? [])
      case .section(let name, let isInverted, let body):
        let value = value(name.text)
        if isInverted {
          if value?.isShown != true { render(body) }
        } else if let value, value.isShown {
          section(value, body)
        }
      }
    }
  }

  private mutating func section(_ value: TemplateValue, _ body: [Template.Node]) {
    switch value {
    case .text, .truth: render(body)
    case .record(let fields): with(fields, .record(fields), body)
    case .list(let items):
      for item in items {
        if case .record(let fields) = item { with(fields, item, body) } else { with([:], item, body) }
      }
    }
  }

  private mutating func with(_ fields: [String: TemplateValue], _ item: TemplateValue, _ body: [Template.Node]) {
    stack.append(fields)
    items.append(item)
    render(body)
    stack.removeLast()
    items.removeLast()
  }

  private func value(_ name: String) -> TemplateValue? {
    if name == "." { return items.last }
    for fields in stack.reversed() {
      if let value = fields[name] { return value }
    }
    return nil
  }
}
