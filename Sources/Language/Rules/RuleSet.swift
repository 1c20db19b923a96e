package import Addresses
package import CivilCalendar
package import Deadlines
package import Diagnostics

/// All rule files of a folder with their names resolved: the same on every machine for the same sources.
///
/// Blocks refer to one another by their index in these arrays.
package struct RuleSet: Sendable {
  package var plans: [Plan] = []
  package var units: [Unit] = []
  package var groups: [UnitGroup] = []
  package var events: [PlanEvent] = []
  package var sections: [PlanSection] = []
  package var tasks: [PlanTask] = []
  package var calendars: [RuleCalendar] = []
  package var policies: [ReminderPolicy] = []
  package var tests: [TestCase] = []
  /// Hash of the sources, 16 hexadecimal digits.
  package var revision: String = ""
  /// Which block a name means, seen from which folder.
  package internal(set) var names = NameIndex()

  package init() {}
}

/// An index in `plans`.
package typealias PlanID = Int
/// An index in `units`.
package typealias UnitID = Int
/// An index in `groups`.
package typealias GroupID = Int
/// An index in `events`.
package typealias EventID = Int
/// An index in `tasks`.
package typealias TaskID = Int
/// An index in `calendars`.
package typealias CalendarID = Int
/// An index in `policies`.
package typealias PolicyID = Int

/// A signed plan: the years that it covers, its calendar, and who stands in where a row names nobody.
package struct Plan: Sendable {
  /// When the plan was signed.
  package enum Issued: Sendable {
    case on(CivilDate)
    /// It is not signed yet, and expected within these days.
    case within(DayRange)
    case unknown
  }

  package var id: String
  package var title: String
  package var also: [String] = []
  /// The calendar years that the plan covers.
  package var years: ClosedRange<Int>
  package var calendar: CalendarID
  package var issued: Issued
  /// The number of the signed document, as written.
  package var issuedNumber: String?
  package var issuedBy: String?
  /// Who owes what a row gives to nobody.
  package var focalPoint: Recipient?
  /// Who answers for the plan.
  package var leader: Recipient?
  /// Who confirms what its tasks report, unless their sections or they themselves say otherwise.
  var confirmer: Confirmer?
  package var policy: PolicyID?
  package var dayOff: DayOffRule = .keep
  /// The degree of secrecy, as written; nil if there is none.
  package var classified: String?
  /// The event *ban hành kế hoạch ID*.
  package var issueEvent: EventID
  /// Open-ended rows of `plan` end on the day before `from`.
  package var replaces: [(plan: PlanID, from: CivilDate)] = []
  package var note: String?
  package var source: String?
  package var span: Span

  package init(
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

/// Somebody who can owe something or be told of it.
package struct Unit: Sendable {
  /// What stands behind the name.
  package enum Kind: Sendable { case unit, role, person, external }

  package var id: String
  package var title: String
  package var also: [String] = []
  /// The ids that it had (`trước đây`), the oldest first.
  package var formerly: [String] = []
  package var kind: Kind = .unit
  package var partOf: UnitID?
  /// The unit that is told of work that stays overdue.
  package var superior: UnitID?
  /// Its addresses by channel, as texts, which the channels themselves read.
  package var addresses: [Channel: String] = [:]
  /// `vi` or `en`; nil if the rules do not say.
  package var language: String?
  /// The unit that takes its place from that day on.
  package var mergedInto: (unit: UnitID, from: CivilDate)?
  package var span: Span

  package init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }

  /// The mail address.
  package var email: String? {
    get { addresses[.mail] }
    set { addresses[.mail] = newValue }
  }
  /// The web address that messages to it are posted to.
  package var webhook: String? {
    get { addresses[.webhook] }
    set { addresses[.webhook] = newValue }
  }
}

/// Units that rows name together.
package struct UnitGroup: Sendable {
  package var id: String
  package var title: String
  package var also: [String] = []
  /// The ids that it had, likewise.
  package var formerly: [String] = []
  /// All members, also those of groups in it, without those excepted; empty if the rules do not list them.
  package var members: [UnitID] = []
  /// Whether the rules list the members; they do not for `không quản lý ở đây`.
  package var isKeptHere = true
  /// The groups in it, itself included, whose members the rules do not list, without those excepted: each owes as a
  /// whole.
  package var groupsNotKept: [GroupID] = []
  package var span: Span

  package init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }
}

/// A unit or a group that leads, supports or is told.
package enum Recipient: Hashable, Sendable {
  case unit(UnitID)
  case group(GroupID)
}

/// What `xác nhận` says.
enum Confirmer: Hashable, Sendable {
  /// *không*: done is done.
  case nobody
  case recipient(Recipient)
}

/// A lead or a support of a task.
package struct Assignment: Hashable, Sendable {
  package var recipient: Recipient
  /// Whether each member of the group owes on its own: `(từng đơn vị)`.
  package var each: Bool

  package init(_ recipient: Recipient, each: Bool = false) {
    self.recipient = recipient
    self.each = each
  }
}

