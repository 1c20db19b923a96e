package import CivilCalendar
package import Expansion
package import Rules

/// What one round decided to do, none of which has happened yet.
package struct RoundDecision: Sendable {
  /// The messages to be rendered and logged in one transaction and then sent, by slot, recipient and channel. They are
  /// empty if the round is held.
  package var messages: [OutgoingMessage] = []
  /// Why the round sends nothing until a person accepts it (decision: round-asks-first); nil if it is not held.
  package var held: HeldRound?
  /// Whether only the acceptance, which is used up by that, kept the round from being held.
  package var usesAcceptance = false
  /// When another round finds something to do at the latest, if neither rules nor facts change; nil if never.
  package var nextInstant: Instant?
  /// What people have to settle, because it was due before it was known or its deadline is unclear.
  package var toSettle: [ToSettle] = []
  /// Who should be told and cannot be.
  package var unreachable: [Unreachable] = []

  package var notices: [Notice] { messages.flatMap(\.notices) }
}

/// A round that sends nothing until a person accepts it.
package struct HeldRound: Sendable {
  /// What is unusual about it.
  package enum Reason: Hashable, Sendable {
    /// More recipients than the configuration allows in one round.
    case manyRecipients(Int, limit: Int)
    /// Many times the recipients of a usual round.
    case muchMoreThanUsual(Int, usual: Int)
    /// More messages than the configuration allows in one round; parts count as messages.
    case manyMessages(Int, limit: Int)
    /// Many times the messages of a usual round.
    case manyMoreMessages(Int, usual: Int)
    /// The last round was so many days ago that the clock has probably jumped.
    case clockAhead(days: Int)
    case clockBehindLastRound
    case clockUnsynchronised
    /// The facts do not begin with those that the last round saw; how many it saw, and how many there are.
    case factsGone(seen: Int, found: Int)

    /// The stable name in the log, in an acceptance and in the request for one.
    package var code: String {
      switch self {
      case .manyRecipients: "recipients"
      case .muchMoreThanUsual: "usual"
      case .manyMessages: "messages"
      case .manyMoreMessages: "usual-messages"
      case .clockAhead: "clock-ahead"
      case .clockBehindLastRound: "clock-behind"
      case .clockUnsynchronised: "clock-unsynchronised"
      case .factsGone: "facts"
      }
    }
  }

  package var reasons: [Reason]
  /// The messages that would have gone out.
  package var messages: [OutgoingMessage]
}

/// A duty that is listed under "to settle" and never told as overdue (decision: known-since).
package struct ToSettle: Hashable, Sendable {
  /// What is to be settled about it.
  package enum Reason: Hashable, Sendable {
    case dueBeforeKnown(CivilDate)
    /// The deadline is worded as unclear (*chưa rõ*).
    case unclear
  }

  package var id: ObligationID
  package var task: TaskID
  package var reason: Reason
}

/// A unit or group that is to be told and cannot be, or a plan without a policy.
package struct Unreachable: Hashable, Sendable {
  /// Why they cannot be.
  package enum Reason: Hashable, Sendable {
    /// The group's members are not in these rules (`không quản lý ở đây`).
    case groupNotKept(GroupID)
    /// The unit has no address that may be used.
    case noAddress(UnitID)
    /// No policy (`cách nhắc`) holds for a task of the plan.
    case noPolicy(PlanID)
  }

  package var reason: Reason
  /// How many obligations and duties it concerns in this round.
  package var count: Int
}
