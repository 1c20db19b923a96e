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
    let id = visit.rules.id(of: recipient)
    var query: [String: String] = [:]
    if self.recipient(id, plan: nil, visit.rules) != recipient, let plan = visit.rules.plans(of: recipient).first {
      query["plan"] = visit.rules.plans[plan].id
    }
    return visit.address(["don-vi", id], query: query)
  }

  /// Others that people call by the same name.
  static func namesakes(of recipient: Recipient, _ visit: Visit) -> [Recipient] {
    let name = FoldedName(visit.names.recipient(recipient))
    let all = visit.rules.units.indices.map { Recipient.unit($0) } + visit.rules.groups.indices.map { .group($0) }
    return all.filter { $0 != recipient && FoldedName(visit.names.recipient($0)) == name }
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
