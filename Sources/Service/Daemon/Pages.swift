import Diagnostics
package import HTTPMessages
import Presentation
package import ServiceStatus

/// The pages about the daemon itself, by their paths.
package struct Pages: Sendable {
  private let status: @Sendable () -> DaemonStatus
  private let surroundings: @Sendable () -> Surroundings
  private let now: @Sendable () -> Int64

  /// - Parameter now: seconds since 1970.
  package init(
    status: @escaping @Sendable () -> DaemonStatus,
    surroundings: @escaping @Sendable () -> Surroundings = { Surroundings() }, now: @escaping @Sendable () -> Int64
  ) {
    self.status = status
    self.surroundings = surroundings
    self.now = now
  }

  /// The page that is asked for; nil if it is none of these.
  package func answer(_ request: HTTPRequest) -> HTTPAnswer? {
    let page: (() -> HTTPAnswer)? =
      switch request.path {
      case ["health"]: { .text("ok\n") }
      case ["ready"]: ready
      case ["metrics"]: metrics
      default: nil
      }
    guard let page else { return nil }
    return HTTPAnswer.refusal(of: request, allowed: ["GET", "HEAD"]) ?? page()
  }

  /// `{"ready":…,"reasons":[{"vi","en"}…]}`
  private func ready() -> HTTPAnswer {
    let obstacles = status().service.obstacles(at: now())
    return .json(status: obstacles.isEmpty ? 200 : 503) { page in
      page.key("ready")
      page.bool(obstacles.isEmpty)
      page.key("reasons")
      page.array { list in for words in obstacles { list.words(words) } }
    }
  }

  private func metrics() -> HTTPAnswer {
    var page = HTTPAnswer.text(Metrics.text(status(), surroundings()))
    page.type = "text/plain; version=0.0.4; charset=utf-8"
    return page
  }
}

extension HTTPAnswer {
  /// The answer to a request with a method that the page does not take; nil where it does.
  static func refusal(of request: HTTPRequest, allowed: [String]) -> HTTPAnswer? {
    guard !allowed.contains(request.method) else { return nil }
    let methods = allowed.joined(separator: ", ")
    var refusal = problem(405, Bilingual(vi: "chỉ nhận \(methods)", en: "only \(methods)"))
    refusal.set("Allow", methods)
    return refusal
  }

  static func problem(_ status: Int, _ words: Bilingual) -> HTTPAnswer {
    .json(status: status) { page in
      page.key("error")
      page.words(words)
    }
  }

  static func json(status: Int, _ members: (inout JSONWriter) -> Void) -> HTTPAnswer {
    var writer = JSONWriter()
    writer.object(members)
    return HTTPAnswer(status, type: "application/json", body: writer.bytes + [0x0A])
  }
}

extension JSONWriter {
  mutating func words(_ words: Bilingual) {
    object { object in
      object.key("vi")
      object.string(words.vi)
      object.key("en")
      object.string(words.en)
    }
  }
}
