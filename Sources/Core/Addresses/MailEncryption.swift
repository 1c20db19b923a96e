/// How the connection to a mail server is encrypted.
package enum MailEncryption: String, Sendable, CaseIterable {
  /// STARTTLS, and no mail without it (RFC 3207).
  case required
  /// STARTTLS where the server offers it; who sits on the wire can take the offer away. Never with a password.
  case opportunistic
  /// No encryption. Never with a password.
  case none
  /// TLS from the first byte, usually on port 465 (RFC 8314).
  case tls

  /// Where nobody says how.
  package static let usual = required

  /// Whether nothing is ever said in the clear.
  package var isCertain: Bool { self == .required || self == .tls }
}
