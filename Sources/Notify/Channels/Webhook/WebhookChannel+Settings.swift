import Addresses
package import Diagnostics
package import SettingKeys

extension WebhookChannel {
  package static let settings = [
    ConfigurationKey(
      "webhook.format", .choice(formats), .text(WebhookSettings.Format.usual.rawValue),
      vi: "standard: Standard Webhooks có chữ ký; json: JSON không ký; text: {\"text\": …} cho công cụ trò chuyện",
      en: "standard: signed, Standard Webhooks; json: unsigned; text: {\"text\": …} for chat tools"),
    ConfigurationKey(
      "webhook.secret-credential", .credential, nil, example: "\"webhook-secret\"",
      vi: "khóa ký (whsec_…): tên tệp trong `$CREDENTIALS_DIRECTORY`",
      en: "the signing secret (whsec_…): name of a file in `$CREDENTIALS_DIRECTORY`"),
    ConfigurationKey(
      "webhook.secret-file", .path, nil, example: "\"/etc/nhacviec/webhook-secret\"",
      vi: "khóa ký: tệp chỉ người chạy đọc được", en: "the signing secret: a file that others cannot read"),
    ConfigurationKey(
      "webhook.allowed-networks", .networks, .networks([]), example: "[\"10.1.2.3\", \"192.168.0.0/24\"]",
      vi: "địa chỉ riêng, nội bộ được phép gọi tới", en: "private and loopback addresses that may be called"),
    ConfigurationKey(
      "webhook.ca-file", .path, nil, example: "\"/etc/ssl/certs/ca-certificates.crt\"",
      vi: "chứng thư gốc được tin; mặc định của hệ thống", en: "trusted root certificates; else the system's"),
    ConfigurationKey(
      "webhook.timeout", .integer(1...120), .integer(30), vi: "thời gian chờ tối đa mỗi lần gọi, giây",
      en: "seconds for one call"),
    ConfigurationKey(
      "webhook.host.*.format", .choice(formats), nil, example: "\"text\"",
      vi: "như `webhook.format`, riêng cho máy này", en: "as `webhook.format`, for this machine"),
    ConfigurationKey(
      "webhook.host.*.secret-credential", .credential, nil, example: "\"chat-secret\"",
      vi: "như `webhook.secret-credential`, riêng cho máy này", en: "as `webhook.secret-credential`, for this machine"),
    ConfigurationKey(
      "webhook.host.*.secret-file", .path, nil, example: "\"/etc/nhacviec/chat-secret\"",
      vi: "như `webhook.secret-file`, riêng cho máy này", en: "as `webhook.secret-file`, for this machine"),
  ]

  private static let formats = WebhookSettings.Format.allCases.map(\.rawValue)

  package static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)] {
    let settings = WebhookSettings(values)
    var found: [(key: String, source: SecretSource)] = []
    if let secret = settings.standard.secret { found.append(("webhook.secret", secret)) }
    for (host, webhook) in settings.hosts.sorted(by: { $0.key < $1.key }) {
      guard let secret = webhook.secret, secret != settings.standard.secret else { continue }
      found.append(("webhook.host.\(host).secret", secret))
    }
    return found
  }

  package static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic] {
    let strange = values.names(under: ["webhook", "host"]).filter { HostName($0) == nil }
    return values.secretConflict("webhook.secret")
      + strange.map { host in
        let own = values.table(["webhook", "host", host])
        let entry = own.first(of: ["format", "secret-file", "secret-credential"])
        return ConfigurationCode.badValue.diagnostic(
          vi: "“\(host)” không phải là tên máy", en: "“\(host)” is no machine's name",
          at: entry?.span ?? Span(source, 0, 0))
      }
  }
}
