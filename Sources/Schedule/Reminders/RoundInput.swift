/// The instant of a round and what limits it.
public struct RoundInput: Sendable {
  public var now: Instant
  /// When the last round that was not held ended its decision; nil: this is the first. By a clock that ran ahead and was put
  /// right, the last one before `now`.
  public var lastRound: Instant?
  /// By which the clock is judged: the last round that was not held, also where it lies ahead.
  public var clockSeen: Instant?
  public var limits = RoundLimits()
  public var isClockSynchronised = true
  /// Recipients of a usual round that writes to anybody, from the log; nil: not known yet.
  public var usualRecipients: Int?
  /// Its messages, likewise.
  public var usualMessages: Int?
  public var acceptance: Acceptance?
  /// What the last round saw is no longer among the facts; nil: it is.
  public var factsGone: FactsGone?
  /// Messages that were never delivered: said again in the next weekly slot (decision 35).
  public var undelivered: Set<Undelivered> = []

  /// A clock may be set back so far and still be believed, in seconds: time services correct it in steps.
  static let correction: Int64 = 60

  /// - Parameter now: by the clock. Just before the last round, it was corrected: this round is as of the last one.
  public init(now: Instant, lastRound: Instant? = nil) {
    if let lastRound, now < lastRound, lastRound <= now.adding(seconds: Self.correction) {
      self.now = lastRound
    } else {
      self.now = now
    }
    self.lastRound = lastRound
    clockSeen = lastRound
  }
}

public struct RoundLimits: Hashable, Sendable {
  /// A round that would write to more units asks first.
  public var recipients = 200
  /// As does one that would send more messages; parts count.
  public var messages = 600
  /// Messages of more are sent in parts.
  public var noticesPerPart = 40
  /// As does one that would write to so many times the usual …
  public var timesUsual = 5
  /// … if that is more than so many.
  public var alwaysAllowed = 20
  /// Messages that are always allowed: so many units on every channel.
  var messagesAlwaysAllowed: Int { alwaysAllowed * Channel.allCases.count }
  /// Days between two rounds that are still taken as downtime.
  public var clockDays = 45

  public init() {}
}

/// `nhacviec round accept`: what a person let pass, once.
public struct Acceptance: Hashable, Sendable {
  /// The held round's number of recipients; a larger round asks again.
  public var recipients: Int
  /// Its number of messages, likewise.
  public var messages: Int
  /// When the round was held that it is for: a clock before that is another one.
  public var since: Instant
  /// Afterwards it lets nothing pass.
  public var until: Instant
  /// Codes of the held round's reasons; others ask again.
  public var reasons: Set<String>
  /// `COUNT:HASH` of the facts that the held round found.
  public var facts: String

  /// No acceptance serves longer, in seconds.
  public static let longest: Int64 = 86_400

  public init(
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
public struct FactsGone: Hashable, Sendable {
  /// By the last round that was not held.
  public var seen: Int
  public var found: Int
  /// The facts begin with those that the acceptance names.
  public var isAccepted: Bool

  public init(seen: Int, found: Int, isAccepted: Bool) {
    self.seen = seen
    self.found = found
    self.isAccepted = isAccepted
  }
}

public struct Undelivered: Hashable, Sendable {
  public var subject: SubjectKey
  public var recipient: RecipientName

  public init(subject: SubjectKey, recipient: RecipientName) {
    self.subject = subject
    self.recipient = recipient
  }
}
