import Hashing
import Testing

@Suite("Ed25519")
struct Ed25519Tests {
  /// RFC 8032, 7.1: secret key, public key, text, signature.
  private static let standard = [
    [
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ],
    [
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ],
    [
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ],
    [
      "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
      "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
      "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
        + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ],
  ]

  private static func bytes(_ digits: String) -> [UInt8] {
    let digits = Array(digits)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
  }

  @Test("The standard's examples", arguments: standard) func examples(_ example: [String]) throws {
    let parts = example.map(Self.bytes)
    let key = try #require(Ed25519.PrivateKey(parts[0]))
    let known = try #require(key.publicKey)
    #expect(known.bytes == parts[1])
    #expect(key.signature(of: parts[2]) == parts[3] && key.signature(of: parts[2]) == parts[3])
    #expect(known.fits(parts[3], of: parts[2]))
    var altered = parts[3]
    for place in [0, 31, 32, 63] {
      altered[place] ^= 1
      #expect(!known.fits(altered, of: parts[2]))
      altered[place] ^= 1
    }
    #expect(!known.fits(parts[3], of: parts[2] + [0]) && !known.fits([], of: parts[2]))
    #expect(!known.fits(Array(parts[3].dropLast()), of: parts[2]) && !known.fits(parts[3] + [0], of: parts[2]))
  }

  @Test("A key has 32 bytes, and another key's signatures do not fit") func keys() throws {
    #expect(Ed25519.PrivateKey([]) == nil && Ed25519.PrivateKey(Array(repeating: 1, count: 33)) == nil)
    #expect(Ed25519.PublicKey(Array(repeating: 1, count: 31)) == nil)
    let (one, other) = (
      try #require(Ed25519.PrivateKey(Array(repeating: 1, count: 32))),
      try #require(Ed25519.PrivateKey(Array(repeating: 2, count: 32)))
    )
    let signature = try #require(one.signature(of: [1, 2, 3]))
    #expect(try #require(one.publicKey).fits(signature, of: [1, 2, 3]))
    #expect(!(try #require(other.publicKey).fits(signature, of: [1, 2, 3])))
    // No point of the curve.
    #expect(Ed25519.PublicKey(Array(repeating: 0xFF, count: 32))?.fits(signature, of: [1, 2, 3]) == false)
  }
}
