import Hashing

/// What the reader of a letter may say of one duty without signing in: the letter's link has it, signed by the round that sent
/// the letter (decision: links-are-signed).
package struct AnswerLink: Hashable, Sendable {
  /// What a unit says of its own work. Nobody confirms or decides by a link.
  package enum Answer: UInt8, CaseIterable, Sendable {
    case accept = 1
    case progress = 2
    case report = 4
    case askTime = 8
    case explain = 16
  }

  /// Seconds from the slot of the letter to the end of its links.
  package static let lifetime: Int64 = 14 * 86_400

  /// The duty, as obligations are identified.
  package let duty: String
  /// The id of the unit that owes it, as the plan of the duty knows it.
  package let unit: String
  /// Tells the mailbox to which the letter went.
  package let mailbox: MailboxMark
  package let answers: Set<Answer>
  /// Seconds since 1970 from which on it is over.
  package let end: Int64

  package init(
    duty: String, unit: String, mailbox: MailboxMark, answers: Set<Answer> = Set(Answer.allCases), end: Int64
  ) {
    (self.duty, self.unit, self.mailbox, self.answers, self.end) = (duty, unit, mailbox, answers, end)
  }
}

/// Tells an address without naming it.
package struct MailboxMark: Hashable, Sendable {
  static let count = 8
  package let bytes: [UInt8]

  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = Array(bytes)
  }

  /// Nil only where libcrypto itself fails.
  package init?(of address: String) {
    guard let hash = SHA256.hash(Array("mailbox \(address)".utf8)) else { return nil }
    bytes = Array(hash.bytes.prefix(Self.count))
  }
}
