import AnswerLinks
import HTTPMessages
import Presentation
import Templates

/// Which page or answer an address means.
enum Routes {
  /// The templates of all pages, with what they may name.
  static let pages: [(template: String, shape: [String: TemplateShape])] = [
    (FirstPage.template, FirstPage.shape), (AgendaPage.template, AgendaPage.shape), (TaskPage.template, TaskPage.shape),
    (ProblemPage.template, ProblemPage.shape), (PlansPage.template, PlansPage.shape),
    (PlanPage.template, PlanPage.shape), (SectionPage.template, SectionPage.shape),
    (UnitsPage.template, UnitsPage.shape), (UnitPage.template, UnitPage.shape), (YearPage.template, YearPage.shape),
    (StatisticPage.template, StatisticPage.shape),
    (MonthPage.template, MonthPage.shape), (EventsPage.template, EventsPage.shape),
    (LettersPage.template, LettersPage.shape), (LetterPage.template, LetterPage.shape),
    (RevisionsPage.template, RevisionsPage.shape), (RevisionPage.template, RevisionPage.shape),
    (RuleFilesPage.template, RuleFilesPage.shape), (RuleFilePage.template, RuleFilePage.shape),
    (DeadlinePage.template, DeadlinePage.shape), (MeetingPage.template, MeetingPage.shape),
    (ActPage.template, ActPage.shape), (ReceiptPage.template, ReceiptPage.shape),
    (LinkEndPage.template, LinkEndPage.shape), (SignInPage.template, SignInPage.shape),
  ]

  /// What the paths of pages and answers begin with; anything else is nowhere, also while there is nothing to show.
  private static let places = Set(
    PageRoutes.all.compactMap(\.path.first) + ["api", "feeds", AnswerAddress.place, SignInAddress.place, SignIn.out])

  static func isKnown(_ path: [String]) -> Bool { path.first.map(places.contains) ?? true }

  /// The methods that are answered there. By POST something is recorded; by the others never.
  static func methods(of route: Route) -> [String] {
    if route.path == ["api", "v1", "facts"] { return ["POST"] }
    let hasForm = route.path.first == "ghi" && route.path.count > 2 || isLink(route) || SignIn.has(route)
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
    if path.first == "api", path.dropFirst().first == "v1" { return APIRoutes.answer(visit, Array(path.dropFirst(2))) }
    guard let (page, parts) = PageRoutes.find(path) else { return missing(visit) }
    if let fault = page.fault(of: visit.route) { return fault.answer(visit) }
    return visit.route.format == .html ? page.answer(visit, parts) : page.files?.answer(visit, parts) ?? missing(visit)
  }

  static func missing(_ visit: Visit) -> HTTPAnswer {
    guard visit.route.format == .html else { return Problem.notFound.answer(visit.route) }
    return Problem(
      .notFound,
      .init(
        vi: "Việc có thể đã bị bỏ khỏi kế hoạch hoặc mang mã khác; hãy tìm trong danh sách việc.",
        en: "The work may have left the plan or have another id; look for it in the list of work.")
    ).answer(visit)
  }
}
