/// An address that messages are posted to: `https://HOST[:PORT][/PATH][?QUERY]`, printable ASCII, at most 2000 characters,
/// without user name and fragment. This one parser serves both the check of rules and the sending.
package struct WebAddress: Hashable, Sendable {
  /// The path often holds a secret, so that the text is never shown whole.
  package let text: String
  /// Lower case; an IPv6 address without brackets.
  package let host: String
  /// False for `http` alone.
  package let isEncrypted: Bool

  /// Nil unless `text` is such an address.
  ///
  /// - Parameter scheme: `http` is for tests on one machine; no rule may use it.
  package init?(_ text: some StringProtocol, scheme: String = "https") {
    let bytes = Array(text.utf8)
    let start = scheme.utf8.count + 3
    guard bytes.count <= 2000, bytes.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "#") }),
      text.prefix(start).lowercased() == scheme + "://"
    else { return nil }
    let authority = text.dropFirst(start).prefix { $0 != "/" && $0 != "?" }
    // The colons of an IPv6 address stand in brackets.
    let end = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.firstIndex(of: ":")
    let name = authority[..<(end ?? authority.endIndex)]
    guard let host = HostName(name), name.hasPrefix("[") == host.isV6, Self.isPort(authority[name.endIndex...]) else {
      return nil
    }
    self.text = String(text)
    self.host = host.text.lowercased()
    isEncrypted = scheme == "https"
  }

  /// Nothing, or `:` and a number from 1 to 65535.
  private static func isPort(_ text: some StringProtocol) -> Bool {
    if text.isEmpty { return true }
    let digits = text.dropFirst()
    return text.first == ":" && (1...5).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) } && (1...65_535).contains(Int(digits) ?? 0)
  }
}
