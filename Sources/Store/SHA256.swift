import CCrypto

private let libcrypto = nhacviec_libcrypto().pointee

/// SHA-256 by libcrypto.
public enum SHA256 {
  /// Nil only where libcrypto itself fails (no memory, the algorithm is forbidden by a policy).
  public static func hash(_ bytes: [UInt8]) -> ChainHash? {
    var length: UInt32 = 0
    let digest = [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { buffer, count in
      let result = libcrypto.EVP_Digest(bytes, bytes.count, buffer.baseAddress, &length, libcrypto.EVP_sha256(), nil)
      count = result == 1 ? Int(length) : 0
    }
    return ChainHash(bytes: digest)
  }
}
