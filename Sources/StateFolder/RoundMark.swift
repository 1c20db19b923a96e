import Glibc

/// What the last round left for others to see: the daemon's status and alarm, and the next round's early exit. The truth
/// is in the database; a mark that is missing or old costs a round, never a reminder.
///
/// A round removes the mark before it decides and writes it when everything is done.
public struct RoundMark: Hashable, Sendable {
  /// When the round began: seconds since 1970.
  public var began: Int64
  /// When, at the latest, another round has something to do: a step, or an attempt that failed; nil: never.
  public var next: Int64?
  /// Of facts, rules, configuration and program as the round found them; another stamp means a round.
  public var stamp: String
  /// `COUNT:HASH`, the anchored head of the facts.
  public var facts: String
  /// Number of the live revision; 0: none.
  public var revision: Int
  /// Why the round sent nothing, in English; nil: it was not held.
  public var held: String?
  /// Deliveries that wait for another attempt, and that were given up.
  public var pending: Int
  public var dead: Int
  /// Messages sent by this round.
  public var sent: Int
  /// What could not be done, in English; nil: everything was.
  public var failure: String?

  public init(began: Int64, stamp: String) {
    self.began = began
    self.stamp = stamp
    facts = ""
    revision = 0
    pending = 0
    dead = 0
    sent = 0
  }

  /// One `key=value` a line.
  public var text: String {
    var lines = [
      "began=\(began)", "stamp=\(stamp)", "facts=\(facts)", "revision=\(revision)", "pending=\(pending)",
      "dead=\(dead)",
      "sent=\(sent)",
    ]
    if let next { lines.append("next=\(next)") }
    if let held { lines.append("held=\(Self.line(held))") }
    if let failure { lines.append("failure=\(Self.line(failure))") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Nil if it is not whole.
  public init?(text: String) {
    var values: [Substring: String] = [:]
    for line in text.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { return nil }
      values[line[..<equals]] = String(line[line.index(after: equals)...])
    }
    func number(_ name: Substring) -> Int? { values[name].flatMap { Int($0) } }
    guard let began = values["began"].flatMap({ Int64($0) }), let stamp = values["stamp"],
      let facts = values["facts"], let revision = number("revision"), let pending = number("pending"),
      let dead = number("dead"), let sent = number("sent")
    else { return nil }
    self.init(began: began, stamp: stamp)
    self.facts = facts
    self.revision = revision
    self.pending = pending
    self.dead = dead
    self.sent = sent
    if let text = values["next"] {
      guard let next = Int64(text) else { return nil }
      self.next = next
    }
    held = values["held"]
    failure = values["failure"]
  }

  private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}

extension StateFolder {
  public func readRoundMark() -> RoundMark? { WholeFile.read(roundMark).flatMap { RoundMark(text: $0) } }

  /// Notes that a round looked and found nothing to do: the mark stays as it is, its file is as of now.
  public func noteLook() { utimensat(AT_FDCWD, roundMark, nil, AT_SYMLINK_NOFOLLOW) }

  /// When a round last ended or found nothing to do, by the clock of the file system: seconds since 1970; nil: a round is
  /// at work, or there was none.
  public var lookedAt: Int64? {
    var status = stat()
    return lstat(roundMark, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
  }
}
