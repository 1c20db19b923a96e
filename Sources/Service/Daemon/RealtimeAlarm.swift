import CLinuxEvents
import Glibc
import StateFolder

/// Rings at an instant of the wall clock, also if the clock is set or the machine sleeps in between
/// (timerfd_create(2)).
final class RealtimeAlarm {
  enum Ring { case instant, clockWasSet }

  /// Readable when it rings.
  let descriptor: Int32
  /// When it will ring, in seconds since 1970; nil if only when the clock is set.
  private(set) var instant: Int64?

  init() throws(SystemError) {
    descriptor = timerfd_create(CLOCK_REALTIME, Int32(TFD_NONBLOCK) | Int32(TFD_CLOEXEC))
    guard descriptor >= 0 else { throw SystemError(errno, "timerfd") }
  }

  deinit { close(descriptor) }

  /// Sets the alarm.
  ///
  /// - Parameter instant: seconds since 1970; nil to ring only when the clock is set.
  func set(_ instant: Int64?) {
    self.instant = instant
    var value = itimerspec()
    // It rings at once for an instant that has passed; 0 would switch it off.
    value.it_value.tv_sec = Int(max(1, instant ?? Int64(Int32.max) * 4))
    let flags = Int32(TFD_TIMER_ABSTIME) | Int32(TFD_TIMER_CANCEL_ON_SET)
    timerfd_settime(descriptor, flags, &value, nil)
  }

  /// Why it rang; nil if it did not.
  func take() -> Ring? {
    var expirations: UInt64 = 0
    let count = read(descriptor, &expirations, MemoryLayout<UInt64>.size)
    if count == MemoryLayout<UInt64>.size { return .instant }
    return count < 0 && errno == ECANCELED ? .clockWasSet : nil
  }
}
