package import CivilCalendar
package import Expansion
package import Rules

/// What one round does. Nothing of it has happened yet.
package struct RoundDecision: Sendable {
  /// To be logged and rendered in one transaction, then sent; by slot and recipient. Empty while the round is held.
  package var messages: [OutgoingMessage] = []
  /// Why nothing goes out although something should (decision: round-asks-first).
  package var held: HeldRound?
  /// It would have been held but for the acceptance, which is used up thereby.
  package var usesAcceptance = false
  /// When, at the latest, another round finds something to do, if no rule and no fact changes; nil: never.
  package var nextInstant: Instant?
  /// Due before it was known, or never decided: to be settled by people.
  package var toSettle: [ToSettle] = []
  /// Who should be told and cannot.
  package var untold: [Unreachable] = []

  package var notices: [Notice] { messages.flatMap(\.notices) }
}

/// A round that sends nothing until a person lets it.
package struct HeldRound: Sendable {
  /// What is unusual about it.
  package enum Reason: Hashable, Sendable {
    /// More recipients than the configuration allows in one round.
    case manyRecipients(Int, limit: Int)
    /// Many times what a round usually writes to.
    case muchMoreThanUsual(Int, usual: Int)
    /// The same of messages, whose parts count.
    case manyMessages(Int, limit: Int)
    case manyMoreMessages(Int, usual: Int)
    case clockAhead(days: Int)
    case clockBehindLastRound
    case clockUnsynchronised
    /// The facts do not begin with those that the last round saw: so many it saw, so many there are.
    case factsGone(seen: Int, found: Int)

    /// For the log, for an acceptance and its request: never changed.
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
  /// What would have gone out.
  package var messages: [OutgoingMessage]
}

/// Listed under "to settle", never mailed as overdue (decision: known-since).
package struct ToSettle: Hashable, Sendable {
  /// What is to be settled about it.
  package enum Reason: Hashable, Sendable {
    case dueBeforeKnown(CivilDate)
    /// *chưa rõ*
    case unclear
  }

  package var id: ObligationID
  package var task: TaskID
  package var reason: Reason
}

/// Somebody who is to be told and cannot be.
package struct Unreachable: Hashable, Sendable {
  /// Why they cannot be.
  package enum Reason: Hashable, Sendable {
    /// `không quản lý ở đây`
    case groupNotKept(GroupID)
    /// Neither mail nor webhook.
    case noAddress(UnitID)
    /// No `cách nhắc` holds for it.
    case noPolicy(PlanID)
  }

  package var reason: Reason
  /// How many obligations and duties it concerns in this round.
  package var count: Int
}
