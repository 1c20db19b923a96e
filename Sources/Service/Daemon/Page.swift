/// What the pages need of a request.
package struct PageRequest: Hashable, Sendable {
  package var method: String
  /// The path, without what follows a `?`.
  package var target: String

  package init(method: String, target: String) {
    self.method = method
    self.target = target
  }
}

/// The answer to a request.
package struct Page: Hashable, Sendable {
  /// The HTTP status.
  package var status: Int
  /// The media type.
  package var type: String
  package var body: String
  /// The allowed methods, where the method of the request is none of them; else nil.
  package var allowedMethods: String?

  static func text(_ body: String, status: Int = 200) -> Page {
    Page(status: status, type: "text/plain; charset=utf-8", body: body)
  }
}
