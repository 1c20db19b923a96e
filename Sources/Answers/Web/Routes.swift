import AnswerLinks
import HTTPMessages
import Presentation
import Templates

/// Which page or answer an address means.
enum Routes {
  /// The templates of all pages, with what they may name.
  static let pages: [(template: String, shape: [String: TemplateShape])] = [
    (FirstPage.template, FirstPage.shape), (AgendaPage.template, AgendaPage.shape), (TaskPage.template, TaskPage.shape),
    (MissingPage.template, MissingPage.shape), (PlansPage.template, PlansPage.shape),
    (PlanPage.template, PlanPage.shape), (SectionPage.template, SectionPage.shape),
    (UnitsPage.template, UnitsPage.shape), (UnitPage.template, UnitPage.shape), (YearPage.template, YearPage.shape),
    (StatisticPage.template, StatisticPage.shape),
    (MonthPage.template, MonthPage.shape), (EventsPage.template, EventsPage.shape),
    (LettersPage.template, LettersPage.shape), (LetterPage.template, LetterPage.shape),
    (RevisionsPage.template, RevisionsPage.shape), (RevisionPage.template, RevisionPage.shape),
    (RuleFilesPage.template, RuleFilesPage.shape), (RuleFilePage.template, RuleFilePage.shape),
    (DeadlinePage.template, DeadlinePage.shape), (MeetingPage.template, MeetingPage.shape),
    (ActPage.template, ActPage.shape), (ReceiptPage.template, ReceiptPage.shape),
    (LinkEndPage.template, LinkEndPage.shape),
  ]

  /// What the paths of pages and answers begin with; anything else is nowhere, also while there is nothing to show.
  private static let places: Set<String> = [
    "api", "viec", "ke-hoach", "muc", "don-vi", "nam", "thong-ke", "thang", "su-kien", "da-gui", "ban-quy-tac",
    "quy-tac",
    "doc-han", "giao-ban", "feeds", "ghi", "da-ghi", AnswerAddress.place,
  ]

  static func isKnown(_ path: [String]) -> Bool { path.first.map(places.contains) ?? true }

  /// The methods that are answered there. By POST something is recorded; by the others never.
  static func methods(of route: Route) -> [String] {
    if route.path == ["api", "v1", "facts"] { return ["POST"] }
    let hasForm = route.path.first == "ghi" && route.path.count > 2 || isLink(route)
    return ["GET", "HEAD"] + (hasForm ? ["POST"] : [])
  }

  /// Whether it is the page of a link in a letter, or the plain address of one.
  static func isLink(_ route: Route) -> Bool { route.path.first == AnswerAddress.place && route.path.count > 2 }

  /// Whether pages of that path show who asks what they may record.
  static func dependsOnVisitor(_ route: Route) -> Bool {
    switch route.path.first {
    case nil, "su-kien", "ghi", "da-ghi": true
    case "viec": route.path.count > 1
    default: false
    }
  }

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let path = visit.route.path
    guard isKnown(path) else { return missing(visit) }
    // One of two values would be taken for both.
    if path.first != "api", let name = visit.route.repeated(besides: "status") {
      return Problem.bad(
        .init(vi: "“\(name)” có nhiều lần", en: "“\(name)” is there several times"), code: .repeatedParameter
      ).answer(visit.route)
    }
    let isPage = visit.route.format == .html
    switch path.first {
    case "api" where path.dropFirst().first == "v1": return APIRoutes.answer(visit, Array(path.dropFirst(2)))
    case nil: return visit.page(FirstPage(visit))
    case "viec" where path.count == 1: return AgendaPage.answer(visit)
    case "viec": return TaskPage.answer(visit, id: path.dropFirst().joined(separator: "/"))
    case "ke-hoach" where path.count == 1: return visit.page(PlansPage(visit))
    case "ke-hoach" where path.count == 2: return PlanPage.answer(visit, id: path[1]) ?? missing(visit)
    case "muc" where path.count == 3:
      return SectionPage(visit, plan: path[1], section: path[2]).map { visit.page($0) } ?? missing(visit)
    case "don-vi" where path.count == 1: return visit.page(UnitsPage(visit))
    case "don-vi" where path.count == 2: return UnitPage(visit, id: path[1]).map { visit.page($0) } ?? missing(visit)
    case "nam" where path.count <= 2:
      return YearPage.answer(visit, year: path.dropFirst().first)
    case "thong-ke" where path.count == 1: return StatisticPage.answer(visit)
    case "thang" where path.count <= 2 && isPage:
      return MonthPage(visit, month: path.dropFirst().first).map { visit.page($0) } ?? missing(visit)
    case "su-kien" where path.count == 1 && isPage: return visit.page(EventsPage(visit))
    case "da-gui" where path.count == 1 && isPage: return LettersPage.answer(visit)
    case "da-gui" where path.count == 2: return LetterPage.answer(visit, number: path[1])
    case "ban-quy-tac" where path.count == 1 && isPage: return RevisionsPage.answer(visit)
    case "ban-quy-tac" where path.count == 2: return RevisionPage.answer(visit, number: path[1])
    case "quy-tac" where path.count == 1 && isPage: return RuleFilesPage.answer(visit)
    case "quy-tac" where path.count > 1:
      return RuleFilePage.answer(visit, name: path.dropFirst().joined(separator: "/"))
    case "doc-han" where path.count == 1 && isPage: return DeadlinePage.answer(visit)
    case "giao-ban" where path.count == 1: return MeetingPage.answer(visit)
    case "ghi" where path.count > 2 && isPage: return ActPage.answer(visit, Array(path.dropFirst()))
    case "da-ghi" where path.count == 2 && isPage: return ReceiptPage.answer(visit, number: path[1])
    default: return missing(visit)
    }
  }

  static func missing(_ visit: Visit) -> HTTPAnswer {
    guard visit.route.format == .html else { return Problem.notFound.answer(visit.route) }
    var answer = visit.page(MissingPage(visit), status: 404)
    answer.set("Cache-Control", "no-store")
    return answer
  }
}
