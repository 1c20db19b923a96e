public import CivilCalendar
public import RuleSyntax
public import Rules

/// Who owes what by when: one occurrence of one due line.
public struct Obligation: Sendable {
  /// How sure the day is.
  public enum Certainty: Hashable, Sendable {
    case final
    /// Computed over a year whose days off are not announced (decision 14).
    case provisional
  }

  public var id: ObligationID
  public var task: TaskID
  /// Index in the task's `due`.
  public var dueLine: Int
  /// The first day of the window; nil where the work is open from the start.
  public var opens: CivilDate?
  /// Arithmetic's answer (JSON `due`).
  public var counted: CivilDate
  /// The day that binds (JSON `effective` where it differs).
  public var binding: CivilDate
  /// The work is due before this time of the binding day; nil: by its end.
  public var cutoff: ClockTime?
  public var certainty: Certainty
  /// A whole window or several times within it: at least so many.
  public var count: CountRange?
  /// Leads of this occurrence after reassignment and mergers; the single owing unit where each owes.
  public var leads: [Recipient]
  public var supports: [Recipient]
  /// What it still waits for although its latest day is firm: a backstop, or a window behind a closed gate.
  public var pending: Pending?
  /// `pending` is a gate: the obligation is waiting, never overdue, until it opens. False for a backstop, which binds.
  public var isGated: Bool
  public var isExtended: Bool
  public var isSilencedUntil: CivilDate?
  public var closed: Closed?
  /// How the days came out, step by step.
  public var derivation: [DerivationStep]

  public enum Pending: Hashable, Sendable {
    /// Events not yet recorded.
    case events([EventBinding])
    /// The day that a timetable will name.
    case timetable(Timetable)
    /// Another task that is not done.
    case task(TaskBinding)
    /// *khi có phát sinh*
    case occurrence
  }

  /// How the obligation ended.
  public enum Closed: Hashable, Sendable {
    case done(on: CivilDate, document: String?)
    case waived(because: String?)
    case withdrawn(on: CivilDate)
  }

  public init(
    id: ObligationID, task: TaskID, dueLine: Int, opens: CivilDate?, counted: CivilDate, binding: CivilDate,
    cutoff: ClockTime? = nil, certainty: Certainty = .final, count: CountRange? = nil, leads: [Recipient] = [],
    supports: [Recipient] = [], pending: Pending? = nil, derivation: [DerivationStep] = []
  ) {
    self.id = id
    self.task = task
    self.dueLine = dueLine
    self.opens = opens
    self.counted = counted
    self.binding = binding
    self.cutoff = cutoff
    self.certainty = certainty
    self.count = count
    self.leads = leads
    self.supports = supports
    self.pending = pending
    isGated = false
    isExtended = false
    isSilencedUntil = nil
    closed = nil
    self.derivation = derivation
  }
}
