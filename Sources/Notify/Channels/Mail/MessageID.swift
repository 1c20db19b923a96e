import Addresses

/// A stable id of a message: `left@right`, without angle brackets (RFC 5322, 3.6.4).
package struct MessageID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil unless both sides are dot-atoms, at most 200 characters together.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 200, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    guard MailAddress.isDotAtom(bytes[..<at]), MailAddress.isDotAtom(bytes[(at + 1)...]) else {
      return nil
    }
    self.text = String(text)
  }

  package var description: String { text }
}
