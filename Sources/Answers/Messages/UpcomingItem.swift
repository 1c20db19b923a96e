public import CivilCalendar
public import Expansion
import RuleSyntax
public import Rules

/// One duty as a list of what is due shows it: with a day, or without.
public struct UpcomingItem: Sendable {
  public enum Duty: Sendable {
    case dated(Obligation)
    case open(OpenDuty)
  }

  public let duty: Duty
  public let status: Status
  public let marks: Set<Mark>
  public let group: UpcomingGroup

  public init(
    _ obligation: Obligation, issued: Plan.Issued, live: CivilDate? = nil, today: CivilDate, time: ClockTime? = nil
  ) {
    duty = .dated(obligation)
    status = obligation.status(on: today, at: time)
    marks = obligation.marks(on: today, issued: issued, live: live)
    group = UpcomingGroup(status, marks, due: obligation.binding, today: today)
  }

  /// `group` is known.
  init(
    _ obligation: Obligation, group: UpcomingGroup, issued: Plan.Issued, live: CivilDate?, today: CivilDate,
    time: ClockTime?
  ) {
    duty = .dated(obligation)
    status = obligation.status(on: today, at: time)
    marks = obligation.marks(on: today, issued: issued, live: live)
    self.group = group
  }

  public init(_ duty: OpenDuty, today: CivilDate) {
    self.duty = .open(duty)
    status = duty.status(on: today)
    if case .unclear = duty.kind { marks = [.toSettle] } else { marks = [] }
    group = UpcomingGroup(status, marks, due: nil, today: today)
  }

  public var id: ObligationID {
    switch duty {
    case .dated(let obligation): obligation.id
    case .open(let duty): duty.id
    }
  }

  public var task: TaskID {
    switch duty {
    case .dated(let obligation): obligation.task
    case .open(let duty): duty.task
    }
  }

  public var dueLine: Int {
    switch duty {
    case .dated(let obligation): obligation.dueLine
    case .open(let duty): duty.dueLine
    }
  }

  public var leads: [Recipient] {
    switch duty {
    case .dated(let obligation): obligation.leads
    case .open(let duty): duty.leads
    }
  }

  public var supports: [Recipient] {
    switch duty {
    case .dated(let obligation): obligation.supports
    case .open(let duty): duty.supports
    }
  }

  /// The day that orders the list: the binding day, else when it is expected to begin; nil: none.
  public var sortDay: CivilDate? {
    switch duty {
    case .dated(let obligation): obligation.binding
    case .open(let duty): duty.kind.expected?.first
    }
  }
}

extension OpenDuty.Kind {
  /// When what is waited for is expected.
  var expected: DayRange? {
    switch self {
    case .waiting(_, let expected), .waitingForTask(_, _, let expected), .awaitingDate(_, let expected): expected
    case .openUndated, .standing, .eachCase, .unclear: nil
    }
  }
}
