public import CivilCalendar
public import RuleSyntax

/// All rule files of a folder, names resolved: immutable, and the same on every machine for the same sources.
///
/// Blocks refer to one another by their index in these arrays.
public struct RuleSet: Sendable {
  public var plans: [Plan] = []
  public var units: [Unit] = []
  public var groups: [UnitGroup] = []
  public var events: [PlanEvent] = []
  public var sections: [PlanSection] = []
  public var tasks: [PlanTask] = []
  public var calendars: [RuleCalendar] = []
  public var policies: [ReminderPolicy] = []
  public var tests: [TestCase] = []
  /// Hash of the sources, 16 hexadecimal digits.
  public var revision: String = ""
  /// Who is called what, seen from where.
  public internal(set) var names = NameIndex()

  public init() {}
}

public typealias PlanID = Int
public typealias UnitID = Int
public typealias GroupID = Int
public typealias EventID = Int
public typealias TaskID = Int
public typealias CalendarID = Int
public typealias PolicyID = Int

/// A signed plan: the years that it covers, its calendar, and who stands in where a row names nobody.
public struct Plan: Sendable {
  /// When the plan was signed.
  public enum Issued: Sendable {
    case on(CivilDate)
    /// Unsigned: expected within these days.
    case within(DayRange)
    case unknown
  }

  public var id: String
  public var title: String
  public var also: [String] = []
  public var years: ClosedRange<Int>
  public var calendar: CalendarID
  public var issued: Issued
  /// Number of the signed document, as written.
  public var issuedNumber: String?
  public var issuedBy: String?
  public var focalPoint: Recipient?
  public var leader: Recipient?
  public var policy: PolicyID?
  public var dayOff: DayOffRule = .keep
  public var classified: String?
  /// The event *ban hành kế hoạch ID*.
  public var issueEvent: EventID
  /// Open-ended rows of `plan` end on the day before `from`.
  public var replaces: [(plan: PlanID, from: CivilDate)] = []
  public var note: String?
  public var source: String?
  public var span: Span

  public init(
    id: String, title: String, years: ClosedRange<Int>, calendar: CalendarID, issued: Issued, issueEvent: EventID,
    span: Span
  ) {
    self.id = id
    self.title = title
    self.years = years
    self.calendar = calendar
    self.issued = issued
    self.issueEvent = issueEvent
    self.span = span
  }
}

public struct Unit: Sendable {
  public enum Kind: Sendable { case unit, role, person, external }

  public var id: String
  public var title: String
  public var also: [String] = []
  public var kind: Kind = .unit
  public var partOf: UnitID?
  public var superior: UnitID?
  public var email: String?
  public var webhook: String?
  public var language: String?
  public var mergedInto: (unit: UnitID, from: CivilDate)?
  public var span: Span

  public init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }
}

public struct UnitGroup: Sendable {
  public var id: String
  public var title: String
  public var also: [String] = []
  /// Flattened, without those excepted; empty if the members are not kept here.
  public var members: [UnitID] = []
  public var isKeptHere = true
  /// The groups in it, itself included, whose members are not kept here, without those excepted: each owes as a whole.
  public var groupsNotKept: [GroupID] = []
  public var span: Span

  public init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }
}

/// A unit or a group that leads, supports or is told.
public enum Recipient: Hashable, Sendable {
  case unit(UnitID)
  case group(GroupID)
}

/// A lead of a task, with `(từng đơn vị)` where each member owes separately.
public struct Assignment: Hashable, Sendable {
  public var recipient: Recipient
  public var each: Bool

  public init(_ recipient: Recipient, each: Bool = false) {
    self.recipient = recipient
    self.each = each
  }
}

public struct PlanEvent: Sendable {
  /// How often it happens (decision 23).
  public enum Happens: Hashable, Sendable { case once, yearly, quarterly, monthly, eachCase }
  public enum Composition: Hashable, Sendable {
    case simple
    /// After the last of them.
    case all([EventID])
    /// After the first of them.
    case any([EventID])
  }

  public var id: String
  public var title: String
  public var also: [String] = []
  public var happens: Happens = .once
  public var composition: Composition = .simple
  /// Within the plan's year where it names none; nil: not said.
  public var expected: PeriodSpan?
  public var watchedBy: [Recipient] = []
  /// Nil for events shared by several plans.
  public var plan: PlanID?
  /// Set for an event that one task declares for itself.
  public var task: TaskID?
  public var span: Span

