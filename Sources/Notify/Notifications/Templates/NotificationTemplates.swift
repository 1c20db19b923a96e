package import Diagnostics
package import Presentation
import Templates

/// The templates of both languages, read and checked. Whatever the values, a letter can be rendered from them;
/// `NotificationTrial` in `Delivery` tries whether it can be sent.
package struct NotificationTemplates: Sendable {
  private let sets: [Language: [String: Template]]
  private let sources: [Language: [String: SourceText]]

  private static let letters =
    ["subject.txt", "single.txt", "single.html", "single.chat", "digest.txt", "digest.html", "digest.chat"]
  private static let signIn = ["sign-in-subject.txt", "sign-in.txt"]
  private static let parts =
    ["item.txt", "item.html", "item.chat", "sheet.txt", "sheet.html", "sheet.chat", "head.html", "foot.html"]
    + ["foot.txt", "left.txt", "settle.txt", "ground.txt"]

  /// The names of the files without `.mustache`. Their endings say for which medium values are escaped.
  package static let names = letters + signIn + parts + NotificationWords.File.allCases.map(\.name)

  /// - Parameters:
  ///   - shipped: gives the shipped text of `LANGUAGE/NAME.mustache`; nil if there is none.
  ///   - own: gives the office's text, which takes precedence; nil if the office has none.
  package static func read(
    _ shipped: (_ language: Language, _ name: String) -> SourceText?,
    own: (_ language: Language, _ name: String) -> SourceText? = { _, _ in nil }
  ) -> (templates: NotificationTemplates, diagnostics: [Diagnostic]) {
    var (sets, sources): ([Language: [String: Template]], [Language: [String: SourceText]]) = ([:], [:])
    var diagnostics: [Diagnostic] = []
    for language in Language.allCases {
      var reading = TemplateReading(language)
      for name in names { reading.add(name, shipped: shipped(language, name), own: own(language, name)) }
      reading.check(letters: letters + signIn)
      (sets[language], sources[language]) = (reading.templates, reading.sources)
      diagnostics += reading.diagnostics
    }
    return (NotificationTemplates(sets: sets, sources: sources), diagnostics)
  }

  /// The diagnostic that a letter made from this template cannot be sent.
  package func unsendable(_ name: String, _ language: Language, vi: String, en: String) -> Diagnostic {
    let source = sources[language]?[name] ?? SourceText(name: "\(language.rawValue)/\(name).mustache", bytes: [])
    return NotificationCode.templateNotSendable.diagnostic(vi: vi, en: en, at: Span(source, 0, 0))
  }

  func text(_ name: String, _ language: Language, _ value: [String: TemplateValue]) -> String {
    guard let set = sets[language], let template = set[name] else { return "" }
    return template.text(value, partials: set)
  }

  /// The letter by which units sign in that have one mailbox: its subject and its text.
  package func signIn(
    _ units: [(name: String, address: String)], minutes: Int, in language: Language
  ) -> (subject: String, text: String) {
    let values: [String: TemplateValue] = [
      "units": .list(units.map { .record(["name": .text($0.name), "link": .text($0.address)]) }),
      "minutes": .text("\(minutes)"),
    ]
    let subject = text("sign-in-subject.txt", language, values)
    return (
      subject.split(whereSeparator: \.isNewline).joined(separator: " "), text("sign-in.txt", language, values)
    )
  }
}
