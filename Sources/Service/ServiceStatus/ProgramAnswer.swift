import Glibc

/// The output of another program that answers in time.
enum ProgramAnswer {
  /// Runs a program, and returns its output. Nil if it cannot be started, fails, or takes longer than `limit`
  /// milliseconds, after which it is killed.
  static func of(_ program: String, _ arguments: [String], within limit: Int32) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let child = start(program, arguments, writingTo: ends[1])
    close(ends[1])
    guard let child else { return nil }
    let text = read(ends[0], within: limit)
    if text == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0 ? text : nil
  }

  private static func start(_ program: String, _ arguments: [String], writingTo end: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var child: pid_t = 0
    return posix_spawn(&child, program, &actions, nil, &words, &environment) == 0 ? child : nil
  }

  /// Reads to the end, at most 64 kB; nil if that takes too long.
  private static func read(_ end: Int32, within limit: Int32) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    let deadline = now() + Int64(limit)
    while bytes.count < 1 << 16 {
      var event = pollfd(fd: end, events: Int16(POLLIN), revents: 0)
      let ready = poll(&event, 1, Int32(max(0, deadline - now())))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = Glibc.read(end, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The monotonic clock in milliseconds.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
