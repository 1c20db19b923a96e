import Glibc

/// The paths of the state folder: what lasts, and the files by which the processes tell one another
/// (docs/architecture.md, "Processes").
///
/// Only the round writes `post/`; all who record facts write `facts/`.
package struct StateFolder: Hashable, Sendable {
  package let path: String
  /// The folder of requests to the round.
  package let spool: String

  /// - Parameter spool: nil for `spool` in the state folder, or `/run/nhacviec/spool` for the system's.
  package init(_ path: String, spool: String? = nil) {
    self.path = path
    self.spool = spool ?? (path == Self.system ? "/run/nhacviec/spool" : path + "/spool")
  }

  /// The state that the users of a machine share.
  package static let system = "/var/lib/nhacviec"

  /// Users and modes of its parts, as systemd/nhacviec.tmpfiles has them.
  static let systemParts: [String: (user: String, mode: UInt32)] = [
    system + "/facts": ("nhacviec-web", 0o2770), system + "/post": ("nhacviec-post", 0o2750),
    system + "/proposals": ("nhacviec-post", 0o2770), system + "/web": ("nhacviec-web", 0o700),
  ]

  package var facts: String { path + "/facts" }
  package var factsDatabase: String { facts + "/facts.db" }
  /// `COUNT:HASH` of the facts, replaced after each recording.
  package var factsHead: String { facts + "/head" }
  /// A file beside the facts that says that rounds were logged, so that a log that is lost is not taken for one that never was.
  package var outboxMark: String { facts + "/outbox" }
  /// What was proposed and waits for somebody to accept it.
  package var proposals: String { path + "/proposals" }
  package var proposalsDatabase: String { proposals + "/proposals.db" }
  package var post: String { path + "/post" }
  package var postDatabase: String { post + "/post.db" }
  /// The lock that a round holds from its beginning to its end.
  package var lock: String { post + "/lock" }
  /// The file of the `RoundMark`.
  package var roundMark: String { post + "/round" }
  /// The mark of the round before, while one is at work.
  package var earlierMark: String { post + "/round.earlier" }
  /// Promoted rules, a folder each.
  package var revisions: String { post + "/revisions" }
  /// A link to the revision that is in force.
  package var live: String { post + "/live" }
  /// The public half of the key by which rounds sign the links of letters, in base64.
  package var linkKey: String { post + "/link-key.pub" }
  /// When the service tried the mail server on request, in the last hour: seconds since 1970, a line each.
  package var mailTrials: String { post + "/trials" }
  /// The letters for signing in of the last hour (`SignInCount`): seconds since 1970, the mark of the mailbox and who asked, a line each.
  package var signIns: String { post + "/sign-ins" }
  /// The socket on which the daemon answers; for the system's state folder `/run/nhacviec/nhacviecd.sock`.
  package var socket: String { path == Self.system ? "/run/nhacviec/nhacviecd.sock" : path + "/nhacviecd.sock" }
  /// Answers to requests, a file each with the name of the request.
  package var answers: String { post + "/answers" }

  // MARK: The daemon's own

  /// What the daemon alone reads and writes.
  package var web: String { path + "/web" }
  /// What calendar feeds said last of each duty, and since when.
  package var feedsDatabase: String { web + "/feeds.db" }
  /// The hashes of secret addresses and of programs' tokens.
  package var tokensDatabase: String { web + "/tokens.db" }
  /// The units that are signed in, and the letters by which they may.
  package var sessionsDatabase: String { web + "/sessions.db" }

  /// Who carries out requests and answers them.
  package enum Answerer: Sendable {
    case round, daemon
    /// What writes accepted rows into the rule folder (`nhacviec proposals apply`).
    case editor
  }

  /// The folder of requests to it.
  package func requests(to answerer: Answerer) -> String {
    switch answerer {
    case .round: spool
    case .daemon: path == Self.system ? "/run/nhacviec/requests" : path + "/requests"
    case .editor: path == Self.system ? "/run/nhacviec/edits" : path + "/edits"
    }
  }

  /// The folder of its answers, a file each with the name of the request.
  package func answers(of answerer: Answerer) -> String {
    switch answerer {
    case .round: answers
    case .daemon: path == Self.system ? "/run/nhacviec/answers" : path + "/answers"
    case .editor: path == Self.system ? "/run/nhacviec/edit-answers" : path + "/edit-answers"
    }
  }

  /// Whether the folder is there and another user owns it. Then even root asks that user's process, so that no file
  /// becomes root's.
  package static func belongsToAnotherUser(_ folder: String) -> Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_uid != geteuid()
  }

  // MARK: What was there

  /// Whether rounds were logged here, and the log is not there any more: neither it nor the rules in force are made anew
  /// then, since everything would be decided and sent again.
  package var isOutboxGone: Bool { Self.isKnown(outboxMark) == true && Self.isKnown(postDatabase) == false }

  /// Whether there is anything of that name; nil if this user may not know.
  private static func isKnown(_ path: String) -> Bool? {
    var status = stat()
    if lstat(path, &status) == 0 { return true }
    return errno == ENOENT || errno == ENOTDIR ? false : nil
  }

  // MARK: Restoring

  /// A file that names the backup while it is restored, during which the state is not whole.
  package var restoring: String { path + "/restoring" }

  /// The rules and the configuration of a restored backup, for people to look at.
  package var restored: String { path + "/restored" }

  /// The backup whose restoring was begun and not finished, so that nothing may be trusted or written; nil if there is
  /// none.
  package var unfinishedRestore: String? {
    var status = stat()
    guard lstat(restoring, &status) == 0 else { return nil }
    return WholeFile.read(restoring, limit: 4096)?.firstLine ?? "?"
  }

  /// Makes `post/` where it does not exist, and takes the round's lock.
  ///
  /// - Parameters:
  ///   - holder: as for `FolderLock`.
  ///   - restores: whether what was lost comes back; else no folder is made in the place of one that was lost.
  package func lockRound(holder: String, restores: Bool = false) throws(FolderLock.Failure) -> FolderLock {
    if !restores, isOutboxGone, !Folder.isThere(post) { throw .system(SystemError(ENOENT, post)) }
    do { try Folder.make(post) } catch { throw .system(error) }
    return try FolderLock(lock, holder: holder)
  }
}
