import AnswerLinks
import HTTPMessages
import Operations
import Settings

/// Who asks, and for whom they may record: the web server says the login and the configuration its role
/// (decision: web-needs-roles), the link of a letter says the unit (decision: links-are-signed), or the unit signed in by its mailbox
/// (decision: mailbox-sign-in).
struct Visitor: Sendable {
  /// Nil: nobody is known to ask, or the login has no role. Such a visitor only looks.
  let recorder: Recorder?
  /// The link by which a unit came, with its token; nil of others.
  let link: Link?
  /// The session of a unit that signed in; nil of others.
  let signedIn: SignInDesk.SignedIn?

  struct Link: Sendable {
    let link: AnswerLink
    let token: String
  }

  static let nobody = Visitor(recorder: nil)

  private init(recorder: Recorder?, link: Link? = nil, signedIn: SignInDesk.SignedIn? = nil) {
    (self.recorder, self.link, self.signedIn) = (recorder, link, signedIn)
  }

  /// - Parameter signedIn: counts where the web server names nobody.
  init(_ request: HTTPRequest, _ configuration: Configuration, _ signedIn: SignInDesk.SignedIn?) {
    if let signedIn {
      let session = signedIn.session
      self.init(recorder: .session(unit: session.unit, session.mailbox), signedIn: signedIn)
    } else {
      let login = Access.identity(of: request).flatMap { configuration.roles[$0] == nil ? nil : $0 }
      self.init(recorder: login.map { .login($0) })
    }
  }

  init(_ link: AnswerLink, token: String) {
    self.init(recorder: .unit(link.unit), link: Link(link: link, token: token))
  }

  /// By what forms, marks and limits of this visitor are told from those of others.
  var key: String? {
    guard let author = recorder?.author else { return nil }
    if let link { return "\(author), \(link.link.duty)" }
    return signedIn.map { "\(author), \($0.secret)" } ?? author
  }

  /// How what this visitor sends from a page comes in.
  var way: Submission.Way { link != nil ? .letter : signedIn != nil ? .session : .page }
}
