import Presentation
import Templates

/// Why there is no other page or file at this address, and what to do.
struct ProblemPage: Page {
  static let template = "problem.html"
  private static let links: TemplateShape = .list(["href": .text, "label": .text])
  static let shape: [String: TemplateShape] = [
    "heading": .text, "text": .text, "advice": .text, "links": links, "hasForms": .truth, "formsLabel": .text,
    "forms": links,
  ]

  let title: String
  let values: [String: TemplateValue]
  var hasFiles: Bool { false }
  /// Who came by the link of a letter has no menu, and goes back to its page.
  let bodyClass: String

  init(_ visit: Visit, _ problem: Problem) {
    let (code, language) = (problem.code, visit.language)
    let link = visit.visitor.link
    title = code.title.text(in: language)
    bodyClass = link == nil ? "" : "short"
    // What was found says of itself what to do; where it does not, the code does.
    let wait = problem.secondsToWait.map { seconds in
      visit.say(
        "Thử lại sau \(visit.number(Int(seconds))) giây; nếu vẫn vậy, báo người quản trị.",
        "Try again after \(seconds == 1 ? "a second" : "\(visit.number(Int(seconds))) seconds"); if it stays, tell the administrator."
      )
    }
    let advice = code == .notFound ? nil : wait ?? code.advice.text(in: language)
    var links = problem.links.map { link in
      (Route.address(link.path, language, query: link.query), link.words.text(in: language))
    }
    if let link {
      links = [(visit.address(of: link, [:]), visit.say("Về trang trả lời", "To the page of answers"))]
    } else if !visit.route.query.isEmpty, code != .notFound {
      links.append((visit.address(visit.route.path), visit.say("Bỏ mọi điều kiện lọc", "Take all filters away")))
    }
    // Whoever asked for a file sees as which files the page is to be had.
    let isOfFile = visit.route.format != .html && code != .notFound || code == .noSuchForm
    let files = isOfFile ? PageRoutes.find(visit.route.path)?.page.files?.forms ?? [] : []
    let page = isOfFile ? [(visit.address(visit.route.path), visit.say("trang", "page"))] : []
    let forms = page + files.map { (Route.address(visit.route.path, language, format: $0), ".\($0.rawValue)") }
    values = [
      "heading": .text(title), "text": .optional(problem.detail?.text(in: language).asBeginning),
      "advice": .optional(advice), "links": Self.list(links), "hasForms": .truth(!forms.isEmpty),
      "formsLabel": .text(visit.say("Các dạng của trang này:", "The forms of this page:")), "forms": Self.list(forms),
    ]
  }

  private static func list(_ links: [(href: String, label: String)]) -> TemplateValue {
    .list(links.map { ["href": .text($0.href), "label": .text($0.label)] })
  }
}
