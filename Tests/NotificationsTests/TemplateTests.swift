import Diagnostics
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Notifications

private func fill(_ text: String, _ value: [String: TemplateValue], html: Bool = false) -> String {
  let parsed = TemplateParser.parse(SourceText(name: "x", text: text))
  #expect(parsed.diagnostics.isEmpty)
  let template = Template(nodes: parsed.nodes, medium: html ? .html : .plain)
  return TemplateRendering.text(template, value, partials: [:], escape: { html ? HTMLEscaper.escape($0) : $0 })
}

@Suite("Templates are filled as Mustache says, and strictly")
struct TemplateTests {
  static let fillings: [(String, String)] = [
    ("Hello, {{subject}}!\n", "Hello, world!\n"), ("{{ subject }}", "world"), ("12{{! Comment }}34", "1234"),
    ("Begin.\n{{! alone }}\nEnd.\n", "Begin.\nEnd.\n"), ("  {{! alone }}\r\nx", "x"),
    ("{{#yes}}on{{/yes}}{{^yes}}off{{/yes}}", "on"), ("{{#no}}on{{/no}}{{^no}}off{{/no}}", "off"),
    ("{{#empty}}x{{/empty}}{{^empty}}none{{/empty}}", "none"), ("{{#subject}}{{subject}}{{/subject}}", "world"),
    ("{{#list}}{{a}},{{/list}}", "1,2,"), ("{{#list}}{{subject}}{{/list}}", "worldworld"),
    ("{{#texts}}({{.}}){{/texts}}", "(x)(y)"), ("{{^list}}none{{/list}}", ""),
    ("| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
    (" {{#yes}}YES{{/yes}}\n", " YES\n"), ("a {{subject}} {{subject}} b", "a world world b"),
    ("{ } }} {", "{ } }} {"),
  ]

  /// From the Mustache specification where it covers what is kept.
  @Test(
    "Filling",
    arguments: fillings)
  func filling(_ template: String, _ expected: String) {
    let value: [String: TemplateValue] = [
      "subject": .text("world"), "yes": .truth(true), "no": .truth(false), "empty": .list([]),
      "list": .list([.record(["a": .text("1")]), .record(["a": .text("2")])]),
      "texts": .list([.text("x"), .text("y")]),
    ]
    #expect(fill(template, value) == expected)
  }

  @Test("Values are escaped")
  func escaping() {
    #expect(fill("{{a}}", ["a": .text("<b>&\"'\u{202E}")], html: true) == "&lt;b&gt;&amp;&quot;&#39;\\u{202E}")
  }

  static let mistakeList: [(String, String, String)] = [
    ("x {{name", "template-syntax", "}}"), ("{{#isPart}}x", "template-syntax", "not closed"),
    ("{{/isPart}}", "template-syntax", "open"), ("{{#isPart}}{{/part}}", "template-syntax", "{{/isPart}}"),
    ("{{{headline}}}", "template-syntax", "escaped"), ("{{&headline}}", "template-syntax", "escaped"),
    ("{{=<% %>=}}", "template-syntax", "brackets"), ("{{}}", "template-syntax", "name"),
    ("{{head line}}", "template-syntax", "name"), ("a\n{{headlin}}", "template-unknown-name", "headlin"),
    ("{{>nowhere}}", "template-unknown-name", "nowhere"), ("{{>subject.txt}}", "template-syntax", "itself"),
    ("{{#headline}}{{.}}{{/headline}}", "template-unknown-name", "."), ("{{isPart}}", "template-syntax", "no text"),
  ]

  @Test(
    "Mistakes are found when a template is read",
    arguments: mistakeList)
  func mistakes(_ text: String, _ code: String, _ words: String) {
    let (_, diagnostics) = NotificationTemplates.read { language, name in
      name == "subject.txt" && language == .vi
        ? SourceText(name: "/etc/nhacviec/templates/vi/subject.txt.mustache", text: text)
        : Fixture.template(language, name)
    }
    #expect(diagnostics.contains { $0.code == code && $0.words.en.contains(words) })
    #expect(diagnostics.allSatisfy { $0.span.source.name.hasSuffix("vi/subject.txt.mustache") })
  }

  @Test("A template that is missing is an error")
  func missing() {
    let (_, diagnostics) = NotificationTemplates.read { language, name in
      name == "item.html" && language == .en ? nil : Fixture.template(language, name)
    }
    #expect(diagnostics.map(\.code).contains("template-missing"))
  }

  @Test("Every name and code is on the page")
  func page() throws {
    let page = try String(
      decoding: Data(contentsOf: repository.appending(path: "docs/configuration.md")), as: UTF8.self)
    func names(_ shape: [String: TemplateShape]) -> [String] {
      shape.flatMap { name, shape in
        if case .list(let fields) = shape { [name] + names(fields) } else { [name] }
      }
    }
    let words = LetterWords.File.allCases.flatMap { names(LetterShape.words($0)) }
    for name in names(LetterShape.single) + names(LetterShape.digest) + words {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
    for file in LetterWords.File.allCases { #expect(page.contains("`\(file.name)`"), "\(file.name)") }
    for code in NotificationCode.allCases { #expect(page.contains("| `\(code.rawValue)` |")) }
  }
}
