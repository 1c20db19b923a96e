import Diagnostics
import Presentation
import Templates

/// The templates of one language, read and checked one after another.
struct TemplateReading {
  private let language: Language
  private(set) var templates: [String: Template] = [:]
  private(set) var sources: [String: SourceText] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The shipped templates that the office's own replace.
  private var replaced: [String: Template] = [:]

  init(_ language: Language) { self.language = language }

  mutating func add(_ name: String, shipped: SourceText?, own: SourceText?) {
    guard let source = own ?? shipped else {
      let place = SourceText(name: "\(language.rawValue)/\(name).mustache", bytes: [])
      return diagnostics.append(
        TemplateCode.missing.diagnostic(
          vi: "không tìm thấy mẫu thư này", en: "this template is not found", at: Span(place, 0, 0)))
    }
    sources[name] = source
    templates[name] = template(name, source)
    guard let own else { return }
    replaced[name] = shipped.map { template(name, $0) } ?? Template.empty(name)
    if let hidden = HiddenCharacters.first(in: own) { diagnostics.append(hidden) }
  }

  private mutating func template(_ name: String, _ source: SourceText) -> Template {
    let parsed = Template.read(source, name: name)
    diagnostics += parsed.diagnostics
    return parsed.template
  }

  /// Checks the templates, after all were added.
  mutating func check(letters: [String]) {
    var check = TemplateCheck(templates, own: Set(replaced.keys))
    for name in letters { check.check(name, Self.shape(of: name)) }
    for file in NotificationWords.File.allCases { check.check(file.name, NotificationShape.words(file)) }
    diagnostics += check.diagnostics
    let shipped = templates.merging(replaced) { _, shipped in shipped }
    for file in NotificationWords.File.allCases where replaced[file.name] != nil {
      guard let own = sources[file.name] else { continue }
      if file == .rows { diagnostics += TemplateRows.unlabelled(in: own) }
      if let silence = TemplateSilence(file, templates, shipped).diagnostic(own) { diagnostics.append(silence) }
    }
  }

  private static func shape(of name: String) -> [String: TemplateShape] {
    if name.hasPrefix("subject") { return NotificationShape.subject }
    if name.hasPrefix("sign-in") { return NotificationShape.signIn }
    return name.hasPrefix("single") ? NotificationShape.single : NotificationShape.digest
  }
}
