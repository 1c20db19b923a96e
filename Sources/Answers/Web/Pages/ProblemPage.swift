import Presentation
import Templates

/// Why there is no other page at this address, and what to do.
struct ProblemPage: Page {
  static let template = "problem.html"
  static let shape: [String: TemplateShape] = ["heading": .text, "text": .text, "advice": .text, "plain": .text]

  let title: String
  let values: [String: TemplateValue]
  var hasFiles: Bool { false }

  init(_ visit: Visit, _ problem: Problem) {
    let (code, language) = (problem.code, visit.language)
    title = code.title.text(in: language)
    // What was found says of itself what to do; where it does not, the code does.
    let advice = code == .notFound ? nil : code.advice.text(in: language)
    values = [
      "heading": .text(title), "text": .optional(problem.detail?.text(in: language).asBeginning),
      "advice": .optional(advice),
      "plain": .text(visit.route.query.isEmpty || code == .notFound ? "" : visit.address(visit.route.path)),
    ]
  }
}
