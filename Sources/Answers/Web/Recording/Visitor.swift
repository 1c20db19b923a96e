import AnswerLinks
import HTTPMessages
import Operations
import Settings

/// Who asks, and for whom they may record: the web server says the login and the configuration its role
/// (decision: web-needs-roles), or the link of a letter says the unit (decision: links-are-signed).
struct Visitor: Sendable {
  /// Nil: nobody is known to ask, or the login has no role. Such a visitor only looks.
  let recorder: Recorder?
  /// The link by which a unit came, with its token; nil of others.
  let link: Link?

  struct Link: Sendable {
    let link: AnswerLink
    let token: String
  }

  static let nobody = Visitor(recorder: nil, link: nil)

  private init(recorder: Recorder?, link: Link?) { (self.recorder, self.link) = (recorder, link) }

  init(_ request: HTTPRequest, _ configuration: Configuration) {
    let login = Access.identity(of: request).flatMap { configuration.roles[$0] == nil ? nil : $0 }
    self.init(recorder: login.map { .login($0) }, link: nil)
  }

  init(_ link: AnswerLink, token: String) {
    self.init(recorder: .unit(link.unit), link: Link(link: link, token: token))
  }

  /// By what forms, marks and limits of this visitor are told from those of others.
  var key: String? { link.map { "\(recorder?.author ?? ""), \($0.link.duty)" } ?? recorder?.author }

  /// How what this visitor sends from a page comes in.
  var way: Submission.Way { link == nil ? .page : .letter }
}
