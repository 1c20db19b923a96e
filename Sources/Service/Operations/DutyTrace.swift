import CivilCalendar
import Expansion
import Rules

/// The state of a duty as one line, by which an acceptance tells whether anything about it changed since a proposal was
/// made: the day that binds, how it ended, how many steps were recorded on its way, and who owes it.
struct DutyTrace: Hashable {
  let day: String
  let end: String
  let steps: String
  let leads: String

  init(_ duty: AnyDuty, _ rules: RuleSet) {
    day = duty.state.days.map { "\($0.effective)" } ?? "-"
    end =
      switch duty.closed {
      case .done(let day, _): "done:\(day.map { "\($0)" } ?? "?")"
      case .waived: "waived"
      case .withdrawn(let day): "withdrawn:\(day)"
      case nil: "-"
      }
    steps = "\(duty.course.count)"
    leads = duty.leads.map { lead in
      switch lead {
      case .unit(let unit): rules.units[unit].id
      case .group(let group): rules.groups[group].id
      }
    }.joined(separator: ",")
  }

  /// Reads what `text` is; nil for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    (day, end, steps, leads) = (parts[0], parts[1], parts[2], parts[3])
  }

  var text: String { [day, end, steps, leads].joined(separator: " ") }
}

extension OpenBook {
  /// The duty of that id, `plan/task[:label]@key[/unit]`, or of one that it had; nil if the rules have none now.
  func duty(_ written: String, _ expander: Expander) -> AnyDuty? {
    let id = DutyNames(rules).current(written: written)
    guard let reference = try? TaskReference(id, rules) else { return nil }
    let keys = [reference.wholeKey, reference.key?.key(year: rules.plans[rules.tasks[reference.task].plan].onlyYear)]
    return TaskDuties(of: reference.task, keys: keys.compactMap { $0 }, in: expander).all
      .first { $0.id.description == id }
  }
}
