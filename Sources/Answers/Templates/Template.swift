package import Diagnostics
import Presentation

/// A text with places to fill: Mustache's variables, sections, inverted sections, comments and partials.
///
/// This is less than Mustache on purpose: every value is escaped, a tag cannot change the delimiters, and an unknown
/// name is an error when the template is read, not a gap in a letter.
package struct Template: Sendable {
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
  enum Medium: Sendable {
    case plain, html, chat

    /// That of a template's name, which tells it by its ending.
    init(name: String) {
      self = name.hasSuffix(".html") ? .html : name.hasSuffix(".chat") ? .chat : .plain
    }

    var escape: (String) -> String {
      switch self {
      case .plain: TerminalEscaper.escape
      case .html: HTMLEscaper.escape
      case .chat: ChatEscaper.escape
      }
    }
  }

  let nodes: [Node]
  let medium: Medium

  /// Reads a template; what was wrong with it is left out of it.
  /// - Parameter name: its name, whose ending says for which medium values are escaped: `.html`, `.chat`, else plain text.
  package static func read(_ source: SourceText, name: String) -> (template: Template, diagnostics: [Diagnostic]) {
    let parsed = TemplateParser.parse(source)
    return (Template(nodes: parsed.nodes, medium: Medium(name: name)), parsed.diagnostics)
  }

  /// One that says nothing.
  package static func empty(_ name: String) -> Template { Template(nodes: [], medium: Medium(name: name)) }

  /// The text of the template.
  /// - Parameters:
  ///   - partials: the templates that it may include.
  ///   - escape: makes a value literal; nil: as the medium needs it.
  package func text(
    _ value: [String: TemplateValue], partials: [String: Template], escape: ((String) -> String)? = nil
  ) -> String {
    TemplateRendering.text(self, value, partials: partials, escape: escape ?? medium.escape)
  }
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
