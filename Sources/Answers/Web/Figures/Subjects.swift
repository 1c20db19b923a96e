import Diagnostics
import Presentation
import Rules

/// Where the pages of plans, sections, units and groups are.
enum Subjects {
  /// Nil: there is none about it.
  static func address(of subject: Statistic.Subject, _ visit: Visit) -> String? {
    switch subject {
    case .leads(let leads): leads.count == 1 ? address(of: leads[0], visit) : nil
    case .section(let section): address(ofSection: section, visit)
    case .plan(let plan): visit.address("ke-hoach", visit.rules.plans[plan].id)
    case .person, .classified: nil
    }
  }

  static func address(ofSection section: Int, _ visit: Visit) -> String {
    let row = visit.rules.sections[section]
    return visit.address("muc", visit.rules.plans[row.plan].id, row.id)
  }

  /// With the plan in which the id means it, where others have the same id.
  static func address(of recipient: Recipient, _ visit: Visit) -> String {
    let id = id(of: recipient, visit.rules)
    var query: [String: String] = [:]
    if self.recipient(id, plan: nil, visit.rules) != recipient, let plan = plans(of: recipient, visit.rules).first {
      query["plan"] = visit.rules.plans[plan].id
    }
    return visit.address(["don-vi", id], query: query)
  }

  /// By what lists and the statistic find this unit or group alone: its id, behind that of a plan where several have it.
  static func reference(to recipient: Recipient, _ rules: RuleSet) -> String {
    let id = id(of: recipient, rules)
    guard rules.recipients(named: id) != [recipient], let plan = plans(of: recipient, rules).first else { return id }
    return "\(rules.plans[plan].id)/\(id)"
  }

  /// The plans that mean it by its id.
  static func plans(of recipient: Recipient, _ rules: RuleSet) -> [PlanID] {
    let id = id(of: recipient, rules)
    return rules.plans.indices.filter { rules.recipient(named: id, in: $0) == recipient }
  }

  /// Others that people call by the same name.
  static func namesakes(of recipient: Recipient, _ visit: Visit) -> [Recipient] {
    let name = FoldedName(visit.names.recipient(recipient))
    let all = visit.rules.units.indices.map { Recipient.unit($0) } + visit.rules.groups.indices.map { .group($0) }
    return all.filter { $0 != recipient && FoldedName(visit.names.recipient($0)) == name }
  }

  static func id(of recipient: Recipient, _ rules: RuleSet) -> String {
    switch recipient {
    case .unit(let unit): rules.units[unit].id
    case .group(let group): rules.groups[group].id
    }
  }

  /// The unit or group of that id, as the plan sees it; of any without a plan.
  static func recipient(_ id: String, plan: String?, _ rules: RuleSet) -> Recipient? {
    if let plan {
      return rules.plans.firstIndex { $0.id == plan }.flatMap { rules.recipient(named: id, in: $0) }
    }
    return rules.units.firstIndex { $0.id == id }.map { .unit($0) }
      ?? rules.groups.firstIndex { $0.id == id }.map { .group($0) }
  }
}
