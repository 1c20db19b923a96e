import Glibc

/// A program that was started with a file to read, and whose output is collected.
struct ChildProcess {
  /// Where the program finds its file.
  static let inputDescriptor: Int32 = 3
  /// More complaints are dropped.
  private static let mostComplaints = 1 << 16

  enum Ending {
    /// The exit code, or 128 and the signal's number.
    case ended(Int32)
    case tooSlow
    case tooMuchOutput
  }

  private(set) var output: [UInt8] = []
  private(set) var complaints: [UInt8] = []
  private let process: pid_t
  private var input: ArraySlice<UInt8>
  /// Our ends: of the file, of the output, of the complaints; -1 once closed.
  private var ends: [Int32]

  /// Nil if it cannot be started.
  init?(_ program: String, _ arguments: [String], input: [UInt8]) {
    var pairs: [[Int32]] = []
    defer { for pair in pairs { close(pair[1]) } }
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair) == 0 else {
        for pair in pairs { close(pair[0]) }
        return nil
      }
      _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
      pairs.append(pair)
    }
    ends = pairs.map { $0[0] }
    self.input = input[...]
    guard let process = Self.start(program, arguments, pairs.map { $0[1] }) else {
      for end in ends { close(end) }
      return nil
    }
    self.process = process
  }

  private static func start(_ program: String, _ arguments: [String], _ ends: [Int32]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[2], STDERR_FILENO)
    posix_spawn_file_actions_adddup2(&actions, ends[0], inputDescriptor)
    // The program gets the signals that we may have blocked or ignored.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var child: pid_t = 0
    return posix_spawn(&child, program, &actions, &attributes, &words, &environment) == 0 ? child : nil
  }

  /// Hands the file over and collects the output until the program ends. Whatever happens, it has ended afterwards.
  mutating func wait(seconds: Int, output limit: Int) -> Ending {
    let deadline = Self.now() + seconds * 1000
    var early: Ending?
    while ends[1] >= 0 || ends[2] >= 0 {
      var events = ends.enumerated().map { index, end in
        pollfd(fd: end, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
      }
      let ready = poll(&events, 3, Int32(max(0, min(deadline - Self.now(), 60_000))))
      if ready < 0, errno == EINTR { continue }
      guard Self.now() < deadline, ready >= 0 else {
        early = .tooSlow
        break
      }
      if events[0].revents != 0 { write() }
      if events[1].revents != 0 { read(1, into: \.output, atMost: limit + 1) }
      if events[2].revents != 0 { read(2, into: \.complaints, atMost: Self.mostComplaints) }
      if output.count > limit {
        early = .tooMuchOutput
        break
      }
    }
    for index in ends.indices { shut(index) }
    return end(early, deadline)
  }

  private func end(_ early: Ending?, _ deadline: Int) -> Ending {
    var early = early
    var status: Int32 = 0
    while true {
      // bwrap ends with whatever runs inside it.
      if early != nil { kill(process, SIGKILL) }
      let ended = waitpid(process, &status, early == nil ? WNOHANG : 0)
      if ended == process || ended < 0 && errno != EINTR { break }
      if ended == 0 {
        if Self.now() >= deadline { early = .tooSlow } else { usleep(1000) }
      }
    }
    let signal = status & 0x7F
    return early ?? .ended(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { send(ends[0], $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count > 0 { input = input.dropFirst(count) }
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    if count < 0 || input.isEmpty { shut(0) }
  }

  private mutating func read(_ index: Int, into bytes: WritableKeyPath<ChildProcess, [UInt8]>, atMost limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(ends[index], &buffer, buffer.count, 0)
    if count < 0, errno == EAGAIN || errno == EINTR { return }
    guard count > 0 else { return shut(index) }
    self[keyPath: bytes] += buffer.prefix(min(count, max(0, limit - self[keyPath: bytes].count)))
  }

  private mutating func shut(_ index: Int) {
    guard ends[index] >= 0 else { return }
    close(ends[index])
    ends[index] = -1
  }

  /// The monotonic clock in milliseconds.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
