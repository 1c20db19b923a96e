import Diagnostics
import Presentation
import Rules

/// Finds the unit or group that a user names by its id, name, alias or a part of its name.
enum UnitChoice {
  /// The id of the unit or group, as fact lines name it; the name itself where it may be an alias of the plan.
  static func name(_ name: String, _ rules: RuleSet, in plan: PlanID) throws(OperationFailure) -> String {
    if rules.recipient(named: name, in: plan) != nil { return name }
    switch try recipient(name, rules) {
    case .unit(let unit): return rules.units[unit].id
    case .group(let group): return rules.groups[group].id
    }
  }

  /// The unit or group of that name, or the only one of whose name it is a part; a failure lists several, or suggests the
  /// nearest names.
  static func recipient(_ name: String, _ rules: RuleSet) throws(OperationFailure) -> Recipient {
    if let found = rules.recipient(named: name, in: nil) { return found }
    let meant = rules.recipients(partlyNamed: name)
    if meant.count == 1, let only = meant.first { return only }
    guard meant.isEmpty else {
      let names = meant.map { RuleNames(rules: rules, language: .vi).recipient($0) }.joined(separator: "; ")
      throw OperationFailure(vi: "“\(name)” có thể là: \(names)", en: "“\(name)” can mean: \(names)")
    }
    let hint = hint(name, rules)
    throw OperationFailure(vi: "không có đơn vị “\(name)”\(hint.vi)", en: "there is no unit “\(name)”\(hint.en)")
  }

  /// Names like this one, to be put behind the words that there is no such unit.
  static func hint(_ name: String, _ rules: RuleSet) -> Bilingual {
    let names = rules.units.flatMap { [$0.title, $0.id] + $0.also } + rules.groups.flatMap { [$0.title, $0.id] }
    let near = NearestName.nearest(to: name, among: names).joined(separator: "; ")
    return near.isEmpty ? Bilingual(vi: "", en: "") : Bilingual(vi: "; gần nhất: \(near)", en: "; nearest: \(near)")
  }
}
