import Channels
import Glibc
import Presentation
import RuleSyntax
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

  /// Of the facts, when they were last looked at.
  var factsHead: String?
  /// The mark whose instant the alarm last rang for, and when.
  var lastRing: (mark: RoundMark, at: Int64)?
  /// The hash of the sources whose promotion was last asked for.
  var promotionAsked: String?
  /// Whether the folders of the state were there once.
  var hasFolders = false
  /// Requests that are not in the spool yet.
  var unasked: [SpoolRequest: WakeReason] = [:]
  /// Milliseconds until everything is looked at anew, while there is trouble.
  var retryDelay = 0
  /// Names in the spool after the last round, and how often it has left the same.
  var left: (names: Set<String>, times: Int) = ([], 0)
  private var lastStatusLine = ""
  private var isStopping = false

  /// Blocks the signals that it waits for, so that it is made before any thread.
  ///
  /// - Parameters:
  ///   - manager: nil: none has to be told.
  ///   - sockets: where requests come in.
  package init(
    _ settings: DaemonSettings, manager: ServiceManager?, sockets: [ListeningSocket], journal: DaemonJournal.Target,
    clock: Clock = .machine
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
    // Of a round that found nothing to do only the time of the mark changes, which wakes nobody.
    let pages = Pages(
      status: { shared.value(lookedAt: state.lookedAt) }, surroundings: { Surroundings(of: state) }, now: clock.now)
    http = HTTPService { pages.answer($0) }
    round = settings.round.map { RoundProcess(command: $0) }
  }

  /// Works until a signal ends it. What the files are like ends nobody: it is trouble, said and tried again.
  package func run() throws {
    try begin()
    while !isStopping { turn(within: deadlines.timeout) }
    stop()
  }

  func begin() throws {
    makeFolders()
    loadConfiguration()
    watchEverything()
    readState()
    try http.start(sockets)
    start()
  }

  private func start() {
    if let watchdog = manager?.watchdog { deadlines.set(.watchdog, after: watchdog / 2000) }
    if round != nil { deadlines.set(.round, after: 0) }
    // Rules and facts that changed while nobody watched.
    deadlines.set(.rules, after: 0)
    tell(["READY=1"])
    journal.say(
      .daemonStarted, Words(vi: "đã chạy; \(line(.vi))", en: "started; \(line(.en))"), priority: 5,
      fields: [("VERSION", settings.version), ("REVISION", String(shared.value.service.revision))])
  }

  private func stop() {
    manager?.tell(["STOPPING=1"])
    http.stop()
    for socket in sockets where round != nil && socket.name == settings.state.socket { unlink(socket.name) }
    journal.say(.daemonStopped, Words(vi: "đã dừng", en: "stopped"), priority: 5)
  }

  // MARK: Waiting

  /// Waits until something happens, and answers to it.
  ///
  /// - Parameter timeout: milliseconds at most, as poll(2) has it.
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
    // An editor writes in several steps.
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
    case .lookAgain: lookAgain()
    }
  }

  // MARK: Telling

  /// Sends the status line where it changed, with further assignments.
  func tell(_ assignments: [String]) {
    let line = line(settings.language)
    let isNew = line != lastStatusLine
    lastStatusLine = line
    guard isNew || !assignments.isEmpty else { return }
    manager?.tell(assignments + ["STATUS=\(line)"])
  }

  func line(_ language: Language) -> String { shared.value.line(language) }

  /// Only while requests are answered too: a daemon that works by half is started again.
  private func feedWatchdog() {
    guard let watchdog = manager?.watchdog else { return }
    let interval = watchdog / 2000
    guard http.isAnswering(within: 2) else { return deadlines.set(.watchdog, after: min(interval, 10_000)) }
    manager?.tell(["WATCHDOG=1"])
    deadlines.set(.watchdog, after: interval)
  }
}

/// The status, for the loop and for requests on other threads.
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

/// What is to be done when, on the clock that nobody sets.
struct Deadlines {
  enum Kind: CaseIterable { case configuration, rules, watchdog, round, lookAgain }

  /// Milliseconds.
  let now: @Sendable () -> Int
  private var times: [Kind: Int] = [:]

  init(now: @escaping @Sendable () -> Int) { self.now = now }

  /// - Parameter after: milliseconds from now.
  mutating func set(_ kind: Kind, after delay: Int) { times[kind] = now() + delay }

  /// Sets it unless it comes earlier anyway.
  mutating func bring(_ kind: Kind, after delay: Int) {
    times[kind] = min(times[kind] ?? .max, now() + delay)
  }

  /// For poll(2).
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
