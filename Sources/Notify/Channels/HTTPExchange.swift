import Addresses
import CCurl
import Glibc

/// One request, as libcurl reports it. The outcome follows from it.
final class HTTPExchange {
  private let allowed: [NetworkRange]
  private(set) var opened = 0
  private(set) var forbidden = 0
  private var retryAfter: String?
  private(set) var answer: [UInt8] = []
  /// libcurl stops reading after this many bytes of an answer.
  static let answerLimit = 64 << 10

  init(allowed: [NetworkRange]) { self.allowed = allowed }

  /// Opens a socket unless the address is forbidden. It is the address that is really connected to, whatever the name
  /// was resolved to before.
  func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    opened += 1
    let target = withUnsafePointer(to: &address.pointee.addr) { NetworkAddress($0) }
    guard let target, target.isPublic || allowed.contains(where: { $0.holds(target) }) else {
      forbidden += 1
      return CURL_SOCKET_BAD
    }
    let kind = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    return socket(address.pointee.family, kind, address.pointee.protocol)
  }

  func header(_ bytes: UnsafeBufferPointer<UInt8>) {
    let line = String(decoding: bytes.prefix(1000), as: UTF8.self)
    if line.hasPrefix("HTTP/") { retryAfter = nil }
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")),
      line[..<colon].lowercased() == "retry-after"
    else {
      return
    }
    retryAfter = String(
      line[line.index(after: colon)...].filter { !$0.isNewline }.drop { $0 == " " })
  }

  func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard answer.count + bytes.count <= Self.answerLimit else { return 0 }
    answer += bytes
    return bytes.count
  }

  /// What became of the message.
  ///
  /// - Parameters:
  ///   - status: the HTTP status; 0 if there was none.
  ///   - isUnderWay: whether there was a connection and the request was going out.
  ///   - now: seconds since 1970, UTC.
  func outcome(
    _ code: CURLcode, status: Int, isUnderWay: Bool, words: String, place: String, now: Int
  ) -> TransportOutcome {
    func problem(_ kind: TransportProblem.Kind) -> TransportProblem {
      TransportProblem(kind, code: status, place: place)
    }
    switch status {
    case 0: break
    case 200..<300: return .delivered
    case 300..<400: return .never(problem(.redirected))
    case 410: return .gone(problem(.gone))
    case 408, 409, 425, 429, 500...: return .later(problem(.serverBusy), notBefore: notBefore(now))
    case 401, 403, 407: return .never(problem(.loginRequired))
    case 413: return .never(problem(.tooLarge))
    case 400..<500: return .never(problem(.messageRefused))
    default: return .unknown(problem(.other))
    }
    if opened > 0, opened == forbidden {
      return .never(TransportProblem(.addressForbidden, place: place))
    }
    let failure = TransportProblem(TransportProblem.Kind(code), place: place, said: words)
    return isUnderWay ? .unknown(failure) : .later(failure)
  }

  /// The instant of `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3), but at most a week ahead, so that no
  /// peer stops a message for ever.
  private func notBefore(_ now: Int) -> Int? {
    guard let retryAfter, !retryAfter.isEmpty else { return nil }
    let week = 7 * 86_400
    if retryAfter.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return now + min(Int(retryAfter) ?? week, week)
    }
    let date = Int(libcurl.curl_getdate(retryAfter, nil))
    return date < 0 ? nil : min(max(date, now), now + week)
  }
}
