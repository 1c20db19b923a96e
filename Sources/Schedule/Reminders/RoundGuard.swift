import CivilCalendar

/// Holds a round that looks like a mistake, so that a person is asked first (decision: round-asks-first).
enum RoundGuard {
  private static let day: Int64 = 86_400

  /// - Returns: why the round is held (empty if it is not), and whether only an acceptance lets it pass.
  static func reasons(
    toHold messages: [OutgoingMessage], _ input: RoundInput
  ) -> (reasons: [HeldRound.Reason], isLetPass: Bool) {
    let recipients = Set(messages.map(\.recipient)).count
    let parts = messages.reduce(0) { $0 + $1.parts(of: input.limits.noticesPerPart).count }
    let found = clock(input) + facts(input) + burst(recipients, messages: parts, input)
    var open = found.filter { !isAccepted($0, recipients, messages: parts, input) }
    let isLetPass = open.isEmpty && !found.isEmpty
    // A round that sends nothing is held only if later rounds must not be measured by its instant or its facts.
    if messages.isEmpty { open.removeAll { $0 != .clockBehindLastRound && $0.code != "facts" } }
    return (open, isLetPass)
  }

  /// The reasons not to believe the clock or the facts.
  static func doubts(_ input: RoundInput) -> [HeldRound.Reason] {
    (clock(input) + facts(input)).filter { !isAccepted($0, 0, messages: 0, input) }
  }

  /// - Parameters:
  ///   - recipients: how many recipients the round has.
  ///   - messages: how many messages it has; parts count as messages.
  private static func isAccepted(
    _ reason: HeldRound.Reason, _ recipients: Int, messages: Int, _ input: RoundInput
  ) -> Bool {
    guard let acceptance = input.acceptance, acceptance.reasons.contains(reason.code),
      acceptance.since <= input.now.adding(seconds: RoundInput.correction), input.now <= acceptance.until
    else { return false }
    return switch reason {
    case .manyRecipients, .muchMoreThanUsual, .manyMessages, .manyMoreMessages:
      recipients <= acceptance.recipients && messages <= acceptance.messages
    case .factsGone: input.factsGone?.isAccepted ?? false
    case .clockAhead, .clockBehindLastRound, .clockUnsynchronised: true
    }
  }

  private static func clock(_ input: RoundInput) -> [HeldRound.Reason] {
    var reasons: [HeldRound.Reason] = []
    if !input.isClockSynchronised { reasons.append(.clockUnsynchronised) }
    guard let last = input.clockSeen else { return reasons }
    if input.now < last { reasons.append(.clockBehindLastRound) }
    let days = (input.now.seconds - last.seconds) / day
    if days > Int64(input.limits.clockDays) { reasons.append(.clockAhead(days: Int(days))) }
    return reasons
  }

  private static func facts(_ input: RoundInput) -> [HeldRound.Reason] {
    input.factsGone.map { [.factsGone(seen: $0.seen, found: $0.found)] } ?? []
  }

  private static func burst(_ recipients: Int, messages: Int, _ input: RoundInput) -> [HeldRound.Reason] {
    var reasons: [HeldRound.Reason] = []
    if recipients > input.limits.recipients {
      reasons.append(.manyRecipients(recipients, limit: input.limits.recipients))
    }
    if let usual = input.usualRecipients, recipients > input.limits.alwaysAllowed,
      recipients > usual * input.limits.timesUsual
    {
      reasons.append(.muchMoreThanUsual(recipients, usual: usual))
    }
    if messages > input.limits.messages { reasons.append(.manyMessages(messages, limit: input.limits.messages)) }
    if let usual = input.usualMessages, messages > input.limits.messagesAlwaysAllowed,
      messages > usual * input.limits.timesUsual
    {
      reasons.append(.manyMoreMessages(messages, usual: usual))
    }
    return reasons
  }
}

extension RoundInput {
  /// Why the clock or the facts are not believed; empty if they are, or somebody accepted them
  /// (decision: round-asks-first).
  package var doubts: [HeldRound.Reason] { RoundGuard.doubts(self) }

  /// Whether the last round was by a clock that ran ahead, and somebody confirmed this one.
  package var isBackInTime: Bool { clockSeen.map { now < $0 } ?? false && doubts.isEmpty }
}
