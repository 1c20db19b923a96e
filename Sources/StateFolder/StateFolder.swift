/// The state folder: where its processes keep what lasts, and by which files they tell one another
/// (docs/architecture.md, "Processes").
///
/// Only the round writes `post/`; everybody who records writes `facts/`.
public struct StateFolder: Hashable, Sendable {
  public let path: String
  /// Requests to the round.
  public let spool: String

  /// - Parameter spool: nil: of the system's state folder `/run/nhacviec/spool`, else `spool` in the state folder.
  public init(_ path: String, spool: String? = nil) {
    self.path = path
    self.spool = spool ?? (path == Self.system ? "/run/nhacviec/spool" : path + "/spool")
  }

  /// The state that the users of a machine share.
  public static let system = "/var/lib/nhacviec"

  public var facts: String { path + "/facts" }
  public var factsDatabase: String { facts + "/facts.db" }
  /// `COUNT:HASH` of the facts, replaced after each recording.
  public var factsHead: String { facts + "/head" }
  public var post: String { path + "/post" }
  public var postDatabase: String { post + "/post.db" }
  /// Held for a whole round.
  public var lock: String { post + "/lock" }
  /// See `RoundMark`.
  public var roundMark: String { post + "/round" }
  /// Promoted rules, a folder each.
  public var revisions: String { post + "/revisions" }
  /// A link to the revision that is in force.
  public var live: String { post + "/live" }
  /// When the service tried the mail server on request, in the last hour: seconds since 1970, a line each.
  public var mailTrials: String { post + "/trials" }
  /// Where the daemon answers requests: of the system's state folder `/run/nhacviec/nhacviecd.sock`.
  public var socket: String { path == Self.system ? "/run/nhacviec/nhacviecd.sock" : path + "/nhacviecd.sock" }
  /// What became of requests, a file each, named as the request was.
  public var answers: String { post + "/answers" }
}
