package import Diagnostics
package import Presentation

/// The templates of both languages, read and checked: a letter is rendered from them whatever its values. Whether it can be
/// sent, is tried (`Delivery`, `NotificationTrial`).
package struct NotificationTemplates: Sendable {
  private let sets: [Language: [String: Template]]
  private let sources: [Language: [String: SourceText]]

  private static let letters =
    ["subject.txt", "single.txt", "single.html", "single.chat", "digest.txt", "digest.html", "digest.chat"]
  private static let parts =
    ["item.txt", "item.html", "item.chat", "sheet.txt", "sheet.html", "sheet.chat", "head.html", "foot.html"]
    + ["foot.txt", "left.txt", "settle.txt"]

  /// Names of the files without `.mustache`. The ending says what values are escaped for.
  package static let names = letters + parts + NotificationWords.File.allCases.map(\.name)

  /// - Parameters:
  ///   - shipped: the text of `LANGUAGE/NAME.mustache`; nil where there is none.
  ///   - own: the office's, which takes its place; nil where it has none.
  package static func read(
    _ shipped: (_ language: Language, _ name: String) -> SourceText?,
    own: (_ language: Language, _ name: String) -> SourceText? = { _, _ in nil }
  ) -> (templates: NotificationTemplates, diagnostics: [Diagnostic]) {
    var (sets, sources): ([Language: [String: Template]], [Language: [String: SourceText]]) = ([:], [:])
    var diagnostics: [Diagnostic] = []
    for language in Language.allCases {
      var reading = TemplateReading(language)
      for name in names { reading.add(name, shipped: shipped(language, name), own: own(language, name)) }
      reading.check(letters: letters)
      (sets[language], sources[language]) = (reading.templates, reading.sources)
      diagnostics += reading.diagnostics
    }
    return (NotificationTemplates(sets: sets, sources: sources), diagnostics)
  }

  /// That what is made from a template cannot be sent.
  package func unsendable(_ name: String, _ language: Language, vi: String, en: String) -> Diagnostic {
    let source = sources[language]?[name] ?? SourceText(name: "\(language.rawValue)/\(name).mustache", bytes: [])
    return NotificationCode.templateNotSendable.diagnostic(vi: vi, en: en, at: Span(source, 0, 0))
  }

  func text(_ name: String, _ language: Language, _ value: [String: TemplateValue]) -> String {
    guard let set = sets[language], let template = set[name] else { return "" }
    let escape: (String) -> String =
      switch template.medium {
      case .plain: TerminalEscaper.escape
      case .html: HTMLEscaper.escape
      case .chat: ChatEscaper.escape
      }
    return TemplateRendering.text(template, value, partials: set, escape: escape)
  }
}
