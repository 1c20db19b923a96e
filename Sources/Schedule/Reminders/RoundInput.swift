/// The instant of a round, what it knows of earlier rounds, and its limits.
package struct RoundInput: Sendable {
  package var now: Instant
  /// The instant of the last round that was not held; nil if this is the first. After a clock that ran ahead was
  /// corrected, it is that of the last round before `now`.
  package var lastRound: Instant?
  /// The instant of the last round that was not held, even if it lies after `now`. The clock is judged by it.
  package var clockSeen: Instant?
  package var limits = RoundLimits()
  package var isClockSynchronised = true
  /// The recipients of a usual round that writes to anybody, by the log; nil if nobody knows yet.
  package var usualRecipients: Int?
  /// The messages of a usual round, likewise.
  package var usualMessages: Int?
  package var acceptance: Acceptance?
  /// Facts that the last round saw and that are gone; nil if none are.
  package var factsGone: FactsGone?
  /// What was sent and never delivered, to be repeated in the next weekly slot (decision: two-slots).
  package var undelivered: Set<Undelivered> = []

  /// How many seconds a clock may be set back and still be believed, because time services correct it in steps.
  static let correction: Int64 = 60

  /// - Parameters:
  ///   - now: the clock's instant. If it lies within `correction` before the last round, that round's instant is taken.
  ///   - lastRound: the instant of the last round that was not held.
  package init(now: Instant, lastRound: Instant? = nil) {
    if let lastRound, now < lastRound, lastRound <= now.adding(seconds: Self.correction) {
      self.now = lastRound
    } else {
      self.now = now
    }
    self.lastRound = lastRound
    clockSeen = lastRound
  }
}

/// How much a round may do without being asked: the configuration's `limits`.
package struct RoundLimits: Hashable, Sendable {
  /// A round that would write to more units is held.
  package var recipients = 200
  /// A round that would send more messages is held; parts count as messages.
  package var messages = 600
  /// A message of more notices is sent in parts.
  package var noticesPerPart = 40
  /// A round that would write to more units than this many times the usual is held, unless `alwaysAllowed` covers them.
  package var timesUsual = 5
  /// A round that writes to no more units than this is never held for exceeding the usual number.
  package var alwaysAllowed = 20
  /// How many channels a unit can have.
  package var channels = 2
  /// A round of no more messages than this is never held for exceeding the usual number: `alwaysAllowed` units on every
  /// channel.
  var messagesAlwaysAllowed: Int { alwaysAllowed * channels }
  /// The most days between two rounds that count as downtime; more look like a clock that jumped.
  package var clockDays = 45
  /// Whether a round waits while no time service keeps the clock.
  package var needsSynchronisedClock = true

  package init() {}
}

/// What a person accepted by `nhacviec round accept`, for one round.
package struct Acceptance: Hashable, Sendable {
  /// The most recipients; a round with more is held again.
  package var recipients: Int
  /// The most messages; a round with more is held again.
  package var messages: Int
  /// The instant of the held round. A round before that is by another clock, and not accepted.
  package var since: Instant
  /// The last instant of a round that it lets pass.
  package var until: Instant
  /// The codes of the reasons that were accepted; a round with others is held again.
  package var reasons: Set<String>
  /// `COUNT:HASH` of the facts that the held round found.
  package var facts: String

  /// How long an acceptance may serve at most, in seconds.
  package static let longest: Int64 = 86_400

  package init(
    recipients: Int, messages: Int, since: Instant, until: Instant, reasons: Set<String>, facts: String = ""
  ) {
    self.recipients = recipients
    self.messages = messages
    self.since = since
    self.until = until
    self.reasons = reasons
    self.facts = facts
  }
}

/// Facts that the last round saw are gone.
package struct FactsGone: Hashable, Sendable {
  /// How many facts the last round that was not held saw.
  package var seen: Int
  /// How many there are now.
  package var found: Int
  /// Whether the facts begin with those that the acceptance names.
  package var isAccepted: Bool

  package init(seen: Int, found: Int, isAccepted: Bool) {
    self.seen = seen
    self.found = found
    self.isAccepted = isAccepted
  }
}

/// A subject of which a recipient was sent messages and none was delivered.
package struct Undelivered: Hashable, Sendable {
  package var subject: SubjectKey
  package var recipient: RecipientName

  package init(subject: SubjectKey, recipient: RecipientName) {
    self.subject = subject
    self.recipient = recipient
  }
}
