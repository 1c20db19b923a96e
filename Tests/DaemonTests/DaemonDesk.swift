import Daemon
import Foundation
import ServiceStatus
import StateFolder
import TestSupport
import Testing

/// A state folder, a rule folder, a service manager that listens, and the daemon as systemd would start it: with a socket.
final class DaemonDesk {
  private let folder: ScratchFolder
  var root: String { folder.path }
  let state: StateFolder
  var rules: String { root + "/rules" }
  var spool: Spool { Spool(state.spool) }
  /// Everything that the daemon told its manager.
  private(set) var told: [String] = []
  private let notifications: Int32
  let manager: String
  private(set) var process: pid_t?

  /// - Parameter manager: where the service manager listens, if not at a path.
  init(_ ruleFiles: [String: String] = [:], manager: String? = nil) throws {
    folder = try ScratchFolder(in: "/tmp")
    self.manager = manager ?? folder.path + "/notify"
    state = StateFolder(folder.path + "/state")
    notifications = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    for folder in [rules, root + "/share/calendars", root + "/share/policies", state.path] { try Folder.make(folder) }
    let address = try #require(UnixAddress(self.manager))
    #expect(address.with { bind(notifications, $0, $1) } == 0)
    try write("[daemon]\nquiet-seconds = 1\n[limits]\nsynchronised-clock = false\n", to: "nhacviec.toml")
    guard symlink(repository.appending(path: "templates").path, root + "/share/templates") == 0 else {
      throw SystemError(errno, root + "/share/templates")
    }
    try write(SmallOffice.calendar, to: "share/calendars/vn.rules")
    try write(SmallOffice.policy, to: "share/policies/standard.rules")
    for (name, text) in ruleFiles { try write(text, to: "rules/" + name) }
  }

