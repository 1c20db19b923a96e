package import CivilCalendar
package import RuleSyntax
package import Rules

/// What one owner owes for one period of one due line: with a day (`Duty<DueDays>`), or without (`Duty<OpenState>`).
///
/// What its state holds is read as its own: `duty.effective`.
@dynamicMemberLookup
package struct Duty<State: Sendable>: Sendable {
  package var id: ObligationID
  package var task: TaskID
  /// Index in the task's `due`.
  package var dueLine: Int
  package var state: State
  /// Leads of this occurrence after reassignment and mergers; the single owing unit where each owes.
  package var leads: [Recipient]
  package var supports: [Recipient]
  package var closed: DutyEnd?
  /// When it was due, as it was known when it was reported or done: that it was on time is judged by this
  /// (decision: evidence-stays).
  package var bound: BoundMoment?
  /// What was told on the way, in the order of recording; changed only together with the places in it below.
  package internal(set) var course: [CourseStep]
  /// The place in `course` of a report that is to be confirmed.
  var openReport: Int?
  /// The last report was returned, and there is no other.
  package var isReturned = false
  /// More time was refused, and neither given nor asked for since.
  package var isRefused = false
  /// The place among all facts of the one that opened it again (`mở lại`), if it is open and its lead has told nothing
  /// since.
  package var reopening: Int?
  /// The place in `course` of a request for more time that is to be answered.
  var openRequest: Int?
  /// It is the first request since the day last moved, so that reminders pause for it.
  package var requestPauses = false
  /// It is classified, and holds what may be told of it alone (decision: classified-tasks).
  package internal(set) var isClassified = false
  /// How its state came out, step by step.
  package var derivation: [DerivationStep]

  package init(
    id: ObligationID, task: TaskID, dueLine: Int, state: State, leads: [Recipient] = [], supports: [Recipient] = [],
    closed: DutyEnd? = nil, course: [CourseStep] = [], derivation: [DerivationStep] = []
  ) {
    self.id = id
    self.task = task
    self.dueLine = dueLine
    self.state = state
    self.leads = leads
    self.supports = supports
    self.closed = closed
    self.course = course
    self.derivation = derivation
  }

  /// Inlined, so that reading a day of a hundred thousand duties costs no key path.
  @inlinable package subscript<Value>(dynamicMember path: KeyPath<State, Value>) -> Value { state[keyPath: path] }

  /// The same duty in another state.
  package func with<Other>(_ state: Other) -> Duty<Other> {
    var duty = Duty<Other>(
      id: id, task: task, dueLine: dueLine, state: state, leads: leads, supports: supports, closed: closed,
      course: course, derivation: derivation)
    (duty.openReport, duty.isReturned, duty.bound) = (openReport, isReturned, bound)
    (duty.isRefused, duty.openRequest, duty.requestPauses) = (isRefused, openRequest, requestPauses)
    (duty.reopening, duty.isClassified) = (reopening, isClassified)
    return duty
  }

  /// The report that is to be confirmed.
  package var report: CourseStep? { closed == nil ? openReport.map { course[$0] } : nil }

  /// The request for more time that is to be answered.
  package var request: CourseStep? { closed == nil ? openRequest.map { course[$0] } : nil }

  /// What a fact of this kind answers or takes back of what waits here; nil if nothing.
  package func answered(by kind: FactKind) -> CourseStep? {
    switch kind {
    case .confirmed, .returned, .undone: report
    case .extended, .extensionRefused, .extensionWithdrawn: request
    default: nil
    }
  }

  /// What the facts say of it besides its day.
  mutating func take(_ summary: FactSummary, _ rules: RuleSet) {
    if let recipient = summary.reassigned { leads = [recipient] }
    var summary = summary
    if rules.confirmer(of: task, leads: leads) == nil { summary.closeUnconfirmed() }
    (closed, course, openReport, isReturned) = (summary.closed, summary.course, summary.report, summary.isReturned)
    (bound, reopening) = (summary.bound, summary.reopening)
    (isRefused, openRequest, requestPauses) = (summary.isRefused, summary.request, summary.requests == 1)
  }

  /// A request for a day that is no later than the one that binds asks for nothing: other rules or facts gave it.
  mutating func dropOvertakenRequest() where State == DueDays {
    guard let day = request?.newDay, day <= state.effective else { return }
    (openRequest, requestPauses) = (nil, false)
  }

  /// Who leads does not support, though both are named or one took the place of the other.
  mutating func dropSupportOfLeads() {
    guard supports.contains(where: leads.contains) else { return }
    supports.removeAll(where: leads.contains)
  }

  /// To whom within the unit it was last assigned; nil if to nobody.
  package var person: String? { course.last { $0.kind == .assigned }?.person }

  /// It was done or waived.
  package var isDone: Bool {
    switch closed {
    case .done, .waived: true
    case .withdrawn, nil: false
    }
  }
}

/// How a duty ended.
package enum DutyEnd: Hashable, Sendable {
  /// Nil: on a day that nobody knows.
  case done(on: CivilDate?, document: String?)
  case waived(because: String?)
  case withdrawn(on: CivilDate)
}

/// A duty with or without a day, for lists and changes of both.
package typealias AnyDuty = Duty<DutyState>

/// Duties with a day, and without.
package struct DutyLists: Sendable {
  package var dated: [Duty<DueDays>] = []
  package var open: [Duty<OpenState>] = []

  package init(dated: [Duty<DueDays>] = [], open: [Duty<OpenState>] = []) {
    (self.dated, self.open) = (dated, open)
  }

  /// Those with a day first.
  package var all: [AnyDuty] { dated.map(\.any) + open.map(\.any) }
}

/// Whether a duty has a day.
package enum DutyState: Sendable {
  case dated(DueDays)
  case open(OpenState)

  /// Nil: it has no day.
  package var days: DueDays? { if case .dated(let days) = self { days } else { nil } }

  /// When what is waited for is expected, of a duty without a day.
  var expected: DayRange? { if case .open(let open) = self { open.expected } else { nil } }
}

extension AnyDuty {
  /// Nil: it has no day. Named here because a key path to what a state computes is not inlined.
  package var days: DueDays? { state.days }

  /// Whether it stands without an end day, now or from a later day on.
  package var isStanding: Bool { if case .open(.standing) = state { true } else { false } }

  /// Nil: it has no day.
  package var dated: Duty<DueDays>? { state.days.map(with) }
}

extension Duty<DueDays> {
  /// For lists of both kinds.
  package var any: AnyDuty { with(.dated(state)) }
}

extension Duty<OpenState> {
  /// For lists of both kinds.
  package var any: AnyDuty { with(.open(state)) }
}
