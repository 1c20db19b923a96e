import CivilCalendar
import Expansion
import RuleSyntax
import Rules

extension Agenda {
  /// What units that gave up the lead by other rules owed under ids that are gone: on their own, or together where each owes on its own
  /// now. It is closed, so that whoever was told of it hears so; whatever was reported of it, or was waived, is over without that.
  /// - Parameter owed: what is owed now.
  /// - Returns: these duties, and who leads the same occurrence now.
  static func departures(
    _ rules: RuleSet, _ facts: [TimedFact], _ owed: DutyLists, _ leads: LeadChanges, _ offices: [OfficeTime]
  ) -> (duties: DutyLists, leads: [ObligationID: Set<UnitID>]) {
    guard !leads.isEmpty else { return (DutyLists(), [:]) }
    let known = Set(owed.dated.map(\.id) + owed.open.map(\.id))
    var now: [ObligationID: Set<UnitID>] = [:]
    func departed<State>(_ duties: [Duty<State>]) -> [Duty<State>] {
      var found: [ObligationID: Duty<State>] = [:]
      for duty in duties {
        for (label, unit, at) in leads.ended(duty.task) where label == duty.id.label {
          for owner in [rules.units[unit].id, nil] {
            var old = duty
            old.id.unit = owner
            guard !known.contains(old.id), !isOver(old.id, duty.task, facts, rules) else { continue }
            now[old.id, default: []].formUnion(duty.leads.flatMap(rules.units))
            old.leads = [.unit(unit)]
            old.closed = .withdrawn(on: offices[rules.tasks[duty.task].plan].zone.day(of: at))
            found[old.id] = found[old.id] ?? old
          }
        }
      }
      return found.values.sorted { $0.id.description < $1.id.description }
    }
    return (DutyLists(dated: departed(owed.dated), open: departed(owed.open)), now)
  }

  /// Whether facts say that it was reported or done, or need not be done.
  private static func isOver(_ id: ObligationID, _ task: TaskID, _ facts: [TimedFact], _ rules: RuleSet) -> Bool {
    var isOver = false
    for timed in facts {
      guard let subject = timed.fact.body.subject, subject.task == task, subject.means(id, rules) else { continue }
      switch timed.fact.body.kind {
      case .done, .reported, .confirmed, .waived: isOver = true
      case .undone, .returned: isOver = false
      default: continue
      }
    }
    return isOver
  }
}