  deinit {
    if let process {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(notifications)
  }

  func write(_ text: String, to name: String) throws {
    let path = "\(root)/\(name)"
    try Folder.make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try WholeFile.replace(path, with: text)
  }

  /// A right plan; another number makes other rules of it.
  static func plan(_ number: Int = 1) -> String {
    SmallOffice.plan(SmallOffice.task("A", "chậm nhất 29/3/2024", more: "  ghi chú: \(number)"))
  }

  /// What a round leaves.
  func mark(_ change: (inout RoundMark) -> Void = { _ in }) throws {
    var mark = RoundMark(began: Int64(time(nil)), stamp: "s")
    mark.facts = "0:" + String(repeating: "0", count: 64)
    change(&mark)
    try Folder.make(state.post)
    try WholeFile.replace(state.roundMark, with: mark.text)
  }

  // MARK: The daemon

  /// Programs are built beside the tests.
  static func program(_ name: String) throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// Starts it with open sockets and waits until it is ready; returns milliseconds.
  ///
  /// - Parameters:
  ///   - others: sockets besides the group's; they are closed here.
  ///   - watchdog: microseconds.
  ///   - namesRules: whether an option says where the rules are, else the configuration does.
  ///   - asNobody: as a user whom rights of files refuse something, where the tests run as root.
  @discardableResult
  func start(
    _ others: [ListeningSocket] = [], watchdog: Int? = nil, environment: [String: String] = [:],
    namesRules: Bool = true, asNobody: Bool = false
  ) throws -> Int {
    let sockets = try [ListeningSocket.open(.path(state.socket))] + others
    defer { for socket in sockets { close(socket.descriptor) } }
    let passed = sockets.map { ($0.descriptor, $0.kind == .proxy ? "proxy" : "http") }
    var variables = environment
    variables["WATCHDOG_USEC"] = watchdog.map(String.init)
    let program = try Self.program("nhacviecd")
    let place = place + (namesRules ? ["--rules", rules] : [])
    let began = Date()
    if asNobody, getuid() == 0 {
      try giveAway()
      let become = ["--reuid=nobody", "--regid=nogroup", "--clear-groups", program]
      try spawn("/usr/bin/setpriv", become + place, variables, passing: passed)
    } else {
      try spawn(program, place, variables, passing: passed)
    }
    #expect(told { $0.contains("READY=1") })
    return Int(Date().timeIntervalSince(began) * 1000)
  }

  /// Starts it with a socket that may be wrong, and waits for nothing.
  func start(passing socket: Int32) throws {
    try spawn(Self.program("nhacviecd"), place, [:], passing: [(socket, "http")])
  }

  private var place: [String] { ["--state", state.path, "--config", root + "/nhacviec.toml"] }

  /// Everything belongs to nobody.
  private func giveAway() throws {
    let nobody = try #require(getpwnam("nobody")).pointee.pw_uid
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in [""] + names { lchown("\(root)/\(name)", nobody, nobody) }
  }

  /// What it wrote to its standard error, line by line.
  var said: [String] {
    let log = (try? String(contentsOfFile: root + "/log", encoding: .utf8)) ?? ""
    return log.split(separator: "\n").map(String.init)
  }

  /// How often it said it.
  func times(_ words: String) -> Int { said.count { $0.contains(words) } }

  /// Kilobytes of memory that it has now.
  var resident: Int? { process.flatMap { Self.field("VmRSS:", of: $0) } }

  /// The names of the threads that it has for a second: a file of TOML is read on one that is gone at once.
  func lastingThreads() -> [String] {
    let tasks = process.map { "/proc/\($0)/task" } ?? ""
    func numbers() -> Set<String> { Set((try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []) }
    var lasting = numbers()
    for _ in 0..<10 {
      usleep(100_000)
      lasting.formIntersection(numbers())
    }
    return lasting.compactMap { try? String(contentsOfFile: "\(tasks)/\($0)/comm", encoding: .utf8) }
      .map { String($0.dropLast()) }.sorted()
  }

  private static func field(_ name: String, of process: pid_t) -> Int? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split { $0 == " " || $0 == "\t" }.dropFirst().first.flatMap { Int($0) }
  }

  /// As `start`, and with a shell before it, since `$LISTEN_PID` is the daemon's own number.
  private func spawn(
    _ program: String, _ arguments: [String], _ variables: [String: String],
    passing sockets: [(descriptor: Int32, name: String)]
  ) throws {
    var variables = variables
    variables["LISTEN_FDS"] = String(sockets.count)
    variables["LISTEN_FDNAMES"] = sockets.map(\.name).joined(separator: ":")
    variables["NOTIFY_SOCKET"] = manager
    variables["NHACVIEC_SHARE"] = root + "/share"
    variables["PATH"] = "/usr/bin:/bin"
    let assignments = variables.map { "\($0.key)=\($0.value)" } + ["HOME=\(root)"]
    let script = "export LISTEN_PID=$$; exec \"$0\" \"$@\""
    var words = (["/bin/sh", "-c", script, program] + arguments).map { strdup($0) } + [nil]
    var environment = assignments.map { strdup($0) } + [nil]
    defer { for word in words + environment { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Out of the way of the places where they go.
    let moved = sockets.map { fcntl($0.descriptor, F_DUPFD_CLOEXEC, 100) }
    defer { for descriptor in moved { close(descriptor) } }
    for (index, descriptor) in moved.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(3 + index))
    }
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, root + "/log", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    var child: pid_t = 0
    try #require(posix_spawn(&child, "/bin/sh", &actions, nil, &words, &environment) == 0)
    process = child
  }

  /// Waits until a notification of the daemon, also an earlier one, is as wanted.
  func told(within seconds: Int = 20, _ isWanted: (String) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(Double(seconds))
    while !told.contains(where: isWanted) {
      var event = pollfd(fd: notifications, events: Int16(POLLIN), revents: 0)
      let rest = Int32(max(0, end.timeIntervalSinceNow * 1000))
      guard poll(&event, 1, rest) == 1 else { return false }
      var buffer = [UInt8](repeating: 0, count: 8192)
      let count = recv(notifications, &buffer, buffer.count, 0)
      if count > 0 { told.append(String(decoding: buffer[..<count], as: UTF8.self)) }
    }
    return true
  }

  func forgetTold() { told = [] }

  func signal(_ number: Int32) { if let process { kill(process, number) } }

  /// How it ended: exit code, or minus a signal; nil: it did not within the time.
  func ended(within seconds: Int) -> Int32? {
    guard let child = process else { return nil }
    var status: Int32 = 0
    let isGone = eventually(within: seconds) { waitpid(child, &status, WNOHANG) == child }
    guard isGone else { return nil }
    process = nil
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }

  /// Requests in the spool.
  var requests: [SpoolRequest] { spool.entries().compactMap(\.request) }

  /// As curl prints it: head and body of an answer.
  func get(_ path: String, method: String = "GET") throws -> String {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    let address = try #require(UnixAddress(state.socket))
    try #require(address.with { connect(descriptor, $0, $1) } == 0)
    let request = Array("\(method) \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8)
    #expect(send(descriptor, request, request.count, 0) == request.count)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 { answer += buffer[..<count] }
    return String(decoding: answer, as: UTF8.self)
  }
}

/// Waits for a condition, looking often.
func eventually(within seconds: Int = 20, _ condition: () throws -> Bool) rethrows -> Bool {
  let end = Date().addingTimeInterval(Double(seconds))
  while Date() < end {
    if try condition() { return true }
    usleep(20_000)
  }
  return try condition()
}
