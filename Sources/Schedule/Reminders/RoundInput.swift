/// The instant of a round and what limits it.
package struct RoundInput: Sendable {
  package var now: Instant
  /// When the last round that was not held ended its decision; nil: this is the first. By a clock that ran ahead and was put
  /// right, the last one before `now`.
  package var lastRound: Instant?
  /// By which the clock is judged: the last round that was not held, also where it lies ahead.
  package var clockSeen: Instant?
  package var limits = RoundLimits()
  package var isClockSynchronised = true
  /// Recipients of a usual round that writes to anybody, from the log; nil: not known yet.
  package var usualRecipients: Int?
  /// Its messages, likewise.
  package var usualMessages: Int?
  package var acceptance: Acceptance?
  /// What the last round saw is no longer among the facts; nil: it is.
  package var factsGone: FactsGone?
  /// Messages that were never delivered: said again in the next weekly slot (decision: two-slots).
  package var undelivered: Set<Undelivered> = []

  /// A clock may be set back so far and still be believed, in seconds: time services correct it in steps.
  static let correction: Int64 = 60

  /// - Parameter now: by the clock. Just before the last round, it was corrected: this round is as of the last one.
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
  /// A round that would write to more units asks first.
  package var recipients = 200
  /// As does one that would send more messages; parts count.
  package var messages = 600
  /// Messages of more are sent in parts.
  package var noticesPerPart = 40
  /// As does one that would write to so many times the usual …
  package var timesUsual = 5
  /// … if that is more than so many.
  package var alwaysAllowed = 20
  /// How many channels a unit can have.
  package var channels = 2
  /// Messages that are always allowed: so many units on every channel.
  var messagesAlwaysAllowed: Int { alwaysAllowed * channels }
  /// Days between two rounds that are still taken as downtime.
  package var clockDays = 45
  /// Whether a round waits while no time service keeps the clock.
  package var needsSynchronisedClock = true

  package init() {}
}

/// `nhacviec round accept`: what a person let pass, once.
package struct Acceptance: Hashable, Sendable {
  /// The held round's number of recipients; a larger round asks again.
  package var recipients: Int
  /// Its number of messages, likewise.
  package var messages: Int
  /// When the round was held that it is for: a clock before that is another one.
  package var since: Instant
  /// Afterwards it lets nothing pass.
  package var until: Instant
  /// Codes of the held round's reasons; others ask again.
  package var reasons: Set<String>
  /// `COUNT:HASH` of the facts that the held round found.
  package var facts: String

  /// No acceptance serves longer, in seconds.
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

/// Facts that were there are not.
package struct FactsGone: Hashable, Sendable {
  /// By the last round that was not held.
  package var seen: Int
  package var found: Int
  /// The facts begin with those that the acceptance names.
  package var isAccepted: Bool

  package init(seen: Int, found: Int, isAccepted: Bool) {
    self.seen = seen
    self.found = found
    self.isAccepted = isAccepted
  }
}

/// What was sent and arrived nowhere.
package struct Undelivered: Hashable, Sendable {
  package var subject: SubjectKey
  package var recipient: RecipientName

  package init(subject: SubjectKey, recipient: RecipientName) {
    self.subject = subject
    self.recipient = recipient
  }
}
