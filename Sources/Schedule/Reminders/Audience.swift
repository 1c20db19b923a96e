import CivilCalendar
import Expansion
import RuleSyntax
import Rules

/// Who is told about an obligation, each unit once, in its strongest role.
struct Audience: Sendable {
  private(set) var units: [Member] = []

  struct Member: Sendable {
    var unit: UnitID
    var role: Role
    var name: RecipientName
  }

  /// The groups whose members are not in the rules, so that nobody of them can be told.
  private(set) var notKept: [GroupID] = []

  init(
    of task: PlanTask, leads: [Recipient], supports: [Recipient], told: [PolicyField.Audience], on day: CivilDate,
    _ rules: RuleSet, _ names: UnitNames
  ) {
    let book = Book(rules: rules, names: names, plan: task.plan)
    for audience in told {
      switch audience {
      case .lead: add(leads, .lead, day, book)
      case .support: add(supports, .support, day, book)
      case .watcher:
        let watchers = task.watchedBy.isEmpty ? task.section.map { rules.sections[$0].watchedBy } ?? [] : task.watchedBy
        add(watchers, .watcher, day, book)
      case .addressee: add(task.addressees, .addressee, day, book)
      case .named(let name): add(rules.recipient(named: name, in: task.plan).map { [$0] } ?? [], .named, day, book)
      }
    }
  }

  /// An audience of the recipients given, all in one role.
  init(
    _ recipients: [Recipient], _ role: Role, in plan: PlanID, on day: CivilDate, _ rules: RuleSet, _ names: UnitNames
  ) {
    add(recipients, role, day, Book(rules: rules, names: names, plan: plan))
  }

  private struct Book {
    var rules: RuleSet
    var names: UnitNames
    var plan: PlanID
  }

  private mutating func add(_ recipients: [Recipient], _ role: Role, _ day: CivilDate, _ book: Book) {
    let rules = book.rules
    for recipient in recipients {
      if case .group(let group) = recipient {
        let inside = rules.groups[group].groupsNotKept
        let missing = inside.isEmpty && rules.groups[group].members.isEmpty ? [group] : inside
        for group in missing where !notKept.contains(group) { notKept.append(group) }
      }
      for member in rules.units(of: recipient) {
        let unit = rules.successor(of: member, on: day)
        if let index = units.firstIndex(where: { $0.unit == unit }) {
          units[index].role = max(units[index].role, role)
        } else {
          units.append(Member(unit: unit, role: role, name: book.names.name(of: unit, book.plan, rules)))
        }
      }
    }
  }
}
