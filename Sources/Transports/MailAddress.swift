/// An address that can stand in SMTP commands and headers as it is: dot-atom `@` domain, ASCII (RFC 5321, 4.1.2).
///
/// Quoted local parts, address literals and addresses outside ASCII (SMTPUTF8) are refused: few servers take them.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil unless it is an address of at most 254 characters, 64 of them before the `@`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 254, let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    guard (1...64).contains(at), Self.isDotAtom(bytes[..<at]), Self.isDomain(bytes[(at + 1)...])
    else { return nil }
    self.text = String(text)
  }

  public var domain: Substring {
    text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...]
  }
  public var description: String { text }

  /// `atom *("." atom)` (RFC 5322, 3.2.3).
  static func isDotAtom(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy(isAtomText)
    }
  }

  /// Labels of letters, digits and inner hyphens, at most 63 each.
  static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 253 else { return false }
    return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
        && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  static func isAtomText(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }
}

/// A name and an address, as the headers show them.
public struct Mailbox: Hashable, Sendable {
  public var name: String?
  public var address: MailAddress

  public init(name: String? = nil, _ address: MailAddress) {
    self.name = name
    self.address = address
  }
}

/// A stable id of a message: `left@right`, without angle brackets (RFC 5322, 3.6.4).
public struct MessageID: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil unless both sides are dot-atoms, at most 200 characters together.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 200, let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    guard MailAddress.isDotAtom(bytes[..<at]), MailAddress.isDotAtom(bytes[(at + 1)...]) else {
      return nil
    }
    self.text = String(text)
  }

  public var description: String { text }
}
