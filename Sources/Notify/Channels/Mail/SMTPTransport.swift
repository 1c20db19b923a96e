package import Addresses
import CCurl

/// Hands mails to a mail server, many over one connection. It blocks, and only one thread may use it at a time.
///
/// Each recipient is a transaction of its own: of several in one, libcurl does not tell which was refused.
package final class SMTPTransport {
  private let curl: CurlHandle
  private let place: String

  package init(_ configuration: SMTPConfiguration) throws(TransportSetupFailure) {
    if let failure = configuration.failures.first { throw failure }
    guard let curl = CurlHandle() else { throw .libraryFailed }
    self.curl = curl
    place = "\(HostName(configuration.host)?.inURL ?? configuration.host):\(configuration.port)"
    let scheme = configuration.security == .tls ? "smtps" : "smtp"
    let path = configuration.greetingName.map { "/\($0)" } ?? ""
    curl.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    guard curl.set(CURLOPT_URL, "\(scheme)://\(place)\(path)") else {
      throw .invalidHost(configuration.host)
    }
    setSecurity(of: configuration)
    curl.set(CURLOPT_CONNECTTIMEOUT_MS, configuration.connectMilliseconds)
    curl.set(CURLOPT_TIMEOUT_MS, configuration.wholeMilliseconds)
    curl.set(CURLOPT_UPLOAD, 1)
    setCallbacks()
  }

  private func setSecurity(of configuration: SMTPConfiguration) {
    let use =
      switch configuration.security {
      case .required, .tls: CURLUSESSL_ALL
      case .opportunistic: CURLUSESSL_TRY
      case .none: CURLUSESSL_NONE
      }
    curl.set(CURLOPT_USE_SSL, Int(use.rawValue))
    curl.trust(configuration.authorities)
    guard let credentials = configuration.credentials else { return }
    curl.set(CURLOPT_USERNAME, credentials.user)
    curl.set(CURLOPT_PASSWORD, credentials.password)
    // Under encryption these two suffice, and every server has one of them. Otherwise libcurl picks the method that it
    // ranks highest, which servers often offer without being able to do it (GSSAPI, CRAM-MD5).
    curl.set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
  }

  private func setCallbacks() {
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_READFUNCTION) { target, size, count, context in
      guard let target, let context else { return 0 }
      return Unmanaged<SMTPExchange>.fromOpaque(context).takeUnretainedValue().take(
        into: target, atMost: size * count)
    }
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in
      size * count
    }
    // Verbose mode makes libcurl report the conversation; nothing is printed.
    curl.set(CURLOPT_VERBOSE, 1)
    _ = nhacviec_curl_set_debug(curl.handle, CURLOPT_DEBUGFUNCTION) {
      _, kind, bytes, count, context in
      guard kind == CURLINFO_HEADER_OUT || kind == CURLINFO_HEADER_IN, let bytes, let context else {
        return 0
      }
      let exchange = Unmanaged<SMTPExchange>.fromOpaque(context).takeUnretainedValue()
      bytes.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
        let line = UnsafeBufferPointer(start: bytes, count: count)
        if kind == CURLINFO_HEADER_OUT { exchange.sent(line) } else { exchange.received(line) }
      }
      return 0
    }
  }

  /// Hands the message to each of its recipients, in order.
  package func send(_ message: MailMessage) -> [(recipient: MailAddress, outcome: TransportOutcome)] {
    message.recipients.map { ($0, send(message.bytes, returnPath: message.returnPath, to: $0)) }
  }

  /// Hands the bytes of a mail to one recipient.
  package func send(_ bytes: [UInt8], returnPath: MailAddress, to recipient: MailAddress)
    -> TransportOutcome
  {
    curl.set(CURLOPT_MAIL_FROM, "<\(returnPath)>")
    curl.set(CURLOPT_MAIL_RCPT, list: ["<\(recipient)>"])
    curl.set(CURLOPT_INFILESIZE_LARGE, size: bytes.count)
    let first = attempt(bytes)
    guard first.isStale else { return first.outcome }
    // The server closed the connection between two mails, so that the mail is sent once more over a new one.
    curl.set(CURLOPT_FRESH_CONNECT, 1)
    defer { curl.set(CURLOPT_FRESH_CONNECT, 0) }
    return attempt(bytes).outcome
  }

  /// Connects, encrypts, logs in and says NOOP; no mail is handed over.
  package func probe() -> TransportOutcome {
    curl.set(CURLOPT_UPLOAD, 0)
    curl.set(CURLOPT_NOBODY, 1)
    curl.set(CURLOPT_CUSTOMREQUEST, "NOOP")
    curl.set(CURLOPT_MAIL_RCPT, list: [])
    defer {
      curl.set(CURLOPT_CUSTOMREQUEST, nil as String?)
      curl.set(CURLOPT_NOBODY, 0)
      curl.set(CURLOPT_UPLOAD, 1)
    }
    return attempt([]).outcome
  }

  private func attempt(_ bytes: [UInt8]) -> (outcome: TransportOutcome, isStale: Bool) {
    bytes.withUnsafeBufferPointer { content in
      let exchange = SMTPExchange(content)
      return withExtendedLifetime(exchange) {
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        curl.set(CURLOPT_READDATA, pointer: context)
        curl.set(CURLOPT_DEBUGDATA, pointer: context)
        let code = curl.perform()
        curl.set(CURLOPT_READDATA, pointer: nil)
        curl.set(CURLOPT_DEBUGDATA, pointer: nil)
        let outcome = exchange.outcome(code, words: curl.errorWords(code), place: place)
        return (outcome, isStale(outcome, exchange))
      }
    }
  }

  /// Whether an old connection was used that the server had closed before any of the mail was sent.
  private func isStale(_ outcome: TransportOutcome, _ exchange: SMTPExchange) -> Bool {
    guard let problem = outcome.problem, !exchange.hasStartedContent,
      curl.number(CURLINFO_NUM_CONNECTS) == 0
    else {
      return false
    }
    return problem.kind == .connectionLost || problem.code == 421
  }
}
