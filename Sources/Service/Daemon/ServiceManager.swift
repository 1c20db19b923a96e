import Glibc
import ServiceStatus

/// The service manager that started this process and wants to hear from it (sd_notify(3)); systemd or a test.
package struct ServiceManager: Sendable {
  private let address: UnixAddress
  /// How often it wants a sign of life, at least: microseconds; nil: it does not.
  package let watchdog: Int?

  /// - Parameters:
  ///   - socket: `$NOTIFY_SOCKET`: a path, or `@` and an abstract name.
  ///   - watchdog: microseconds.
  /// Nil if that is no address.
  package init?(socket: String, watchdog: Int? = nil) {
    guard socket.hasPrefix("/") || socket.hasPrefix("@"), let address = UnixAddress(socket) else {
      return nil
    }
    self.address = address
    self.watchdog = watchdog
  }

  /// Of `$NOTIFY_SOCKET`, `$WATCHDOG_USEC` and `$WATCHDOG_PID`, which are removed so that no child has them.
  package static func ofProcess() -> ServiceManager? {
    func take(_ name: String) -> String? {
      defer { unsetenv(name) }
      return getenv(name).map { String(cString: $0) }
    }
    let (socket, interval, process) = (take("NOTIFY_SOCKET"), take("WATCHDOG_USEC"), take("WATCHDOG_PID"))
    let isOurs = process.map { $0 == String(getpid()) } ?? true
    return socket.flatMap { ServiceManager(socket: $0, watchdog: isOurs ? interval.flatMap { Int($0) } : nil) }
  }

  /// Sends assignments such as `READY=1` in one datagram. Whether it arrives is the manager's concern.
  package func tell(_ assignments: [String]) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let bytes = Array(assignments.joined(separator: "\n").utf8)
    _ = address.with { sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1) }
  }
}
