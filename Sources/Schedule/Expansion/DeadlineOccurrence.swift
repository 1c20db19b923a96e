public import CivilCalendar
public import RuleSyntax

/// One dated occurrence of a deadline, before facts about its task and without anybody who owes it.
public struct DeadlineOccurrence: Sendable {
  /// Index in `Deadline.items`.
  public var item: Int
  /// Of what is reported or served (decision 6).
  public var key: String
  /// The first day of the window; nil where the work is open from the start.
  public var opens: CivilDate?
  public var counted: CivilDate
  public var binding: CivilDate
  public var cutoff: ClockTime?
  public var certainty: Obligation.Certainty
  public var count: CountRange?
  public var pending: Obligation.Pending?
  public var isGated: Bool
  /// Empty unless asked for.
  public var derivation: [DerivationStep]
}

/// What of a deadline has no day to put it on.
public struct OpenOccurrence: Sendable {
  public var item: Int
  public var key: String
  public var kind: OpenDuty.Kind
  public var derivation: [DerivationStep]
}

/// All that a deadline yields in a window.
public struct DeadlineExpansion: Sendable {
  /// By binding day, then in the order of the items and their periods.
  public var dated: [DeadlineOccurrence] = []
  public var open: [OpenOccurrence] = []
  public var problems: [ExpansionProblem.Reason] = []

  public init() {}

  mutating func removeAll() {
    dated.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    problems.removeAll(keepingCapacity: true)
  }
}
