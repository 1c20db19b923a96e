import Diagnostics
import Foundation
import Presentation
import TestSupport
import Testing

@testable import Notifications
@testable import Templates

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

  /// The shipped templates with one of the office's, and what is said of it.
  private static func office(_ name: String, _ text: String, _ language: Language = .vi) -> [Diagnostic] {
    NotificationTemplates.read(Fixture.template) {
      $0 == language && $1 == name ? SourceText(name: "office/\(name)", text: text) : nil
    }.diagnostics
  }

  @Test(
    "Characters that nobody sees are told with their place",
    arguments: [
      ("Nhắc\u{202E} {{headline}}", 6), ("\u{1}x", 0), ("{{headline}}\u{FEFF}", 12), ("a\nb\u{200B}", 3),
      ("{{headline}} \u{FFFD}", 13),
    ])
  func hidden(text: String, place: Int) {
    let found = Self.office("subject.txt", text)
    #expect(found.map(\.code) == ["template-character"])
    #expect(found.first?.span.start == place && found.first?.severity == .error)
    #expect(Self.office("subject.txt", "\u{1F469}\u{200D}\u{1F4BB}\t{{headline}}\r\n").isEmpty, "signs of several")
  }

  @Test("A shipped template that means nothing where the office includes it is the office's mistake, at its tag")
  func included() throws {
    let text = "{{#overdue}}\n{{>foot.html}}\n{{/overdue}}\n"
    let found = Self.office("lead.txt", text).filter { $0.severity == .error }
    #expect(Set(found.map(\.code)) == ["template-unknown-name"])
    for diagnostic in found {
      #expect(diagnostic.span.source.name == "office/lead.txt" && diagnostic.span.text == "foot.html")
      #expect(diagnostic.notes.first?.span?.source.name == "templates/vi/foot.html.mustache")
    }
    // Its own mistake stands in its own file, whoever includes that.
    let own = Self.office("foot.html", "<p>{{plns}}</p>")
    #expect(own.map(\.span.text) == ["plns"] && own.allSatisfy { $0.span.source.name == "office/foot.html" })
    // Through a shipped one back to itself.
    let circle = Self.office("settle.txt", "{{>lead.txt}}")
    #expect(circle.contains { $0.code == "template-syntax" && $0.words.en.contains("itself") })
    #expect(circle.allSatisfy { $0.span.source.name == "office/settle.txt" })
  }

  @Test("A row without a label is told with its line")
  func rows() {
    let text = """
      {{! Ghi chú: hai } dòng
      }}
      {{#leads}}
      Chủ trì: {{leads}}
      {{/leads}}
      Mã việc:{{id}}
      {{rule}}
      {{#isEvent}}Mã sự kiện{{/isEvent}}{{^isEvent}}Mã{{/isEvent}}: {{id}}

      """
    let found = Self.office("rows.txt", text)
    #expect(found.map(\.code) == ["template-row", "template-row"])
    #expect(found.map(\.span.text) == ["Mã việc:{{id}}", "{{rule}}"])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("Kinds of which an office's words say nothing are told")
  func silence() {
    let found = Self.office("lead.txt", "{{#overdue}}\nQuá hạn.\n{{/overdue}}\n{{#before}}\nCòn hạn.\n{{/before}}\n")
    #expect(found.map(\.code) == ["template-silent"] && found.first?.severity == .warning)
    let said = found.first?.words.en ?? ""
    #expect(
      said.contains("superior") && said.contains("released") && !said.contains("before") && !said.contains(": overdue"))
    #expect(Self.office("label.txt", "{{#overdue}}Trễ{{/overdue}}").first?.words.en.contains("below") == true)
    // One sentence for all of them is no gap.
    #expect(Self.office("lead.txt", "Kính gửi {{recipient}}.").isEmpty)
    for name in NotificationWords.File.allCases.map(\.name) {
      let shipped = String(decoding: Fixture.template(.vi, name)?.bytes ?? [], as: UTF8.self)
      #expect(Self.office(name, shipped).isEmpty, "\(name)")
    }
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
    let words = NotificationWords.File.allCases.flatMap { names(NotificationShape.words($0)) }
    for name in names(NotificationShape.single) + names(NotificationShape.digest) + words {
      #expect(page.contains("`\(name)`"), "\(name)")
    }
    for file in NotificationWords.File.allCases { #expect(page.contains("`\(file.name)`"), "\(file.name)") }
    let codes = NotificationCode.allCases.map(\.rawValue) + TemplateCode.allCases.map(\.rawValue)
    for code in codes { #expect(page.contains("| `\(code)` |")) }
  }
}
