/// How the connection to a mail server is encrypted.
package enum MailEncryption: String, Sendable, CaseIterable {
  /// STARTTLS, and no mail without it (RFC 3207).
  case required
  /// STARTTLS where the server offers it, an offer that an attacker on the wire can suppress. Never used with a
  /// password.
  case opportunistic
  /// No encryption. Never used with a password.
  case none
  /// TLS from the first byte, usually on port 465 (RFC 8314).
  case tls

  /// The mode that applies where the configuration names none.
  package static let usual = required

  /// Whether no mail is ever sent unencrypted.
  package var isCertain: Bool { self == .required || self == .tls }
}
