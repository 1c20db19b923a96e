import Addresses
import Diagnostics

/// What single values cannot show: keys that need one another, and keys that speak against one another.
struct ConfigurationChecks {
  private let values: ConfigurationValues
  private let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  init(_ values: ConfigurationValues, _ source: SourceText) {
    self.values = values
    self.source = source
    checkMail()
    checkWebhooks()
    checkOffice()
  }

  private mutating func checkMail() {
    guard let server = values.entry("mail.server") else {
      if let first = values.first(of: ["mail.from", "mail.user", "mail.port"]) {
        report(
          .warning, .missingKey, vi: "không có “mail.server” nên không gửi thư",
          en: "without “mail.server” no mail is sent",
          at: first.span)
      }
      return
    }
    for key in ["mail.from", "mail.allowed-domains"] where values.entry(key) == nil {
      report(
        .error, .missingKey, vi: "có “mail.server” thì phải có “\(key)”", en: "“mail.server” needs “\(key)”",
        at: server.span)
    }
    if let domains = values.entry("mail.allowed-domains"), values.list("mail.allowed-domains").isEmpty {
      report(
        .error, .badValue, vi: "danh sách rỗng: không thư nào được gửi; gửi mọi nơi thì ghi [\"*\"]",
        en: "an empty list lets no mail out; [\"*\"] allows every domain", at: domains.span)
    }
    checkPair("mail.password")
    let hasPassword = values.entry("mail.password-credential") != nil || values.entry("mail.password-file") != nil
    if let user = values.entry("mail.user"), !hasPassword {
      report(
        .error, .missingKey, vi: "có “mail.user” thì phải có “mail.password-credential” hoặc “mail.password-file”",
        en: "“mail.user” needs “mail.password-credential” or “mail.password-file”", at: user.span)
    }
    if values.entry("mail.user") == nil, hasPassword {
      report(
        .error, .missingKey, vi: "có mật khẩu thì phải có “mail.user”", en: "a password needs “mail.user”",
        at: server.span)
    }
    checkEncryption(hasPassword: hasPassword)
  }

  private mutating func checkEncryption(hasPassword: Bool) {
    guard let encryption = values.entry("mail.starttls"), let mode: MailEncryption = values.choice("mail.starttls"),
      !mode.isCertain
    else { return }
    if hasPassword {
      report(
        .error, .unencrypted,
        vi: "không gửi mật khẩu qua kết nối có thể không mã hoá: cần starttls = \"required\" hoặc \"tls\"",
        en: "a password is not sent where the connection may be open: starttls must be \"required\" or \"tls\"",
        at: encryption.span)
    } else {
      report(
        .warning, .unencrypted, vi: "thư có thể đi không mã hoá; chỉ nên dùng với máy chủ trên cùng máy",
        en: "mail may travel in the clear; only for a server on the same machine", at: encryption.span)
    }
  }

  private mutating func checkWebhooks() {
    checkPair("webhook.secret")
    for host in values.names(under: ["webhook", "host"]) {
      guard HostName(host) == nil else { continue }
      let own = values.table(["webhook", "host", host])
      let entry = own.first(of: ["format", "secret-file", "secret-credential"])
      report(
        .error, .badValue, vi: "“\(host)” không phải là tên máy", en: "“\(host)” is no machine's name",
        at: entry?.span ?? Span(source, 0, 0))
    }
  }

  private mutating func checkOffice() {
    guard let slot = values.time("office.slot"), let closing = values.time("office.closing"), closing <= slot else {
      return
    }
    report(
      .error, .conflict, vi: "“office.closing” phải sau “office.slot”",
      en: "“office.closing” must come after “office.slot”",
      at: (values.entry("office.closing") ?? values.entry("office.slot"))?.span ?? Span(source, 0, 0))
  }

  private mutating func checkPair(_ name: String) {
    guard values.entry("\(name)-credential") != nil, let file = values.entry("\(name)-file") else { return }
    report(
      .error, .conflict, vi: "chỉ được ghi một trong “\(name)-credential” và “\(name)-file”",
      en: "only one of “\(name)-credential” and “\(name)-file” may be there", at: file.span)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: ConfigurationCode, vi: String, en: String, at span: Span
  ) {
    diagnostics.append(code.diagnostic(severity, vi: vi, en: en, at: span))
  }
}
