import CLinuxEvents
import Glibc
import StateFolder

/// Makes signals readable from a descriptor (signalfd(2)). They are blocked for the whole process, so that the queue
/// must be made before any thread.
final class SignalQueue {
  let descriptor: Int32
  private static let signals = [SIGTERM, SIGINT, SIGHUP, SIGCHLD]

  init() throws(SystemError) {
    signal(SIGPIPE, SIG_IGN)
    var set = Self.set
    pthread_sigmask(SIG_BLOCK, &set, nil)
    descriptor = signalfd(-1, &set, Int32(SFD_NONBLOCK) | Int32(SFD_CLOEXEC))
    guard descriptor >= 0 else { throw SystemError(errno, "signalfd") }
  }

  deinit { close(descriptor) }

  static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    return set
  }

  /// The next signal; nil if there is none.
  func take() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    return read(descriptor, &information, size) == size ? Int32(information.ssi_signo) : nil
  }
}
