import Diagnostics
import FactLog
package import HTTPMessages
import Hashing
package import Operations
import Presentation
import Rules
import StateFolder
import Synchronization

/// The pages and the API about the office's work. What they show comes from one model that all requests share until rules,
/// facts, the configuration or the day change. What somebody records goes the way of all recording.
package final class WebSite: Sendable {
  /// What there is to show, and what it was made of.
  private enum Content: Sendable {
    case model(SiteModel, SiteStamp, AnswerCache, CostlyAnswers)
    /// Why there is nothing.
    case nothing(Problem)
  }

  private let state: String?
  private let operations: @Sendable () -> OperationContext
  private let templates: PageTemplates
  /// When this process began, by which answers of an earlier program are told from its own.
  private let began: String
  private let folder: StateFolder?
  private let feeds: FeedShelf?
  private let signIns: SignInDesk?
  private let desk: RecordingDesk
  /// Lets one model be computed at a time.
  private let work = Mutex(())
  /// Lets one answer be made at a time that is computed anew.
  private let costly = CostlyAnswers.Gate()
  /// Whether rules were ever in force while this process ran.
  private let hadRevision = Mutex(false)
  private static let starting = Problem.nothing(.init(vi: "dịch vụ đang khởi động", en: "the service is starting"))
  private let content = Mutex(Content.nothing(WebSite.starting))

  /// Fails where the templates of the pages are missing or wrong.
  /// - Parameters:
  ///   - state: the state folder; nil takes the configuration's.
  ///   - secret: random bytes of this process, by which it knows its own forms.
  ///   - operations: what operations take, with the configuration as it is now.
  package init(
    state: String?, secret: [UInt8], operations: @escaping @Sendable () -> OperationContext
  ) throws(OperationFailure) {
    desk = RecordingDesk(secret: secret)
    (self.state, self.operations) = (state, operations)
    let now = operations()
    templates = try PageTemplates(now)
    began = String(now.now, radix: 36)
    folder = now.folders.stateFolder(named: state).map { StateFolder($0) }
    feeds = folder.map { FeedShelf($0) }
    signIns = folder.map { SignInDesk(state: $0) }
  }

  /// Computes the model anew, if what it is made of has changed, and makes answers of it that will be asked for.
  /// - Returns: after how many seconds it must be called again.
  package func refresh() -> Int64 {
    Processors.$isOne.withValue(true) {
      defer { prepareMore() }
      return work.withLock { _ in computed(always: false) }
    }
  }

  /// Has the pages show the fact of that number. Of those who wait for another model meanwhile one computes the next, and it serves all
  /// who recorded before that.
  private func show(_ number: Int) {
    Processors.$isOne.withValue(true) {
      work.withLock { _ in
        if case .model(let model, _, _, _) = content.withLock({ $0 }), model.facts >= number { return }
        _ = computed(always: true)
      }
    }
  }

  private func computed(always: Bool) -> Int64 {
    let operations = operations()
    let stamp = SiteStamp(state: state, in: operations)
    let now = Int64(operations.now)
    var former: SiteModel?
    if case .model(let model, let made, _, _) = content.withLock({ $0 }) {
      if !always, made == stamp, now < model.until.seconds { return model.until.seconds - now }
      if made.hasRules(of: stamp) { former = model }
    }
    do throws(OperationFailure) {
      let model = try SiteModel(state: state, after: former, in: operations)
      former = nil
      if model.revision != nil { hadRevision.withLock { $0 = true } }
      // Where the rules in force are lost, those of the rule folder do not take their place.
      if model.revision == nil, hadRevision.withLock({ $0 }), let loss = StateLoss(state, in: operations) {
        throw loss.failure
      }
      let wanted = wanted
      let cache = AnswerCache(preparing: wanted.dropFirst(Self.shownAtOnce))
      for route in wanted.prefix(Self.shownAtOnce) { prepare(route, model, stamp, cache) }
      // The old model is freed by the last request that uses it.
      content.withLock { $0 = .model(model, stamp, cache, CostlyAnswers(costly)) }
      return max(1, model.until.seconds - now)
    } catch {
      content.withLock { $0 = .nothing(.nothing(error)) }
      // What failed is tried again soon, whether or not anything is seen to change.
      return 30
    }
  }

  /// Has the next `refresh` compute the model anew, whatever the files' stamps say.
  package func forget() {
    content.withLock { $0 = .nothing(Self.starting) }
  }

  package func answer(_ request: HTTPRequest) -> HTTPAnswer {
    let answer = Processors.$isOne.withValue(true) { answered(request) }
    guard request.hasAny, answer.status == 200 else { return answer }
    var known = HTTPAnswer(304)
    for name in ["ETag", "Cache-Control"] { if let value = answer.value(of: name) { known.set(name, value) } }
    return known
  }

  /// Bytes of the body that a request may have more than others, by what stands above it; nil if it is one like others.
  package func mostBytes(of head: HTTPRequest) -> Int? {
    guard head.method == "POST", head.socket == .proxy, let route = Route(head), Routes.takesRegister(route),
      Access.identity(of: head) != nil || !head.values(of: "cookie").isEmpty
    else { return nil }
    return RegisterPost.mostBytes
  }

  private func answered(_ request: HTTPRequest) -> HTTPAnswer {
    guard let route = Route(request) else { return Problem.badAddress.answer(Route.unreadable(for: request)) }
    let content = content.withLock { $0 }
    let signedIn = signedIn(request, content)
    if let refusal = Access.refusal(
      of: request, route, isSignedIn: signedIn != nil, program: { program(of: request) })
    {
      let isSent = refusal.code == .signIn ? toSignIn(request, route, content) : nil
      return isSent ?? refusal.answer(route)
    }
    let methods = Routes.methods(of: route)
    guard methods.contains(request.method) else {
      var answer = Problem.method.answer(route)
      answer.set("Allow", methods.joined(separator: ", "))
      return answer
    }
    if route.path == ["style.css"] { return templates.styleAnswer }
    if route.path.count == 2, route.path[0] == "problems" {
      return Problem.explanation(of: route.path[1], route.language) ?? Problem.notFound.answer(route)
    }
    switch content {
    case .nothing where !Routes.isKnown(route.path): return Problem.notFound.answer(route)
    case .nothing(let problem): return problem.answer(route)
    case .model(let model, _, _, _) where route.path.first == "feeds": return feed(route, model, request)
    case .model(let model, let stamp, _, _) where Routes.isLink(route):
      let visit = Visit(request, route, model, templates, feeds, mark: mark(stamp), desk: desk, operations)
      return LinkAnswer.answer(visit, signedBy: linkKey, show: show)
    case .model(let model, let stamp, let cache, let costly):
      let visitor = Visitor(request, model.configuration, signedIn)
      if SignIn.has(route) {
        let visit = Visit(
          request, route, model, templates, feeds, mark: mark(stamp), visitor: visitor, desk: desk, operations)
        return SignIn.answer(visit, signIns, key: signInKey(model))
      }
      if request.method == "POST" || visitor.recorder != nil && Routes.dependsOnVisitor(route) {
        let visit = Visit(
          request, route, model, templates, feeds, mark: mark(stamp), visitor: visitor, desk: desk, operations)
        return request.method == "POST" ? posted(visit) : Routes.answer(visit).unshared
      }
      let visit = Visit(request, route, model, templates, feeds, mark: mark(stamp), operations)
      if visit.isUnchanged { return visit.notModified }
      let make = { visit.marked(Routes.answer(visit)) }
      return CostlyAnswers.has(route) ? costly.answer(route, make: make) : cache.answer(route, make: make)
    }
  }

  private func posted(_ visit: Visit) -> HTTPAnswer {
    if visit.route.path.first == "api" { return APIPost.answer(visit, show: show) }
    // Nothing that the model shows changes by what is proposed.
    return Routes.isProposal(visit.route) || Routes.takesRegister(visit.route)
      ? Routes.answer(visit) : PagePost.answer(visit, show: show)
  }

  /// The unit that signed in by its mailbox, where the web server names nobody.
  private func signedIn(_ request: HTTPRequest, _ content: Content) -> SignInDesk.SignedIn? {
    guard request.socket == .proxy, Access.identity(of: request) == nil else { return nil }
    let rules: RuleSet? = if case .model(let model, _, _, _) = content { model.rules } else { nil }
    return signIns?.signedIn(request, rules, at: Int64(operations().now))
  }

  /// Sends who wants to see a page to where units sign in, if they do; nil for others.
  private func toSignIn(_ request: HTTPRequest, _ route: Route, _ content: Content) -> HTTPAnswer? {
    guard case .model(let model, let stamp, _, _) = content, route.format == .html, signInKey(model) != nil else {
      return nil
    }
    guard ["GET", "HEAD"].contains(request.method) else {
      let visit = Visit(request, route, model, templates, feeds, mark: mark(stamp), operations)
      return visit.request.method == "POST" ? SignIn.lost(visit) : nil
    }
    var answer = HTTPAnswer(303)
    answer.set("Location", SignIn.address(toSee: route))
    answer.set("Cache-Control", "no-store")
    return answer
  }

  /// The key of letters for signing in; nil where none are sent.
  private func signInKey(_ model: SiteModel) -> Ed25519.PublicKey? {
    model.configuration.sendsMail && model.configuration.webAddress != nil ? linkKey : nil
  }

  /// The key by which the links of letters are signed, as the last round left it.
  private var linkKey: Ed25519.PublicKey? {
    folder.flatMap { WholeFile.read($0.linkKey, limit: 100) }.flatMap { text in
      Base64.decode(String(text.prefix { $0 != "\n" })).flatMap { Ed25519.PublicKey($0) }
    }
  }

  private func mark(_ stamp: SiteStamp) -> String { "\(began)-\(stamp.mark)" }

  /// The addresses whose answers a new model has before it is shown: the first page, and what is asked for most.
  private static let shownAtOnce = 4

  /// The first page, and what the last model was asked for most.
  private var wanted: [Route] {
    guard case .model(_, _, let last, _) = content.withLock({ $0 }) else { return [.home] }
    return [.home] + last.wanted.filter { $0 != .home }
  }

  /// Makes the other answers beforehand, while no newer model is there.
  private func prepareMore() {
    while case .model(let model, let stamp, let cache, _) = content.withLock({ $0 }), let route = cache.next() {
      prepare(route, model, stamp, cache)
    }
  }

  /// Makes an answer of a model beforehand.
  private func prepare(_ route: Route, _ model: SiteModel, _ stamp: SiteStamp, _ cache: AnswerCache) {
    let visit = Visit(HTTPRequest("GET", "/"), route, model, templates, feeds, mark: mark(stamp), operations)
    _ = cache.answer(route) { visit.marked(Routes.answer(visit)) }
  }

  /// The program whose token a request has; nil if it has none, or it is not good.
  private func program(of request: HTTPRequest) -> String? {
    guard let token = Access.token(of: request), case .model(let model, _, _, _) = content.withLock({ $0 }) else {
      return nil
    }
    return try? feeds?.program(token, on: model.today)
  }

  /// The calendar of a secret address. An address that is not good and one that never was are told alike.
  private func feed(_ route: Route, _ model: SiteModel, _ request: HTTPRequest) -> HTTPAnswer {
    guard route.path.count == 2, let name = route.path.last, name.hasSuffix(".ics"), let feeds else {
      return Problem.notFound.answer(route)
    }
    do throws(StoreFailure) {
      let now = Int64(operations().now)
      guard let text = try feeds.feed(String(name.dropLast(4)), model, at: now) else {
        return Problem.notFound.answer(route)
      }
      return .calendar(text, for: request)
    } catch {
      return Problem.nothing(FactLogWords.diagnostic(error, at: "web").words).answer(route)
    }
  }
}
