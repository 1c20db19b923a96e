package import Diagnostics
package import Presentation

/// The templates of both languages, read and checked: a letter is rendered from them whatever its values. Whether it can be
/// sent, is tried (`Delivery`, `LetterTrial`).
package struct NotificationTemplates: Sendable {
  private let sets: [Language: [String: Template]]
  private let sources: [Language: [String: SourceText]]

  private static let letters =
    ["subject.txt", "single.txt", "single.html", "single.chat", "digest.txt", "digest.html", "digest.chat"]
  private static let parts =
    ["item.txt", "item.html", "item.chat", "sheet.txt", "sheet.html", "sheet.chat", "head.html", "foot.html"]
    + ["foot.txt", "left.txt", "settle.txt"]

  /// Names of the files without `.mustache`. The ending says what values are escaped for.
  package static let names = letters + parts + LetterWords.File.allCases.map(\.name)

  /// - Parameter file: the text of `LANGUAGE/NAME.mustache`; nil where there is none.
  package static func read(
    _ file: (_ language: Language, _ name: String) -> SourceText?
  ) -> (templates: NotificationTemplates, diagnostics: [Diagnostic]) {
    var sets: [Language: [String: Template]] = [:]
    var sources: [Language: [String: SourceText]] = [:]
    var diagnostics: [Diagnostic] = []
    for language in Language.allCases {
      var templates: [String: Template] = [:]
      for name in names {
        guard let source = file(language, name) else {
          let place = SourceText(name: "\(language.rawValue)/\(name).mustache", bytes: [])
          diagnostics.append(
            NotificationCode.templateMissing.diagnostic(
              vi: "không tìm thấy mẫu thư này", en: "this template is not found", at: Span(place, 0, 0)))
          continue
        }
        sources[language, default: [:]][name] = source
        let parsed = TemplateParser.parse(source)
        diagnostics += parsed.diagnostics
        templates[name] = Template(nodes: parsed.nodes, medium: medium(of: name))
      }
      var check = TemplateCheck(templates)
      for name in letters { check.check(name, shape(of: name)) }
      for file in LetterWords.File.allCases { check.check(file.name, LetterShape.words(file)) }
      diagnostics += check.diagnostics
      sets[language] = templates
    }
    return (NotificationTemplates(sets: sets, sources: sources), diagnostics)
  }

  /// That what is made from a template cannot be sent: at its first character that no mail takes, else at its start.
  package func unsendable(_ name: String, _ language: Language, vi: String, en: String) -> Diagnostic {
    let source = sources[language]?[name] ?? SourceText(name: "\(language.rawValue)/\(name).mustache", bytes: [])
    var place = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      if TerminalEscaper.isUnsafe(scalar), !"\n\r\t".unicodeScalars.contains(scalar) {
        return NotificationCode.templateNotSendable.diagnostic(vi: vi, en: en, at: Span(source, place, place + length))
      }
      place += length
    }
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

  private static func medium(of name: String) -> Template.Medium {
    if name.hasSuffix(".html") { return .html }
    return name.hasSuffix(".chat") ? .chat : .plain
  }

  private static func shape(of name: String) -> [String: TemplateShape] {
    if name.hasPrefix("subject") { return LetterShape.subject }
    return name.hasPrefix("single") ? LetterShape.single : LetterShape.digest
  }
}
