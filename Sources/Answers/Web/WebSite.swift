import Diagnostics
package import HTTPMessages
package import Operations
import Presentation
import Rules
import Synchronization

/// The pages and the API about the office's work. It reads only; what it shows comes from one model that all requests
/// share until rules, facts, the configuration or the day change.
package final class WebSite: Sendable {
  /// What there is to show, and what it was made of.
  private enum Content: Sendable {
    case model(SiteModel, SiteStamp)
    /// Why there is nothing.
    case nothing(Bilingual)
  }

  private let state: String?
  private let operations: @Sendable () -> OperationContext
  private let templates: PageTemplates
  private let content = Mutex(Content.nothing(.init(vi: "dịch vụ đang khởi động", en: "the service is starting")))

  /// Fails where the templates of the pages are missing or wrong.
  /// - Parameters:
  ///   - state: the state folder; nil takes the configuration's.
  ///   - operations: what operations take, with the configuration as it is now.
  package init(
    state: String?, operations: @escaping @Sendable () -> OperationContext
  ) throws(OperationFailure) {
    (self.state, self.operations) = (state, operations)
    templates = try PageTemplates(operations())
  }

  /// Computes the model anew, if what it is made of has changed. Called by one thread at a time.
  /// - Returns: after how many seconds it must be called again.
  package func refresh() -> Int64 {
    let operations = operations()
    let stamp = SiteStamp(state: state, in: operations)
    let now = Int64(operations.now)
    if case .model(let model, stamp) = content.withLock({ $0 }), now < model.until.seconds {
      return model.until.seconds - now
    }
    do throws(OperationFailure) {
      let model = try Processors.$isOne.withValue(true) {
        Result { () throws(OperationFailure) in try SiteModel(state: state, in: operations) }
      }.get()
      // The old model is freed by the last request that uses it.
      content.withLock { $0 = .model(model, stamp) }
      return max(1, model.until.seconds - now)
    } catch {
      content.withLock { $0 = .nothing(error.remark.summary) }
      // What failed is tried again soon, whether or not anything is seen to change.
      return 30
    }
  }

  /// Has the next `refresh` compute the model anew, whatever the files' stamps say.
  package func forget() {
    content.withLock { $0 = .nothing(.init(vi: "dịch vụ đang khởi động", en: "the service is starting")) }
  }

  package func answer(_ request: HTTPRequest) -> HTTPAnswer {
    guard let route = Route(request) else { return Problem.badAddress.answer(Route.home) }
    if let refusal = Access.refusal(of: request) { return refusal.answer(route) }
    guard ["GET", "HEAD"].contains(request.method) else {
      var answer = Problem.method.answer(route)
      answer.set("Allow", "GET, HEAD")
      return answer
    }
    if route.path == ["style.css"] { return templates.styleAnswer }
    switch content.withLock({ $0 }) {
    case .nothing(let words): return Problem.nothing(words).answer(route)
    case .model(let model, _):
      let visit = Visit(request, route, model, templates, operations)
      return visit.isUnchanged ? visit.notModified : visit.marked(Routes.answer(visit))
    }
  }
}
