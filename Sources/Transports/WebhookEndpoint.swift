import CCurl

/// A web address that messages are posted to.
public struct WebhookEndpoint: Sendable {
  public enum Format: Sendable {
    /// Standard Webhooks 1.0.0: signed with each of the secrets, the newest first.
    case standard([WebhookSecret])
    /// JSON without a signature.
    case json
    /// `{"text": …}` for chat tools, without a signature.
    case text
  }

  /// Secrets often stand in its path: it is never shown whole.
  public var url: String
  public var format: Format
  /// `http:` is taken too, as tests on one machine do; no configuration allows it.
  public var allowsHTTP: Bool
  /// Blocks of private addresses that may be connected to all the same.
  public var allowedNetworks: [NetworkRange]
  /// PEM file of the only authorities that are trusted; nil: the system's.
  public var authorities: String?
  /// For the connection, and for the whole exchange.
  public var connectMilliseconds: Int
  public var wholeMilliseconds: Int

  public init(
    url: String, format: Format, allowsHTTP: Bool = false, allowedNetworks: [NetworkRange] = [],
    authorities: String? = nil, connectMilliseconds: Int = 10_000, wholeMilliseconds: Int = 30_000
  ) {
    self.url = url
    self.format = format
    self.allowsHTTP = allowsHTTP
    self.allowedNetworks = allowedNetworks
    self.authorities = authorities
    self.connectMilliseconds = connectMilliseconds
    self.wholeMilliseconds = wholeMilliseconds
  }

  /// The machine of a web address, lower case; nil: not an address.
  public static func host(of url: String) -> String? { URLParts(url)?.host.lowercased() }

  /// What is wrong, all of it; empty when messages can be posted.
  public var failures: [TransportSetupFailure] {
    var failures: [TransportSetupFailure] = []
    if let parts = URLParts(url) {
      if parts.scheme == "http", !allowsHTTP { failures.append(.unencryptedURL) }
      if !["http", "https"].contains(parts.scheme) || !parts.isPlain {
        failures.append(.invalidURL)
      }
    } else {
      failures.append(.invalidURL)
    }
    if connectMilliseconds <= 0 || wholeMilliseconds <= 0 { failures.append(.invalidTimeOut) }
    if case .standard(let secrets) = format, secrets.isEmpty { failures.append(.invalidSecret) }
    return failures
  }
}

/// An address taken apart by the parser that libcurl connects with.
struct URLParts {
  let scheme: String
  let host: String
  /// Without user, password and fragment, and without a blank or control character.
  let isPlain: Bool

  init?(_ text: String) {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), text.utf8.count <= 2000,
      let url = libcurl.curl_url()
    else {
      return nil
    }
    defer { libcurl.curl_url_cleanup(url) }
    guard libcurl.curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: url),
      let host = Self.part(CURLUPART_HOST, of: url), !host.isEmpty
    else { return nil }
    self.scheme = scheme
    self.host = host
    isPlain = [CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_FRAGMENT].allSatisfy {
      Self.part($0, of: url) == nil
    }
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard libcurl.curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { libcurl.curl_free(text) }
    return String(cString: text)
  }
}
