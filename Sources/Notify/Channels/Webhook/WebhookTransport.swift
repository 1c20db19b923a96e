import Addresses
import CCurl

/// Posts messages to one web address. It blocks, and only one thread may use it at a time.
///
/// It does not follow redirects or use proxies of the environment, and ignores the body of answers. It connects to
/// public addresses only, and to the private networks that the configuration names.
package final class WebhookTransport {
  private let curl: CurlHandle
  private let endpoint: WebhookEndpoint
  private let place: String

  package init(_ endpoint: WebhookEndpoint) throws(TransportSetupFailure) {
    if let failure = endpoint.failures.first { throw failure }
    guard let curl = CurlHandle() else { throw .libraryFailed }
    self.curl = curl
    self.endpoint = endpoint
    place = endpoint.address.host
    curl.set(CURLOPT_PROTOCOLS_STR, endpoint.address.isEncrypted ? "https" : "http")
    guard curl.set(CURLOPT_URL, endpoint.address.text) else { throw .invalidURL }
    curl.set(CURLOPT_FOLLOWLOCATION, 0)
    curl.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    curl.set(CURLOPT_USERAGENT, "nhacviec")
    curl.trust(endpoint.authorities)
    curl.set(CURLOPT_CONNECTTIMEOUT_MS, endpoint.connectMilliseconds)
    curl.set(CURLOPT_TIMEOUT_MS, endpoint.wholeMilliseconds)
    setCallbacks()
  }

  private func setCallbacks() {
    _ = nhacviec_curl_set_open(curl.handle, CURLOPT_OPENSOCKETFUNCTION) { context, _, address in
      guard let context, let address else { return CURL_SOCKET_BAD }
      return Unmanaged<WebhookExchange>.fromOpaque(context).takeUnretainedValue().open(address)
    }
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_HEADERFUNCTION) {
      bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let exchange = Unmanaged<WebhookExchange>.fromOpaque(context).takeUnretainedValue()
      bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) { bytes in
        exchange.header(UnsafeBufferPointer(start: bytes, count: size * count))
      }
      return size * count
    }
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_WRITEFUNCTION) { _, size, count, context in
      guard let context else { return 0 }
      return Unmanaged<WebhookExchange>.fromOpaque(context).takeUnretainedValue().take(size * count)
    }
  }

  /// Posts a message.
  ///
  /// - Parameter now: the time of this attempt, which the signature covers: seconds since 1970, UTC.
  package func post(_ message: WebhookMessage, at now: Int) -> TransportOutcome {
    guard let headers = headers(of: message, at: now) else {
      return .later(TransportProblem(.other, place: place, said: "libcrypto: HMAC-SHA256"))
    }
    curl.set(CURLOPT_HTTPHEADER, list: headers)
    let exchange = WebhookExchange(allowed: endpoint.allowedNetworks)
    return withExtendedLifetime(exchange) {
      message.body.withUnsafeBufferPointer { body in
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        for option in [CURLOPT_OPENSOCKETDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA] {
          curl.set(option, pointer: context)
        }
        curl.set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count)
        curl.set(
          CURLOPT_POSTFIELDS,
          pointer: body.baseAddress ?? UnsafePointer(context.assumingMemoryBound(to: UInt8.self)))
        let code = curl.perform()
        for option in [
          CURLOPT_OPENSOCKETDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_POSTFIELDS,
        ] {
          curl.set(option, pointer: nil)
        }
        return exchange.outcome(
          code, status: curl.number(CURLINFO_RESPONSE_CODE),
          isUnderWay: curl.offset(CURLINFO_PRETRANSFER_TIME_T) > 0,
          words: curl.errorWords(code), place: place, now: now)
      }
    }
  }

  private func headers(of message: WebhookMessage, at now: Int) -> [String]? {
    // An empty Expect keeps libcurl from asking first whether the body is wanted.
    var headers = [
      "Content-Type: application/json", "Accept:", "Expect:", "webhook-id: \(message.id)",
    ]
    headers.append("webhook-timestamp: \(now)")
    if case .standard(let secrets) = endpoint.format {
      let signature = WebhookSignature.header(
        id: message.id, timestamp: now, body: message.body, secrets: secrets)
      guard let signature else { return nil }
      headers.append("webhook-signature: \(signature)")
    }
    return headers
  }
}
