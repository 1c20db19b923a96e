import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Who is told about an obligation, each unit once, in its strongest role.
struct Audience {
  private(set) var units: [(unit: UnitID, role: Role)] = []
  /// Groups without members here: nobody of them can be told.
  private(set) var notKept: [GroupID] = []

  init(
    of task: PlanTask, leads: [Recipient], supports: [Recipient], told: [PolicyField.Audience], on day: CivilDate,
    _ rules: RuleSet
  ) {
    for audience in told {
      switch audience {
      case .lead: add(leads, .lead, day, rules)
      case .support: add(supports, .support, day, rules)
      case .watcher:
        let watchers = task.watchedBy.isEmpty ? task.section.map { rules.sections[$0].watchedBy } ?? [] : task.watchedBy
        add(watchers, .watcher, day, rules)
      case .addressee: add(task.addressees, .addressee, day, rules)
      case .named(let name): add(rules.recipient(named: name, in: task.plan).map { [$0] } ?? [], .named, day, rules)
      }
    }
  }

  /// Of recipients without more ado.
  init(_ recipients: [Recipient], _ role: Role, on day: CivilDate, _ rules: RuleSet) {
    add(recipients, role, day, rules)
  }

  private mutating func add(_ recipients: [Recipient], _ role: Role, _ day: CivilDate, _ rules: RuleSet) {
    for recipient in recipients {
      if case .group(let group) = recipient, rules.units(of: recipient).isEmpty {
        if !notKept.contains(group) { notKept.append(group) }
        continue
      }
      for member in rules.units(of: recipient) {
        let unit = rules.successor(of: member, on: day)
        if let index = units.firstIndex(where: { $0.unit == unit }) {
          units[index].role = max(units[index].role, role)
        } else {
          units.append((unit, role))
        }
      }
    }
  }
}
