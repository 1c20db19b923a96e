import CCrypto

private let libcrypto = nhacviec_libcrypto().pointee

/// Signatures with Ed25519 (RFC 8032) by libcrypto. The same key gives the same text the same signature each time.
package enum Ed25519 {
  /// Bytes of a signature.
  package static let signatureCount = 64
  private static let keyCount = 32

  /// The secret half of a pair of keys.
  package struct PrivateKey: Sendable {
    private let seed: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    package init?(_ seed: [UInt8]) {
      guard seed.count == keyCount else { return nil }
      self.seed = seed
    }

    /// The half by which everybody can check what this one signs. Nil only where libcrypto itself fails.
    package var publicKey: PublicKey? {
      withKey { key in
        var count = keyCount
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
          filled = libcrypto.EVP_PKEY_get_raw_public_key(key, buffer.baseAddress, &count) == 1 ? count : 0
        }
        return PublicKey(bytes)
      }
    }

    /// The signature of a text; nil as above.
    package func signature(of text: [UInt8]) -> [UInt8]? {
      withKey { key in
        guard let context = libcrypto.EVP_MD_CTX_new() else { return nil }
        defer { libcrypto.EVP_MD_CTX_free(context) }
        guard libcrypto.EVP_DigestSignInit(context, nil, nil, nil, key) == 1 else { return nil }
        var count = signatureCount
        let signature = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
          filled = libcrypto.EVP_DigestSign(context, buffer.baseAddress, &count, text, text.count) == 1 ? count : 0
        }
        return signature.count == signatureCount ? signature : nil
      }
    }

    private func withKey<Value>(_ use: (OpaquePointer) -> Value?) -> Value? {
      guard let key = libcrypto.EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
        return nil
      }
      defer { libcrypto.EVP_PKEY_free(key) }
      return use(key)
    }
  }

  /// The half of a pair of keys that everybody may know.
  package struct PublicKey: Hashable, Sendable {
    package let bytes: [UInt8]

    /// Nil unless there are exactly 32 bytes.
    package init?(_ bytes: [UInt8]) {
      guard bytes.count == keyCount else { return nil }
      self.bytes = bytes
    }

    /// Whether the owner of the secret half signed exactly this text.
    package func fits(_ signature: [UInt8], of text: [UInt8]) -> Bool {
      guard let key = libcrypto.EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
        return false
      }
      defer { libcrypto.EVP_PKEY_free(key) }
      guard let context = libcrypto.EVP_MD_CTX_new() else { return false }
      defer { libcrypto.EVP_MD_CTX_free(context) }
      return libcrypto.EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
        && libcrypto.EVP_DigestVerify(context, signature, signature.count, text, text.count) == 1
    }
  }
}
