import Hashing

/// A secret that web messages are signed with (Standard Webhooks 1.0.0, symmetric): `whsec_` and 24 to 64 bytes in base64.
package struct WebhookSecret: Sendable {
  let key: [UInt8]

  /// Nil unless it is such a secret; the padding may be missing.
  package init?(_ text: some StringProtocol) {
    guard text.hasPrefix("whsec_") else { return nil }
    let digits = text.dropFirst(6)
    let padding = String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
    guard let key = Base64.decode(String(digits) + padding), (24...64).contains(key.count) else {
      return nil
    }
    self.key = key
  }
}

enum WebhookSignature {
  /// The value of `webhook-signature`: one signature for each secret, so that secrets can be replaced one at a time.
  /// Nil if libcrypto fails.
  static func header(id: String, timestamp: Int, body: [UInt8], secrets: [WebhookSecret]) -> String? {
    let content = Array("\(id).\(timestamp).".utf8) + body
    var signatures: [String] = []
    for secret in secrets {
      guard let code = SHA256.hmac(of: content, key: secret.key) else { return nil }
      signatures.append("v1,\(Base64.text(code.bytes))")
    }
    return signatures.joined(separator: " ")
  }
}
