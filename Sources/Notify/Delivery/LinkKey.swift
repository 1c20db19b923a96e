package import Diagnostics
import Glibc
package import Hashing
import SettingKeys
package import StateFolder

/// The key that signs the links of letters. The round alone has it, as the credential `link-key`: 32 bytes in base64.
package struct LinkKey: Sendable {
  package static let credential = "link-key"

  let key: Ed25519.PrivateKey
  package let publicKey: Ed25519.PublicKey

  /// Why links are not signed.
  package enum Absence: Error, Hashable, Sendable {
    /// Nothing was handed over; `isKnown` where that is because there is no key.
    case none(isKnown: Bool)
    case unusable(Bilingual)
  }

  /// - Parameter credentials: `$CREDENTIALS_DIRECTORY`.
  package init(credentials: String?) throws(Absence) {
    let bytes: [UInt8]
    do throws(SecretFailure) {
      bytes = try SecretSource.credential(Self.credential).read(credentials: credentials).bytes
    } catch .noCredentials {
      throw .none(isKnown: false)
    } catch .unreadable(_, let code) where code == ENOENT {
      throw .none(isKnown: true)
    } catch {
      throw .unusable(error.words)
    }
    guard let key = Base64.decode(bytes).flatMap({ Ed25519.PrivateKey($0) }), let publicKey = key.publicKey else {
      throw .unusable(
        .init(
          vi: "credential “\(Self.credential)” không phải là khóa do nhacviec config link-key tạo ra",
          en: "the credential “\(Self.credential)” is no key that nhacviec config link-key made"))
    }
    (self.key, self.publicKey) = (key, publicKey)
  }

  /// A new key, as the credential holds it.
  package static func made() -> String {
    var generator = SystemRandomNumberGenerator()
    return Base64.text((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
  }

  /// Puts the public half where the daemon reads it, so that from then on it believes links of this key alone.
  package func publish(in state: StateFolder) throws(SystemError) {
    let text = Base64.text(publicKey.bytes) + "\n"
    if WholeFile.read(state.linkKey) != text { try WholeFile.replace(state.linkKey, with: text) }
  }
}