  public init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }
}

public struct PlanSection: Sendable {
  public var plan: PlanID
  public var id: String
  public var title: String
  public var goal: String?
  public var watchedBy: [Recipient] = []
  public var policy: PolicyID?
  public var span: Span

  public init(plan: PlanID, id: String, title: String, span: Span) {
    self.plan = plan
    self.id = id
    self.title = title
    self.span = span
  }
}

/// A row of a plan. (`Task` is the language's word for something else.)
public struct PlanTask: Sendable {
  public var plan: PlanID
  public var id: String
  public var title: String
  public var also: [String] = []
  public var formerly: [String] = []
  /// Index in `RuleSet.sections`.
  public var section: Int?
  public var printedNumber: String?
  public var due: [DueLine] = []
  /// With their labels; the empty label holds for all due lines.
  public var products: [(label: String?, text: String)] = []
  public var leads: [(label: String?, Assignment)] = []
  public var supports: [Assignment] = []
  public var watchedBy: [Recipient] = []
  public var review: [Recipient] = []
  public var submitTo: [Recipient] = []
  public var addressees: [Recipient] = []
  public var dayOff: DayOffRule?
  /// Label → policy; the label nil holds for all due lines.
  public var policies: [(label: String?, PolicyID)] = []
  /// Label → words of `kỳ số liệu`.
  public var covers: [(label: String?, text: String)] = []
  public var asWritten: String?
  public var activities: String?
  public var note: String?
  public var source: String?
  public var classified: String?
  /// Columns of `cột bổ sung`, in order.
  public var extra: [(name: String, text: String)] = []
  /// Ended on this day by this document.
  public var withdrawn: (on: CivilDate, by: String?)?
  public var span: Span

  public init(plan: PlanID, id: String, title: String, span: Span) {
    self.plan = plan
    self.id = id
    self.title = title
    self.span = span
  }
}

/// One `hạn:` line with its names resolved.
public struct DueLine: Sendable {
  public var label: String?
  public var deadline: Deadline
  /// The value as written.
  public var text: String
  /// Every mention in `deadline`, resolved.
  public var events: [EventMention: EventBinding]
  public var tasks: [TaskMention: TaskBinding]
  public var span: Span

  public init(
    label: String?, deadline: Deadline, text: String, events: [EventMention: EventBinding] = [:],
    tasks: [TaskMention: TaskBinding] = [:], span: Span
  ) {
    self.label = label
    self.deadline = deadline
    self.text = text
    self.events = events
    self.tasks = tasks
    self.span = span
  }
}

/// Which event, and which of its occurrences if the wording names one.
public struct EventBinding: Hashable, Sendable {
  public var event: EventID
  /// The period key of a periodic event (`2023`), if named.
  public var key: String?

  public init(event: EventID, key: String? = nil) {
    self.event = event
    self.key = key
  }
}

public struct TaskBinding: Hashable, Sendable {
  public var task: TaskID
  public var label: String?
  public var key: String?

  public init(task: TaskID, label: String? = nil, key: String? = nil) {
    self.task = task
    self.label = label
    self.key = key
  }
}

/// A calendar block with the years announced for it.
public struct RuleCalendar: Sendable {
  public var id: String
  public var title: String
  public var also: [String] = []
  public var timeZone: String?
  public var calendar: WorkingCalendar
  public var law: any LawOfTime
  public var span: Span

  public init(id: String, title: String, calendar: WorkingCalendar, law: any LawOfTime, span: Span) {
    self.id = id
    self.title = title
    self.calendar = calendar
    self.law = law
    self.span = span
  }
}

/// `kiểm thử`: what must follow on one day from some facts.
public struct TestCase: Sendable {
  public var title: String
  public var plan: PlanID
  public var today: CivilDate
  public var given: [Fact]
  public var expected: [Expectation]
  public var span: Span

  public init(title: String, plan: PlanID, today: CivilDate, given: [Fact], expected: [Expectation], span: Span) {
    self.title = title
    self.plan = plan
    self.today = today
    self.given = given
    self.expected = expected
    self.span = span
  }
}
