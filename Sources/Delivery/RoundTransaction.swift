import PostStore
import Reminders
import Rules

/// What happens in a round's transaction.
struct RoundTransaction {
  private let post: PostRound
  private let agenda: Agenda
  private let input: RoundInput
  private let renderer: MessageRenderer
  private let book: RoundBook

  init(
    _ post: PostRound, _ agenda: Agenda, _ input: RoundInput, _ renderer: MessageRenderer, _ book: RoundBook
  ) {
    self.post = post
    self.agenda = agenda
    self.input = input
    self.renderer = renderer
    self.book = book
  }

  func run(_ report: inout RoundReport) throws -> RoundRecord {
    // By facts that are not believed nothing is taken back.
    if input.factsGone.map(\.isAccepted) ?? true { try judgeUntried(&report) }
    let asked = post.log()
    let decision = agenda.decide(input, log: asked)
    if let failure = asked.failure { throw failure }
    for message in decision.messages { try add(message, &report) }
    report.take(decision)
    if decision.held == nil, decision.usesAcceptance { try post.useAcceptance() }
    return RoundRecord(
      began: input.now, facts: book.anchor, revision: book.revision, next: decision.nextInstant,
      recipients: Set((decision.held?.messages ?? decision.messages).map(\.recipient)).count,
      held: decision.held.map { $0.reasons.map(\.words.en).joined(separator: "; ") },
      reasons: Set(decision.held?.reasons.map(\.code) ?? []))
  }

  /// What cannot be rendered is not logged, so that the next round tries again.
  private func add(_ message: OutgoingMessage, _ report: inout RoundReport) throws {
    let part = try post.nextPart(message.recipient, message.channel, message.slot.instant)
    do {
      for rendered in try renderer.render(message, firstPart: part) { try post.add(rendered) }
    } catch let failure as RenderFailure {
      report.add(failure)
    }
  }

  // MARK: Judging again

  /// What was decided and never tried is decided once more as of its own round: moot notices drop out (decision 35).
  private func judgeUntried(_ report: inout RoundReport) throws {
    let fresh = post.untried.filter { isFresh($0) }
    for message in post.untried where !isFresh(message) { try post.takeBack(message) }
    guard let first = fresh.map(\.decided).min() else { return }
    var again = input
    again.lastRound = try post.lastRound(before: first)
    // It passed the guard then.
    again.isGuarded = false
    let asked = post.log(withoutUntried: true)
    let decision = agenda.decide(again, log: asked)
    if let failure = asked.failure { throw failure }
    var wanted: [NoticeKey: Notice] = [:]
    for notice in decision.notices { wanted[notice.key] = notice }
    for message in fresh { try judge(message, wanted, &report) }
  }

  private func isFresh(_ message: PostRound.Untried) -> Bool {
    let age = input.now.seconds - message.slot.seconds
    return (0..<DeliveryRound.fresh).contains(age)
  }

  private func judge(
    _ message: PostRound.Untried, _ wanted: [NoticeKey: Notice], _ report: inout RoundReport
  ) throws {
    let kept = message.keys.compactMap { wanted[$0] }
    if kept.count == message.keys.count, let unit = kept.first?.unit,
      Set(renderer.addresses(unit: unit, channel: message.channel).map(\.text)) == message.addresses
    {
      return
    }
    try post.takeBack(message)
    guard let unit = kept.first?.unit else { return }
    let slot = Slot(message.slot, isUrgent: kept.contains { $0.slot.isUrgent })
    let notices = kept.map { notice in
      var notice = notice
      notice.slot = slot
      return notice
    }.sorted { ($1.urgency, $0.key) < ($0.urgency, $1.key) }
    try add(
      OutgoingMessage(
        recipient: message.recipient, unit: unit, channel: message.channel, slot: slot, notices: notices), &report)
  }
}
