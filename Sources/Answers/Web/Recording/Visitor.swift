import HTTPMessages
import Settings

/// Who asks, and for whom they may record: the web server says the login, the configuration its role
/// (decision: web-needs-roles).
struct Visitor: Sendable {
  /// Nil: nobody is known to ask, or the login has no role. Such a visitor only looks.
  let login: String?
  /// Whether the visitor records for every side.
  let isFocalPoint: Bool

  static let nobody = Visitor(login: nil, isFocalPoint: false)

  private init(login: String?, isFocalPoint: Bool) { (self.login, self.isFocalPoint) = (login, isFocalPoint) }

  init(_ request: HTTPRequest, _ configuration: Configuration) {
    guard let name = Access.identity(of: request), let role = configuration.roles[name] else {
      self = .nobody
      return
    }
    self.init(login: name, isFocalPoint: role.isFocalPoint)
  }
}
