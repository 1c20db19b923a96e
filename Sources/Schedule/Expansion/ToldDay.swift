package import CivilCalendar
package import RuleSyntax
package import Rules

// The day by which a duty stands everywhere that days are listed: in lists and their filters, months, years, statistics, files, calendars
// and feeds (decision: one-told-day). Whoever lists asks for it here, so that none can take another; what `DueDays` has is what the rules
// and the facts give today.

extension Duty<DueDays> {
  /// Of what was reported or done the moment that bound then, by which it is judged; else what binds. Of classified work lists
  /// have what binds alone, since a day that the rules do not give any more would tell that it was done.
  package var told: BoundMoment { bound ?? BoundMoment(day: state.effective, cutoff: state.cutoff) }

  /// Its day, which is asked of every duty of a list.
  package var toldDay: CivilDate { bound?.day ?? state.effective }
}

extension AnyDuty {
  /// The same; nil if it has none.
  package var told: BoundMoment? { dated?.told ?? bound }

  /// Its day; nil if it has none.
  package var toldDay: CivilDate? { bound?.day ?? state.days?.effective }

  /// Whether the rules and facts give another moment today than the one that bound when it was reported or done.
  package var isJudgedByAnother: Bool {
    guard let bound else { return false }
    return state.days.map { bound != BoundMoment(day: $0.effective, cutoff: $0.cutoff) } ?? true
  }
}

extension Expander {
  /// What lists of these days have: duties that tell one of them, and those without a day.
  /// - Parameter isWanted: the tasks of which anything is wanted; nil: all.
  package func duties(toldIn window: DayRange, where isWanted: (@Sendable (PlanTask) -> Bool)? = nil) -> DutyLists {
    expand(window, of: nil, wantsOpen: true, explained: false, byTold: true, where: isWanted).duties
  }
}
