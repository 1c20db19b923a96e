import Hashing

/// A secret that opens something: 160 random bits as 40 hexadecimal digits. Only its hash is kept, so that who reads the
/// database cannot use it. Its text is told once, to who makes it, and belongs into no log.
package struct SecretToken: Sendable {
  package let text: String
  /// SHA-256 of the text. A token is found by it, so that how long that takes tells nothing of the token.
  let hash: SHA256Digest

  /// A new one, from the system's generator.
  package static func random() -> SecretToken? {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<20).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return SecretToken(SHA256Digest.hexadecimal(bytes))
  }

  /// Nil if the text cannot be a token, which it is from strangers.
  package init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 40, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let hash = SHA256.hash(digits)
    else { return nil }
    (self.text, self.hash) = (String(text), hash)
  }

  /// 64 hexadecimal digits, which may be told.
  package var hashText: String { hash.description }
}
