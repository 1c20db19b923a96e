/// A request to the round, by people or by the daemon, who may not write what the round writes; those about tokens are to the
/// daemon, by people, and those about a proposal and a register are to the editor of rows, by the daemon.
package enum SpoolRequest: Hashable, Sendable {
  /// Look whether there is something to do: a fact was recorded, or an instant has come.
  case wake
  /// Make the rule folder the live revision if it has no errors.
  case promote
  /// Promote the rules that wait to be accepted, if their sources have this hash.
  case acceptRules(hash: String)
  /// Let the held round pass that fits this description.
  case acceptRound(HeldRoundName)
  /// Try once more the message that was given up; nil for all of them.
  case retry(message: Int64?)
  /// Test the mail server, whose password only the service has; with an address, also send a test message there.
  case tryMail(address: String?)
  /// Send the letter by which a unit signs in, to the mailbox that the live rules have for it (decision: mailbox-sign-in).
  /// - Parameters:
  ///   - name: of the unit, or its mailbox, as somebody typed it.
  ///   - browser: the hash of what the browser has that asks.
  ///   - asker: by whom limits are told.
  case signIn(name: String, browser: String, asker: SignInCount.Asker)

  /// Note the hash of a new token, and what it is for (`TokenGrant`). The token itself is told to nobody.
  case makeToken(hash: String, grant: String)
  case listTokens(TokenKind)
  case revokeToken(TokenKind, number: Int64)

  /// Write the row of a proposal into the rule folder and have it promoted, if the rules then have this hash.
  /// - Parameter login: who accepts it.
  case acceptProposal(number: Int64, sources: String, login: String)
  /// Read the register that lies beside the request, and propose what is edited in it.
  case readRegister(SentRegister)

  /// What a token opens. The names are kept.
  package enum TokenKind: String, Hashable, Sendable {
    /// A calendar feed: it is a part of its secret address.
    case feed
    /// The interface for programs.
    case program
  }

  /// Describes the held round that is meant, and what it may do.
  package struct HeldRoundName: Hashable, Sendable {
    /// The number of recipients that it may write to, at most.
    package var recipients: Int
    /// When the acceptance ends: seconds since 1970.
    package var until: Int64
    /// `COUNT:HASH` of the facts that it found.
    package var facts: String
    /// The codes of the reasons why it is held.
    package var reasons: Set<String>

    package init(recipients: Int, until: Int64, facts: String, reasons: Set<String>) {
      self.recipients = recipients
      self.until = until
      self.facts = facts
      self.reasons = reasons
    }
  }

  /// How long the name of a unit may be that somebody typed, in bytes.
  package static let longestName = 300

  private static let register = "read-register "

  /// The request as text, mostly one line, which `init(text:)` reads.
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
    case .signIn(let name, let browser, let asker): "sign-in \(browser) \(asker.text) \(name)"
    case .makeToken(let hash, let grant): "make-token \(hash) \(grant)"
    case .listTokens(let kind): "list-tokens \(kind.rawValue)"
    case .revokeToken(let kind, let number): "revoke-token \(kind.rawValue) \(number)"
    case .acceptProposal(let number, let sources, let login): "accept-proposal \(number) \(sources) \(login)"
    case .readRegister(let sent): Self.register + sent.text
    }
  }

  /// Nil if the text is no request.
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
    case ("sign-in", 5...):
      let parts = text.prefix { $0 != "\n" }.split(separator: " ", maxSplits: 4)
      guard parts[1].utf8.count == 64, let asker = SignInCount.Asker(text: "\(parts[2]) \(parts[3])"),
        (1...Self.longestName).contains(parts[4].utf8.count)
      else { return nil }
      self = .signIn(name: String(parts[4]), browser: String(parts[1]), asker: asker)
    case ("make-token", 3...):
      let parts = text.prefix { $0 != "\n" }.split(separator: " ", maxSplits: 2)
      self = .makeToken(hash: String(parts[1]), grant: String(parts[2]))
    case ("list-tokens", 2):
      guard let kind = TokenKind(rawValue: String(words[1])) else { return nil }
      self = .listTokens(kind)
    case ("revoke-token", 3):
      guard let kind = TokenKind(rawValue: String(words[1])), let number = Int64(words[2]) else { return nil }
      self = .revokeToken(kind, number: number)
    case ("read-register", _):
      guard text.hasPrefix(Self.register), let sent = SentRegister(text: String(text.dropFirst(Self.register.count)))
      else { return nil }
      self = .readRegister(sent)
    case ("accept-proposal", 4...):
      let parts = text.prefix { $0 != "\n" }.split(separator: " ", maxSplits: 3)
      guard let number = Int64(parts[1]), parts[2].utf8.count == 64,
        (1...Self.longestName).contains(parts[3].utf8.count)
      else { return nil }
      self = .acceptProposal(number: number, sources: String(parts[2]), login: String(parts[3]))
    default: return nil
    }
  }
}
