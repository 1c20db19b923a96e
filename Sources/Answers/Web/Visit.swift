import CivilCalendar
import Diagnostics
import FactLog
import HTTPMessages
import Operations
import Presentation
import Rules
import Templates

/// One request with everything that its answer is made of.
struct Visit {
  let request: HTTPRequest
  let route: Route
  let model: SiteModel
  let templates: PageTemplates
  /// Who may record; nobody where the answer is for everybody.
  let visitor: Visitor
  /// Nil where nothing is recorded.
  let desk: RecordingDesk?
  private let feeds: FeedShelf?
  /// Tells the program and the configuration that answer.
  private let mark: String
  private let makeOperations: @Sendable () -> OperationContext

  var language: Language { route.language }
  var rules: RuleSet { model.rules }
  var today: CivilDate { model.today }
  var names: RuleNames { RuleNames(rules: rules, language: language) }
  var dates: PageDates { PageDates(language) }
  /// Days in the words that pages share with commands.
  var wording: DateWording { dates.wording }

  init(
    _ request: HTTPRequest, _ route: Route, _ model: SiteModel, _ templates: PageTemplates,
    _ feeds: FeedShelf?, mark: String, visitor: Visitor = .nobody, desk: RecordingDesk? = nil,
    _ operations: @escaping @Sendable () -> OperationContext
  ) {
    (self.request, self.route, self.model, self.templates) = (request, route, model, templates)
    (self.visitor, self.desk) = (visitor, desk)
    (self.feeds, self.mark) = (feeds, mark)
    makeOperations = operations
  }

  /// The same request, answered from another model.
  func with(_ model: SiteModel) -> Visit {
    Visit(
      request, route, model, templates, feeds, mark: mark, visitor: visitor, desk: desk, makeOperations)
  }

  /// The same request of somebody who is known.
  func with(_ visitor: Visitor) -> Visit {
    Visit(request, route, model, templates, feeds, mark: mark, visitor: visitor, desk: desk, makeOperations)
  }

  /// The same request for another address.
  func with(_ route: Route) -> Visit {
    Visit(request, route, model, templates, feeds, mark: mark, visitor: visitor, desk: desk, makeOperations)
  }

  /// The same address with other parameters.
  func asking(_ query: [HTTPRequest.QueryItem]) -> Visit {
    with(
      Route(
        language: language, path: route.path, format: route.format, query: query, saysOnPages: route.saysOnPages))
  }

  /// What operations take, for what is not in the model.
  var operations: OperationContext { makeOperations() }

  func say(_ vi: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language.choose(vi: vi(), en: en())
  }

  /// Who recorded a fact, a unit by its name.
  func author(of entry: FactEntry) -> String {
    Recorder.unit(of: entry).map(name(ofUnit:)) ?? entry.author
  }

  /// The name of a unit that is known by its id alone, of now or of before.
  func name(ofUnit id: String) -> String {
    let unit = rules.units.first { $0.id == id } ?? rules.units.first { $0.formerly.contains(id) }
    return unit?.title ?? id
  }

  /// Whether the visitor is the focal point of a plan, or a login that records for every side.
  func isFocalPoint(of plan: PlanID) -> Bool {
    guard let focal = rules.plans[plan].focalPoint else { return false }
    switch visitor.recorder {
    case .login(let login)?: return model.configuration.roles[login]?.isFocalPoint ?? false
    case .unit(let id)?, .session(let id, _)?:
      guard case .unit(let unit)? = rules.recipient(named: id, in: plan) else { return false }
      return rules.units(of: focal).contains(unit)
    case nil: return false
    }
  }

  /// A number as people read it.
  func number(_ number: Int) -> String { language.number(number) }

  // MARK: Addresses

  func address(_ path: String..., query: [String: String] = [:]) -> String { address(path, query: query) }

  func address(_ path: [String], query: [String: String] = [:]) -> String {
    Route.address(path, language, query: query.sorted { $0.key < $1.key }.map { HTTPRequest.QueryItem($0, $1) })
  }

