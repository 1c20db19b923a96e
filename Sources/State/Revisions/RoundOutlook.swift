package import Diagnostics
package import Reminders

/// What a promotion needs to predict the first rounds after it.
package struct RoundOutlook {
  package var log: any SentLog
  package var limits: RoundLimits
  /// As in `RoundInput`.
  package var usualRecipients: Int?
  package var usualMessages: Int?
  package var lastRound: Instant?
  /// Why the facts by which a promotion is compared cannot be trusted; nil if they can.
  package var doubt: Bilingual?

  package init(
    log: any SentLog, limits: RoundLimits = RoundLimits(), usualRecipients: Int? = nil, lastRound: Instant? = nil
  ) {
    self.log = log
    self.limits = limits
    self.usualRecipients = usualRecipients
    self.lastRound = lastRound
  }

  /// Predicts rounds at these instants, one after the other. Nothing is sent.
  func rounds(_ agenda: Agenda, at instants: [Instant]) -> [Forecast] {
    var walk = Walk(log: LayeredLog(base: log), lastRound: lastRound)
    return instants.map { forecast(agenda, at: $0, &walk) }
  }

  /// Predicts the round now, and those that follow from it, at most `count` in all.
  func rounds(_ agenda: Agenda, from now: Instant, count: Int) -> [Forecast] {
    var walk = Walk(log: LayeredLog(base: log), lastRound: lastRound)
    var rounds = [forecast(agenda, at: now, &walk)]
    while rounds.count < count, let last = rounds.last, let next = last.next, next > last.at {
      rounds.append(forecast(agenda, at: next, &walk))
    }
    return rounds
  }

  private func forecast(_ agenda: Agenda, at instant: Instant, _ walk: inout Walk) -> Forecast {
    var input = RoundInput(now: instant, lastRound: walk.lastRound)
    input.limits = limits
    // Judging the clock is left to the round.
    input.limits.clockDays = .max
    input.usualRecipients = usualRecipients
    input.usualMessages = usualMessages
    let decision = agenda.decide(input, log: walk.log)
    let messages = decision.messages + (decision.held?.messages ?? [])
    for message in messages { for notice in message.notices { walk.log.added.add(SentEntry(notice)) } }
    walk.lastRound = input.now
    let burst = (decision.held?.reasons ?? []).filter {
      switch $0 {
      case .manyRecipients, .muchMoreThanUsual, .manyMessages, .manyMoreMessages: true
      case .clockAhead, .clockBehindLastRound, .clockUnsynchronised, .factsGone: false
      }
    }
    return Forecast(
      at: instant, recipients: Set(messages.map(\.recipient)).count, burst: burst, next: decision.nextInstant)
  }

  private struct Walk {
    var log: LayeredLog
    var lastRound: Instant?
  }

  struct Forecast {
    var at: Instant
    var recipients: Int
    /// The reasons why it would be held for its size.
    var burst: [HeldRound.Reason]
    var next: Instant?
  }
}
