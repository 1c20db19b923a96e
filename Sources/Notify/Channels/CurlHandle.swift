import CCurl
import Glibc

let libcurl = nhacviec_libcurl().pointee

/// One easy handle of libcurl with the connections that it keeps open. Only one thread may use it at a time.
final class CurlHandle {
  /// The buffer in which libcurl writes what went wrong.
  private let errorText: UnsafeMutablePointer<CChar>
  let handle: UnsafeMutableRawPointer
  private var lists: [UnsafeMutablePointer<curl_slist>?] = []

  /// Whether libcurl was initialised, which the first thread does that makes a handle.
  private static let isReady = libcurl.curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK

  /// Nil where libcurl cannot start.
  init?() {
    guard Self.isReady, let handle = libcurl.curl_easy_init() else { return nil }
    self.handle = handle
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    set(CURLOPT_ERRORBUFFER, pointer: errorText)
    // Otherwise libcurl would end slow name look-ups by SIGALRM.
    set(CURLOPT_NOSIGNAL, 1)
    // Through a proxy of the environment, the address could not be checked.
    set(CURLOPT_PROXY, "")
    set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
  }

  deinit {
    hangUp()
    libcurl.curl_easy_cleanup(handle)
    for list in lists { libcurl.curl_slist_free_all(list) }
    errorText.deallocate()
  }

  /// Stops reading the server's answers, because libcurl would wait for a server that does not answer QUIT.
  private func hangUp() {
    var socket: curl_socket_t = CURL_SOCKET_BAD
    let result = nhacviec_curl_get_socket(handle, CURLINFO_ACTIVESOCKET, &socket)
    if result == CURLE_OK, socket != CURL_SOCKET_BAD { _ = shutdown(socket, Int32(SHUT_RD)) }
  }

  @discardableResult func set(_ option: CURLoption, _ value: Int) -> Bool {
    nhacviec_curl_set_long(handle, option, value) == CURLE_OK
  }

  @discardableResult func set(_ option: CURLoption, _ value: String?) -> Bool {
    guard let value else { return nhacviec_curl_set_text(handle, option, nil) == CURLE_OK }
    return nhacviec_curl_set_text(handle, option, value) == CURLE_OK
  }

  @discardableResult func set(_ option: CURLoption, pointer: UnsafeRawPointer?) -> Bool {
    nhacviec_curl_set_pointer(handle, option, pointer) == CURLE_OK
  }

  @discardableResult func set(_ option: CURLoption, size: Int) -> Bool {
    nhacviec_curl_set_offset(handle, option, curl_off_t(size)) == CURLE_OK
  }

  /// Sets a list, which lives until the next one is set or the handle ends.
  @discardableResult func set(_ option: CURLoption, list texts: [String]) -> Bool {
    var list: UnsafeMutablePointer<curl_slist>?
    for text in texts {
      guard let longer = libcurl.curl_slist_append(list, text) else {
        libcurl.curl_slist_free_all(list)
        return false
      }
      list = longer
    }
    let isSet = set(option, pointer: list)
    for old in lists { libcurl.curl_slist_free_all(old) }
    lists = [list]
    return isSet
  }

  /// Blocks until the exchange has ended.
  func perform() -> CURLcode {
    errorText.pointee = 0
    return libcurl.curl_easy_perform(handle)
  }

  /// What went wrong, in libcurl's words.
  func errorWords(_ code: CURLcode) -> String {
    guard errorText.pointee == 0 else { return String(cString: errorText) }
    return libcurl.curl_easy_strerror(code).map { String(cString: $0) } ?? "\(code.rawValue)"
  }

  func number(_ info: CURLINFO) -> Int {
    var value = 0
    return nhacviec_curl_get_long(handle, info, &value) == CURLE_OK ? value : 0
  }

  func offset(_ info: CURLINFO) -> Int {
    var value: curl_off_t = 0
    return nhacviec_curl_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : 0
  }

  /// Trusts only the authorities of `file`; nil: those of the system.
  func trust(_ file: String?) {
    guard let file else { return }
    set(CURLOPT_CAINFO, file)
    set(CURLOPT_CAPATH, nil)
  }
}

extension TransportProblem.Kind {
  /// The problem that libcurl's code stands for, where no reply of the peer says more.
  init(_ code: CURLcode) {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: self = .hostNotFound
    case CURLE_COULDNT_CONNECT: self = .noConnection
    case CURLE_OPERATION_TIMEDOUT: self = .timeOut
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: self = .certificateUntrusted
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_INVALIDCERTSTATUS:
      self = .tlsFailed
    case CURLE_USE_SSL_FAILED: self = .startTLSMissing
    case CURLE_LOGIN_DENIED: self = .passwordRefused
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY,
      CURLE_PARTIAL_FILE,
      CURLE_HTTP2, CURLE_UPLOAD_FAILED:
      self = .connectionLost
    default: self = .other
    }
  }
}
