/// A request, as far as pages need it.
public struct PageRequest: Hashable, Sendable {
  public var method: String
  /// Without what follows a `?`.
  public var target: String

  public init(method: String, target: String) {
    self.method = method
    self.target = target
  }
}

/// What a request is answered.
public struct Page: Hashable, Sendable {
  public var status: Int
  public var type: String
  public var body: String
  /// Where the method was a wrong one: those that are right.
  public var allowedMethods: String?

  static func text(_ body: String, status: Int = 200) -> Page {
    Page(status: status, type: "text/plain; charset=utf-8", body: body)
  }
}
