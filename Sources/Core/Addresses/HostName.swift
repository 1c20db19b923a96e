/// The name or the address of a machine: a domain name, an IPv4 address, or an IPv6 address with or without brackets.
package struct HostName: Hashable, Sendable {
  /// Without brackets.
  package let text: String
  /// An IPv6 address, which stands in brackets before a port.
  package let isV6: Bool

  /// Nil unless `text` is such a name or address.
  package init?(_ text: some StringProtocol) {
    let isBracketed = text.hasPrefix("[") && text.hasSuffix("]") && text.utf8.count > 2
    let bare = isBracketed ? String(text.dropFirst().dropLast()) : String(text)
    isV6 = bare.utf8.contains(UInt8(ascii: ":"))
    guard isV6 ? NetworkAddress(bare) != nil : !isBracketed && Self.isDomain(Array(bare.utf8)[...]) else { return nil }
    self.text = bare
  }

  /// The text as it stands before a port: an IPv6 address in brackets.
  package var inURL: String { isV6 ? "[\(text)]" : text }

  /// Labels of letters, digits and inner hyphens, at most 63 each (RFC 1123, 2.1).
  package static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 253 else { return false }
    return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
      (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
        && label.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }
  }

  package static func isDomain(_ text: some StringProtocol) -> Bool { isDomain(Array(text.utf8)[...]) }

  package static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
