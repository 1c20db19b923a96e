package import Addresses
package import SettingKeys

/// How messages are posted to web addresses, as the configuration has it.
package struct WebhookSettings: Sendable {
  /// The form of what is posted, as `WebhookEndpoint.Format` explains it.
  package enum Format: String, CaseIterable, Sendable {
    case standard, json, text

    static let usual = standard
  }

  /// How messages are posted to one machine.
  package struct Host: Sendable {
    package var format: Format
    package var secret: SecretSource?
  }

  /// The settings of machines that the configuration does not name.
  package let standard: Host
  /// The settings of machines by their names, in lower case.
  let hosts: [String: Host]
  /// Private networks that may be connected to.
  package let allowedNetworks: [NetworkRange]
  let caFile: String?
  /// Seconds for one message.
  let timeout: Int

  package init(_ values: ConfigurationValues) {
    let standard = Host(
      format: values.choice("webhook.format") ?? .usual, secret: SecretSource(values, "webhook.secret"))
    self.standard = standard
    var hosts: [String: Host] = [:]
    for host in values.names(under: ["webhook", "host"]) {
      let own = values.table(["webhook", "host", host])
      hosts[host.lowercased()] = Host(
        format: own.choice("format") ?? standard.format, secret: SecretSource(own, "secret") ?? standard.secret)
    }
    self.hosts = hosts
    allowedNetworks = values.networks("webhook.allowed-networks")
    caFile = values.text("webhook.ca-file")
    timeout = values.number("webhook.timeout")
  }

  /// The settings of the machine `host`.
  package func webhook(for host: String) -> Host { hosts[host.lowercased()] ?? standard }

  func transport(to address: WebAddress, credentials folder: String?) throws(SetUpProblem) -> WebhookTransport {
    let own = webhook(for: address.host)
    var format = WebhookEndpoint.Format.json
    switch own.format {
    case .json: break
    case .text: format = .text
    case .standard:
      guard let source = own.secret else {
        throw SetUpProblem(words: .init(vi: "chưa cấu hình khóa ký webhook", en: "no webhook secret is set"))
      }
      guard let secret = WebhookSecret(try source.text(credentials: folder)) else {
        throw SetUpProblem(words: TransportSetupFailure.invalidSecret.words)
      }
      format = .standard([secret])
    }
    let endpoint = WebhookEndpoint(
      address, format: format, allowedNetworks: allowedNetworks, authorities: caFile,
      connectMilliseconds: min(10_000, timeout * 1000), wholeMilliseconds: timeout * 1000)
    do throws(TransportSetupFailure) { return try WebhookTransport(endpoint) } catch {
      throw SetUpProblem(words: error.words)
    }
  }
}
