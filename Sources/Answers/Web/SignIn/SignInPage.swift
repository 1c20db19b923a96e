import Presentation
import Templates

/// The short pages of signing in and out.
struct SignInPage: Page {
  static let template = "sign-in.html"
  static let shape: [String: TemplateShape] = [
    "colour": .text, "heading": .text, "said": .text, "texts": .texts, "code": .text, "error": .text, "field": .text,
    "forms": .list([
      "action": .text, "button": .text, "class": .text, "hidden": .list(["name": .text, "value": .text]),
      "fields": .list([
        "name": .text, "label": .text, "hint": .text, "value": .text, "isCode": .truth, "isWrong": .truth,
        "error": .text,
      ]),
    ]),
    "hasLinks": .truth, "links": .list(["href": .text, "label": .text]),
  ]

  /// A form with one field at most.
  struct Form {
    var action: String
    var button: String
    var hidden: [String: String] = [:]
    var field: Field?
    /// Whether it is not what most come for.
    var isSecond = false
  }

  struct Field {
    var name: String
    var label: String
    var hint: String
    var value = ""
    var isCode = false
  }

  let title: String
  var colour = ""
  /// What has come to pass.
  var said = ""
  var texts: [String] = []
  var code = ""
  /// What is wrong, at the field of the form where there is one.
  var error = ""
  var forms: [Form] = []
  var links: [(href: String, label: String)] = []
  var bodyClass: String { "short" }
  var hasFiles: Bool { false }

  init(_ title: String) { self.title = title }

  var values: [String: TemplateValue] {
    let field = forms.first?.field
    let isWrong = !error.isEmpty && field != nil
    return [
      "colour": .text(colour), "heading": .text(title), "said": .text(said), "texts": .list(texts.map { .text($0) }),
      "code": .text(code), "error": .text(error), "field": .text(isWrong ? field?.name ?? "" : ""),
      "forms": .list(forms.map { values(of: $0, isWrong: isWrong) }), "hasLinks": .truth(!links.isEmpty),
      "links": .list(links.map { ["href": .text($0.href), "label": .text($0.label)] }),
    ]
  }

  private func values(of form: Form, isWrong: Bool) -> [String: TemplateValue] {
    let fields: [[String: TemplateValue]] = [form.field].compactMap(\.self).map { field in
      [
        "name": .text(field.name), "label": .text(field.label), "hint": .text(field.hint),
        "value": .text(field.value), "isCode": .truth(field.isCode), "isWrong": .truth(isWrong), "error": .text(error),
      ]
    }
    let hidden: [[String: TemplateValue]] = form.hidden.sorted { $0.key < $1.key }.map {
      ["name": .text($0.key), "value": .text($0.value)]
    }
    return [
      "action": .text(form.action), "button": .text(form.button), "hidden": .list(hidden), "fields": .list(fields),
      "class": .text(form.isSecond ? "btn alt" : "btn"),
    ]
  }
}
