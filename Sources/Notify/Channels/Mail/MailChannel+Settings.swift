import Addresses
package import Diagnostics
package import SettingKeys

extension MailChannel {
  package static let settings = [
    ConfigurationKey(
      "mail.server", .host, nil, example: "\"mail.example.gov.vn\"",
      vi: "máy chủ gửi thư (SMTP); không ghi thì không gửi thư", en: "the SMTP server; without it no mail is sent"),
    ConfigurationKey(
      "mail.port", .integer(1...65535), nil, example: "587",
      vi: "cổng; mặc định 587, với tls là 465, với none là 25",
      en: "its port; else 587, with tls 465, with none 25"),
    ConfigurationKey(
      "mail.starttls", .choice(MailEncryption.allCases.map(\.rawValue)),
      .text(MailEncryption.usual.rawValue),
      vi: "mã hóa: STARTTLS bắt buộc, STARTTLS nếu có, không mã hóa, hoặc TLS ngay từ đầu",
      en: "encryption: STARTTLS or nothing is sent, STARTTLS where offered, none, or TLS from the start"),
    ConfigurationKey(
      "mail.user", .text, nil, example: "\"nhacviec\"", vi: "tên đăng nhập", en: "the login"),
    ConfigurationKey(
      "mail.password-credential", .credential, nil, example: "\"mail-password\"",
      vi: "mật khẩu: tên tệp trong `$CREDENTIALS_DIRECTORY` (systemd `LoadCredential=`)",
      en: "the password: name of a file in `$CREDENTIALS_DIRECTORY` (systemd `LoadCredential=`)"),
    ConfigurationKey(
      "mail.password-file", .path, nil, example: "\"/etc/nhacviec/mail-password\"",
      vi: "mật khẩu: tệp chỉ người chạy đọc được", en: "the password: a file that others cannot read"),
    ConfigurationKey(
      "mail.from", .mailbox, nil, example: "\"Nhắc việc <nhacviec@example.gov.vn>\"",
      vi: "người gửi; bắt buộc khi có `mail.server`", en: "the sender; needed with `mail.server`"),
    ConfigurationKey(
      "mail.reply-to", .mailbox, nil, example: "\"vanphong@example.gov.vn\"",
      vi: "nơi nhận trả lời và thư bị trả về; mặc định là đầu mối của kế hoạch",
      en: "where answers and returned mail go; else the plan's focal point"),
    ConfigurationKey(
      "mail.ca-file", .path, nil, example: "\"/etc/ssl/certs/ca-certificates.crt\"",
      vi: "chứng thư gốc được tin; mặc định của hệ thống", en: "trusted root certificates; else the system's"),
    ConfigurationKey(
      "mail.timeout", .integer(5...600), .integer(60), vi: "thời gian chờ tối đa mỗi thư, giây",
      en: "seconds for one mail"),
    ConfigurationKey(
      "mail.allowed-domains", .domains, nil, example: "[\"example.gov.vn\"]",
      vi: "chỉ gửi tới các tên miền này và miền con; [\"*\"] là mọi nơi; bắt buộc khi có `mail.server`",
      en: "only to these domains and those below them; [\"*\"]: anywhere; needed with `mail.server`"),
  ]

  package static func secrets(in values: ConfigurationValues) -> [(key: String, source: SecretSource)] {
    MailSettings(values)?.password.map { [("mail.password", $0)] } ?? []
  }

  package static func problems(in values: ConfigurationValues, _ source: SourceText) -> [Diagnostic] {
    guard let server = values.entry("mail.server") else {
      guard let first = values.first(of: ["mail.from", "mail.user", "mail.port"]) else { return [] }
      return [
        ConfigurationCode.missingKey.diagnostic(
          .warning, vi: "không có “mail.server” nên không gửi thư", en: "without “mail.server” no mail is sent",
          at: first.span)
      ]
    }
    let hasPassword = values.first(of: ["mail.password-credential", "mail.password-file"]) != nil
    return needed(values, server.span) + values.secretConflict("mail.password")
      + login(values, server.span, hasPassword: hasPassword) + openness(values, hasPassword: hasPassword)
  }

  private static func needed(_ values: ConfigurationValues, _ server: Span) -> [Diagnostic] {
    var found = ["mail.from", "mail.allowed-domains"].filter { values.entry($0) == nil }.map { key in
      ConfigurationCode.missingKey.diagnostic(
        vi: "có “mail.server” thì phải có “\(key)”", en: "“mail.server” needs “\(key)”", at: server)
    }
    if let domains = values.entry("mail.allowed-domains"), values.list("mail.allowed-domains").isEmpty {
      found.append(
        ConfigurationCode.badValue.diagnostic(
          vi: "danh sách rỗng: không thư nào được gửi; gửi mọi nơi thì ghi [\"*\"]",
          en: "an empty list lets no mail out; [\"*\"] allows every domain", at: domains.span))
    }
    return found
  }

  private static func login(_ values: ConfigurationValues, _ server: Span, hasPassword: Bool) -> [Diagnostic] {
    switch values.entry("mail.user") {
    case let user? where !hasPassword:
      [
        ConfigurationCode.missingKey.diagnostic(
          vi: "có “mail.user” thì phải có “mail.password-credential” hoặc “mail.password-file”",
          en: "“mail.user” needs “mail.password-credential” or “mail.password-file”", at: user.span)
      ]
    case nil where hasPassword:
      [
        ConfigurationCode.missingKey.diagnostic(
          vi: "có mật khẩu thì phải có “mail.user”", en: "a password needs “mail.user”", at: server)
      ]
    default: []
    }
  }

  private static func openness(_ values: ConfigurationValues, hasPassword: Bool) -> [Diagnostic] {
    guard let encryption = values.entry("mail.starttls"), let mode: MailEncryption = values.choice("mail.starttls"),
      !mode.isCertain
    else { return [] }
    guard hasPassword else {
      return [
        ConfigurationCode.unencrypted.diagnostic(
          .warning, vi: "thư có thể đi không mã hóa; chỉ nên dùng với máy chủ trên cùng máy",
          en: "mail may travel in the clear; only for a server on the same machine", at: encryption.span)
      ]
    }
    return [
      ConfigurationCode.unencrypted.diagnostic(
        vi: "không gửi mật khẩu qua kết nối có thể không mã hóa: cần starttls = \"required\" hoặc \"tls\"",
        en: "a password is not sent where the connection may be open: starttls must be \"required\" or \"tls\"",
        at: encryption.span)
    ]
  }
}
