package import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// One duty as a list of what is due shows it: with a day, or without.
package struct UpcomingItem: Sendable {
  package enum Duty: Sendable {
    case dated(Obligation)
    case open(OpenDuty)
  }

  package let duty: Duty
  package let status: Status
  package let marks: Set<Mark>
  package let group: UpcomingGroup

  package init(
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

  package init(_ duty: OpenDuty, today: CivilDate) {
    self.duty = .open(duty)
    status = duty.status(on: today)
    if case .unclear = duty.kind { marks = [.toSettle] } else { marks = [] }
    group = UpcomingGroup(status, marks, due: nil, today: today)
  }

  package var id: ObligationID {
    switch duty {
    case .dated(let obligation): obligation.id
    case .open(let duty): duty.id
    }
  }

  package var task: TaskID {
    switch duty {
    case .dated(let obligation): obligation.task
    case .open(let duty): duty.task
    }
  }

  package var dueLine: Int {
    switch duty {
    case .dated(let obligation): obligation.dueLine
    case .open(let duty): duty.dueLine
    }
  }

  package var leads: [Recipient] {
    switch duty {
    case .dated(let obligation): obligation.leads
    case .open(let duty): duty.leads
    }
  }

  package var supports: [Recipient] {
    switch duty {
    case .dated(let obligation): obligation.supports
    case .open(let duty): duty.supports
    }
  }

  /// The day that orders the list: the binding day, else when it is expected to begin; nil: none.
  package var sortDay: CivilDate? {
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
