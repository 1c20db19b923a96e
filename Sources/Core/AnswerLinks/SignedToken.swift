import Hashing

/// Bytes that the round signed, with the signature behind them, as text for addresses.
struct SignedToken {
  /// The first byte of each.
  private static let version: UInt8 = 1
  /// As long as a unit's id can be, in bytes.
  static let longestUnit = 512

  /// Behind the version.
  let content: [UInt8]
  let signature: [UInt8]

  /// The same text each time. Nil where libcrypto fails.
  /// - Parameter kind: keeps one kind of token from being taken for another; what belongs to the token and stands elsewhere is
  ///   signed with it.
  static func text(_ content: [UInt8], _ kind: [UInt8], signedBy key: Ed25519.PrivateKey) -> String? {
    let content = [version] + content
    return key.signature(of: kind + content).map { Base64.addressText(content + $0) }
  }

  /// Nil unless the owner of the key signed it, of this kind, and it holds more than `least` bytes.
  init?(_ text: String, _ kind: [UInt8], key: Ed25519.PublicKey, least: Int) {
    guard text.utf8.count <= 2 * (1 + least + Self.longestUnit + Ed25519.signatureCount),
      let bytes = Base64.decode(addressText: text), bytes.count > 1 + least + Ed25519.signatureCount,
      case let content = Array(bytes.dropLast(Ed25519.signatureCount)), content[0] == Self.version
    else { return nil }
    signature = Array(bytes.suffix(Ed25519.signatureCount))
    guard key.fits(signature, of: kind + content) else { return nil }
    self.content = Array(content.dropFirst())
  }

  /// An instant as four bytes; nil where it does not fit.
  static func bytes(of end: Int64) -> [UInt8]? {
    UInt32(exactly: end).map { end in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: end >> UInt32($0)) } }
  }

  static func instant(_ bytes: some Sequence<UInt8>) -> Int64 { bytes.reduce(Int64(0)) { $0 << 8 | Int64($1) } }
}
