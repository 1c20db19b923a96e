import CSystemd
import Glibc
package import HTTPMessages
import ServiceStatus
package import StateFolder

/// A socket on which requests come in.
package struct ListeningSocket: Hashable, Sendable {
  package let descriptor: Int32
  /// A name for people: where it listens, or the name that the service manager gave it.
  package let name: String
  package let kind: HTTPRequest.Socket

  /// How a unit of the service manager names the web server's socket.
  private static let proxyName = "proxy"

  /// The sockets that the service manager opened (sd_listen_fds(3)); none if this machine has no libsystemd. The
  /// variables that name them are removed, and no child inherits the sockets. Throws if one of them is no listening
  /// stream socket.
  package static func inherited() throws(SystemError) -> [ListeningSocket] {
    guard let systemd = nhacviec_libsystemd()?.pointee else { return [] }
    var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    let count = systemd.sd_listen_fds_with_names(1, &names)
    guard count >= 0 else { throw SystemError(-count, "LISTEN_FDS") }
    defer { free(names) }
    var sockets: [ListeningSocket] = []
    for index in 0..<Int(count) {
      let label = names?[index]
      defer { free(label) }
      let (descriptor, name) = (SD_LISTEN_FDS_START + Int32(index), label.map { String(cString: $0) } ?? "unknown")
      let isFile = systemd.sd_is_socket(descriptor, AF_UNIX, 0, -1) > 0
      let kind: HTTPRequest.Socket = !isFile ? .loopback : name == proxyName ? .proxy : .group
      sockets.append(ListeningSocket(descriptor: descriptor, name: name, kind: kind))
    }
    let type = Int32(SOCK_STREAM.rawValue)
    if let other = sockets.first(where: { systemd.sd_is_socket($0.descriptor, AF_UNSPEC, type, 1) <= 0 }) {
      throw SystemError(EPROTOTYPE, other.name)
    }
    return sockets
  }

  /// Opens a socket at `address`. Port 0 lets the system choose.
  /// - Parameter isProxy: whether a web server asks over a socket file.
  package static func open(
    _ address: ListenAddress, isProxy: Bool = false
  ) throws(SystemError) -> ListeningSocket {
    switch address {
    case .path(let path): try openPath(path, isProxy ? .proxy : .group)
    case .internet(let host, let port): try openInternet(host, port, name: address.description)
    }
  }

  /// Opens a socket file. One that nobody listens on any more, because its process was killed, is replaced.
  private static func openPath(_ path: String, _ kind: HTTPRequest.Socket) throws(SystemError) -> ListeningSocket {
    guard let address = UnixAddress(path) else { throw SystemError(ENAMETOOLONG, path) }
    if isAnswered(address) { throw SystemError(EADDRINUSE, path) }
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    let descriptor = socket(AF_UNIX, stream, 0)
    guard descriptor >= 0 else { throw SystemError(errno, path) }
    // The mask is that of the whole process, in which nothing else makes files yet.
    let mask = umask(0o117)
    let result = address.with { bind(descriptor, $0, $1) }
    let code = errno
    umask(mask)
    guard result == 0 else {
      close(descriptor)
      throw SystemError(code, path)
    }
    return try listening(descriptor, path, kind)
  }

  private static func isAnswered(_ address: UnixAddress) -> Bool {
    let descriptor = socket(AF_UNIX, stream, 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return address.with { connect(descriptor, $0, $1) } == 0
  }

  private static func openInternet(_ host: String, _ port: UInt16, name: String) throws(SystemError) -> ListeningSocket
  {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0, let info = found?.pointee else {
      throw SystemError(EADDRNOTAVAIL, name)
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(info.ai_family, stream, 0)
    guard descriptor >= 0 else { throw SystemError(errno, name) }
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, info.ai_addr, info.ai_addrlen) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(code, name)
    }
    return try listening(descriptor, name, .loopback)
  }

  private static func listening(
    _ descriptor: Int32, _ name: String, _ kind: HTTPRequest.Socket
  ) throws(SystemError) -> ListeningSocket {
    guard listen(descriptor, 64) == 0 else {
      let code = errno
      close(descriptor)
      throw SystemError(code, name)
    }
    return ListeningSocket(descriptor: descriptor, name: name, kind: kind)
  }

  private static let stream = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
}
