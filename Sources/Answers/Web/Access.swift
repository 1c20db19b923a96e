import HTTPMessages

/// Who may look, by the socket that a request came over (docs/daemon.md, "Who may look").
enum Access {
  /// Why the request is not answered; nil if it is.
  /// - Parameter program: the program whose token the request has, if it has a good one.
  static func refusal(of request: HTTPRequest, _ route: Route, program: () -> String?) -> Problem? {
    switch request.socket {
    case .group, .loopback: return request.isOfThisMachine ? nil : .notHere
    case .proxy:
      // The address of a feed is itself the secret, and calendar programs cannot sign in.
      if route.path.first == "feeds" || route.path == ["style.css"] { return nil }
      if identity(of: request) != nil { return nil }
      return route.path.first == "api" && program() != nil ? nil : .signIn
    }
  }

  /// The token of a program (RFC 6750); nil if there is none.
  static func token(of request: HTTPRequest) -> String? {
    guard let field = request.value(of: "authorization"), field.lowercased().hasPrefix("bearer ") else { return nil }
    return String(field.dropFirst(7).drop { $0 == " " })
  }

  /// Who asks, as the web server says; nil where it says nothing, or several things.
  static func identity(of request: HTTPRequest) -> String? {
    guard request.socket == .proxy, let name = request.value(of: "x-remote-user"), !name.isEmpty, name != "(null)"
    else { return nil }
    return name
  }
}
