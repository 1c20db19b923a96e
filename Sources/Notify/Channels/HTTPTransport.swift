import Addresses
import CCurl

/// What is asked of a web server.
struct HTTPRequest {
  var method: String
  var address: WebAddress
  /// Lines such as `Accept: text/plain`; one without a value keeps libcurl from sending that header.
  var headers: [String]
  var body: [UInt8]
}

/// What became of a request.
struct HTTPAnswer {
  var outcome: TransportOutcome
  var body: [UInt8]
  /// False if the answer was cut off, by the server or by the limits of size and time.
  var isWhole: Bool
}

/// Asks web servers. It blocks, and only one thread may use it at a time.
///
/// It does not follow redirects or use proxies of the environment. It connects to public addresses only, and to the
/// private networks that the configuration names.
final class HTTPTransport {
  private let curl: CurlHandle
  private let allowedNetworks: [NetworkRange]

  /// - Parameters:
  ///   - allowedNetworks: private networks that may be connected to nevertheless.
  ///   - authorities: a PEM file of the only trusted authorities; nil for those of the system.
  ///   - connectMilliseconds: the time for connecting.
  ///   - wholeMilliseconds: the time for the whole exchange.
  init(
    allowedNetworks: [NetworkRange], authorities: String?, connectMilliseconds: Int, wholeMilliseconds: Int
  ) throws(TransportSetupFailure) {
    guard connectMilliseconds > 0, wholeMilliseconds > 0 else { throw .invalidTimeOut }
    guard let curl = CurlHandle() else { throw .libraryFailed }
    self.curl = curl
    self.allowedNetworks = allowedNetworks
    curl.set(CURLOPT_FOLLOWLOCATION, 0)
    curl.set(CURLOPT_PATH_AS_IS, 1)
    curl.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
    curl.set(CURLOPT_USERAGENT, "nhacviec")
    curl.trust(authorities)
    curl.set(CURLOPT_CONNECTTIMEOUT_MS, connectMilliseconds)
    curl.set(CURLOPT_TIMEOUT_MS, wholeMilliseconds)
    setCallbacks()
  }

  private func setCallbacks() {
    _ = nhacviec_curl_set_open(curl.handle, CURLOPT_OPENSOCKETFUNCTION) { context, _, address in
      guard let context, let address else { return CURL_SOCKET_BAD }
      return Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue().open(address)
    }
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_HEADERFUNCTION) {
      bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
      bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) { bytes in
        exchange.header(UnsafeBufferPointer(start: bytes, count: size * count))
      }
      return size * count
    }
    _ = nhacviec_curl_set_bytes(curl.handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let exchange = Unmanaged<HTTPExchange>.fromOpaque(context).takeUnretainedValue()
      return bytes.withMemoryRebound(to: UInt8.self, capacity: size * count) { bytes in
        exchange.take(UnsafeBufferPointer(start: bytes, count: size * count))
      }
    }
  }

  /// - Parameter now: seconds since 1970, UTC.
  func ask(_ request: HTTPRequest, at now: Int) -> HTTPAnswer {
    let exchange = HTTPExchange(allowed: allowedNetworks)
    return withExtendedLifetime(exchange) {
      request.body.withUnsafeBufferPointer { body in
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        prepare(request, body.baseAddress ?? UnsafePointer(context.assumingMemoryBound(to: UInt8.self)))
        for option in [CURLOPT_OPENSOCKETDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA] {
          curl.set(option, pointer: context)
        }
        let code = curl.perform()
        for option in [CURLOPT_OPENSOCKETDATA, CURLOPT_HEADERDATA, CURLOPT_WRITEDATA, CURLOPT_POSTFIELDS] {
          curl.set(option, pointer: nil)
        }
        let outcome = exchange.outcome(
          code, status: curl.number(CURLINFO_RESPONSE_CODE),
          isUnderWay: curl.offset(CURLINFO_PRETRANSFER_TIME_T) > 0,
          words: curl.errorWords(code), place: request.address.host, now: now)
        return HTTPAnswer(outcome: outcome, body: exchange.answer, isWhole: code == CURLE_OK)
      }
    }
  }

  private func prepare(_ request: HTTPRequest, _ body: UnsafePointer<UInt8>) {
    curl.set(CURLOPT_PROTOCOLS_STR, request.address.isEncrypted ? "https" : "http")
    curl.set(CURLOPT_URL, request.address.text)
    curl.set(CURLOPT_HTTPHEADER, list: request.headers)
    if request.method == "GET" {
      curl.set(CURLOPT_HTTPGET, 1)
    } else {
      curl.set(CURLOPT_POSTFIELDSIZE_LARGE, size: request.body.count)
      curl.set(CURLOPT_POSTFIELDS, pointer: body)
    }
    // POST stands for itself; libcurl knows other methods with a body by their names alone.
    curl.set(CURLOPT_CUSTOMREQUEST, ["GET", "POST"].contains(request.method) ? nil : request.method)
  }
}
