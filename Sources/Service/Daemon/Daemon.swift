import Channels
import Diagnostics
import Glibc
import HTTPMessages
import Presentation
import ServiceStatus
package import StateFolder
import Synchronization

/// The daemon: one loop that waits for instants, changes of files and signals, and asks for rounds. It sends nothing.
///
/// It wakes for its next instant, a request, a change of a file, a signal, and the watchdog; where no path unit starts
/// the rounds, also every ten minutes.
package final class Daemon {
  var settings: DaemonSettings
  let manager: ServiceManager?
  let http: HTTPService
  /// Nil if it shows nothing but its own state.
  let site: SiteRefresher?
  let shared: SharedStatus
  let clock: Clock
  let signals: SignalQueue
  let alarm: RealtimeAlarm
  var stateWatch = FolderWatch()
  var ruleWatch = FolderWatch()
  var configurationWatch = FolderWatch()
  var deadlines: Deadlines
  var round: RoundProcess?
  lazy var journal = DaemonJournal(target) { [unowned self] in settings.language }
  private let target: DaemonJournal.Target
  private let sockets: [ListeningSocket]

  /// The head of the facts when they were last looked at.
  var factsHead: String?
  /// The mark whose instant the alarm last rang for, and when.
  var lastRing: (mark: RoundMark, at: Int64)?
  /// The hash of the sources whose promotion was last asked for.
  var promotionAsked: String?
  /// Whether all folders of the state have existed.
  var hasFolders = false
  /// Whether the folder of what the daemon alone writes was ever there.
  var hasWeb = false
  /// Requests that are not in the spool yet.
  var unasked: [SpoolRequest: WakeReason] = [:]
  /// Milliseconds until everything is tried again, while there is trouble.
  var retryDelay = 0
  /// The names in the spool after the last round, and how often rounds have left the same names.
  var left: (names: Set<String>, times: Int) = ([], 0)
  private var lastStatusLine = ""
  private var isStopping = false

  /// Blocks the signals that it waits for, so that it is made before any thread.
  ///
  /// - Parameters:
  ///   - manager: nil if no service manager is to be told.
  ///   - sockets: the sockets on which requests come in.
  ///   - site: the pages besides those about the daemon itself; nil if there are none.
  package init(
    _ settings: DaemonSettings, manager: ServiceManager?, sockets: [ListeningSocket], site: (any Site)? = nil,
    journal: DaemonJournal.Target, clock: Clock = .machine
  ) throws(SystemError) {
    self.settings = settings
    self.clock = clock
    deadlines = Deadlines(now: clock.monotonic)
    self.manager = manager
    self.sockets = sockets
    target = journal
    signals = try SignalQueue()
    alarm = try RealtimeAlarm()
    let shared = SharedStatus(DaemonStatus(version: settings.version, started: clock.now()))
    self.shared = shared
    let state = settings.state
    // A round that finds nothing to do changes only the time of the mark, which does not wake the daemon; it is read
    // here.
    let pages = Pages(
      status: { shared.value(lookedAt: state.lookedAt) }, surroundings: { Surroundings(of: state) }, now: clock.now)
    self.site = site.map(SiteRefresher.init)
    http = HTTPService(
      quick: { request in
        // Strangers learn nothing of the machine.
        if request.isOfThisMachine, let answer = pages.answer(request) { return answer }
        return site == nil ? .problem(404, Bilingual(vi: "không có trang này", en: "there is no such page")) : nil
      }, slow: { site?.answer($0) ?? HTTPAnswer(404) }, mostBytes: { site?.mostBytes(of: $0) })
    round = settings.round.map { RoundProcess(command: $0) }
  }

  /// Works until a signal ends it. Errors with files do not end it: they are reported, and tried again.
  package func run() throws {
    try begin()
    while !isStopping { turn(within: deadlines.timeout) }
    stop()
  }

  func begin() throws {
    makeFolders()
    hasWeb = Folder.isThere(settings.state.web)
    loadConfiguration()
    watchEverything()
    readState()
    answerRequests()
    site?.start()
    try http.start(sockets)
    start()
  }

  private func start() {
    if let watchdog = manager?.watchdog { deadlines.set(.watchdog, after: watchdog / 2000) }
    if round != nil { deadlines.set(.round, after: 0) }
    // Rules may have changed while nobody watched.
    deadlines.set(.rules, after: 0)
    tell(["READY=1"])
    journal.say(
      .daemonStarted, Bilingual(vi: "đã chạy; \(line(.vi))", en: "started; \(line(.en))"), priority: 5,
      fields: [("VERSION", settings.version), ("REVISION", String(shared.value.service.revision))])
  }

  private func stop() {
    manager?.tell(["STOPPING=1"])
    http.stop()
    // Socket files that the program opened itself are named by their paths.
    for socket in sockets where round != nil && socket.name.hasPrefix("/") { unlink(socket.name) }
    journal.say(.daemonStopped, Bilingual(vi: "đã dừng", en: "stopped"), priority: 5)
  }

  // MARK: Waiting

  /// Waits until something happens, and responds to it.
  ///
  /// - Parameter timeout: milliseconds at most; -1 for no limit, as for poll(2).
  func turn(within timeout: Int32) {
    var events = [
      signals.descriptor, alarm.descriptor, stateWatch.descriptor, ruleWatch.descriptor, configurationWatch.descriptor,
    ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let count = poll(&events, nfds_t(events.count), timeout)
    guard count >= 0 || errno == EINTR else { return }
    while let signal = signals.take() { handle(signal) }
    guard !isStopping else { return }
    if let ring = alarm.take() { rang(ring) }
    let changes = stateWatch.take()
    if !changes.isEmpty { stateChanged(changes) }
    let ruleChanges = ruleWatch.take()
    if !ruleChanges.isEmpty { rulesChanged(ruleChanges) }
    // Editors write in several steps.
    if !configurationWatch.take().isEmpty { deadlines.set(.configuration, after: 1000) }
    while let deadline = deadlines.takePassed() { passed(deadline) }
    tell([])
  }

  private func handle(_ signal: Int32) {
    switch signal {
    case SIGHUP: reload()
    case SIGCHLD: reapRound()
    default: isStopping = true
    }
  }

  private func passed(_ deadline: Deadlines.Kind) {
    switch deadline {
    case .rules: checkRules()
    case .watchdog: feedWatchdog()
    case .round: startRound()
    case .configuration: configurationChanged()
    case .requests: answerRequests()
    case .lookAgain: lookAgain()
    }
  }

  // MARK: Telling

  /// Tells the service manager the assignments, and the status line if it changed.
  func tell(_ assignments: [String]) {
    let line = line(settings.language)
    let isNew = line != lastStatusLine
    lastStatusLine = line
    guard isNew || !assignments.isEmpty else { return }
    manager?.tell(assignments + ["STATUS=\(line)"])
  }

  func line(_ language: Language) -> String { shared.value.line(language) }

  /// Tells the watchdog that the daemon is alive, but only while it also answers requests, so that one that half works
  /// is started again.
  private func feedWatchdog() {
    guard let watchdog = manager?.watchdog else { return }
    let interval = watchdog / 2000
    guard http.isAnswering(within: 2) else { return deadlines.set(.watchdog, after: min(interval, 10_000)) }
    manager?.tell(["WATCHDOG=1"])
    deadlines.set(.watchdog, after: interval)
  }
}

/// The status, which the loop changes and requests on other threads read.
final class SharedStatus: Sendable {
  private let status: Mutex<DaemonStatus>

  init(_ status: DaemonStatus) { self.status = Mutex(status) }

  var value: DaemonStatus { status.withLock { $0 } }

  func value(lookedAt: Int64?) -> DaemonStatus {
    var status = value
    status.service.lookedAt = lookedAt ?? status.service.lookedAt
    return status
  }

  func change(_ body: (inout DaemonStatus) -> Void) { status.withLock { body(&$0) } }
}

/// What is to be done when, by the monotonic clock.
struct Deadlines {
  enum Kind: CaseIterable { case configuration, rules, watchdog, round, requests, lookAgain }

  /// The monotonic clock in milliseconds.
  let now: @Sendable () -> Int
  private var times: [Kind: Int] = [:]

  init(now: @escaping @Sendable () -> Int) { self.now = now }

  /// Sets or moves a deadline.
  ///
  /// - Parameter after: milliseconds from now.
  mutating func set(_ kind: Kind, after delay: Int) { times[kind] = now() + delay }

  /// Sets a deadline unless it comes earlier anyway.
  mutating func bring(_ kind: Kind, after delay: Int) {
    times[kind] = min(times[kind] ?? .max, now() + delay)
  }

  /// Milliseconds until the first deadline, for poll(2); -1 if there is none.
  var timeout: Int32 {
    guard let first = times.values.min() else { return -1 }
    return Int32(clamping: max(0, first - now()))
  }

  mutating func takePassed() -> Kind? {
    let now = now()
    guard let kind = Kind.allCases.first(where: { times[$0].map { $0 <= now } ?? false }) else { return nil }
    times[kind] = nil
    return kind
  }
}
