import CSystemd
import Glibc

/// The service manager that started this process and wants to hear from it (sd_notify(3)), such as systemd.
package struct ServiceManager: Sendable {
  /// How often it wants a sign of life, at least: microseconds; nil if it wants none.
  package let watchdog: Int?
  private let systemd: libsystemd

  /// The manager that the environment names; nil if there is none, or this machine has no libsystemd. The watchdog's
  /// variables are removed, so that no child takes the watchdog for its own.
  package static func ofProcess() -> ServiceManager? {
    guard getenv("NOTIFY_SOCKET") != nil, let systemd = nhacviec_libsystemd()?.pointee else { return nil }
    var interval: UInt64 = 0
    let isWatched = systemd.sd_watchdog_enabled(1, &interval) > 0
    return ServiceManager(watchdog: isWatched ? Int(clamping: interval) : nil, systemd: systemd)
  }

  /// Whether one wants to hear from this process, and nothing here can tell it.
  package static var isOutOfReach: Bool { getenv("NOTIFY_SOCKET") != nil && nhacviec_libsystemd() == nil }

  /// Sends assignments such as `READY=1` in one datagram. Whether it arrives is the manager's concern.
  package func tell(_ assignments: [String]) { _ = systemd.sd_notify(0, assignments.joined(separator: "\n")) }
}
