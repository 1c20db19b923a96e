import Diagnostics
import Presentation
import Rules

/// Finds the units or groups that a user names by an id, name, alias or a part of a name. Plans in folders of their own may
/// each have a unit of that name: then all of them are meant, or the one of the plan.
enum UnitChoice {
  /// The id of the unit or group, as fact lines name it; the name itself where it may be an alias of the plan.
  static func name(_ name: String, _ rules: RuleSet, in plan: PlanID) throws(OperationFailure) -> String {
    if rules.recipient(named: name, in: plan) != nil { return name }
    return try id(name, rules, in: plan)
  }

  /// The id of those of that name.
  static func id(_ name: String, _ rules: RuleSet, in plan: PlanID? = nil) throws(OperationFailure) -> String {
    let ids = try recipients(name, rules, in: plan).map(rules.id(of:)).sorted()
    guard ids.count == 1 || Set(ids).count == 1 || plan == nil else { throw ambiguous(name, ids) }
    return ids[0]
  }

  /// By what the only one of that name is found again; of several their id.
  static func reference(_ name: String, _ rules: RuleSet) throws(OperationFailure) -> String {
    let found = try recipients(name, rules)
    return found.count == 1 ? found.map(rules.reference)[0] : try id(name, rules)
  }

  /// All of that name, or of the only name that it is a part of; a failure lists several, or suggests the nearest names.
  /// - Parameters:
  ///   - name: `PLAN/UNIT` is as `UNIT` in that plan.
  ///   - plan: only as this plan sees them; nil: of all plans.
  static func recipients(
    _ name: String, _ rules: RuleSet, in plan: PlanID? = nil
  ) throws(OperationFailure) -> Set<Recipient> {
    if let plan, let found = rules.recipient(named: name, in: plan) { return [found] }
    let found = rules.recipients(named: name)
    guard found.isEmpty else { return found }
    if let slash = name.firstIndex(of: "/"), let plan = rules.plan(named: String(name[..<slash])) {
      return try recipients(String(name[name.index(after: slash)...]), rules, in: plan)
    }
    func title(_ recipient: Recipient) -> String { RuleNames(rules: rules, language: .vi).recipient(recipient) }
    var meant = rules.recipients(partlyNamed: name)
    if let plan {
      let own = meant.filter { rules.recipient(named: rules.id(of: $0), in: plan) == $0 }
      if !own.isEmpty { meant = own }
    }
    let titles = Set(meant.map { FoldedName(title($0)) })
    if titles.count == 1 { return Set(meant) }
    guard meant.isEmpty else {
      var seen: Set<FoldedName> = []
      throw ambiguous(name, meant.map(title).filter { seen.insert(FoldedName($0)).inserted })
    }
    let hint = hint(name, rules)
    throw OperationFailure(vi: "không có đơn vị “\(name)”\(hint.vi)", en: "there is no unit “\(name)”\(hint.en)")
  }

  /// The unit or group as the plan sees it, where `PLAN/UNIT` means it in that plan alone.
  static func own(_ name: String, _ rules: RuleSet, in plan: PlanID?) -> Recipient? {
    if let found = rules.recipient(named: name, in: plan) { return found }
    guard let found = rules.recipient(namedWithPlan: name), plan == nil || found.plan == plan else { return nil }
    return found.recipient
  }

  private static func ambiguous(_ name: String, _ names: [String]) -> OperationFailure {
    let names = names.joined(separator: "; ")
    return OperationFailure(vi: "“\(name)” có thể là: \(names)", en: "“\(name)” can mean: \(names)")
  }

  /// Names like this one, or those that there are, to be put behind the words that there is no such unit.
  static func hint(_ name: String, _ rules: RuleSet) -> Bilingual {
    let names = rules.units.flatMap { [$0.title, $0.id] + $0.also } + rules.groups.flatMap { [$0.title, $0.id] }
    var seen: Set<FoldedName> = []
    let titles = (rules.units.map(\.title) + rules.groups.map(\.title)).filter { seen.insert(FoldedName($0)).inserted }
    return NameChoice.hint(name, near: names, all: titles.inVietnameseOrder { $0 })
  }
}