/// Something that may happen, which deadlines wait for.
package struct PlanEvent: Sendable {
  /// How often it happens (decision: which-occurrence).
  package enum Happens: Hashable, Sendable { case once, yearly, quarterly, monthly, eachCase }
  /// Whether it happens by itself, or with others.
  package enum Composition: Hashable, Sendable {
    case simple
    /// After the last of them.
    case all([EventID])
    /// After the first of them.
    case any([EventID])
  }

  package var id: String
  package var title: String
  package var also: [String] = []
  /// The ids that it had, likewise.
  package var formerly: [String] = []
  package var happens: Happens = .once
  package var composition: Composition = .simple
  /// Within the plan's year where it names none; nil: not said.
  package var expected: WindowExpression?
  package var watchedBy: [Recipient] = []
  /// Nil for events shared by several plans.
  package var plan: PlanID?
  /// The task that declares the event for itself alone; nil for other events.
  package var task: TaskID?
  package var span: Span

  package init(id: String, title: String, span: Span) {
    self.id = id
    self.title = title
    self.span = span
  }
}

/// A heading of a plan, under which tasks stand.
package struct PlanSection: Sendable {
  package var plan: PlanID
  package var id: String
  package var title: String
  package var goal: String?
  package var watchedBy: [Recipient] = []
  var confirmer: Confirmer?
  package var policy: PolicyID?
  package var span: Span

  package init(plan: PlanID, id: String, title: String, span: Span) {
    self.plan = plan
    self.id = id
    self.title = title
    self.span = span
  }
}

/// A row of a plan. (`Task` is the language's word for something else.)
package struct PlanTask: Sendable {
  package var plan: PlanID
  package var id: String
  package var title: String
  package var also: [String] = []
  package var formerly: [String] = []
  /// An index in `RuleSet.sections`.
  package var section: Int?
  package var printedNumber: String?
  package var due: [DueLine] = []
  /// Products by the label of a due line; without a label they are of all due lines.
  package var products: [(label: String?, text: String)] = []
  package var leads: [(label: String?, Assignment)] = []
  package var supports: [Assignment] = []
  package var watchedBy: [Recipient] = []
  package var review: [Recipient] = []
  package var submitTo: [Recipient] = []
  package var addressees: [Recipient] = []
  /// Who confirms what is reported, by the task, its section or its plan; nil: done is done.
  package var confirmer: Recipient?
  package var dayOff: DayOffRule?
  /// Policies by the label of a due line; without a label they hold for all due lines.
  package var policies: [(label: String?, PolicyID)] = []
  /// The words of `kỳ số liệu`, by the label of a due line.
  package var covers: [(label: String?, text: String)] = []
  package var asWritten: String?
  package var activities: String?
  package var note: String?
  package var source: String?
  package var classified: String?
  /// The plan's extra columns (`cột bổ sung`), in order.
  package var extra: [(name: String, text: String)] = []
  /// The day on which the task was ended, and the document that ended it.
  package var withdrawn: (on: CivilDate, by: String?)?
  package var span: Span

  package init(plan: PlanID, id: String, title: String, span: Span) {
    self.plan = plan
    self.id = id
    self.title = title
    self.span = span
  }
}

/// One `hạn:` line with its names resolved.
package struct DueLine: Sendable {
  /// The label of `hạn (nhãn):`; nil if there is none.
  package var label: String?
  package var deadline: Deadline
  /// The value as written.
  package var text: String
  /// What each mention of an event in `deadline` means; `tasks` likewise.
  package var events: [EventMention: EventBinding]
  package var tasks: [TaskMention: TaskBinding]
  package var span: Span

  package init(
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
package struct EventBinding: Hashable, Sendable {
  package var event: EventID
  /// The period key of a periodic event (`2023`), if named.
  package var key: String?

  package init(event: EventID, key: String? = nil) {
    self.event = event
    self.key = key
  }
}

/// Which task, and which of its due lines and occurrences if the wording names them.
package struct TaskBinding: Hashable, Sendable {
  package var task: TaskID
  package var label: String?
  package var key: String?

  package init(task: TaskID, label: String? = nil, key: String? = nil) {
    self.task = task
    self.label = label
    self.key = key
  }
}

/// A calendar block with the years announced for it.
package struct RuleCalendar: Sendable {
  package var id: String
  package var title: String
  package var also: [String] = []
  /// The IANA name of its time zone; nil for the one of the configuration.
  package var timeZone: String?
  package var calendar: WorkingCalendar
  package var law: any ComputationOfTime
  package var span: Span

  package init(id: String, title: String, calendar: WorkingCalendar, law: any ComputationOfTime, span: Span) {
    self.id = id
    self.title = title
    self.calendar = calendar
    self.law = law
    self.span = span
  }
}

/// `kiểm thử`: what must follow on one day from some facts.
package struct TestCase: Sendable {
  package var title: String
  package var plan: PlanID
  package var today: CivilDate
  package var given: [Fact]
  package var expected: [Expectation]
  package var span: Span

  package init(title: String, plan: PlanID, today: CivilDate, given: [Fact], expected: [Expectation], span: Span) {
    self.title = title
    self.plan = plan
    self.today = today
    self.given = given
    self.expected = expected
    self.span = span
  }
}
