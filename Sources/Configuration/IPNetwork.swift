/// An IP address or network (RFC 4632, RFC 4291): `10.1.2.3`, `192.168.0.0/16`, `fd00::/8`.
public struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
  /// 4 or 16, in network order, bits behind the prefix zero.
  public let bytes: [UInt8]
  /// How many leading bits count.
  public let prefix: Int
  public let description: String

  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), let address = IPNetwork.address(parts[0]) else { return nil }
    let bits = address.count * 8
    var prefix = bits
    if parts.count == 2 {
      guard let number = Int(parts[1]), (0...bits).contains(number), String(number) == parts[1] else { return nil }
      prefix = number
    }
    // Bits behind the prefix are a mistake more often than a habit.
    guard IPNetwork.masked(address, prefix) == address else { return nil }
    (bytes, self.prefix, description) = (address, prefix, text)
  }

  public func contains(_ address: [UInt8]) -> Bool {
    address.count == bytes.count && IPNetwork.masked(address, prefix) == bytes
  }

  private static func masked(_ bytes: [UInt8], _ prefix: Int) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let kept = min(max(prefix - index * 8, 0), 8)
      return kept == 0 ? 0 : byte & (0xFF << UInt8(8 - kept))
    }
  }
}
