package import Hashing

/// Why a text is no link that may be used.
package enum LinkFlaw: Error, Hashable, Sendable {
  /// Something was changed, it belongs to something else, or another key signed it.
  case altered
  case expired
}

/// A link as the text behind its address: version, answers, end, mailbox, unit, signature. The duty stands in the address, and is
/// signed with the rest.
extension AnswerLink {
  /// Answers and end.
  private static let fixed = 5

  /// The same text each time. Nil where the link cannot be written so, or libcrypto fails.
  package func token(signedBy key: Ed25519.PrivateKey) -> String? {
    guard let end = SignedToken.bytes(of: end), (1...SignedToken.longestUnit).contains(unit.utf8.count) else {
      return nil
    }
    let flags = answers.reduce(0) { $0 | $1.rawValue }
    return SignedToken.text([flags] + end + mailbox.bytes + unit.utf8, Self.kind(duty), signedBy: key)
  }

  /// Reads a text that came with the address of a duty.
  /// - Parameter now: seconds since 1970.
  package init(token: String, duty: String, key: Ed25519.PublicKey, now: Int64) throws(LinkFlaw) {
    let head = Self.fixed + MailboxMark.count
    guard let content = SignedToken(token, Self.kind(duty), key: key, least: head)?.content,
      let unit = String(validating: content.dropFirst(head), as: UTF8.self),
      let mailbox = MailboxMark(content[Self.fixed..<head])
    else { throw .altered }
    let end = SignedToken.instant(content[1..<Self.fixed])
    guard now < end else { throw .expired }
    self.init(
      duty: duty, unit: unit, mailbox: mailbox, answers: Set(Answer.allCases.filter { content[0] & $0.rawValue != 0 }),
      end: end)
  }

  private static func kind(_ duty: String) -> [UInt8] { Array("nhacviec answer link\0\(duty)\0".utf8) }
}
