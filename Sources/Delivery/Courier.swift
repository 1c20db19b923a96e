import Configuration
public import PostStore
import Reminders
import Store
import Transports

/// Hands pending messages to their transports and marks what became of each: the attempt before the first byte, the
/// outcome after the answer. What it is stopped in the middle of goes out once more, never not at all.
public struct Courier {
  /// Addresses of copies.
  static let journal = "journal"
  static let maildir = "maildir"

  /// Messages whose attempts are marked together.
  private static let batch = 50
  /// A server that fails so many messages in a row is left alone until the next round.
  private static let patience = 2

  public struct Report: Hashable, Sendable {
    public var sent = 0
    public var failed = 0
    public var dead = 0
    /// Why a transport was given up for this round.
    public var problems: [MessageDelivery.Problem] = []
  }

  private let log: PostLog
  private let clock: () -> Instant
  /// No message is begun after it.
  private let end: Instant
  private var roads: Roads
  private var blocked: [String: Instant] = [:]
  private var failuresInRow: [String: Int] = [:]
  /// Addresses that their owners gave up while this sent.
  private var gone: Set<String> = []
  private var report = Report()

  init(
    _ log: PostLog, _ configuration: Configuration, credentials: String?, end: Instant, clock: @escaping () -> Instant
  ) {
    self.log = log
    self.clock = clock
    self.end = end
    roads = Roads(configuration, credentials: credentials)
  }

  /// Tries everything of these kinds that may be tried now.
  mutating func send(_ kinds: Set<RenderedMessage.Kind>) throws(StoreFailure) -> Report {
    report = Report()
    var messages = try Self.grouped(log.due(at: clock()).filter { kinds.contains($0.kind) })[...]
    while !messages.isEmpty, clock() < end {
      let batch = messages.prefix(Self.batch)
      messages = messages.dropFirst(Self.batch)
      try send(Array(batch))
    }
    return report
  }

  /// One array a message, the recipient's deliveries before the copies.
  private static func grouped(_ deliveries: [MessageDelivery]) -> [[MessageDelivery]] {
    var groups: [[MessageDelivery]] = []
    for delivery in deliveries {
      if groups.last?.first?.message == delivery.message {
        groups[groups.count - 1].append(delivery)
      } else {
        groups.append([delivery])
      }
    }
    return groups.map { $0.filter { !$0.isCopy } + $0.filter(\.isCopy) }
  }

  private mutating func send(_ messages: [[MessageDelivery]]) throws(StoreFailure) {
    let (open, closed) = (messages.filter { block($0) == nil }, messages.filter { block($0) != nil })
    for message in closed { try log.postpone(message, to: block(message) ?? clock()) }
    guard !open.isEmpty else { return }
    try log.begin(open.flatMap { $0 }, at: clock())
    for message in open {
      if let until = block(message) ?? (clock() < end ? nil : clock()) {
        try log.postpone(message, to: until, wasBegun: true)
      } else {
        try send(message: message)
      }
    }
  }

  private func block(_ message: [MessageDelivery]) -> Instant? {
    message.first.flatMap { $0.isCopy ? nil : blocked[Roads.road(to: $0)] }
  }

  private mutating func send(message deliveries: [MessageDelivery]) throws(StoreFailure) {
    guard let first = deliveries.first else { return }
    guard let content = try log.content(of: first.message) else {
      let problem = MessageDelivery.Problem(vi: "nội dung thư không còn được giữ", en: "its text is no longer kept")
      for delivery in deliveries { try log.end(delivery, .dead, problem: problem, at: clock()) }
      return
    }
    for delivery in deliveries {
      let isGone = gone.contains(delivery.address)
      try settle(delivery, isGone ? .gone(delivery.address) : roads.send(content, to: delivery, at: clock()))
    }
  }

  // MARK: Outcomes

  private mutating func settle(_ delivery: MessageDelivery, _ outcome: Roads.Outcome) throws(StoreFailure) {
    switch outcome {
    case .tried(let outcome): try settle(delivery, outcome)
    case .notSetUp(let words): try putOff(delivery, words, Failure(concernsAll: true, isSure: true))
    case .forbidden(let words): try giveUp(delivery, words)
    }
  }

  private mutating func settle(_ delivery: MessageDelivery, _ outcome: TransportOutcome) throws(StoreFailure) {
    switch outcome {
    case .delivered:
      report.sent += 1
      failuresInRow[Roads.road(to: delivery)] = 0
      try log.end(delivery, .sent, at: clock())
    case .never(let problem): try giveUp(delivery, problem.words)
    case .gone(let problem):
      gone.insert(delivery.address)
      try giveUp(delivery, problem.words, isGone: true)
    case .later(let problem, let asked): try putOff(delivery, problem.words, Failure(problem.kind, asked))
    case .unknown(let problem): try putOff(delivery, problem.words, Failure(problem.kind, nil))
    }
  }

  private mutating func giveUp(
    _ delivery: MessageDelivery, _ words: TransportWords, isGone: Bool = false
  ) throws(StoreFailure) {
    report.dead += 1
    failuresInRow[Roads.road(to: delivery)] = 0
    try log.end(delivery, .dead, problem: .init(words), isGone: isGone, at: clock())
  }

  /// What a failure says of the messages that come after.
  private struct Failure {
    var concernsAll: Bool
    var isSure: Bool
    var asked: Instant?

    init(concernsAll: Bool, isSure: Bool) {
      self.concernsAll = concernsAll
      self.isSure = isSure
    }

    init(_ kind: TransportProblem.Kind, _ asked: Int?) {
      self.init(concernsAll: Roads.concernsAll(kind), isSure: Roads.isSure(kind))
      self.asked = asked.map { Instant(seconds: Int64($0)) }
    }
  }

  private mutating func putOff(
    _ delivery: MessageDelivery, _ words: TransportWords, _ failure: Failure
  ) throws(StoreFailure) {
    report.failed += 1
    let now = clock()
    let problem = MessageDelivery.Problem(words)
    var next = max(now.adding(seconds: Self.pause(after: delivery.attempts + 1)), failure.asked ?? now)
    // At the latest when it is given up.
    if delivery.stale > now { next = min(next, delivery.stale) }
    try log.end(delivery, .pending, notBefore: next, problem: problem, at: now)
    guard !delivery.isCopy, failure.concernsAll else { return }
    let road = Roads.road(to: delivery)
    failuresInRow[road, default: 0] += 1
    guard failure.isSure || failuresInRow[road, default: 0] >= Self.patience, blocked[road] == nil else { return }
    report.problems.append(problem)
    blocked[road] = next
  }

  /// Seconds after the `attempts`-th: a minute, two, four …, an hour at most.
  static func pause(after attempts: Int) -> Int64 { min(60 << Int64(min(max(attempts, 1) - 1, 6)), 3600) }

  public static func host(_ address: String) -> String? { WebhookEndpoint.host(of: address) }
}
