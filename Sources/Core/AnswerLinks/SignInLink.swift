package import Hashing

/// What the letter of a sign-in holds: to whose mailbox it went, and which browser asked for it (decision: mailbox-sign-in).
package struct SignInLink: Hashable, Sendable {
  /// Seconds from the letter to the end of its links.
  package static let lifetime: Int64 = 30 * 60

  /// The id of the unit.
  package let unit: String
  package let mailbox: MailboxMark
  /// The hash of the secret that the browser has.
  package let browser: SHA256Digest
  /// Seconds since 1970 from which on it is over.
  package let end: Int64

  package init(unit: String, mailbox: MailboxMark, browser: SHA256Digest, end: Int64) {
    (self.unit, self.mailbox, self.browser, self.end) = (unit, mailbox, browser, end)
  }

  /// A link that came back, with what follows from its signature.
  package struct Opened: Hashable, Sendable {
    package let link: SignInLink
    /// Tells it from all others, and cannot be used for it.
    package let mark: SHA256Digest
    /// Eight digits, by which the browser that asked knows it where it was opened elsewhere.
    package let code: String
  }

  /// End, mailbox and browser.
  private static let head = 4 + MailboxMark.count + SHA256Digest.count
  private static let kind = Array("nhacviec sign-in link\0".utf8)

  /// The text behind its address. Nil where the link cannot be written so, or libcrypto fails.
  package func token(signedBy key: Ed25519.PrivateKey) -> String? {
    guard let end = SignedToken.bytes(of: end), (1...SignedToken.longestUnit).contains(unit.utf8.count) else {
      return nil
    }
    return SignedToken.text(end + mailbox.bytes + browser.bytes + unit.utf8, Self.kind, signedBy: key)
  }

  /// Reads the text behind an address.
  /// - Parameter now: seconds since 1970.
  package static func open(_ token: String, key: Ed25519.PublicKey, now: Int64) throws(LinkFlaw) -> Opened {
    guard let token = SignedToken(token, kind, key: key, least: head), case let content = token.content,
      let unit = String(validating: content.dropFirst(head), as: UTF8.self),
      let mailbox = MailboxMark(content[4..<4 + MailboxMark.count]),
      let browser = SHA256Digest(bytes: Array(content[4 + MailboxMark.count..<head])),
      let mark = SHA256.hash(Array("mark\0".utf8) + token.signature),
      let digits = SHA256.hash(Array("code\0".utf8) + token.signature)
    else { throw .altered }
    let end = SignedToken.instant(content[..<4])
    guard now < end else { throw .expired }
    let number = digits.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } % 100_000_000
    let text = String(number)
    return Opened(
      link: SignInLink(unit: unit, mailbox: mailbox, browser: browser, end: end), mark: mark,
      code: String(repeating: "0", count: 8 - text.count) + text)
  }
}
