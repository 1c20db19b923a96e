public import Glibc

/// What is asked of the round by people and by the daemon, who may not write what the round writes.
public enum SpoolRequest: Hashable, Sendable {
  /// Look: a fact was recorded, or an instant has come.
  case wake
  /// Make the rule folder the live revision if it is right.
  case promote
  /// Promote although it waits; names the sources by their hash.
  case acceptRules(hash: String)
  /// Let a held round pass: at most so many recipients, until an instant (seconds since 1970).
  case acceptRound(recipients: Int, until: Int64)
  /// Try what was given up once more; nil: all of it.
  case retry(message: Int64?)
  /// Try the ways out, whose passwords the service alone has; with an address, send a test message there.
  case tryMail(address: String?)

  public var text: String {
    switch self {
    case .wake: "wake"
    case .promote: "promote"
    case .acceptRules(let hash): "accept-rules \(hash)"
    case .acceptRound(let recipients, let until): "accept-round \(recipients) \(until)"
    case .retry(let message): message.map { "retry \($0)" } ?? "retry"
    case .tryMail(let address): address.map { "try-mail \($0)" } ?? "try-mail"
    }
  }

  public init?(text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }
    switch (words.first, words.count) {
    case ("wake", 1): self = .wake
    case ("promote", 1): self = .promote
    case ("accept-rules", 2): self = .acceptRules(hash: String(words[1]))
    case ("accept-round", 3):
      guard let recipients = Int(words[1]), let until = Int64(words[2]) else { return nil }
      self = .acceptRound(recipients: recipients, until: until)
    case ("retry", 1): self = .retry(message: nil)
    case ("retry", 2):
      guard let message = Int64(words[1]) else { return nil }
      self = .retry(message: message)
    case ("try-mail", 1): self = .tryMail(address: nil)
    // As long as an address can be (RFC 5321, 4.5.3.1.3).
    case ("try-mail", 2) where words[1].utf8.count <= 254: self = .tryMail(address: String(words[1]))
    default: return nil
    }
  }
}

/// A folder of requests, one file each. While there are any, the path unit starts a round.
public struct Spool: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  public struct Entry: Hashable, Sendable {
    /// Of the file; the answer has the same.
    public var name: String
    /// Who asked: the file's owner.
    public var user: uid_t
    /// Nil: not understood.
    public var request: SpoolRequest?
  }

  /// Drops a request; returns its name. The folder must be there.
  @discardableResult
  public func drop(_ request: SpoolRequest) throws(SystemError) -> String {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    let name = "\(moment.tv_sec).\(moment.tv_nsec).\(getpid())"
    // Dot files are not entries: a round never sees half a request.
    let draft = "\(path)/.\(name)"
    try WholeFile.replace(draft, with: request.text + "\n")
    guard rename(draft, "\(path)/\(name)") == 0 else {
      let code = errno
      unlink(draft)
      throw SystemError(code, path)
    }
    return name
  }

  /// What is asked, in order. A wake-up is removed before state is read, any other request after it was answered, so that
  /// a crash loses none.
  public func entries() -> [Entry] {
    (Folder.names(in: path) ?? []).compactMap { name in
      var status = stat()
      let file = "\(path)/\(name)"
      guard lstat(file, &status) == 0 else { return nil }
      let text = status.st_mode & S_IFMT == S_IFREG ? WholeFile.read(file, limit: 4096) : nil
      return Entry(name: name, user: status.st_uid, request: text.flatMap { SpoolRequest(text: $0) })
    }
  }

  public func remove(_ entry: Entry) throws(SystemError) {
    let file = "\(path)/\(entry.name)"
    guard unlink(file) == 0 || errno == ENOENT || rmdir(file) == 0 else { throw SystemError(errno, file) }
  }
}
