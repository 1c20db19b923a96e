import Outbox
import Reminders
import Rules

/// The transaction of a round: judging what waits, deciding, rendering and logging.
struct RoundTransaction {
  private let outbox: OutboxRound
  private let agenda: Agenda
  private let input: RoundInput
  private let renderer: MessageRenderer
  private let book: RoundBook

  init(
    _ outbox: OutboxRound, _ agenda: Agenda, _ input: RoundInput, _ renderer: MessageRenderer, _ book: RoundBook
  ) {
    self.outbox = outbox
    self.agenda = agenda
    self.input = input
    self.renderer = renderer
    self.book = book
  }

  /// Carries it out, and returns the record of the round. It is nil if a letter could not be rendered: such a round
  /// does not count, so that the next one tries that letter again.
  func run(_ report: inout RoundReport) throws -> RoundRecord? {
    // While the clock or the facts are in doubt, nothing is judged, just as nothing is sent.
    if input.doubts.isEmpty {
      if try outbox.followsLaterRound() { try outbox.setAside() }
      try judgeUntried(&report)
    }
    let asked = outbox.log()
    let decision = agenda.decide(input, log: asked)
    if let failure = asked.failure { throw failure }
    report.take(decision)
    try add(decision.messages, &report)
    if decision.held == nil, decision.usesAcceptance { try outbox.useAcceptance() }
    guard report.unrendered == 0 else { return nil }
    let messages = decision.held?.messages ?? decision.messages
    return RoundRecord(
      began: input.now, facts: book.head.description, revision: book.revision, next: decision.nextInstant,
      recipients: Set(messages.map(\.recipient)).count,
      messages: messages.map { $0.parts(of: input.limits.noticesPerPart).count }.reduce(0, +),
      held: decision.held.map { $0.reasons.map(\.words.en).joined(separator: "; ") },
      reasons: Set(decision.held?.reasons.map(\.code) ?? []))
  }

  /// Renders and logs messages. What cannot be rendered for any channel of a unit is not logged, so that the next round
  /// tries again. If another channel of the unit could, the step counts as decided, and the log notes that this channel
  /// dropped it.
  private func add(_ messages: [OutgoingMessage], _ report: inout RoundReport) throws {
    var unwritten: [OutgoingMessage] = []
    var said: [RecipientName: Set<Slot>] = [:]
    for message in messages {
      guard let rendered = try render(message, &report) else {
        unwritten.append(message)
        report.messages -= 1
        report.notices -= message.notices.count
        continue
      }
      for part in rendered { try outbox.add(part) }
      said[message.recipient, default: []].insert(message.slot)
    }
    for message in unwritten where said[message.recipient]?.contains(message.slot) == true {
      for notice in message.notices { try outbox.drop(notice, .unwritten) }
    }
  }

  /// The parts of a message; nil if they cannot be rendered, which the report then says.
  private func render(_ message: OutgoingMessage, _ report: inout RoundReport) throws -> [RenderedMessage]? {
    let part = try outbox.nextPart(message.recipient, message.channel, message.slot.instant)
    do throws(RenderFailure) {
      return try renderer.render(message, firstPart: part)
    } catch {
      report.add(error)
      return nil
    }
  }

  // MARK: Judging again

  /// Judges messages again that were decided and never tried (decision: judged-again). If a message is fresh, or its
  /// recipient may have got another channel's or part's, it stays without the notices that are moot. Otherwise nobody
  /// has anything of it, and all of it is decided anew.
  private func judgeUntried(_ report: inout RoundReport) throws {
    let isAhead = { (message: OutboxRound.Untried) in message.slot.isTooEarly(at: input.now) }
    let standing = outbox.untried.filter { !isAhead($0) && ($0.isBesideTried || isFresh($0)) }
    let rounds = Dictionary(grouping: standing, by: \.decided).sorted { $0.key < $1.key }
    for (instant, messages) in rounds {
      let wanted = try wanted(asOf: instant)
      for message in messages { try judge(message, wanted, &report) }
    }
    let stands = Set(standing.map(\.message))
    for message in outbox.untried where !stands.contains(message.message) {
      try outbox.takeBack(message) { notice in
        if isAhead(message) { return .clockAhead }
        let reason = agenda.reason(toDrop: notice, at: input.now)
        return reason == .changed ? .anew : reason
      }
    }
  }

  private func isFresh(_ message: OutboxRound.Untried) -> Bool {
    input.now.seconds - message.slot.seconds < DeliveryRound.fresh
  }

  /// The notices that the round of an earlier instant would decide by today's rules and facts, with the log as it was
  /// before that round.
  private func wanted(asOf instant: Instant) throws -> [NoticeKey: Notice] {
    var again = input
    again.now = instant
    again.lastRound = try outbox.lastRound(before: instant)
    let asked = outbox.log(before: instant)
    let notices = agenda.notices(again, log: asked)
    if let failure = asked.failure { throw failure }
    return Dictionary(notices.map { ($0.key, $0) }) { first, _ in first }
  }

  private func judge(
    _ message: OutboxRound.Untried, _ wanted: [NoticeKey: Notice], _ report: inout RoundReport
  ) throws {
    var kept: [Notice] = []
    var dropped: [NoticeKey: DropReason] = [:]
    for entry in message.notices {
      if try isSuperseded(entry, message) {
        dropped[entry.key] = .superseded
      } else if let notice = wanted[entry.key] {
        kept.append(notice)
      } else {
        dropped[entry.key] = agenda.reason(toDrop: entry, at: input.now)
      }
    }
    if message.stale <= input.now, !kept.isEmpty { return try outbox.giveUp(message, DeliveryRound.tooLate) }
    var rendered: [RenderedMessage] = []
    if let unit = kept.first?.unit {
      let addresses = renderer.addresses(unit: unit, channel: message.channel).map(\.text)
      if dropped.isEmpty, Set(addresses) == message.addresses { return }
      // What cannot be rendered anew stays as it is.
      guard let anew = try render(self.message(message, unit, kept), &report) else { return }
      rendered = anew
    }
    try outbox.takeBack(message) { dropped[$0.key] ?? .changed }
    for part in rendered { try outbox.add(part, decided: message.decided) }
  }

  /// Whether a message is no longer fresh, and a later notice about the same work goes to its recipient on the same
  /// channel.
  private func isSuperseded(_ entry: SentEntry, _ message: OutboxRound.Untried) throws -> Bool {
    guard !isFresh(message) else { return false }
    let asked = outbox.log()
    let later = agenda.entries(about: entry.subject, in: asked).contains {
      $0.recipient == entry.recipient && $0.channel == entry.channel && $0.slot > entry.slot && $0.slot <= input.now
    }
    if let failure = asked.failure { throw failure }
    return later
  }

  private func message(_ untried: OutboxRound.Untried, _ unit: UnitID, _ kept: [Notice]) -> OutgoingMessage {
    let slot = Slot(untried.slot, isUrgent: kept.contains { $0.slot.isUrgent })
    let notices = kept.map { notice in
      var notice = notice
      notice.slot = slot
      return notice
    }.sorted { ($1.urgency, $0.key) < ($0.urgency, $1.key) }
    return OutgoingMessage(
      recipient: untried.recipient, unit: unit, channel: untried.channel, slot: slot, notices: notices)
  }
}
