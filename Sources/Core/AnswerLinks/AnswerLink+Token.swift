package import Hashing

/// A link as the text behind its address: version, answers, end, mailbox, unit, signature. The duty stands in the address, and is
/// signed with the rest.
extension AnswerLink {
  /// Why a text is no link that may be used.
  package enum Flaw: Error, Hashable, Sendable {
    /// Something was changed, it belongs to another duty, or another key signed it.
    case altered
    case expired
  }

  /// No name of a unit is longer, in bytes.
  private static let longestUnit = 512
  private static let version: UInt8 = 1
  /// Version, answers and end.
  private static let fixed = 6

  /// The same text each time. Nil where the link cannot be written so, or libcrypto fails.
  package func token(signedBy key: Ed25519.PrivateKey) -> String? {
    guard let end = UInt32(exactly: end), (1...Self.longestUnit).contains(unit.utf8.count) else { return nil }
    let flags = answers.reduce(0) { $0 | $1.rawValue }
    let content =
      [Self.version, flags] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: end >> UInt32($0)) } + mailbox.bytes
      + unit.utf8
    return key.signature(of: Self.signed(content, duty)).map { Base64.addressText(content + $0) }
  }

  /// Reads a text that came with the address of a duty.
  /// - Parameter now: seconds since 1970.
  package init(token: String, duty: String, key: Ed25519.PublicKey, now: Int64) throws(Flaw) {
    let head = Self.fixed + MailboxMark.count
    guard token.utf8.count <= 2 * (head + Self.longestUnit + Ed25519.signatureCount),
      let bytes = Base64.decode(addressText: token), bytes.count > head + Ed25519.signatureCount,
      case let content = Array(bytes.dropLast(Ed25519.signatureCount)), content[0] == Self.version,
      key.fits(Array(bytes.suffix(Ed25519.signatureCount)), of: Self.signed(content, duty)),
      let unit = String(validating: content.dropFirst(head), as: UTF8.self),
      let mailbox = MailboxMark(content[Self.fixed..<head])
    else { throw .altered }
    let end = content[2..<Self.fixed].reduce(Int64(0)) { $0 << 8 | Int64($1) }
    guard now < end else { throw .expired }
    self.init(
      duty: duty, unit: unit, mailbox: mailbox, answers: Set(Answer.allCases.filter { content[1] & $0.rawValue != 0 }),
      end: end)
  }

  /// What is signed. The first words keep the key from signing anything that could be taken for something else.
  private static func signed(_ content: [UInt8], _ duty: String) -> [UInt8] {
    Array("nhacviec answer link\0".utf8) + duty.utf8 + [0] + content
  }
}
