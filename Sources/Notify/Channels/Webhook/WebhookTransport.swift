import Addresses

/// Posts messages to one web address. It blocks, and only one thread may use it at a time. The body of answers counts for
/// nothing.
package final class WebhookTransport {
  private let transport: HTTPTransport
  private let endpoint: WebhookEndpoint

  package init(_ endpoint: WebhookEndpoint) throws(TransportSetupFailure) {
    if case .standard(let secrets) = endpoint.format, secrets.isEmpty { throw .invalidSecret }
    transport = try HTTPTransport(
      allowedNetworks: endpoint.allowedNetworks, authorities: endpoint.authorities,
      connectMilliseconds: endpoint.connectMilliseconds, wholeMilliseconds: endpoint.wholeMilliseconds)
    self.endpoint = endpoint
  }

  /// Posts a message.
  ///
  /// - Parameter now: the time of this attempt, which the signature covers: seconds since 1970, UTC.
  package func post(_ message: WebhookMessage, at now: Int) -> TransportOutcome {
    guard let headers = headers(of: message, at: now) else {
      return .later(TransportProblem(.other, place: endpoint.address.host, said: "libcrypto: HMAC-SHA256"))
    }
    let request = HTTPRequest(method: "POST", address: endpoint.address, headers: headers, body: message.body)
    return transport.ask(request, at: now).outcome
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
