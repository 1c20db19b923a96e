public import CivilCalendar
public import Rules
public import RuleSyntax

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
    isExtended = false
    isSilencedUntil = nil
    closed = nil
    self.derivation = derivation
  }
}

/// `plan/task[:label]@key[/unit]` (decision 6): stable when wording, order or date change.
public struct ObligationID: Hashable, Sendable, CustomStringConvertible {
  public var plan: String
  public var task: String
  public var label: String?
  public var key: String
  public var unit: String?

  public init(plan: String, task: String, label: String? = nil, key: String, unit: String? = nil) {
    self.plan = plan
    self.task = task
    self.label = label
    self.key = key
    self.unit = unit
  }

  public var description: String {
    "\(plan)/\(task)\(label.map { ":\($0)" } ?? "")@\(key)\(unit.map { "/\($0)" } ?? "")"
  }
}

/// A duty that has no day to put it on: waiting, undated, standing, or unclear. One with a backstop is an `Obligation`.
public struct OpenDuty: Sendable {
  public enum Kind: Sendable {
    /// For events not yet recorded; `expected` is when they are expected (provisional, never overdue).
    case waiting(for: [EventBinding], expected: DayRange?)
    /// For a timetable's day.
    case awaitingDate(Timetable, expected: DayRange?)
    /// Open since its event; its lead is asked for a date.
    case openUndated(since: CivilDate)
    /// Within the days, both included; `last` nil where it has no end. `review`: the next review is an obligation.
    case standing(first: CivilDate, last: CivilDate?)
    /// Owed whenever the trigger happens; nothing recorded is pending. Nil trigger: *khi có phát sinh*.
    case eachCase(trigger: EventBinding?, active: DayRange?)
    /// *chưa rõ*: to settle.
    case unclear(String)
  }

  public var id: ObligationID
  public var task: TaskID
  public var dueLine: Int
  public var kind: Kind
  public var leads: [Recipient]
  public var supports: [Recipient]
  public var closed: Obligation.Closed?
  public var derivation: [DerivationStep]

  public init(
    id: ObligationID, task: TaskID, dueLine: Int, kind: Kind, leads: [Recipient] = [],
    supports: [Recipient] = [], derivation: [DerivationStep] = []
  ) {
    self.id = id
    self.task = task
    self.dueLine = dueLine
    self.kind = kind
    self.leads = leads
    self.supports = supports
    closed = nil
    self.derivation = derivation
  }
}

/// One step from a rule's words to its days. Sentences are made in `Messages`, one per step.
public enum DerivationStep: Hashable, Sendable {
  /// The deadline's words; their place is the due line's span.
  case rule(text: String)
  /// A recorded fact, as written.
  case fact(text: String, file: String, line: Int)
  /// The plan's year was taken because the words name none.
  case planYear(Int)
  /// The period that is served.
  case period(Period, DayRange)
  /// A day that the words name.
  case stated(CivilDate)
  /// Exclusive bound: the day before `stated` (decision 11).
  case before(stated: CivilDate, last: CivilDate)
  /// Exclusive bound with a time: still that day, before that time.
  case beforeTime(CivilDate, ClockTime)
  /// The month has no such day: its last one was taken.
  case clamped(day: Int, to: CivilDate)
  /// An ordinal or part of a period was read as these days, "our reading" (decision 15).
  case reading(PeriodPart, DayRange)
  case ordinal(Ordinal, CivilDate)
  case lunar(month: Int, day: Int, year: Int, CivilDate)
  /// Civil Code 146: *giữa tháng*, *giữa năm*.
  case middle(CivilDate)
  /// Counting step of the law of time, with its article.
  case counted(from: CivilDate, [CalendarDuration], CivilDate, backwards: Bool, article: LegalBasis?)
  case immediately(after: CivilDate, CivilDate)
  /// The day is off, with the reason; moved to `to` by the law or by the plan's rule.
  case moved(from: CivilDate, reason: String, to: CivilDate, article: LegalBasis?)
  /// The named day is off, and stays (decision 13).
  case kept(CivilDate, reason: String)
  /// Days off of that year are not announced (decision 14).
  case unannounced(year: Int)
  /// Several events: the one that decided.
  case deciding(EventBinding, CivilDate)
  /// The backstop binds.
  case backstop(CivilDate)
  case extended(to: CivilDate, by: String?)
  /// The computed day is later than the extension, so it binds (decision 25).
  case extensionPassed(CivilDate)
  /// Counted hours began at 00:00 because no time was recorded (decision 16).
  case hoursFromMidnight(CivilDate)
  /// The key of another task's obligation from which this one is counted.
  case otherTask(ObligationID, CivilDate)
}
