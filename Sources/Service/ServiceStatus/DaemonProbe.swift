import Glibc
package import StateFolder

/// Whether the daemon answers on its socket, as monitoring would ask it.
package enum DaemonProbe: String, Hashable, Sendable {
  case running, absent
  /// This user may not use the socket.
  case forbidden

  /// Asks the daemon, and waits five seconds at most.
  package static func ask(_ state: StateFolder) -> DaemonProbe {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return .absent }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    guard let address = UnixAddress(state.socket), address.with({ connect(descriptor, $0, $1) }) == 0 else {
      return errno == EACCES ? .forbidden : .absent
    }
    let request = Array("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)
    guard send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else { return .absent }
    var answer = [UInt8](repeating: 0, count: 64)
    let count = recv(descriptor, &answer, answer.count, 0)
    return count > 0 && String(decoding: answer[..<count], as: UTF8.self).hasPrefix("HTTP/1.1 200") ? .running : .absent
  }
}
