import Synchronization

/// A clock that stands still until a test moves it.
package final class VirtualClock: Sendable {
  private let time: Mutex<Int>

  /// - Parameter seconds: the time in seconds since 1970; by default 1 January 2100, which no timer of the machine
  ///   reaches.
  package init(seconds: Int64 = 4_102_444_800) { time = Mutex(Int(seconds) * 1000) }

  /// Seconds since 1970.
  package var seconds: Int64 { Int64(milliseconds / 1000) }

  /// Milliseconds since 1970.
  package var milliseconds: Int { time.withLock { $0 } }

  package func advance(milliseconds: Int) { time.withLock { $0 += milliseconds } }
}
