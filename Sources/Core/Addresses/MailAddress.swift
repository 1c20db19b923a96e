/// An address that can stand in SMTP commands and headers as it is: dot-atom `@` domain, ASCII (RFC 5321, 4.1.2).
///
/// Quoted local parts, address literals and addresses outside ASCII (SMTPUTF8) are refused: few servers take them.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil unless it is an address of at most 254 characters, 64 of them before the `@`.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    guard (1...64).contains(at), Self.isDotAtom(bytes[..<at]), HostName.isDomain(bytes[(at + 1)...])
    else { return nil }
    self.text = String(text)
  }

  /// The address of a recipient. Nil also for a domain without a dot, which means something on one machine alone.
  package init?(recipient text: some StringProtocol) {
    guard let address = MailAddress(text), address.domain.contains(".") else { return nil }
    self = address
  }

  package var domain: Substring {
    text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...]
  }
  package var description: String { text }

  /// `atom *("." atom)` (RFC 5322, 3.2.3).
  package static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy(isAtomText)
    }
  }

  package static func isAtomText(_ byte: UInt8) -> Bool {
    HostName.isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}

/// A display name and an address, as mail headers show them.
package struct Mailbox: Hashable, Sendable, CustomStringConvertible {
  package var name: String?
  package var address: MailAddress

  package init(name: String? = nil, _ address: MailAddress) {
    self.name = name
    self.address = address
  }

  package var description: String { name.map { "\($0) <\(address)>" } ?? "\(address)" }

  /// `a@b` or `Name <a@b>`; nil unless the address is one. The name may hold anything but `<`, `>`, quotes and line ends.
  package init?(_ text: String) {
    guard text.hasSuffix(">"), let open = text.firstIndex(of: "<") else {
      guard let address = MailAddress(text) else { return nil }
      self.init(address)
      return
    }
    let name = text[..<open].split(separator: " ", omittingEmptySubsequences: false).drop { $0.isEmpty }
      .reversed().drop { $0.isEmpty }.reversed().joined(separator: " ")
    guard let address = MailAddress(text[text.index(after: open)...].dropLast()),
      !name.contains(where: { "<>\"".contains($0) || $0.isNewline })
    else { return nil }
    self.init(name: name.isEmpty ? nil : name, address)
  }
}
