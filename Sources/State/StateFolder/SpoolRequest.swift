/// What is asked of the round by people and by the daemon, who may not write what the round writes.
package enum SpoolRequest: Hashable, Sendable {
  /// Look: a fact was recorded, or an instant has come.
  case wake
  /// Make the rule folder the live revision if it is right.
  case promote
  /// Promote although it waits; names the sources by their hash.
  case acceptRules(hash: String)
  /// Let the held round pass that is so described.
  case acceptRound(HeldRoundName)
  /// Try what was given up once more; nil: all of it.
  case retry(message: Int64?)
  /// Try the ways out, whose passwords the service alone has; with an address, send a test message there.
  case tryMail(address: String?)

  /// Which held round is meant, and how far it may go.
  package struct HeldRoundName: Hashable, Sendable {
    /// At most so many.
    package var recipients: Int
    /// Seconds since 1970.
    package var until: Int64
    /// `COUNT:HASH` of the facts that it found.
    package var facts: String
    /// Why it is held, by the reasons' codes.
    package var reasons: Set<String>

    package init(recipients: Int, until: Int64, facts: String, reasons: Set<String>) {
      self.recipients = recipients
      self.until = until
      self.facts = facts
      self.reasons = reasons
    }
  }

  package var text: String {
    switch self {
    case .wake: "wake"
    case .promote: "promote"
    case .acceptRules(let hash): "accept-rules \(hash)"
    case .acceptRound(let round):
      (["accept-round", "\(round.recipients)", "\(round.until)", round.facts] + round.reasons.sorted())
        .joined(separator: " ")
    case .retry(let message): message.map { "retry \($0)" } ?? "retry"
    case .tryMail(let address): address.map { "try-mail \($0)" } ?? "try-mail"
    }
  }

  package init?(text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }
    switch (words.first, words.count) {
    case ("wake", 1): self = .wake
    case ("promote", 1): self = .promote
    case ("accept-rules", 2): self = .acceptRules(hash: String(words[1]))
    case ("accept-round", 5...):
      guard let recipients = Int(words[1]), let until = Int64(words[2]) else { return nil }
      self = .acceptRound(
        HeldRoundName(
          recipients: recipients, until: until, facts: String(words[3]), reasons: Set(words[4...].map(String.init))))
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
