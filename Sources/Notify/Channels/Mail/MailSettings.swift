package import Addresses
package import SettingKeys

/// The mail server and the sender, as the configuration has them.
package struct MailSettings: Sendable {
  package var server: String
  package var port: Int
  package var encryption: MailEncryption
  package var user: String?
  package var password: SecretSource?
  package var from: Mailbox
  /// A PEM file of the trusted authorities; nil for those of the system.
  package var caFile: String?
  /// Seconds for one mail.
  package var timeout: Int
  /// Domains in lower case, or `*` for all.
  package var allowedDomains: [String]

  /// Nil if the configuration has no server, or no sender, which its checks require.
  package init?(_ values: ConfigurationValues) {
    guard let server = values.text("mail.server"), let from = values.mailbox("mail.from") else { return nil }
    self.server = server
    self.from = from
    encryption = values.choice("mail.starttls") ?? .usual
    port = values.integer("mail.port") ?? (encryption == .tls ? 465 : encryption == .none ? 25 : 587)
    user = values.text("mail.user")
    password = SecretSource(values, "mail.password")
    caFile = values.text("mail.ca-file")
    timeout = values.number("mail.timeout")
    allowedDomains = values.list("mail.allowed-domains").map { $0.lowercased() }
  }

  /// Whether a mail may go to `address`: its domain is an allowed one or lies below one (decision: limited-addresses).
  package func allows(_ address: String) -> Bool {
    guard let at = address.lastIndex(of: "@") else { return false }
    let domain = address[address.index(after: at)...].lowercased()
    return !domain.isEmpty
      && allowedDomains.contains { $0 == "*" || domain == $0 || domain.hasSuffix("." + $0) }
  }

  /// Reads the password, and sets up a transport, which connects when the first mail is sent.
  package func transport(credentials folder: String?) throws(SetUpProblem) -> SMTPTransport {
    var login: SMTPConfiguration.Credentials?
    if let user, let password { login = .init(user: user, password: try password.text(credentials: folder)) }
    let whole = timeout * 1000
    let configuration = SMTPConfiguration(
      host: server, port: port, security: encryption, credentials: login, authorities: caFile,
      connectMilliseconds: min(20_000, whole), wholeMilliseconds: whole)
    do throws(TransportSetupFailure) { return try SMTPTransport(configuration) } catch {
      throw SetUpProblem(words: error.words)
    }
  }
}
