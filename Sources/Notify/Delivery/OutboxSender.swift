import Addresses
import Channels
package import Diagnostics
import FactLog
import Outbox
import Reminders

/// Hands pending messages to their transports and marks what became of each: the attempt before the first byte, the
/// outcome after the answer. If it is stopped in between, the message goes out once more; none is lost.
package struct OutboxSender {
  /// How many messages have their attempts marked together.
  private static let batch = 50
  /// For how many seconds a refusal may be the server's mistake; after that it is believed.
  private static let doubt: Int64 = 86_400

  /// How many deliveries ended in which way.
  package struct Report: Hashable, Sendable {
    package var sent = 0
    package var failed = 0
    package var dead = 0
    /// Why a server was left alone for the rest of the round, or a channel could not be used.
    package var problems: [Bilingual] = []
  }

  private let log: OutboxLog
  private let clock: () -> Instant
  /// The instant after which no message is begun.
  private let end: Instant
  private var channels: ChannelSet
  /// Nil: nothing is added to what was kept.
  private let signer: LinkSigner?
  private var breakers: [String: CircuitBreaker] = [:]
  /// How often in a row each peer was left alone, over all rounds; nil if that was not read from the log yet.
  private var failures: [String: Int]?
  /// The addresses whose owners gave them up in this round.
  private var gone: [String: TransportProblem] = [:]
  private var report = Report()

  init(
    _ log: OutboxLog, _ channels: ChannelSet, signer: LinkSigner? = nil, end: Instant, clock: @escaping () -> Instant
  ) {
    self.log = log
    self.clock = clock
    self.end = end
    self.channels = channels
    self.signer = signer
  }

  /// Tries everything of these kinds that may be tried now: the oldest slot first, but what failed before last, so that
  /// it holds up nothing else.
  mutating func send(_ kinds: Set<RenderedMessage.Kind>) throws(StoreFailure) -> Report {
    report = Report()
    var messages = try Self.grouped(log.due(at: clock()).filter { kinds.contains($0.kind) })[...]
    while !messages.isEmpty, clock() < end {
      let batch = messages.prefix(Self.batch)
      messages = messages.dropFirst(Self.batch)
      try send(Array(batch))
    }
    for peer in breakers.keys.sorted() { try believe(breakers[peer]?.finish() ?? []) }
    return report
  }

  /// The deliveries of each message, those to the recipient before the copies.
  private static func grouped(_ deliveries: [MessageDelivery]) -> [[MessageDelivery]] {
    var groups: [[MessageDelivery]] = []
    for delivery in deliveries {
      if groups.last?.first?.message == delivery.message {
        groups[groups.count - 1].append(delivery)
      } else {
        groups.append([delivery])
      }
    }
    return groups.map { $0.filter { !$0.isCopy } + $0.filter(\.isCopy) }.enumerated()
      .sorted { ($0.element[0].attempts, $0.offset) < ($1.element[0].attempts, $1.offset) }.map(\.element)
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

  /// The name of what fails as a whole: the mail server, or the host of a web address.
  private func peer(of delivery: MessageDelivery) -> String {
    if delivery.isCopy { return delivery.address }
    return channels[delivery.channel]?.peer(of: delivery.address) ?? delivery.address
  }

  private func block(_ message: [MessageDelivery]) -> Instant? {
    message.first.flatMap { $0.isCopy ? nil : breakers[peer(of: $0)]?.blockedUntil }
  }

  private mutating func send(message deliveries: [MessageDelivery]) throws(StoreFailure) {
    guard let first = deliveries.first else { return }
    guard let content = try log.content(of: first.message) else {
      let problem = Bilingual(vi: "nội dung thư không còn được giữ", en: "its text is no longer kept")
      for delivery in deliveries { try log.end(delivery, .dead, problem: problem, at: clock()) }
      return
    }
    for delivery in deliveries {
      // An address that its owner gave up is not tried again.
      if let problem = gone[delivery.address] {
        try settle(delivery, .tried(.gone(problem)))
      } else {
        try settle(delivery, try send(content, to: delivery))
      }
    }
  }

  /// Hands a message to its channel. The address of a copy is the name of the channel that keeps it.
  private mutating func send(
    _ content: MessageContent, to delivery: MessageDelivery
  ) throws(StoreFailure) -> SendingOutcome {
    let message = StoredNotification(
      id: delivery.messageID, slot: Int(delivery.slot.seconds), returnPath: delivery.returnPath,
      body: try signed(content.body, delivery),
      entries: content.journal)
    let channel = delivery.isCopy ? Channel(rawValue: delivery.address) : delivery.channel
    return channels.send(message, to: delivery.address, by: channel, at: Int(clock().seconds))
  }

  private func signed(_ body: [UInt8], _ delivery: MessageDelivery) throws(StoreFailure) -> [UInt8] {
    guard let signer, !delivery.isCopy, delivery.channel == .mail, delivery.kind == .reminder else { return body }
    return signer.signed(body, delivery, about: try log.notices(of: delivery.message).map(\.subject))
  }

  // MARK: Outcomes

  private mutating func settle(_ delivery: MessageDelivery, _ outcome: SendingOutcome) throws(StoreFailure) {
    switch outcome {
    case .tried(let outcome): try settle(delivery, outcome)
    case .notSetUp(let words, let concern):
      report.problems.append(words)
      try fail(delivery, words, concern)
    case .forbidden(let words): try giveUp(delivery, words)
    }
  }

  private mutating func settle(_ delivery: MessageDelivery, _ outcome: TransportOutcome) throws(StoreFailure) {
    switch outcome {
    case .delivered: try arrived(delivery)
    case .never(let problem): try refuse(.init(delivery: delivery, words: problem.words))
    case .gone(let problem):
      gone[delivery.address] = problem
      try refuse(.init(delivery: delivery, words: problem.words, isGone: true))
    case .later(let problem, _) where problem.kind == .loginRequired && problem.concern == .nobody:
      try refuse(.init(delivery: delivery, words: problem.words, isFinal: false))
    case .later(let problem, let asked):
      try fail(delivery, problem.words, problem.concern, asked: asked.map { Instant(seconds: Int64($0)) })
    case .unknown(let problem): try fail(delivery, problem.words, problem.concern)
    }
  }

  private mutating func arrived(_ delivery: MessageDelivery) throws(StoreFailure) {
    report.sent += 1
    try log.end(delivery, .sent, at: clock())
    guard !delivery.isCopy else { return }
    let peer = self.peer(of: delivery)
    try note(0, of: peer)
    try believe(breakers[peer, default: CircuitBreaker()].accept())
  }

  /// The server failed. Whether it is left alone for that depends on whom the problem concerns.
  private mutating func fail(
    _ delivery: MessageDelivery, _ words: Bilingual, _ concern: TransportProblem.Concern, asked: Instant? = nil
  ) throws(StoreFailure) {
    let peer = self.peer(of: delivery)
    let isDown =
      switch concern {
      case _ where delivery.isCopy: false
      case .nobody: false
      case .next: breakers[peer, default: CircuitBreaker()].fail(delivery.address)
      case .all: true
      }
    if isDown { try leaveAlone(peer, words, asked: asked) }
    try putOff(delivery, words, asked: asked)
  }

  /// The server refused this message. It is put off in the log before anything follows from that, so that a round that
  /// is stopped in between loses nothing.
  private mutating func refuse(_ refusal: CircuitBreaker.Refusal) throws(StoreFailure) {
    let delivery = refusal.delivery
    let since = delivery.refused ?? clock()
    if refusal.isFinal, delivery.isCopy || clock().seconds - since.seconds >= Self.doubt {
      return try giveUp(delivery, refusal.words, isGone: refusal.isGone)
    }
    let peer = self.peer(of: delivery)
    if breakers[peer, default: CircuitBreaker()].refuse(refusal) { try leaveAlone(peer, refusal.words) }
    try putOff(delivery, refusal.words, isRefused: refusal.isFinal)
  }

  private mutating func believe(_ refusals: [CircuitBreaker.Refusal]) throws(StoreFailure) {
    for refusal in refusals {
      report.failed -= 1
      try giveUp(refusal.delivery, refusal.words, isGone: refusal.isGone)
    }
  }

  private mutating func giveUp(
    _ delivery: MessageDelivery, _ words: Bilingual, isGone: Bool = false
  ) throws(StoreFailure) {
    report.dead += 1
    try log.end(delivery, .dead, problem: words, isGone: isGone, at: clock())
  }

  private mutating func putOff(
    _ delivery: MessageDelivery, _ words: Bilingual, asked: Instant? = nil, isRefused: Bool = false
  ) throws(StoreFailure) {
    report.failed += 1
    let now = clock()
    var next = max(
      now.adding(seconds: Self.pause(after: delivery.attempts + 1)), asked ?? now, block([delivery]) ?? now)
    // The next try comes at the latest when the message is given up.
    if delivery.stale > now { next = min(next, delivery.stale) }
    try log.end(delivery, .pending, notBefore: next, problem: words, isRefused: isRefused, at: now)
  }

  /// Sends nothing more to this peer in this round.
  private mutating func leaveAlone(
    _ peer: String, _ problem: Bilingual, asked: Instant? = nil
  ) throws(StoreFailure) {
    guard breakers[peer]?.blockedUntil == nil else { return }
    if !report.problems.contains(problem) { report.problems.append(problem) }
    let failures = try failures(of: peer) + 1
    try note(failures, of: peer)
    let now = clock()
    let pause = now.adding(seconds: Self.pause(after: failures))
    // Whatever a server asks for, it is tried again after an hour at the latest.
    let named = min(asked ?? now, now.adding(seconds: Self.longestPause))
    breakers[peer, default: CircuitBreaker()].blockedUntil = max(pause, named)
  }

  private mutating func failures(of peer: String) throws(StoreFailure) -> Int {
    if failures == nil { failures = try log.failures() }
    return failures?[peer] ?? 0
  }

  private mutating func note(_ count: Int, of peer: String) throws(StoreFailure) {
    guard try failures(of: peer) != count else { return }
    try log.note(failures: count, of: peer)
    failures?[peer] = count
  }

  /// The seconds to wait after so many attempts: a minute, two, four …, an hour at most.
  static func pause(after attempts: Int) -> Int64 { min(60 << Int64(min(max(attempts, 1) - 1, 6)), longestPause) }

  private static let longestPause: Int64 = 3600
}
