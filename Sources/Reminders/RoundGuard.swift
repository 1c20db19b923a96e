import CivilCalendar

/// Decision 36: a round that looks like a mistake sends nothing and asks.
enum RoundGuard {
  private static let day: Int64 = 86_400

  static func reasons(toHold messages: [OutgoingMessage], _ input: RoundInput) -> [HeldRound.Reason] {
    let clock = clock(input)
    // Without anything to send only a clock that runs backwards matters: the round must not be remembered.
    guard !messages.isEmpty else { return clock.filter { $0 == .clockBehindLastRound } }
    return clock + burst(Set(messages.map(\.recipient)).count, input)
  }

  static func clock(_ input: RoundInput) -> [HeldRound.Reason] {
    if let acceptance = input.acceptance, input.now <= acceptance.until { return [] }
    var reasons: [HeldRound.Reason] = []
    if !input.isClockSynchronised { reasons.append(.clockUnsynchronised) }
    guard let last = input.lastRound else { return reasons }
    if input.now < last { reasons.append(.clockBehindLastRound) }
    let days = (input.now.seconds - last.seconds) / day
    if days > Int64(input.limits.clockDays) { reasons.append(.clockAhead(days: Int(days))) }
    return reasons
  }

  private static func burst(_ recipients: Int, _ input: RoundInput) -> [HeldRound.Reason] {
    if let acceptance = input.acceptance, recipients <= acceptance.recipients, input.now <= acceptance.until {
      return []
    }
    var reasons: [HeldRound.Reason] = []
    if recipients > input.limits.recipients {
      reasons.append(.manyRecipients(recipients, limit: input.limits.recipients))
    }
    if let usual = input.usualRecipients, recipients > input.limits.alwaysAllowed,
      recipients > usual * input.limits.timesUsual
    {
      reasons.append(.muchMoreThanUsual(recipients, usual: usual))
    }
    return reasons
  }
}

extension RoundInput {
  /// Why the clock is not to be believed; empty: it is, or somebody accepted it (decision 36).
  public var doubtsAboutClock: [HeldRound.Reason] { RoundGuard.clock(self) }
}
