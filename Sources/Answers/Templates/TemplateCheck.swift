package import Diagnostics

/// Finds unknown names, and partials that are missing or include themselves.
package struct TemplateCheck {
  let templates: [String: Template]
  /// The names of the office's own templates, in which mistakes are to be mended.
  let own: Set<String>
  package private(set) var diagnostics: [Diagnostic] = []
  /// The templates that include one another down to the place that is checked, each with the tag that includes it.
  private var using: [(name: String, tag: Span?)] = []

  /// - Parameter own: the names of the office's own templates, in which mistakes are to be mended.
  package init(_ templates: [String: Template], own: Set<String>) {
    self.templates = templates
    self.own = own
  }

  /// Checks the template of that name for values of `shape`.
  package mutating func check(_ name: String, _ shape: [String: TemplateShape]) {
    guard let template = templates[name] else { return }
    using = [(name, nil)]
    check(template.nodes, [shape], item: nil)
  }

  private mutating func check(_ nodes: [Template.Node], _ stack: [[String: TemplateShape]], item: TemplateShape?) {
    for node in nodes {
      switch node {
      case .text: break
      case .variable(let name):
        guard let shape = shape(name, stack, item), shape != .text else { break }
        report(
          name, vi: "“\(name.text)” không phải là chữ: dùng {{#\(name.text)}}",
          en: "“\(name.text)” is no text: use {{#\(name.text)}}")
      case .section(let name, let isInverted, let body):
        guard let shape = shape(name, stack, item) else { break }
        switch shape {
        case .list(let fields) where !isInverted: check(body, stack + [fields], item: nil)
        case .texts where !isInverted: check(body, stack, item: .text)
        default: check(body, stack, item: item)
        }
      case .partial(let name): partial(name, stack, item)
      }
    }
  }

  private mutating func partial(_ name: Template.Name, _ stack: [[String: TemplateShape]], _ item: TemplateShape?) {
    guard let template = templates[name.text] else {
      let near = NearestName.nearest(to: name.text, among: templates.keys.sorted(), limit: 1)
      return append(
        TemplateCode.unknownName.diagnostic(
          vi: "không có mẫu “\(name.text)”", en: "there is no template “\(name.text)”", at: name.span,
          fixIts: near.map { .didYouMean($0, at: name.span) }))
    }
    guard !using.contains(where: { $0.name == name.text }) else {
      return report(name, vi: "mẫu “\(name.text)” chứa chính nó", en: "the template “\(name.text)” holds itself")
    }
    using.append((name.text, name.span))
    check(template.nodes, stack, item: item)
    using.removeLast()
  }

  private mutating func shape(
    _ name: Template.Name, _ stack: [[String: TemplateShape]], _ item: TemplateShape?
  ) -> TemplateShape? {
    if name.text == ".", let item { return item }
    if let found = stack.reversed().lazy.compactMap({ $0[name.text] }).first { return found }
    let known = Set(stack.flatMap(\.keys)).sorted()
    let near = NearestName.nearest(to: name.text, among: known, limit: 1)
    append(
      TemplateCode.unknownName.diagnostic(
        vi: "ở đây không có “\(name.text)”", en: "there is no “\(name.text)” here", at: name.span,
        notes: [
          .init(.init(vi: "có: \(known.joined(separator: ", "))", en: "there is: \(known.joined(separator: ", "))"))
        ],
        fixIts: near.map { .didYouMean($0, at: name.span) }))
    return nil
  }

  private mutating func report(_ name: Template.Name, vi: String, en: String) {
    append(TemplateCode.syntax.diagnostic(vi: vi, en: en, at: name.span))
  }

  /// The tag by which an office's template includes a shipped one in a place where its names are unknown; nil if the
  /// mistake is in the template where it was found.
  private var culprit: Span? {
    guard let last = using.last, !own.contains(last.name) else { return nil }
    return using.lastIndex { own.contains($0.name) }.flatMap { using[$0 + 1].tag }
  }

  /// Adds a diagnostic, unless it is known. A partial is checked wherever it is used, but its mistakes are reported
  /// once.
  private mutating func append(_ found: Diagnostic) {
    var diagnostic = found
    if let culprit {
      diagnostic.notes.insert(.init(.init(vi: "trong mẫu này", en: "in this template"), at: found.span), at: 0)
      (diagnostic.span, diagnostic.fixIts) = (culprit, [])
    }
    let isKnown = diagnostics.contains {
      $0.span.source === diagnostic.span.source && $0.span.start == diagnostic.span.start && $0.code == diagnostic.code
    }
    if !isKnown { diagnostics.append(diagnostic) }
  }
}
