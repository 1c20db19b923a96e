package import CivilCalendar
package import Expansion
import RuleSyntax
package import Rules

/// One duty as a list of what is due shows it. A class, because lists are filtered, sorted and folded by copying what they
/// hold: of a hundred thousand duties that takes longer than all else.
package final class UpcomingItem: Sendable {
  package let duty: AnyDuty
  /// What is to settle and past its day is open, and never overdue (decision: known-since).
  package let status: Status
  package let marks: Set<Mark>
  package let group: UpcomingGroup
  /// Due within seven days and not to settle, as letters and the leader's sheet have it.
  package let isDueSoon: Bool

  /// - Parameters:
  ///   - group: the group, if the caller knows it; nil works it out.
  ///   - known: the day since which it is known; nil if it came with its plan.
  package init(
    _ duty: Duty<DueDays>, group: UpcomingGroup? = nil, issued: Plan.Issued, known: CivilDate? = nil, today: CivilDate,
    time: ClockTime?
  ) {
    self.duty = duty.any
    marks = duty.marks(on: today, issued: issued, known: known)
    let status = duty.status(on: today, at: time)
    let isOverdue = if case .overdue = status { true } else { false }
    self.status = isOverdue && marks.contains(.toSettle) ? .open : status
    self.group = group ?? UpcomingGroup(status, marks, due: duty.effective, today: today)
    isDueSoon = !marks.contains(.toSettle) && duty.isDueSoon(on: today, at: time)
  }

  package init(_ duty: Duty<OpenState>, today: CivilDate) {
    self.duty = duty.any
    status = duty.status(on: today)
    if case .unclear = duty.state { marks = [.toSettle] } else { marks = [] }
    group =
      status == .notOpen && self.duty.isStanding ? .standing : UpcomingGroup(status, marks, due: nil, today: today)
    isDueSoon = false
  }

  /// Whether more time is asked for and the request waits for its answer.
  package var isAsking: Bool { group != .closed && duty.request != nil }

  /// Where its late days went; nil if it is not late, of what is to settle, which is not called so, and of what is classified.
  package func delay(_ account: (Duty<DueDays>) -> Delay?) -> Delay? {
    group == .toSettle || duty.isClassified ? nil : duty.dated.flatMap(account)
  }

  /// The day by which lists are sorted: the one that it tells, else the first day on which it is expected; nil if there is
  /// none.
  package var sortDay: CivilDate? {
    switch duty.state {
    case .dated: duty.toldDay
    case .open(let open): open.expected?.first
    }
  }

  /// The day on which it is due, as lists tell it; nil if it has none or was withdrawn.
  package var dueDay: CivilDate? { status == .withdrawn ? nil : duty.toldDay }
}
