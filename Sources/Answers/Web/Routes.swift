import AnswerLinks
import Diagnostics
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
    (ProposalsPage.template, ProposalsPage.shape), (ProposalPage.template, ProposalPage.shape),
    (RowPage.template, RowPage.shape), (RegisterPage.template, RegisterPage.shape),
    (RegisterAnswerPage.template, RegisterAnswerPage.shape),
  ]

  /// What the paths of pages and answers begin with; anything else is nowhere, also while there is nothing to show.
  private static let places = Set(
    PageRoutes.all.compactMap(\.path.first) + ["api", "feeds", AnswerAddress.place, SignInAddress.place, SignIn.out])

  static func isKnown(_ path: [String]) -> Bool { path.first.map(places.contains) ?? true }

  /// The methods that are answered there. By POST something is recorded; by the others never.
  static func methods(of route: Route) -> [String] {
    if route.path == ["api", "v1", "facts"] { return ["POST"] }
    let hasForm =
      route.path.first == "ghi" && route.path.count > 2 || isProposal(route) || takesRegister(route) || isLink(route)
      || SignIn.has(route)
    return ["GET", "HEAD"] + (hasForm ? ["POST"] : [])
  }

  /// Whether it is a page on which something is proposed or decided.
  static func isProposal(_ route: Route) -> Bool { route.path.first == "de-xuat" && route.path.count > 1 }

  /// Whether it is a page that takes an edited register back.
  static func takesRegister(_ route: Route) -> Bool {
    route.path.first == RegisterPage.place && route.path.count == 2 && route.format == .html
  }

  /// Whether it is the page of a link in a letter, or the plain address of one.
  static func isLink(_ route: Route) -> Bool { route.path.first == AnswerAddress.place && route.path.count > 2 }

  /// Whether pages of that path show who asks what they may record.
  static func dependsOnVisitor(_ route: Route) -> Bool {
    switch route.path.first {
    case nil, "su-kien", "ghi", "da-ghi", "de-xuat", RegisterPage.place: true
    case "viec": route.path.count > 1
    default: false
    }
  }

  static func answer(_ visit: Visit) -> HTTPAnswer {
    let path = visit.route.path
    if path.first == "api", path.dropFirst().first == "v1" { return APIRoutes.answer(visit, Array(path.dropFirst(2))) }
    let answer = answerOfPage(visit)
    // An ending that no page has is told where the page is there without it.
    guard answer.status == 404, let (plain, ending) = visit.route.withoutUnknownEnding(visit.request),
      let (page, _) = PageRoutes.find(plain.path), answerOfPage(visit.with(plain)).status != 404
    else { return answer }
    return page.noSuchForm(ending).answer(visit.with(plain))
  }

  private static func answerOfPage(_ visit: Visit) -> HTTPAnswer {
    guard let (page, parts) = PageRoutes.find(visit.route.path) else { return missing(visit) }
    if let fault = page.fault(of: visit.route) { return fault.answer(visit) }
    return visit.route.format == .html ? page.answer(visit, parts) : page.files?.answer(visit, parts) ?? missing(visit)
  }

  /// Says what its kind of page did not find; of an address of no kind which addresses begin alike.
  static func missing(_ visit: Visit) -> HTTPAnswer {
    if let (page, parts) = PageRoutes.find(visit.route.path), let subject = page.subject {
      return subject.problem(page.path, parts, visit).answer(visit)
    }
    let address = "/" + visit.route.path.joined(separator: "/")
    let alike = PageRoutes.all.filter { $0.path.first == visit.route.path.first }
    let forms = { (words: (Bilingual) -> String) in
      alike.map { $0.path.form($0.subject?.names.map(words) ?? []) }.joined(separator: ", ")
    }
    return Problem(
      .notFound,
      .init(
        vi: "Không có trang nào ở địa chỉ “\(address)”." + (alike.isEmpty ? "" : " Có: \(forms(\.vi))."),
        en: "There is no page at the address “\(address)”." + (alike.isEmpty ? "" : " There are: \(forms(\.en))."))
    ).answer(visit)
  }
}
