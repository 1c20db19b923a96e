import HTTPMessages

/// Who may look, by the socket that a request came over (docs/daemon.md, "Who may look").
enum Access {
  /// Why the request is not answered; nil if it is.
  /// - Parameters:
  ///   - isSignedIn: whether a unit asks that signed in by its mailbox.
  ///   - program: the program whose token the request has, if it has a good one.
  static func refusal(
    of request: HTTPRequest, _ route: Route, isSignedIn: Bool, program: () -> String?
  ) -> Problem? {
    switch request.socket {
    case .group, .loopback: return request.isOfThisMachine ? nil : .notHere
    case .proxy:
      // The address of a feed is itself the secret, and calendar programs cannot sign in. So is that of a link, which says nothing
      // without its token.
      if route.path.first == "feeds" || Routes.isLink(route) || route.path == ["style.css"] { return nil }
      guard hasGoodIdentity(request) else { return .badIdentity }
      if identity(of: request) != nil || isSignedIn || SignIn.has(route) { return nil }
      return route.path.first == "api" && program() != nil ? nil : .signIn
    }
  }

  /// The token of a program (RFC 6750); nil if there is none.
  static func token(of request: HTTPRequest) -> String? {
    guard let field = request.value(of: "authorization"), field.lowercased().hasPrefix("bearer ") else { return nil }
    return String(field.dropFirst(7).drop { $0 == " " })
  }

  /// Who asks, as the web server says; nil where it says nobody: an empty field, or Apache's word for an empty variable.
  static func identity(of request: HTTPRequest) -> String? {
    guard request.socket == .proxy, let name = request.value(of: "x-remote-user"), !name.isEmpty, name != "(null)"
    else { return nil }
    return name
  }

  private static let longestName = 256

  /// Whether the web server names one user at most, in a way in which users are named. Two fields, or one with a comma, which
  /// proxies make of two, say that somebody added to what the web server says.
  private static func hasGoodIdentity(_ request: HTTPRequest) -> Bool {
    let names = request.values(of: "x-remote-user")
    guard let name = names.first else { return true }
    return names.count == 1 && name.utf8.count <= longestName
      && name.unicodeScalars.allSatisfy { $0 != "," && $0 != "\u{FFFD}" && $0.properties.generalCategory != .control }
  }
}