  /// Why a parameter of a page that no field asks for has no value that it takes; nil if it is absent or right.
  func fault(of name: String, _ value: APIParameter.Value) -> Problem? {
    route.value(name).flatMap { APIParameter(name: name, value: value, words: "").fault(of: $0) }
  }

  /// The plan and the unit that a page is to keep to.
  func narrowed() throws(FilterFault) -> UpcomingFilter {
    var wishes = UpcomingQuery.Wishes()
    (wishes.plan, wishes.unit) = (route.value("plan"), route.value("unit"))
    return try model.filter(wishes)
  }

  func names(of recipients: Set<Recipient>) -> String {
    names.apart(recipients.map { [$0] }).inVietnameseOrder { $0 }.joined(separator: "; ")
  }

  /// `Chỉ Kế hoạch A, Phòng B`; empty where all is shown.
  func only(_ filter: UpcomingFilter) -> String {
    let plan = filter.plan.map(names.plan)
    let unit = filter.recipients.map(names(of:))
    let told = [plan, unit].compactMap(\.self).joined(separator: ", ")
    return told.isEmpty ? "" : say("Chỉ \(told)", "Only \(told)")
  }

  // MARK: Answers that have not changed

  /// Names the answer as long as it follows from the model alone.
  private var tag: String { "\"\(model.source)-\(mark)\"" }

  /// Whether the client has the answer of this model. Answers with other sources carry no tag, so that no client names
  /// this one for them.
  var isUnchanged: Bool { request.has(tag: tag) }

  var notModified: HTTPAnswer {
    var answer = HTTPAnswer(304)
    answer.set("ETag", tag)
    answer.set("Cache-Control", "private, no-cache")
    return answer
  }

  /// The answer with its tag, unless it has other sources than the model.
  func marked(_ answer: HTTPAnswer) -> HTTPAnswer {
    guard answer.status == 200, answer.value(of: "Cache-Control") == nil else { return answer }
    var answer = answer
    answer.set("ETag", tag)
    answer.set("Cache-Control", "private, no-cache")
    return answer
  }

  // MARK: Calendars

  /// A calendar file of some of the duties.
  func calendar(_ items: [UpcomingItem]) -> HTTPAnswer {
    guard let feeds else { return Problem.notFound.answer(self) }
    do throws(StoreFailure) {
      let text = try feeds.calendar(items, model, language, at: model.now.seconds)
      return ListExport.file(text, "text/calendar; charset=utf-8", self)
    } catch { return Problem.nothing(FactLogWords.diagnostic(error, at: "web").words).answer(self) }
  }

  // MARK: Pages

  /// A page out of its template.
  func page(_ page: some Page, status: Int = 200) -> HTTPAnswer {
    var values = Frame(self, page).values
    values.merge(page.values) { _, own in own }
    let text = Array(templates.text(type(of: page).template, values).utf8)
    let body = language == .en ? VietnameseParts.marked(text) : text
    var answer = HTTPAnswer(status, type: "text/html; charset=utf-8", body: body)
    answer.set("Content-Security-Policy", Self.policy)
    answer.set("Content-Language", language.rawValue)
    answer.set("Referrer-Policy", "no-referrer")
    return answer
  }

  /// A file to keep, named after what is asked for and the day. It may be made of more than the model: templates, settings.
  func download(_ bytes: [UInt8], type: String) -> HTTPAnswer {
    var answer = HTTPAnswer(200, type: type, body: bytes)
    let name = (route.path + ["\(today)"]).joined(separator: "-")
    answer.set("Cache-Control", "no-store")
    answer.set("Content-Disposition", "attachment; filename=\"\(name).\(route.format.rawValue)\"")
    return answer
  }

  /// The same for a page with other sources than the model; an operation that fails is said instead.
  func page(asking make: () throws(OperationFailure) -> (some Page)?) -> HTTPAnswer {
    do throws(OperationFailure) {
      guard let page = try make() else { return Routes.missing(self) }
      var answer = self.page(page)
      answer.set("Cache-Control", "no-store")
      return answer
    } catch {
      return Problem.unreadable(error.remark.summary).answer(self)
    }
  }

  /// Nothing from elsewhere, no scripts, no frames.
  private static let policy =
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}
