import Hashing

/// Random bytes that one browser keeps in a cookie. The daemon keeps their hash alone.
struct BrowserSecret {
  /// The name of the cookie of who asked for a letter, and of who is signed in. Browsers take these names from no other site, and over no
  /// open connection (RFC 6265bis, 4.1.3.2).
  static let (asking, session) = ("__Host-nhacviec-xin", "__Host-nhacviec")
  private static let count = 32

  let text: String
  let hash: SHA256Digest

  /// A new one, from the system's generator.
  static func random() -> BrowserSecret? {
    var generator = SystemRandomNumberGenerator()
    return BrowserSecret(Base64.addressText((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }))
  }

  /// Nil if the text cannot be one, which it is from strangers.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count == 43, let bytes = Base64.decode(addressText: String(text)), bytes.count == Self.count,
      let hash = SHA256.hash(Array("browser\0".utf8) + bytes)
    else { return nil }
    (self.text, self.hash) = (String(text), hash)
  }
}
