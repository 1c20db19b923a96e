import Diagnostics
import Presentation
package import ServiceStatus

/// The pages of the daemon, by their paths.
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

  /// The page that is asked for, or one that says what is wrong with the request.
  package func answer(_ request: PageRequest) -> Page {
    let page: (() -> Page)? =
      switch request.target {
      case "/health": { .text("ok\n") }
      case "/ready": ready
      case "/metrics": metrics
      default: nil
      }
    guard let page else {
      return .problem(404, Bilingual(vi: "không có trang này", en: "there is no such page"))
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      var refusal = Page.problem(405, Bilingual(vi: "chỉ nhận GET và HEAD", en: "only GET and HEAD"))
      refusal.allowedMethods = "GET, HEAD"
      return refusal
    }
    return page()
  }

  /// `{"ready":…,"reasons":[{"vi","en"}…]}`
  private func ready() -> Page {
    let obstacles = status().service.obstacles(at: now())
    return .json(status: obstacles.isEmpty ? 200 : 503) { page in
      page.key("ready")
      page.bool(obstacles.isEmpty)
      page.key("reasons")
      page.array { list in for words in obstacles { list.words(words) } }
    }
  }

  private func metrics() -> Page {
    var page = Page.text(Metrics.text(status(), surroundings()))
    page.type = "text/plain; version=0.0.4; charset=utf-8"
    return page
  }
}

extension Page {
  static func problem(_ status: Int, _ words: Bilingual) -> Page {
    .json(status: status) { page in
      page.key("error")
      page.words(words)
    }
  }

  static func json(status: Int, _ members: (inout JSONWriter) -> Void) -> Page {
    var writer = JSONWriter()
    writer.object(members)
    return Page(status: status, type: "application/json", body: String(decoding: writer.bytes, as: UTF8.self) + "\n")
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
