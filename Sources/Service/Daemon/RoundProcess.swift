import CLinuxEvents
import Glibc
import StateFolder

/// Starts `nhacviec remind` where no path unit does, one process at a time.
package struct RoundProcess {
  private var process: pid_t?
  let command: [String]

  /// - Parameter command: a path or a name to be found in `$PATH`, and the arguments.
  init(command: [String]) { self.command = command }

  /// `nhacviec` beside the running program, else in `$PATH`.
  package static func standardProgram() -> String {
    guard let resolved = realpath("/proc/self/exe", nil) else { return "nhacviec" }
    defer { free(resolved) }
    let own = String(cString: resolved)
    let beside = own.prefix(through: own.lastIndex(of: "/") ?? own.startIndex) + "nhacviec"
    return access(String(beside), X_OK) == 0 ? String(beside) : "nhacviec"
  }

  /// Starts a round, unless one is running. Its output goes where the daemon's goes.
  mutating func start() throws(SystemError) {
    guard process == nil, let program = command.first else { return }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var mask = sigset_t()
    sigemptyset(&mask)
    var defaults = SignalQueue.set
    sigaddset(&defaults, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &mask)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    // The process gets a group of its own, so that Ctrl-C at the daemon's terminal does not end a round in the middle.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawnp(&child, program, nil, &attributes, &words, Self.environment)
    guard code == 0 else { throw SystemError(code, program) }
    process = child
    // Whoever asks for a page waits, a round can: as `Nice=` of its service says. Where that is not allowed, it runs as we do.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(child), 5)
  }

  /// Ours, without the way to our service manager: it would take what the round says for our word (sd_notify(3)).
  private static var environment: [UnsafeMutablePointer<CChar>?] {
    var kept: [UnsafeMutablePointer<CChar>?] = []
    var next = nhacviec_environment()
    while let variable = next?.pointee {
      if strncmp(variable, "NOTIFY_SOCKET=", 14) != 0 { kept.append(variable) }
      next = next?.advanced(by: 1)
    }
    return kept + [nil]
  }

  /// How the round ended: its exit code, or minus the signal's number. Nil if it is running, or there was none.
  mutating func reap() -> Int32? {
    guard let child = process else { return nil }
    var status: Int32 = 0
    guard waitpid(child, &status, WNOHANG) == child else { return nil }
    process = nil
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : -signal
  }
}
