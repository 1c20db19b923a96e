import Hashing
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test("FIPS 180-4's example") func standard() {
    #expect(
      SHA256.hash(Array("abc".utf8))?.description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("In pieces as in one (NIST, SHA-256 example of a million times “a”)") func pieces() {
    let thousand = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
    let hash = SHA256.hash { feed in for _ in 0..<1000 { feed(thousand) } }
    #expect(
      hash?.description == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("HMAC-SHA256 (RFC 4231, test case 2)") func code() {
    let code = SHA256.hmac(of: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
    #expect(code?.description == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test("A digest is read from its digits and its bytes, and from nothing else") func digits() throws {
    let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    let digest = try #require(SHA256Digest(hexadecimal: text.uppercased()))
    #expect(digest.description == text)
    #expect(SHA256Digest(bytes: digest.bytes) == digest)
    #expect(SHA256Digest.hexadecimal([0, 0x0F, 0xA0]) == "000fa0")
    for wrong in ["", String(text.dropLast()), text + "0", "x" + text.dropFirst()] {
      #expect(SHA256Digest(hexadecimal: wrong) == nil)
    }
    #expect(SHA256Digest(bytes: digest.bytes.dropLast()) == nil)
  }
}
