import Foundation
import ServiceStatus
import StateFolder
import Testing

@testable import Daemon

/// The other end of a connection, which need not behave.
final class Client {
  let descriptor: Int32

  init(_ path: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    let address = try #require(UnixAddress(path))
    try #require(address.with { connect(descriptor, $0, $1) } == 0)
  }

  /// Of 127.0.0.1.
  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = port.bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw SystemError(errno, "127.0.0.1:\(port)") }
  }

  deinit { close(descriptor) }

  /// Writes as much as the other end takes within half a second each time; how much that is.
  @discardableResult
  func push(_ bytes: [UInt8]) -> Int {
    var sent = 0
    while sent < bytes.count {
      var event = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      guard poll(&event, 1, 500) == 1 else { return sent }
      let count = bytes.withUnsafeBytes { all in
        send(descriptor, all.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      guard count > 0 else { return sent }
      sent += count
    }
    return sent
  }

  /// Everything up to the end of the connection; nil where it goes on for longer.
  func rest(within seconds: Int = 20) -> String? {
    let (text, isOver) = heard(within: seconds)
    return isOver ? text : nil
  }

  /// Everything that comes until it is silent for so long, and whether the connection has ended.
  func heard(within seconds: Int) -> (text: String, isOver: Bool) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return (String(decoding: all, as: UTF8.self), count == 0 || errno != EAGAIN) }
      all += buffer[..<count]
    }
  }

  /// Whether the other end has closed the connection; what it sent before is thrown away.
  var isGone: Bool { rest(within: 1) != nil }

  /// Everything that is answered to these bytes.
  func answers(to text: String) throws -> String {
    push(Array(text.utf8))
    return try #require(rest())
  }
}

/// A port that nobody listens on.
func freePort() -> UInt16 {
  guard let socket = try? ListeningSocket.open(.internet(host: "127.0.0.1", port: 0)) else { return 0 }
  defer { close(socket.descriptor) }
  return port(of: socket)
}

/// Where a socket of this machine listens.
func port(of socket: ListeningSocket) -> UInt16 {
  var address = sockaddr_in()
  var size = socklen_t(MemoryLayout<sockaddr_in>.size)
  withUnsafeMutablePointer(to: &address) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(socket.descriptor, $0, &size) }
  }
  return UInt16(bigEndian: address.sin_port)
}
