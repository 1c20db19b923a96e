import Diagnostics
import HTTPMessages
import Hashing
import Operations
import RuleFiles
import Templates

/// The templates of all pages and their style sheet, read once and checked for names that their pages do not have.
struct PageTemplates: Sendable {
  private static let parts = [
    "head.html", "foot.html", "rows.html", "bar.html", "key.html", "standing.html", "figures.html", "months.html",
    "columns.html", "form.html", "errors.html", "delays.html", "folds.html",
    "blocks.html", "calendar.html", "record-form.html", "duties.html", "draft.html", "hands.html", "row-fields.html",
  ]

  private let templates: [String: Template]
  private let style: [UInt8]
  /// With a mark of its content, so that clients keep it until it changes.
  let styleAddress: String

  init(_ operations: OperationContext) throws(OperationFailure) {
    guard let folder = operations.folders.shippedTemplates() else {
      throw OperationFailure(
        vi: "không tìm thấy mẫu trang đi kèm (templates/pages)", en: "the shipped templates of pages are not found")
    }
    let reader = RuleFileReader()
    func source(_ name: String) throws(OperationFailure) -> SourceText {
      if let file = reader.file(at: "\(folder)/pages/\(name)").first {
        return SourceText(name: file.name, bytes: file.bytes)
      }
      throw OperationFailure(reader.diagnostics)
    }
    var templates: [String: Template] = [:]
    var diagnostics: [Diagnostic] = []
    for name in Self.parts + Routes.pages.map(\.template) {
      let read = Template.read(try source("\(name).mustache"), name: name)
      templates[name] = read.template
      diagnostics += read.diagnostics
    }
    var check = TemplateCheck(templates, own: [])
    for page in Routes.pages { check.check(page.template, Frame.shape.merging(page.shape) { _, own in own }) }
    diagnostics += check.diagnostics
    guard !diagnostics.hasErrors else { throw OperationFailure(diagnostics.errors) }
    self.templates = templates
    style = try source("style.css").bytes
    styleAddress = "/style.css?" + (SHA256.hash(style).map { "\($0)".prefix(12) } ?? "")
  }

  func text(_ name: String, _ values: [String: TemplateValue]) -> String {
    templates[name]?.text(values, partials: templates) ?? ""
  }

  var styleAnswer: HTTPAnswer {
    var answer = HTTPAnswer(200, type: "text/css; charset=utf-8", body: style)
    answer.set("Cache-Control", "public, max-age=31536000, immutable")
    return answer
  }
}
