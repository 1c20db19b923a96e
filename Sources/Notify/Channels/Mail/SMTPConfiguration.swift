package import Addresses
package import Diagnostics

/// The mail server that mails are handed to.
package struct SMTPConfiguration: Sendable {
  package struct Credentials: Sendable {
    package var user: String
    package var password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// The name or the address of the server.
  package var host: String
  package var port: Int
  package var security: MailEncryption
  package var credentials: Credentials?
  /// A PEM file of the only trusted authorities; nil for those of the system.
  package var authorities: String?
  /// The name with which the server is greeted (EHLO); nil for the machine's.
  package var greetingName: String?
  /// The time for connecting, with encryption and login, and for a whole mail.
  package var connectMilliseconds: Int
  package var wholeMilliseconds: Int

  package init(
    host: String, port: Int = 587, security: MailEncryption = .usual, credentials: Credentials? = nil,
    authorities: String? = nil, greetingName: String? = nil, connectMilliseconds: Int = 20_000,
    wholeMilliseconds: Int = 120_000
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.credentials = credentials
    self.authorities = authorities
    self.greetingName = greetingName
    self.connectMilliseconds = connectMilliseconds
    self.wholeMilliseconds = wholeMilliseconds
  }

  /// All that is wrong; empty if the configuration can be used.
  package var failures: [TransportSetupFailure] {
    var failures: [TransportSetupFailure] = []
    if HostName(host) == nil { failures.append(.invalidHost(host)) }
    if !(1...65_535).contains(port) { failures.append(.invalidPort(port)) }
    if let name = greetingName, !HostName.isDomain(name) {
      failures.append(.invalidHost(name))
    }
    if connectMilliseconds <= 0 || wholeMilliseconds <= 0 { failures.append(.invalidTimeOut) }
    if let credentials {
      if !security.isCertain { failures.append(.passwordInTheClear) }
      if (credentials.user + credentials.password).utf8.contains(where: { $0 < 0x20 })
        || credentials.user.isEmpty
      {
        failures.append(.invalidCredentials)
      }
    }
    return failures
  }
}

/// Why a transport cannot be set up, which is a mistake in the configuration.
package enum TransportSetupFailure: Error, Hashable, Sendable {
  case invalidHost(String)
  case invalidPort(Int)
  case invalidTimeOut
  /// A password, but no encryption that the server must offer.
  case passwordInTheClear
  /// An empty user name, or a control character.
  case invalidCredentials
  /// The secret is not `whsec_` and 24 to 64 bytes in base64, or there is none.
  case invalidSecret
  /// The name of a field of the journal.
  case invalidField(String)
  /// libcurl cannot start.
  case libraryFailed

  package var words: Bilingual {
    switch self {
    case .invalidHost(let host):
      let shown = PlainWords.line(host)
      return Bilingual(
        vi: "tên máy chủ không hợp lệ: \(shown)", en: "not a valid host name: \(shown)")
    case .invalidPort(let port):
      return Bilingual(
        vi: "cổng \(port) không nằm trong 1–65535", en: "port \(port) is not within 1–65535")
    case .invalidTimeOut:
      return Bilingual(vi: "thời gian chờ phải lớn hơn 0", en: "a time limit must be positive")
    case .passwordInTheClear:
      return Bilingual(
        vi: "có mật khẩu thì phải mã hóa kết nối: đặt starttls là “required” hoặc “tls”",
        en: "a password needs an encrypted connection: set starttls to “required” or “tls”")
    case .invalidCredentials:
      return Bilingual(
        vi: "tên đăng nhập trống hoặc chứa ký tự điều khiển",
        en: "the user name is empty, or it or the password contains a control character")
    case .invalidSecret:
      return Bilingual(
        vi: "khóa ký phải là “whsec_” và 24–64 byte ở dạng base64",
        en: "a signing secret is “whsec_” and 24–64 bytes in base64")
    case .invalidField(let text):
      let shown = PlainWords.line(text)
      return Bilingual(
        vi: "tên trường không hợp lệ: \(shown)", en: "not a valid field name: \(shown)")
    case .libraryFailed:
      return Bilingual(
        vi: "không khởi động được thư viện libcurl", en: "the library libcurl cannot start")
    }
  }
}
