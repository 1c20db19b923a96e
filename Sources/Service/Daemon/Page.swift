/// A request, as far as pages need it.
package struct PageRequest: Hashable, Sendable {
  package var method: String
  /// Without what follows a `?`.
  package var target: String

  package init(method: String, target: String) {
    self.method = method
    self.target = target
  }
}

/// What a request is answered.
package struct Page: Hashable, Sendable {
  package var status: Int
  package var type: String
  package var body: String
  /// Where the method was a wrong one: those that are right.
  package var allowedMethods: String?

  static func text(_ body: String, status: Int = 200) -> Page {
    Page(status: status, type: "text/plain; charset=utf-8", body: body)
  }
}
