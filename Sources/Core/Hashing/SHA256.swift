import CCrypto

private let libcrypto = nhacviec_libcrypto().pointee

/// SHA-256 by libcrypto.
package enum SHA256 {
  /// Nil only where libcrypto itself fails (no memory, the algorithm is forbidden by a policy).
  package static func hash(_ bytes: [UInt8]) -> SHA256Digest? {
    var length: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      let result = libcrypto.EVP_Digest(bytes, bytes.count, buffer.baseAddress, &length, libcrypto.EVP_sha256(), nil)
      count = result == 1 ? Int(length) : 0
    }
    return SHA256Digest(bytes: digest)
  }

  /// The hash of all pieces that `feed` passes on, in their order. Nil as above.
  package static func hash<Failure>(
    feeding feed: ((_ piece: [UInt8]) -> Void) throws(Failure) -> Void
  ) throws(Failure) -> SHA256Digest? {
    guard let context = libcrypto.EVP_MD_CTX_new() else { return nil }
    defer { libcrypto.EVP_MD_CTX_free(context) }
    var succeeded = libcrypto.EVP_DigestInit_ex(context, libcrypto.EVP_sha256(), nil) == 1
    try feed { piece in succeeded = succeeded && libcrypto.EVP_DigestUpdate(context, piece, piece.count) == 1 }
    var length: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      succeeded = succeeded && libcrypto.EVP_DigestFinal_ex(context, buffer.baseAddress, &length) == 1
      count = succeeded ? Int(length) : 0
    }
    return SHA256Digest(bytes: digest)
  }

  /// HMAC-SHA256 (RFC 2104) of `content`, by which an owner of the key knows that another one wrote it. Nil as above.
  package static func hmac(of content: [UInt8], key: [UInt8]) -> SHA256Digest? {
    var length = 0
    let code = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      let result = libcrypto.EVP_Q_mac(
        nil, "HMAC", nil, "SHA256", nil, key, key.count, content, content.count, buffer.baseAddress, buffer.count,
        &length)
      count = result == nil ? 0 : length
    }
    return SHA256Digest(bytes: code)
  }
}
