package import Glibc

/// An IPv4 or IPv6 address as 16 bytes; IPv4 as `::ffff:a.b.c.d` (RFC 4291, 2.5.5.2).
package struct NetworkAddress: Hashable, Sendable {
  package let bytes: [UInt8]

  private static let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

  init(v4 bytes: [UInt8]) { self.bytes = Self.mapped + bytes }
  init(v6 bytes: [UInt8]) { self.bytes = bytes }

  /// Nil unless `text` is a numeric address; octal numbers and short forms are not accepted.
  package init?(_ text: some StringProtocol) {
    var v4 = in_addr()
    var v6 = in6_addr()
    let text = String(text)
    if inet_pton(AF_INET, text, &v4) == 1 {
      self.init(v4: withUnsafeBytes(of: &v4) { Array($0) })
    } else if inet_pton(AF_INET6, text, &v6) == 1 {
      self.init(v6: withUnsafeBytes(of: &v6) { Array($0) })
    } else {
      return nil
    }
  }

  /// Nil for families other than IPv4 and IPv6.
  package init?(_ address: UnsafePointer<sockaddr>) {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        NetworkAddress(v4: withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) })
      }
    case AF_INET6:
      self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
        NetworkAddress(v6: withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) })
      }
    default: return nil
    }
  }

  /// What one customer of a network has at least: the address, or the first half of one of IPv6 (RFC 6177).
  package var network: [UInt8] { bytes.starts(with: Self.mapped) ? bytes : Array(bytes[..<8]) }

  /// Whether this is the public address of one machine (IANA's special-purpose registries, RFC 6890). Public IPv6
  /// addresses are those of 2000::/3 outside its special blocks, and those that a translator maps to public IPv4.
  package var isPublic: Bool {
    if let embedded { return embedded.isPublic }
    if bytes.starts(with: Self.mapped) { return !Self.special4.contains { $0.holds(self) } }
    return Self.global6.contains { $0.holds(self) } && !Self.special6.contains { $0.holds(self) }
  }

  /// The IPv4 address in a translator's address (64:ff9b::/96, RFC 6052) or of a 6to4 router (2002::/16, RFC 3056).
  private var embedded: NetworkAddress? {
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B] + Array(repeating: 0, count: 8)) {
      return NetworkAddress(v4: Array(bytes[12...]))
    }
    return bytes.starts(with: [0x20, 0x02]) ? NetworkAddress(v4: Array(bytes[2..<6])) : nil
  }

  private static func ranges(_ texts: [String]) -> [NetworkRange] {
    texts.compactMap { NetworkRange($0) }
  }

  private static let special4 = ranges([
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/3",
  ])
  private static let global6 = ranges(["2000::/3"])
  private static let special6 = ranges(["2001::/23", "2001:db8::/32", "3fff::/20"])
}

/// A block of addresses in CIDR notation: `10.0.0.0/8`, `fd00::/8`; without a length a single address.
package struct NetworkRange: Hashable, Sendable {
  /// As it was written.
  package let text: String
  private let prefix: [UInt8]
  private let length: Int

  /// Nil unless `text` is a block. A bit that is set behind the length is refused, since it is most often a mistake.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let address = NetworkAddress(parts[0]) else { return nil }
    let isV4 = !parts[0].utf8.contains(UInt8(ascii: ":"))
    var bits = isV4 ? 32 : 128
    if parts.count == 2 {
      guard let length = Int(parts[1]), (0...bits).contains(length), String(length) == parts[1] else { return nil }
      bits = length
    }
    self.text = String(text)
    prefix = address.bytes
    length = isV4 ? 96 + bits : bits
    guard (length..<128).allSatisfy({ [prefix] in !Self.bit($0, of: prefix) }) else { return nil }
  }

  /// Whether `address` lies in the block.
  package func holds(_ address: NetworkAddress) -> Bool {
    let (whole, rest) = length.quotientAndRemainder(dividingBy: 8)
    guard address.bytes[..<whole] == prefix[..<whole] else { return false }
    return rest == 0 || (address.bytes[whole] ^ prefix[whole]) >> (8 - rest) == 0
  }

  private static func bit(_ index: Int, of bytes: [UInt8]) -> Bool {
    bytes[index / 8] >> (7 - index % 8) & 1 == 1
  }
}
