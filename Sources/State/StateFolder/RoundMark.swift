package import Diagnostics
import Glibc

/// Deliveries that did not arrive although their slot has come.
package struct LateDeliveries: Hashable, Sendable {
  package var count: Int
  /// The slot of the oldest: seconds since 1970.
  package var since: Int64
  /// Why the oldest one waits that was tried; nil if none was.
  package var reason: Bilingual?

  package init(count: Int, since: Int64, reason: Bilingual? = nil) {
    (self.count, self.since, self.reason) = (count, since, reason)
  }
}

/// What the last round left for others to see: the daemon's status and alarm, and the next round's early exit. The truth
/// is in the database; a mark that is missing or old costs a round, never a reminder.
///
/// A round removes the mark before it decides and writes it when everything is done.
package struct RoundMark: Hashable, Sendable {
  /// When the round began: seconds since 1970.
  package var began: Int64
  /// When another round has something to do: a step, or another attempt. Seconds since 1970; nil if there is nothing.
  package var next: Int64?
  /// A stamp of the facts, rules, configuration and program that the round found; where it differs, a round is needed.
  package var stamp: String
  /// `COUNT:HASH`, the anchored head of the facts.
  package var facts: String
  /// The number of the live revision; 0 if there is none.
  package var revision: Int
  /// Why the round was held and sent nothing; nil if it was not held.
  package var held: Bilingual?
  /// Deliveries that wait for another attempt, and those that were given up (`dead`).
  package var pending: Int
  package var dead: Int
  /// Messages sent by this round.
  package var sent: Int
  /// What the round could not do; nil if it did everything.
  package var failure: Bilingual?
  /// Mails and webhooks that wait; a round that ended well leaves none.
  package var late: LateDeliveries?
  /// Copies in a Maildir or the journal that wait or were given up, beside messages of which they are not all that there is.
  package var lateCopies: LateDeliveries?
  /// The number of units with mail addresses, if the configuration has neither a mail server nor a Maildir; else 0.
  package var unitsWithoutMail = 0
  /// The first mistake of the office's templates, in the place of which those shipped were used; nil: there is none.
  package var templateFault: Bilingual?
  /// Why the links of letters are not signed although there is a key.
  package var linkFault: Bilingual?

  package init(began: Int64, stamp: String) {
    self.began = began
    self.stamp = stamp
    facts = ""
    revision = 0
    pending = 0
    dead = 0
    sent = 0
  }

  /// One `key=value` a line.
  package var text: String {
    var lines = [
      "began=\(began)", "stamp=\(stamp)", "facts=\(facts)", "revision=\(revision)", "pending=\(pending)",
      "dead=\(dead)",
      "sent=\(sent)",
    ]
    if let next { lines.append("next=\(next)") }
    for (name, late) in [("late", late), ("copies", lateCopies)] {
      if let late { lines += ["\(name)=\(late.count)", "\(name)-since=\(late.since)"] }
    }
    if unitsWithoutMail > 0 { lines.append("units-without-mail=\(unitsWithoutMail)") }
    for (name, words) in [
      ("held", held), ("failure", failure), ("late-reason", late?.reason), ("copies-reason", lateCopies?.reason),
      ("template-fault", templateFault), ("link-fault", linkFault),
    ] {
      guard let words else { continue }
      lines += ["\(name)=\(Self.line(words.en))", "\(name)-vi=\(Self.line(words.vi))"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Nil if it is not whole.
  package init?(text: String) {
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
    // Marks of the first version have English alone.
    func words(_ name: String) -> Bilingual? {
      values[name[...]].map { Bilingual(vi: values["\(name)-vi"] ?? $0, en: $0) }
    }
    func deliveries(_ name: String) -> LateDeliveries? {
      guard let count = number(name[...]), let since = values["\(name)-since"].flatMap({ Int64($0) }) else {
        return nil
      }
      return LateDeliveries(count: count, since: since, reason: words("\(name)-reason"))
    }
    (held, failure) = (words("held"), words("failure"))
    (late, lateCopies) = (deliveries("late"), deliveries("copies"))
    (templateFault, linkFault) = (words("template-fault"), words("link-fault"))
    unitsWithoutMail = number("units-without-mail") ?? 0
  }

  private static func line(_ text: String) -> String { String(text.map { $0.isNewline ? " " : $0 }) }
}

extension StateFolder {
  /// The mark of the last round; nil if there is none, or one that is not whole.
  package func readRoundMark() -> RoundMark? { WholeFile.read(roundMark).flatMap { RoundMark(text: $0) } }

  /// Notes that a round looked and found nothing to do: the mark keeps its text, and its file gets the present time.
  package func noteLook() { utimensat(AT_FDCWD, roundMark, nil, AT_SYMLINK_NOFOLLOW) }

  /// When a round last ended or found nothing to do, by the clock of the file system: seconds since 1970. Nil while a
  /// round is at work, and if there was none.
  package var lookedAt: Int64? {
    var status = stat()
    return lstat(roundMark, &status) == 0 ? Int64(status.st_mtim.tv_sec) : nil
  }
}
